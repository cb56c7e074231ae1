import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { codeOf, unknownLike, withoutRequestId } from '../../support/answers.js';
import { NODE_TYPES, canary, freeTextColumns, seedCounty } from '../../support/canaries.js';
import type { County, NodeType } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { everyField, rootFields, schemaOf } from '../../support/schema-walk.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

const NODE = 'query Node($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
/** Root fields that answer one row by its id, with what they are of. */
const BY_ID = {
  School: 'school',
  Person: 'person',
  PartyOrganization: 'organization',
  Appointment: 'appointment',
  ImportBatch: 'importBatch',
  Job: 'job',
} as const;

let world: World;
let schema: GraphQLSchema;
let a: County;
let b: County;
let c: County;
let inspector: Client;
let city: Client;
let principal: Client;

/** Somebody of one county who must never be answered with a text of another. */
async function watched(tenant: number, role: 'CountyInspector' | 'CityInspector'): Promise<Client> {
  const client = await world.signedIn({ role, tenant });
  return Object.assign(client, { neverSees: role === 'CityInspector' ? canary('CANARY-C') : /canary-[ac](?![0-9])/i });
}

beforeAll(async () => {
  world = await createWorld();
  [a, b, c] = [
    await seedCounty(world, DANZHAI, 'CANARY-A'),
    await seedCounty(world, KAILI, 'CANARY-B'),
    await seedCounty(world, OTHER_COUNTY, 'CANARY-C'),
  ];
  schema = await schemaOf(a.admin);
  a.admin.neverSees = /canary-[bc](?![0-9])/i;
  b.admin.neverSees = /canary-[ac](?![0-9])/i;
  c.admin.neverSees = /canary-[ab](?![0-9])/i;
  inspector = await watched(KAILI, 'CountyInspector');
  city = await watched(CITY, 'CityInspector');
  const account = await world.account([]);
  await world.linkPerson(account.id, b.ids.Person);
  principal = await world.signIn(account.username);
  principal.neverSees = /canary-a|canary-c|canary-b-second|canary-b-小学2/i;
}, 120_000);
afterAll(() => world.end());

const everybodyOfB = (): [string, Client][] => [
  ['admin', b.admin],
  ['inspector', inspector],
  ['principal', principal],
];

describe('canaries', () => {
  test('every column of free text holds the county’s canary', async () => {
    const columns = await freeTextColumns(world);
    const empty: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await world.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1 AND ${column} ILIKE '%canary-a%'`,
        [DANZHAI],
      );
      if (!row?.n) empty.push(`${table}.${column}`);
    }
    expect(columns.length).toBeGreaterThan(40);
    expect(empty).toEqual([]);
  });

  test('who may see a row is answered with its canary, so that the tests below would notice', async () => {
    const answer = await a.admin.send(`{ schools { nodes { ${everyField(schema, schema.getType('School')!, 1)} } } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.text.match(/CANARY-A/g)?.length).toBeGreaterThan(20);
  });
});

describe('T-01: a row of another county, by its id', () => {
  test.each(NODE_TYPES)(
    'T-01: %s is there for its own county, and hidden from another as if it were not',
    async (type) => {
      const own = await a.admin.ask<{ node: { __typename: string } | null }>(NODE, { id: a.ids[type] });
      expect(own.node?.__typename).toBe(type);
      for (const [who, client] of everybodyOfB()) {
        const foreign = await client.send(NODE, { id: a.ids[type] });
        const unknown = await client.send(NODE, { id: unknownLike(a.ids[type]) });
        expect([who, foreign.text]).toEqual([who, unknown.text]);
        expect(foreign.data).toEqual({ node: null });
      }
    },
  );

  test.each(Object.entries(BY_ID))('T-01: %s by the root field %s', async (type, field) => {
    const query = `query One($id: ID!) { ${field}(id: $id) { __typename id } }`;
    const id = a.ids[type as NodeType];
    expect((await a.admin.ask<Record<string, { id: string }>>(query, { id }))[field]?.id).toBe(id);
    for (const [, client] of everybodyOfB()) {
      const foreign = await client.send(query, { id });
      expect(foreign.data).toEqual({ [field]: null });
      expect(foreign.text).toBe((await client.send(query, { id: unknownLike(id) })).text);
    }
  });

  test('T-01: a stored file and the refused rows of an import are not handed out', async () => {
    const get = async (client: Client, path: string): Promise<string> => {
      const response = await fetch(`${world.server.url}${path}`, { headers: client.headers() });
      return `${response.status} ${withoutRequestId(await response.text())}`;
    };
    expect(await get(a.admin, `/files/${a.ids.StoredFile}`)).toBe('200 CANARY-A');
    for (const [, client] of everybodyOfB()) {
      const foreign = await get(client, `/files/${a.ids.StoredFile}`);
      expect(foreign).toMatch(/^404 /);
      expect(foreign).toBe(await get(client, `/files/${unknownLike(a.ids.StoredFile)}`));
      const rows = await get(client, `/files/imports/${a.ids.ImportBatch}/errors`);
      expect(rows).toMatch(/^404 /);
      expect(rows).toBe(await get(client, `/files/imports/${unknownLike(a.ids.ImportBatch)}/errors`));
    }
  });
});

