import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { codeOf } from '../../support/answers.js';
import { NODE_TYPES } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { everyPart, rootFields } from '../../support/schema-walk.js';
import { DANZHAI, KAILI } from '../../support/world.js';
import { BY_ID, NODE, createReaders } from './readers.js';
import type { Readers } from './readers.js';

let readers: Readers;
let world: Readers['world'];
let schema: Readers['schema'];
let a: Readers['a'];
let b: Readers['b'];
let c: Readers['c'];
let inspector: Readers['inspector'];
let city: Readers['city'];
let principal: Readers['principal'];
beforeAll(async () => {
  readers = await createReaders();
  ({ world, schema, a, b, c, inspector, city, principal } = readers);
}, 120_000);
afterAll(() => readers.world.end());

/** The deepest answers that the limits let through, in as many questions as it takes. */
async function asDeepAsAllowed(
  type: GraphQLNamedType,
  ask: (selection: string) => ReturnType<Client['send']>,
): Promise<{ depth: number; texts: string[] }> {
  for (const depth of [3, 2, 1]) {
    const answers = await Promise.all(everyPart(schema, type, depth).map(ask));
    // beyond some depth a question is more than the limits allow, or than a body may hold
    if (
      answers.some(
        (one) => ['TOO_COMPLEX', 'FILE_TOO_LARGE'].includes(codeOf(one) ?? '') || one.text.includes('tokens'),
      )
    )
      continue;
    const failed = answers.find((one) => one.errors);
    if (failed) throw new Error(failed.text);
    return { depth, texts: answers.map(({ text }) => text) };
  }
  throw new Error('too complex at any depth');
}

/** Everything that a root query can answer, as deep as the limits let it. */
async function everythingOf(client: Client, name: string): Promise<{ depth: number }> {
  const field = rootFields(schema).find((one) => one.name === name);
  if (!field) throw new Error(name);
  const named = getNamedType(field.type);
  const variables = field.args.some((arg) => arg.name === 'input')
    ? { input: { groupBy: 'COUNTY', compareTo: '2024-01-01' } }
    : {};
  const args = field.args.filter((arg) => ['first', 'input'].includes(arg.name));
  const call = args.map((arg) => (arg.name === 'first' ? 'first: 3' : 'input: $input'));
  const head = 'input' in variables ? 'query Everything($input: ReportInput!)' : 'query Everything';
  const called = `${name}${call.length > 0 ? `(${call.join(', ')})` : ''}`;
  return asDeepAsAllowed(named, (selection) => client.send(`${head} { ${called} { ${selection} } }`, variables));
}

const LISTS = [
  'viewer',
  'tenants',
  'schools',
  'people',
  'organizations',
  'appointments',
  'departures',
  'matterTypes',
  'rulesOfProcedure',
  'topics',
  'meetings',
  'decisions',
  'decisionTasks',
  'emergencyActions',
  'notifications',
  'notificationPreference',
  'importBatches',
  'auditEntries',
  'roleGrants',
  'quietCounties',
  'rolloutOverview',
  'lateSchools',
  'staffingOverview',
  'crossSchoolReport',
  'meetingStatistics',
  'compliance',
  'checkOutcomes',
  'heldBack',
];

/** Fields that ask anew about one row, and say nothing where it may not be read: tried where the row's own rights are. */
const OF_A_ROW = ['topicGates', 'meetingVerdict'];

describe('T-04, T-05: edges lead nowhere else', () => {
  test('every root field is looked at: by id above, as a list below', () => {
    const asked = new Set<string>([...Object.values(BY_ID), ...LISTS, ...OF_A_ROW, 'node', 'nodes']);
    const queries = rootFields(schema)
      .filter((one) => one.operation === 'query')
      .map(({ name }) => name);
    expect(queries.filter((name) => !asked.has(name))).toEqual([]);
  });

  test.each(LISTS)('T-04, T-05: %s with every field and link holds only texts of the own county', async (name) => {
    const own = await everythingOf(b.admin, name);
    expect(own.depth).toBeGreaterThanOrEqual(1);
    await everythingOf(inspector, name);
    await everythingOf(city, name);
  });

  test('T-04: of each own row every field and every link back stays at home', async () => {
    for (const type of NODE_TYPES) {
      const { texts } = await asDeepAsAllowed(schema.getType(type)!, (selection) =>
        b.admin.send(`query Row($id: ID!) { node(id: $id) { ... on ${type} { ${selection} } } }`, { id: b.ids[type] }),
      );
      const found = texts.map((text) => (JSON.parse(text) as { data: { node: unknown } }).data.node !== null);
      expect([type, found.every(Boolean)]).toEqual([type, true]);
    }
  });

  test('T-04: the same person in two counties is two persons, each with the posts of the own county', async () => {
    await world.sql(
      'UPDATE person SET person_key = (SELECT person_key FROM person WHERE tenant_id = $1 AND id = $2) WHERE tenant_id = $3 AND id = $4',
      [DANZHAI, a.ids.Person.split('_')[2], KAILI, b.ids.Person.split('_')[2]],
    );
    const query =
      'query P($id: ID!) { person(id: $id) { posts { school { name team { personName } } } appointments { totalCount nodes { school { name } } } } }';
    const { person } = await b.admin.ask<{ person: { appointments: { totalCount: number } } }>(query, {
      id: b.ids.Person,
    });
    expect(person.appointments.totalCount).toBe(1);
  });

  test('T-04: a principal sees of a person who serves two schools the posts at the own one only', async () => {
    const query = `query P($id: ID!) { person(id: $id) { name appointments { totalCount nodes { documentNo school { name team { personName } } } }
      posts { documentNo } } }`;
    const { person } = await principal.ask<{
      person: { appointments: { totalCount: number; nodes: { school: { name: string } }[] } };
    }>(query, { id: b.second.person });
    expect(person.appointments.totalCount).toBe(1);
    expect(person.appointments.nodes[0]?.school.name).toBe('CANARY-B-小学1');
    expect((await principal.ask<{ node: unknown }>(NODE, { id: b.second.appointment })).node).toBeNull();
    expect((await principal.ask<{ node: unknown }>(NODE, { id: b.second.school })).node).toBeNull();
    for (const name of LISTS.filter((one) => one !== 'quietCounties')) await everythingOf(principal, name);
  });

  test('T-05: a city sees its counties and what is in them, and nothing of another city', async () => {
    const { tenants } = await city.ask<{ tenants: { id: string }[] }>('{ tenants { id } }');
    expect(tenants.every(({ id }) => /^T_5226\d\d$/.test(id))).toBe(true);
    const { schools } = await city.ask<{ schools: { nodes: { tenant: { id: string } }[]; totalCount: number } }>(
      '{ schools(first: 20) { totalCount nodes { tenant { id } team { person { name appointments(first: 5) { nodes { school { name } } } } } } } }',
    );
    expect(schools.totalCount).toBe(4);
    expect(new Set(schools.nodes.map(({ tenant }) => tenant.id))).toEqual(new Set([`T_${DANZHAI}`, `T_${KAILI}`]));
    for (const type of NODE_TYPES) {
      expect((await city.ask<{ node: unknown }>(NODE, { id: c.ids[type] })).node).toBeNull();
      const own = (await city.ask<{ node: unknown }>(NODE, { id: a.ids[type] })).node;
      // who has which right is the admins' to see, and what somebody was told theirs alone
      if (type === 'RoleGrant' || type === 'Notification') expect(own).toBeNull();
      else expect(own).not.toBeNull();
    }
  });
});
