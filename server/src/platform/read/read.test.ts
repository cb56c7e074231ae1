import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Condition } from '@zhixiao/policy';
import type { GraphQLSchema } from 'graphql';
import { conditionSql } from './condition-sql.js';
import { actingAs, CITY, SCHOOL } from './test-support/acting.js';
import type { Actor } from './test-support/acting.js';
import { byGraphql, byText, readSchema } from './test-support/answer.js';
import type { Request } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import { appointments, uuidOf } from './test-support/rows.js';

interface Found {
  appointments: { totalCount: number; nodes: { id: string }[] };
  appointment: null;
}

let db: TestDatabase;
let schema: GraphQLSchema;
let county: Actor;
let city: Actor;

beforeAll(async () => {
  db = await startTestDatabase();
  schema = readSchema();
  county = actingAs(db.pool, { grant: {} });
  city = actingAs(db.pool, { grant: CITY });
}, 60_000);
afterAll(() => db.stop());

/** The answer's data, which must be the same both ways. */
async function ask(actor: Actor, query: string, variables: Request['variables'] = {}): Promise<unknown> {
  const { data, errors } = await byGraphql(schema, actor, { query, variables });
  expect(errors).toBeUndefined();
  const text = await byText(schema, actor, { query, variables });
  expect(JSON.parse(text ?? 'null')).toEqual(data);
  return data;
}

/** The code of the refusal, which leaves nothing to pass through: it comes before anything runs, or from PostgreSQL. */
async function refusal(actor: Actor, query: string, variables: Request['variables'] = {}): Promise<unknown> {
  const { errors } = await byGraphql(schema, actor, { query, variables });
  const code = errors?.[0]?.message;
  const passed = await byText(schema, actor, { query, variables }).catch((error: { code: string }) => error.code);
  expect([null, code]).toContain(passed);
  return code;
}

const mine = `S_522636_${uuidOf(1, 4)}`;
const foreign = `S_522635_${uuidOf(1, 3)}`;

describe('names', () => {
  test('an alias that is a column, an output or a key of ours stays an alias', async () => {
    const query = `{ school(id: "${mine}") { id: code code: id tenant_id: name school_id: students json: legal valid_from: code } }`;
    expect(await ask(county, query)).toEqual({
      school: { id: 'C48', code: mine, tenant_id: '第4中学 50%_\\"', school_id: null, json: true, valid_from: 'C48' },
    });
  });
  test('a response key over 63 bytes is refused, one of 63 is not', async () => {
    const key = 'k'.repeat(63);
    expect(await ask(county, `{ school(id: "${mine}") { ${key}: code } }`)).toEqual({ school: { [key]: 'C48' } });
    expect(await refusal(county, `{ school(id: "${mine}") { ${key}k: code } }`)).toBe('BAD_INPUT');
  });
  test('the same field in two fragments is one, with both selections', async () => {
    const query = `{ school(id: "${mine}") { tenant { name } ... on Node { ...S } } } fragment S on School { tenant { level } }`;
    expect(await ask(county, query)).toEqual({ school: { tenant: { name: '丁县', level: 'COUNTY' } } });
  });
  test('a selection of which @skip leaves nothing is an empty object', async () => {
    const query = `query ($no: Boolean!) { school(id: "${mine}") { id @skip(if: $no) } }`;
    expect(await ask(county, query, { no: true })).toEqual({ school: {} });
    expect(await ask(county, query, { no: false })).toEqual({ school: { id: mine } });
  });
  test('__typename at every level', async () => {
    expect(
      await ask(
        county,
        `{ __typename schools(first: 1) { __typename edges { __typename node { __typename } } pageInfo { __typename } } }`,
      ),
    ).toEqual({
      __typename: 'Query',
      schools: {
        __typename: 'SchoolConnection',
        edges: [{ __typename: 'SchoolEdge', node: { __typename: 'School' } }],
        pageInfo: { __typename: 'PageInfo' },
      },
    });
  });
});

