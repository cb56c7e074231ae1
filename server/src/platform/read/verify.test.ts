import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import {
  bool,
  createReadRegistry,
  day,
  int,
  key,
  many,
  one,
  page,
  readModel,
  search,
  text,
  verifyCatalogue,
  verifySchema,
} from './index.js';
import type { Model, ModelSpec, ReadDeclarations } from './index.js';
import { attachReadResolvers } from './resolve-read.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import { declarations } from './test-support/models.js';
import { SDL, testSchema } from './test-support/schema.js';

let db: TestDatabase;
beforeAll(async () => void (db = await startTestDatabase()), 60_000);
afterAll(() => db.stop());

/** The declarations with one model changed. */
function changed(type: string, change: (model: Model) => Partial<ModelSpec>): ReadDeclarations {
  const models = declarations.models.map((model) =>
    model.type === type ? readModel(type, { ...model, ...change(model) }) : model,
  );
  return { ...declarations, models };
}

/** The declarations with one field changed, whether the model has it or an extension. */
function withField(type: string, name: string, field: Model['fields'][string]): ReadDeclarations {
  const extensions = (declarations.extensions ?? []).map((one) => {
    const rest = Object.entries(one.extend).filter(([other]) => other !== name);
    return { ...one, extend: Object.fromEntries(rest) };
  });
  return { ...changed(type, ({ fields }) => ({ fields: { ...fields, [name]: field } })), extensions };
}

function without(type: string, name: string): ReadDeclarations {
  return changed(type, ({ fields }) => ({
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name)),
  }));
}

describe('declarations that don’t fit each other', () => {
  test.each<[string, ReadDeclarations]>([
    ['School.id is declared twice', { ...declarations, extensions: [{ type: 'School', extend: { id: text('x') } }] }],
    ['Nobody has no read model', { ...declarations, extensions: [{ type: 'Nobody', extend: {} }] }],
    ['School.extra must end in id', withField('School', 'extra', many('Appointment', {}, { order: ['post'], max: 1 }))],
    [
      'School.CODE must end in school_id',
      changed('School', () => ({ orders: { CODE: ['code'], CODE_ASC: ['school_id'] } })),
    ],
    [
      'which is no filter of Appointment',
      withField('School', 'extra', page('Appointment', {}, { order: ['id'], args: ['x'] })),
    ],
    ['Person has none', withField('School', 'extra', one('Person', { id: 'id' }, { during: true }))],
    ['is no list', withField('School', 'teamSize', { kind: 'count', of: 'name' })],
    ['beginning with S_', withField('Person', 'id', key('S'))],
  ])('%s', (message, declared) => {
    expect(() => createReadRegistry(declared)).toThrow(message);
  });
});