describe('T-02: several at once', () => {
  test('T-02: own ones are answered in the order asked, foreign ones are null', async () => {
    const own = NODE_TYPES.map((type) => b.ids[type]);
    const foreign = NODE_TYPES.map((type) => a.ids[type]);
    const ids = own.flatMap((id, i) => [foreign[i] ?? '', id]).reverse();
    const answer = await b.admin.ask<{ nodes: ({ id: string } | null)[] }>(NODES, { ids });
    expect(answer.nodes.map((node) => node?.id ?? null)).toEqual(ids.map((id) => (own.includes(id) ? id : null)));
  });
});

/** What a stranger may turn an id into: another letter, another tenant, another uuid, or nonsense. */
function forgeries(id: string): string[] {
  const [letter = '', tenant = '', uuid = ''] = id.split('_');
  const ownTenant = [
    `${letter}_${KAILI}_${uuid}`,
    `${letter}_${CITY}_${uuid}`,
    `${letter}_0_${uuid}`,
    `${letter}_999999_${uuid}`,
  ];
  const letters = [...'SPAODRBIJFGETU'].filter((one) => one !== letter).map((one) => `${one}_${tenant}_${uuid}`);
  const garbage = [
    '',
    '_',
    '__',
    'null',
    '0',
    `${letter}_${tenant}`,
    `${tenant}_${uuid}`,
    `${id}_x`,
    ` ${id}`,
    `${id}\u0000`,
    `${id}'--`,
  ];
  const more = [
    'T_',
    'T_x',
    'T_-1',
    'T_1e5',
    `T_${'9'.repeat(40)}`,
    `S_${'9'.repeat(40)}_${uuid}`,
    '😀',
    'x'.repeat(5000),
    `${letter}_${tenant}_${uuid.toUpperCase()}`,
  ];
  return [...ownTenant, ...letters, ...garbage, ...more];
}

/** The same hundred every time. */
function mutations(id: string, times: number): string[] {
  let seed = 20260719;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const alphabet = [...'0123456789abcdefSPAODRBIJFGET_-%\'"\\é漢\u0000'];
  return Array.from({ length: times }, () => {
    const letters = [...id];
    for (let i = 0; i <= random(3); i += 1) letters[random(letters.length)] = alphabet[random(alphabet.length)] ?? '';
    return letters.join('');
  });
}