describe('values', () => {
  test('bigint as text, instants in UTC, an infinite day as null, JSON as it is', async () => {
    const query = `{ school(id: "S_522636_${uuidOf(1, 7)}") { budget changedAt validTo extra tags ratio findings { checkId params } } }`;
    expect(await ask(county, query)).toEqual({
      school: {
        budget: '9007199254741000',
        changedAt: '2026-01-08T16:30:00.120Z',
        validTo: null,
        extra: { id: 7, list: [1, null] },
        tags: ['t7', 'a "b"'],
        ratio: 0.875,
        findings: [{ checkId: 'STF-1', params: { n: 7 } }],
      },
    });
  });
  test('a search term with the signs of LIKE means the signs; over 64 characters it is refused', async () => {
    const query = 'query ($q: String) { schools(filter: { q: $q }) { totalCount } }';
    expect(await ask(county, query, { q: '50%_\\' })).toEqual({ schools: { totalCount: 4 } });
    expect(await ask(county, query, { q: '%' })).toEqual({ schools: { totalCount: 4 } });
    expect(await ask(county, query, { q: '5_%' })).toEqual({ schools: { totalCount: 0 } });
    expect(await refusal(county, query, { q: 'x'.repeat(65) })).toBe('BAD_INPUT');
  });
  test('a list literal with a variable in it is read anew for every request', async () => {
    const query =
      'query ($code: String!) { schools(filter: { code: [$code, "C48"] }, order: CODE_ASC) { nodes { code } } }';
    expect(await ask(county, query, { code: 'C37' })).toEqual({
      schools: { nodes: [{ code: 'C37' }, { code: 'C48' }] },
    });
    expect(await ask(county, query, { code: 'C70' })).toEqual({
      schools: { nodes: [{ code: 'C48' }, { code: 'C70' }] },
    });
  });
  test('null is not given: filter, filter field, order, first, day', async () => {
    const query = `query ($f: SchoolFilter, $q: String, $o: SchoolOrder, $n: Int, $d: Date) {
      a: schools(filter: $f, order: $o, first: $n, asOf: $d) { totalCount nodes { code } }
      b: schools(filter: { q: $q, tenantId: null }) { totalCount nodes { code } } }`;
    const all = { totalCount: 4, nodes: ['C37', 'C48', 'C59', 'C70'].map((code) => ({ code })) };
    expect(await ask(county, query, { f: null, q: null, o: null, n: null, d: null })).toEqual({ a: all, b: all });
    expect(await ask(county, query, {})).toEqual({ a: all, b: all });
  });
  test('a value that is none of the column is bad input', async () => {
    const query = 'query ($d: Date) { schools(asOf: $d) { totalCount } }';
    expect(await refusal(county, query, { d: '2026-02-30' })).toBe('BAD_INPUT');
  });
});

describe('ids', () => {
  test('a foreign, an unknown, a malformed id and one of another type answer alike', async () => {
    const query = 'query ($id: ID!) { school(id: $id) { id } node(id: $id) { ... on School { id } } }';
    const nobody = { school: null, node: null };
    for (const id of [
      foreign,
      `S_522636_${uuidOf(1, 99)}`,
      'S_522636_x',
      '',
      `S_522636_${uuidOf(1, 4)}'`,
      'T_522635',
      'S_522636',
    ]) {
      expect(await ask(county, query, { id })).toEqual(nobody);
      expect(await byText(schema, county, { query, variables: { id } })).toBe('{"school":null,"node":null}');
    }
  });
  test('nodes keep the order of the ids, over types and tenants, with null for what is not there', async () => {
    const person = `P_522636_${uuidOf(2, 1)}`;
    const ids = [person, foreign, 'T_522636', mine, 'nothing', mine];
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on School { code } ... on Person { name } } }';
    const school = { __typename: 'School', id: mine, code: 'C48' };
    const tenant = { __typename: 'Tenant', id: 'T_522636' };
    const found = [{ __typename: 'Person', id: person, name: 'p1' }, null, tenant, school, null, school];
    expect(await ask(county, query, { ids })).toEqual({ nodes: found });
    expect(await ask(city, query, { ids: [foreign, mine] })).toEqual({
      nodes: [{ __typename: 'School', id: foreign, code: 'C11' }, school],
    });
    expect(await refusal(county, query, { ids: Array.from({ length: 201 }, () => mine) })).toBe('BAD_INPUT');
  });
});