describe('declarations against the schema', () => {
  test('the test schema is in order', () => {
    expect(() => verifySchema(createReadRegistry(declarations), testSchema())).not.toThrow();
  });
  test.each<[string, ReadDeclarations, string?]>([
    ['School.code has no entry in the read model', without('School', 'code')],
    ['School.more is declared and not in the schema', withField('School', 'more', text('x'))],
    ['School.code is String!, not of kind int', withField('School', 'code', int('code'))],
    ['School.legal is Boolean, not of kind text', withField('School', 'legal', text('legal'))],
    ['School.tags is [String!]!, not of kind one', withField('School', 'tags', one('Appointment', {}))],
    ['School.secretary is Appointment, not a link to Person', withField('School', 'secretary', one('Person', {}))],
    [
      'Appointment.tenant is non-null, but Tenant has rules of its own',
      withField('Appointment', 'tenant', one('Tenant', {})),
    ],
    [
      'SchoolFilter.q is no filter of School',
      changed('School', ({ filters }) => ({ filters: { ...filters, q: undefined as never } })),
    ],
    ['PersonOrder.SCORE_ASC is no order of Person', changed('Person', () => ({ orders: { NAME_ASC: ['id'] } }))],
    [
      'School.appointments has an argument post, which nobody answers',
      withField('School', 'appointments', page('Appointment', {}, { order: ['id'] })),
    ],
    [
      'Query.greeting is String!, which is not what it reads',
      { ...declarations, roots: { greeting: { root: 'byKey', type: 'School' } } },
    ],
    ['Query.nothing is not in the schema', { ...declarations, roots: { nothing: { root: 'byKey', type: 'School' } } }],
    ['AppointPayload.note is no link to School', { ...declarations, payloads: { AppointPayload: { note: 'School' } } }],
    [
      'Query.school has an argument extra, which nobody answers',
      declarations,
      SDL.replace('school(id: ID!,', 'school(id: ID!, extra: Int,'),
    ],
    ['Other is a Node and has no read model', declarations, `${SDL} type Other implements Node { id: ID! }`],
    [
      'SchoolConnection.sum is no field of a connection',
      declarations,
      SDL.replace('type SchoolConnection {', 'type SchoolConnection { sum: Int'),
    ],
    [
      'School.findings has no key for Finding.more',
      declarations,
      SDL.replace('type Finding {', 'type Finding { more: Int'),
    ],
  ])('%s', (message, declared, sdl = SDL) => {
    expect(() => verifySchema(createReadRegistry(declared), buildSchema(sdl))).toThrow(message);
  });
});

describe('declarations against the database', () => {
  async function verify(declared: ReadDeclarations): Promise<void> {
    const registry = createReadRegistry(declared);
    attachReadResolvers(testSchema(), registry);
    await verifyCatalogue(registry, (sql) => db.query(sql));
  }

  test('the test database is in order', async () => {
    await expect(verify(declarations)).resolves.toBeUndefined();
  });
  test.each<[string, ReadDeclarations]>([
    ['the table nowhere is not there', changed('School', () => ({ table: 'nowhere' }))],
    ['School.code: the column school.kode is not there', withField('School', 'code', text('kode'))],
    [
      'School.code is of kind text, and its SQL is integer',
      withField(
        'School',
        'code',
        text((row) => `length(${row}.code)`, { nonNull: true }),
      ),
    ],
    ['School.legal is of kind bool, and its SQL is text', withField('School', 'legal', bool('code'))],
    [
      'School.validFrom is non-null and could be null',
      withField(
        'School',
        'validFrom',
        day((row) => `${row}.valid_to`),
      ),
    ],
    ['School.name is non-null and could be null', withField('School', 'name', text('budget'))],
    [
      'School.nameLength is of kind int, and its SQL is refused',
      withField(
        'School',
        'nameLength',
        int((row) => `${row}.nothing`),
      ),
    ],
    [
      'order STUDENTS_DESC: students could be null',
      changed('School', ({ orders }) => ({ orders: { ...orders, STUDENTS_DESC: ['-students', 'school_id'] } })),
    ],
    [
      'School order CODE_ASC: the column school.kode is not there',
      changed('School', ({ orders }) => ({ orders: { ...orders, CODE_ASC: ['kode', 'school_id'] } })),
    ],
    [
      'School filter q: the column school.nothing',
      changed('School', ({ filters }) => ({ filters: { ...filters, q: search(['nothing']) } })),
    ],
    ['Appointment where:', changed('Appointment', () => ({ where: (row) => `${row}.nothing` }))],
    [
      'the column person.schools is not there',
      changed('Person', () => ({ scope: { tenantId: 'tenant_id', schoolIds: 'schools' } })),
    ],
    [
      'Appointment.person: the column appointment.nobody is not there',
      withField('Appointment', 'person', one('Person', { id: 'nobody' })),
    ],
    [
      'the column person.nobody is not there',
      withField('Appointment', 'person', one('Person', { nobody: 'person_id' })),
    ],
  ])('%s', async (message, declared) => {
    await expect(verify(declared)).rejects.toThrow(message);
  });
});