describe('T-03: forged ids', () => {
  test('T-03: whatever is made of an id, it is hidden and the server does not fail', async () => {
    const hidden = withoutRequestId((await b.admin.send(NODE, { id: unknownLike(b.ids.School) })).text);
    const forged = [...NODE_TYPES.flatMap((type) => forgeries(a.ids[type])), ...mutations(a.ids.School, 100)];
    const odd: string[] = [];
    for (const id of forged) {
      // the own tenant's id is no secret
      if (id === b.ids.Tenant) continue;
      const answer = await b.admin.send(NODE, { id });
      if (answer.status !== 200 || withoutRequestId(answer.text) !== hidden)
        odd.push(`${id}: ${answer.status} ${answer.text}`);
    }
    expect(forged.length).toBeGreaterThan(500);
    expect(odd).toEqual([]);
  }, 120_000);

  test('T-03: the uuid of an own row under a foreign tenant is hidden, and so is a foreign uuid under the own one', async () => {
    for (const type of NODE_TYPES.filter((one) => one !== 'Tenant')) {
      const uuid = (county: County): string => county.ids[type].split('_')[2] ?? '';
      const letter = a.ids[type].split('_')[0];
      for (const id of [`${letter}_${DANZHAI}_${uuid(b)}`, `${letter}_${KAILI}_${uuid(a)}`]) {
        expect((await b.admin.ask<{ node: unknown }>(NODE, { id })).node).toBeNull();
      }
    }
  });

  test.each([
    ['schools', 'SchoolFilter', 'tenantId', 'Tenant'],
    ['people', 'PersonFilter', 'schoolId', 'School'],
    ['people', 'PersonFilter', 'tenantId', 'Tenant'],
    ['appointments', 'AppointmentFilter', 'schoolId', 'School'],
    ['appointments', 'AppointmentFilter', 'personId', 'Person'],
    ['departures', 'DepartureFilter', 'schoolId', 'School'],
    ['auditEntries', 'AuditFilter', 'subjectId', 'School'],
    ['auditEntries', 'AuditFilter', 'schoolId', 'School'],
  ] as const)(
    'T-03: %s(filter: %s.%s) of another county is empty, and so is every forgery',
    async (field, input, name, type) => {
      const query = `query List($filter: ${input}) { ${field}(filter: $filter) { totalCount nodes { id } } }`;
      const ask = (id: string): ReturnType<Client['send']> => b.admin.send(query, { filter: { [name]: id } });
      const unknown = await ask(unknownLike(a.ids[type]));
      expect(unknown.data).toEqual({ [field]: { totalCount: 0, nodes: [] } });
      expect((await ask(a.ids[type])).text).toBe(unknown.text);
      expect(
        ((await ask(b.ids[type])).data as Record<string, { totalCount: number }>)[field]?.totalCount,
      ).toBeGreaterThan(0);
      const odd: string[] = [];
      for (const id of [...forgeries(a.ids[type]), ...mutations(a.ids[type], 20)]) {
        if (id === b.ids.Tenant || id === `T_${CITY}`) continue;
        const answer = await ask(id);
        const refused = codeOf(answer) === 'BAD_INPUT';
        if (answer.status >= 500 || !(refused || answer.text === unknown.text)) odd.push(`${id}: ${answer.text}`);
      }
      expect(odd).toEqual([]);
    },
  );

  test('T-03: tenants below a foreign, unknown or forged one are none', async () => {
    const query = 'query Below($id: ID) { tenants(parentId: $id) { id } }';
    for (const id of [`T_${DANZHAI}`, 'T_330100', 'T_999999', 'x', 'T_', '', 'S_1', `T_${'9'.repeat(30)}`, "T_1'"]) {
      const answer = await b.admin.send(query, { id });
      expect(answer.status).toBeLessThan(500);
      if (!answer.errors) expect(answer.data).toEqual({ tenants: [] });
      else expect(codeOf(answer)).toBe('BAD_INPUT');
    }
  });
});

/** The deepest answer that the limits let through. */
async function asDeepAsAllowed(
  ask: (depth: number) => ReturnType<Client['send']>,
): Promise<{ depth: number; text: string }> {
  for (const depth of [3, 2, 1]) {
    const answer = await ask(depth);
    if (codeOf(answer) === 'TOO_COMPLEX' || answer.text.includes('tokens')) continue;
    if (answer.errors) throw new Error(answer.text);
    return { depth, text: answer.text };
  }
  throw new Error('too complex at any depth');
}

/** Everything that a root query can answer, as deep as the limits let it. */
async function everythingOf(client: Client, name: string): Promise<{ depth: number; text: string }> {
  const field = rootFields(schema).find((one) => one.name === name);
  if (!field) throw new Error(name);
  const named = getNamedType(field.type);
  const variables = field.args.some((arg) => arg.name === 'input')
    ? { input: { groupBy: 'COUNTY', compareTo: '2024-01-01' } }
    : {};
  const args = field.args.filter((arg) => ['first', 'input'].includes(arg.name));
  const call = args.map((arg) => (arg.name === 'first' ? 'first: 3' : 'input: $input'));
  const head = 'input' in variables ? 'query Everything($input: ReportInput!)' : 'query Everything';
  return asDeepAsAllowed((depth) => {
    const query = `${head} { ${name}${call.length > 0 ? `(${call.join(', ')})` : ''} { ${everyField(schema, named, depth)} } }`;
    return client.send(query, variables);
  });
}

const LISTS = [
  'viewer',
  'tenants',
  'schools',
  'people',
  'appointments',
  'departures',
  'importBatches',
  'auditEntries',
  'rolloutOverview',
  'lateSchools',
  'staffingOverview',
  'crossSchoolReport',
];

describe('T-04, T-05: edges lead nowhere else', () => {
  test('every root field is looked at: by id above, as a list below', () => {
    const asked = new Set<string>([...Object.values(BY_ID), ...LISTS, 'node', 'nodes']);
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
      const answers = await asDeepAsAllowed((depth) => {
        const fields = everyField(schema, schema.getType(type)!, depth);
        return b.admin.send(`query Row($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`, {
          id: b.ids[type],
        });
      });
      expect([type, (JSON.parse(answers.text) as { data: { node: unknown } }).data.node !== null]).toEqual([
        type,
        true,
      ]);
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
    for (const name of LISTS) await everythingOf(principal, name);
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
      expect((await city.ask<{ node: unknown }>(NODE, { id: a.ids[type] })).node).not.toBeNull();
    }
  });
});
