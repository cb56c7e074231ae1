import * as read from '../index.js';

const tenant = read.readModel('Tenant', {
  table: 'tenant',
  scope: { tenantId: 'id' },
  fields: { id: read.tenantKey('T'), name: read.text('name'), level: read.text('level') },
  filters: { level: read.equals('level'), parentId: read.tenantRef('T', 'parent_id') },
  orders: { CODE_ASC: ['id'] },
});

const school = read.readModel('School', {
  table: 'school',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  during: { from: 'valid_from', to: 'valid_to' },
  fields: {
    id: read.key('S', 'school_id'),
    tenant: read.one('Tenant', {}, { alongside: true }),
    code: read.text('code'),
    name: read.text('name'),
    students: read.int('students'),
    budget: read.bigint('budget'),
    ratio: read.float('ratio'),
    legal: read.bool('legal'),
    tags: read.textArray('tags'),
    findings: read.objects('Finding', {
      column: 'findings',
      fields: { checkId: 'check', outcome: 'outcome', params: 'params' },
    }),
    extra: read.json('extra'),
    changedAt: read.instant('changed_at'),
    validFrom: read.day('valid_from'),
    validTo: read.day('valid_to'),
    nameLength: read.int((row) => `length(${row}.name)`, { nonNull: true }),
  },
  filters: {
    q: read.search(['name', 'code'], ['pinyin']),
    tenantId: read.subtree(),
    code: read.oneOf('code'),
    legal: read.whether(['legal'], (row, on) => (on ? `${row}.legal` : `${row}.legal IS NOT TRUE`)),
    fewerThan: read.before('students'),
    atLeast: read.atLeast('students'),
    failing: read.where(
      ['findings'],
      (row, value) =>
        `EXISTS (SELECT FROM jsonb_array_elements(${row}.findings) f WHERE f ->> 'check' = ANY (${value}::text[]))`,
    ),
  },
  orders: {
    CODE_ASC: ['tenant_id', 'code', 'school_id'],
    CODE_DESC: ['-tenant_id', '-code', '-school_id'],
    STUDENTS_DESC: ['-students?', 'school_id'],
  },
});

const heldOn = (row: string): string => `${row}.post = 'SECRETARY'`;
const links = read.extend('School', {
  secretary: read.one('Appointment', { school_id: 'school_id' }, { where: heldOn, during: true }),
  team: read.many('Appointment', { school_id: 'school_id' }, { order: ['post', 'id'], max: 50, during: true }),
  teamSize: read.count('team'),
  appointments: read.page('Appointment', { school_id: 'school_id' }, { order: ['post', '-id'], args: ['post'] }),
});

const person = read.readModel('Person', {
  table: 'person',
  scope: { tenantId: 'tenant_id', schoolIds: 'school_ids' },
  fields: {
    id: read.key('P'),
    tenant: read.one('Tenant', {}, { alongside: true }),
    name: read.text('name'),
    score: read.int('score'),
    posts: read.many('Appointment', { person_id: 'id' }, { order: ['post', 'id'], max: 2, during: true }),
  },
  orders: { NAME_ASC: ['name', 'id'], SCORE_ASC: ['score?', 'id'] },
});

const appointment = read.readModel('Appointment', {
  table: 'appointment',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', restricted: 'restricted', accountId: 'account_id' },
  during: { range: 'valid', whenAsked: true },
  where: (row) => `${row}.superseded_at IS NULL`,
  fields: {
    id: read.key('A'),
    tenant: read.one('Tenant', {}, { alongside: true }),
    school: read.one('School', { school_id: 'school_id' }),
    person: read.one('Person', { id: 'person_id' }),
    post: read.text('post'),
    startsOn: read.day((row) => `lower(${row}.valid)`, { nonNull: true }),
    endsOn: read.day((row) => `upper(${row}.valid) - 1`),
    tenureEndsOn: read.day('tenure_end'),
  },
  filters: {
    schoolId: read.keyOf('S', 'school_id'),
    personId: read.keyOf('P', 'person_id'),
    post: read.equals('post'),
    current: read.onDay(),
  },
  orders: {
    STARTS_ON_DESC: [{ sql: (row) => `lower(${row}.valid)`, down: true, uses: 'startsOn' }, '-id'],
    TENURE_ENDS_ASC: ['tenure_end?', 'id'],
  },
});

export const declarations: read.ReadDeclarations = {
  models: [tenant, school, person, appointment],
  extensions: [links],
  roots: {
    node: read.node,
    nodes: read.nodes,
    tenants: read.all('Tenant', { args: ['level', 'parentId'], order: 'CODE_ASC', max: 100 }),
    school: read.byKey('School'),
    schools: read.list('School', { order: 'CODE_ASC' }),
    person: read.byKey('Person'),
    people: read.list('Person', { order: 'NAME_ASC' }),
    appointment: read.byKey('Appointment'),
    appointments: read.list('Appointment', { order: 'STARTS_ON_DESC' }),
  },
  payloads: { AppointPayload: { appointment: 'Appointment', school: 'School' } },
};