describe('pages', () => {
  const query = `query ($first: Int, $after: String, $order: SchoolOrder) {
    schools(first: $first, after: $after, order: $order) { nodes { code students } pageInfo { hasNextPage endCursor } } }`;
  type Page = { schools: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

  test.each(['CODE_ASC', 'CODE_DESC', 'STUDENTS_DESC'])(
    'by cursor, %s shows every row once, nulls too',
    async (order) => {
      const seen: unknown[] = [];
      let after: string | undefined;
      for (let pages = 0; pages < 10; pages++) {
        const { schools } = (await ask(city, query, { first: 2, after, order })) as Page;
        seen.push(...schools.nodes);
        after = schools.pageInfo.endCursor;
        if (!schools.pageInfo.hasNextPage) break;
      }
      const whole = (await ask(city, query, { first: 200, order })) as Page;
      expect(seen).toHaveLength(9);
      expect(seen).toEqual(whole.schools.nodes);
    },
  );
  test('a cursor of another order, one made up and one with a value of another type are refused', async () => {
    const { schools } = (await ask(city, query, { first: 1, order: 'CODE_ASC' })) as Page;
    const made = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    expect(await refusal(city, query, { order: 'CODE_DESC', after: schools.pageInfo.endCursor })).toBe('BAD_CURSOR');
    for (const after of [
      '',
      'x',
      made([]),
      made(['School.CODE_ASC', 1]),
      made(['School.CODE_ASC', { a: 1 }, 'C', mine]),
    ]) {
      expect(await refusal(city, query, { order: 'CODE_ASC', after })).toBe('BAD_CURSOR');
    }
    expect(await refusal(city, query, { order: 'CODE_ASC', after: made(['School.CODE_ASC', 'x', 'C', 'y']) })).toBe(
      'BAD_CURSOR',
    );
  });
  test.each([0, 201, -1])('first: %i is refused, as a literal and as a variable', async (first) => {
    expect(await refusal(city, query, { first })).toBe('BAD_INPUT');
    expect(await refusal(city, `{ schools(first: ${first}) { nodes { id } } }`)).toBe('BAD_INPUT');
    expect(await refusal(city, `{ school(id: "${mine}") { appointments(first: ${first}) { nodes { id } } } }`)).toBe(
      'BAD_INPUT',
    );
  });
  test('an offset over 10,000 is refused', async () => {
    expect(await ask(city, '{ schools(offset: 10000) { nodes { id } } }')).toEqual({ schools: { nodes: [] } });
    expect(await refusal(city, '{ schools(offset: 10001) { nodes { id } } }')).toBe('BAD_INPUT');
  });
});

describe('permissions', () => {
  test('a person of one school sees that school, who serves there, and nothing beside', async () => {
    const secretary = actingAs(db.pool, { grant: SCHOOL });
    const query =
      '{ schools { totalCount nodes { id } } people { totalCount } appointments { nodes { school { id } } } }';
    const answer = (await ask(secretary, query)) as {
      people: { totalCount: number };
      appointments: { nodes: unknown[] };
    };
    expect(answer).toMatchObject({ schools: { totalCount: 1, nodes: [{ id: mine }] } });
    expect(answer.people.totalCount).toBe(1);
    expect(
      answer.appointments.nodes.every((node) => JSON.stringify(node) === JSON.stringify({ school: { id: mine } })),
    ).toBe(true);
  });
  test('no rule, no rows: lists, keys, links and counts', async () => {
    const rules = [{ action: 'read', subject: 'School', conditions: { tenantId: 522636 } }] as const;
    const actor = actingAs(db.pool, { grant: {}, rules: [...rules] });
    const query = `{ people { totalCount nodes { id } } appointments { totalCount } appointment(id: "A_522636_${uuidOf(3, 1)}") { id }
      school(id: "${mine}") { teamSize team { id } tenant { name } appointments { totalCount } } }`;
    expect(await ask(actor, query)).toEqual({
      people: { totalCount: 0, nodes: [] },
      appointments: { totalCount: 0 },
      appointment: null,
      school: { teamSize: 0, team: [], tenant: { name: '丁县' }, appointments: { totalCount: 0 } },
    });
  });
  test('several rules are alternatives, and a rule over tenants that are not the grant’s adds none', async () => {
    const conditions = [{ tenantId: { $in: [522635, 522701] } }, { tenantId: 522636, schoolId: uuidOf(1, 4) }];
    const rules = conditions.map((one) => ({ action: 'read' as const, subject: 'School' as const, conditions: one }));
    const actor = actingAs(db.pool, { grant: CITY, rules });
    expect(await ask(actor, '{ schools { nodes { tenant { id } } totalCount } }')).toMatchObject({
      schools: { totalCount: 6 },
    });
  });
  test('restricted rows and those of other accounts are not there, in lists, keys, links and counts', async () => {
    const tenantId = { $gte: 522600, $lte: 522699 };
    const rules = [
      { action: 'read' as const, subject: 'School' as const, conditions: { tenantId } },
      { action: 'read' as const, subject: 'Appointment' as const, conditions: { tenantId, restricted: false } },
    ];
    const plain = actingAs(db.pool, { grant: CITY, rules });
    const open = appointments.filter((row) => row.superseded_at === null && row.tenant_id !== 522701);
    const hidden = open.find((row) => row.restricted);
    const query = `{ appointments(first: 200) { totalCount nodes { id } } appointment(id: "A_${hidden?.tenant_id}_${hidden?.id}") { id } }`;
    const { appointments: list, appointment } = (await ask(plain, query)) as Found;
    expect(appointment).toBeNull();
    expect(list.totalCount).toBe(open.filter((row) => !row.restricted).length);
    expect(list.nodes).toHaveLength(list.totalCount);
    const own = {
      action: 'read' as const,
      subject: 'Appointment' as const,
      conditions: { tenantId, accountId: uuidOf(9, 1) },
    };
    const mineOnly = actingAs(db.pool, { grant: CITY, rules: [own] });
    const ids = open.filter((row) => row.account_id === uuidOf(9, 1)).map((row) => `A_${row.tenant_id}_${row.id}`);
    const found = (await ask(mineOnly, '{ appointments(first: 200) { totalCount nodes { id } } }')) as Found;
    expect(ids.length).toBeGreaterThan(0);
    expect(found.appointments.nodes.map(({ id }) => id).sort()).toEqual(ids.sort());
  });
  test('a rule about what a model does not keep lets nothing of it through', async () => {
    const rules = [{ restricted: false }, { accountId: uuidOf(9, 1) }].map((more) => ({
      action: 'read' as const,
      subject: 'School' as const,
      conditions: { tenantId: 522636, ...more },
    }));
    for (const rule of rules) {
      const actor = actingAs(db.pool, { grant: {}, rules: [rule] });
      expect(await ask(actor, '{ schools { totalCount } }')).toEqual({ schools: { totalCount: 0 } });
    }
    const condition: Condition = { kind: 'any', of: [{ tenant: { eq: 1 }, restricted: true, account: 'a' }] };
    expect(conditionSql(condition, { tenant: 't' }, [])).toBe('(t = $1 AND FALSE AND FALSE)');
    expect(conditionSql(condition, { tenant: 't', restricted: 'r', account: 'o' }, [])).toBe(
      '(t = $1 AND r AND o = $2)',
    );
  });
  test('a masked field reads null, may be no filter and no order, and is refused where it can’t be null', async () => {
    const rules = [
      { action: 'read' as const, subject: 'Person' as const, fields: ['name'], conditions: { tenantId: 522636 } },
      {
        action: 'read' as const,
        subject: 'School' as const,
        fields: ['name', 'code', 'legal'],
        conditions: { tenantId: 522636 },
      },
    ];
    const actor = actingAs(db.pool, { grant: {}, rules });
    expect(await ask(actor, `{ person(id: "P_522636_${uuidOf(2, 1)}") { id name score } }`)).toEqual({
      person: { id: `P_522636_${uuidOf(2, 1)}`, name: 'p1', score: null },
    });
    expect(await ask(actor, '{ people(order: NAME_ASC, first: 1) { nodes { name } } }')).toEqual({
      people: { nodes: [{ name: 'p0' }] },
    });
    expect(await ask(actor, '{ schools(order: CODE_ASC, filter: { legal: true }) { totalCount } }')).toEqual({
      schools: { totalCount: 2 },
    });
    expect(await refusal(actor, '{ people(order: SCORE_ASC) { nodes { name } } }')).toBe('FORBIDDEN');
    expect(await refusal(actor, '{ schools(filter: { atLeast: 1 }) { totalCount } }')).toBe('FORBIDDEN');
    expect(await refusal(actor, '{ schools(filter: { failing: ["STF-1"] }) { totalCount } }')).toBe('FORBIDDEN');
    expect(await refusal(actor, '{ schools(filter: { q: "x" }) { totalCount } }')).toBe('FORBIDDEN');
    expect(await refusal(actor, '{ schools { nodes { changedAt } } }')).toBe('FORBIDDEN');
    expect(await ask(county, '{ people(order: SCORE_ASC, first: 1) { nodes { score } } }')).toEqual({
      people: { nodes: [{ score: 0 }] },
    });
  });
});
