import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { taskOfRoot } from './plan-read.js';
import { readerOf } from './resolve-read.js';
import { actingAs, CITY, PROVINCE, SCHOOL } from './test-support/acting.js';
import type { Actor } from './test-support/acting.js';
import { byGraphql, byText, readSchema } from './test-support/answer.js';
import type { Request } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import {
  AFTER,
  LIST_IN_A_COUNTY,
  LIST_OVER_A_CITY,
  PAGE,
  PEOPLE_OF_A_SCHOOL,
  SEARCH,
} from './test-support/pinned-sql.js';
import { uuidOf } from './test-support/rows.js';

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

const mine = `S_522636_${uuidOf(1, 4)}`;
const foreign = `S_522635_${uuidOf(1, 3)}`;

describe('plans', () => {
  const plansOf = (): number => [...readerOf(schema).variants.values()].reduce((sum, { plans }) => sum + plans.size, 0);

  test('another value is no other plan; another presence, boolean, order or range of tenants is', async () => {
    const query = 'query ($f: SchoolFilter, $o: SchoolOrder) { schools(filter: $f, order: $o) { nodes { id } } }';
    const added = async (actor: Actor, variables: Request['variables']): Promise<number> => {
      const before = plansOf();
      await byText(schema, actor, { query, variables });
      return plansOf() - before;
    };
    expect(await added(county, { f: { q: 'a' }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(county, { f: { q: 'b' }, o: 'CODE_ASC' })).toBe(0);
    expect(await added(county, { f: { q: 'b', legal: null }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(county, { f: { legal: true }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(county, { f: { legal: false }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(county, { f: { legal: false }, o: 'CODE_DESC' })).toBe(1);
    expect(
      await added(actingAs(db.pool, { grant: { tenantId: 522635, lo: 522635, hi: 522635 } }), {
        f: { q: 'a' },
        o: 'CODE_ASC',
      }),
    ).toBe(0);
    expect(await added(city, { f: { q: 'a' }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(actingAs(db.pool, { grant: PROVINCE }), { f: { q: 'a' }, o: 'CODE_ASC' })).toBe(1);
    expect(await added(city, { f: { q: 'a', tenantId: 'T_522636' }, o: 'CODE_ASC' })).toBe(1);
  });
  test('at most 1,000 selections are remembered', () => {
    const reader = readerOf(schema);
    const field = schema.getQueryType()?.getFields()['school'];
    for (let i = 0; i < 1010; i++) {
      const [operation] = parse(`{ school(id: "${mine}") { k${i}: id } }`).definitions as [OperationDefinitionNode];
      const nodes = operation.selectionSet.selections as readonly FieldNode[];
      const asking = { ctx: county.reading, schema, operation, fragments: {}, variables: {} };
      if (field) taskOfRoot(reader, asking, { field, nodes, path: 'school' });
    }
    expect(reader.variants.size).toBe(1000);
  });
  test('statements are named for shipped operations only', async () => {
    const shipped = actingAs(db.pool, { grant: {}, shipped: true });
    const query = '{ schools { totalCount } }';
    expect(await byText(schema, shipped, { query })).toBe(await byText(schema, county, { query }));
    expect(shipped.sent[0]?.name).toMatch(/^[0-9a-f]{32}$/);
    expect(county.sent.every(({ name }) => name === undefined)).toBe(true);
  });
  test('all root fields go out in one transaction', async () => {
    const actor = actingAs(db.pool, { grant: {} });
    const text = await byText(schema, actor, {
      query: `{ b: schools { totalCount } a: school(id: "${mine}") { code } c: school(id: "${foreign}") { code } }`,
    });
    expect(text).toBe('{"b":{"totalCount":4},"a":{"code":"C48"},"c":null}');
    expect(actor.sent).toHaveLength(2);
  });
  test('a query with another root field, a mutation and variables that can’t be coerced are left to graphql-js', async () => {
    expect(await byText(schema, county, { query: '{ greeting schools { totalCount } }' })).toBeNull();
    expect(await byText(schema, county, { query: '{ __schema { queryType { name } } }' })).toBeNull();
    expect(
      await byText(schema, county, {
        query: 'query ($n: Int) { schools(first: $n) { totalCount } }',
        variables: { n: 'x' },
      }),
    ).toBeNull();
    const { data } = await byGraphql(schema, county, { query: '{ greeting schools { totalCount } }' });
    expect(data).toEqual({ greeting: 'hello', schools: { totalCount: 4 } });
  });
});

describe('the SQL', () => {
  /** The statement of the one root field, a line a clause. */
  async function sqlOf(actor: Actor, query: string): Promise<readonly string[]> {
    const from = actor.sent.length;
    await byText(schema, actor, { query });
    expect(actor.sent).toHaveLength(from + 1);
    return actor.sent[from]?.text.split(/(?<=\)) (?=FROM \()|(?= WHERE | ORDER BY )/) ?? [];
  }

  test('of a list in a county: one tenant, no rule of its own since the county is the rule', async () => {
    expect(
      await sqlOf(county, '{ schools(first: 25) { nodes { id name secretary { person { name } } } totalCount } }'),
    ).toEqual(LIST_IN_A_COUNTY);
  });
  test('of the same list over a city: a range, and every relation on its parent’s tenant', async () => {
    expect(
      await sqlOf(city, '{ schools(first: 25) { nodes { id name secretary { person { name } } } totalCount } }'),
    ).toEqual(LIST_OVER_A_CITY);
  });
  test('of a page about one school: the tenant is in every relation', async () => {
    expect(
      await sqlOf(
        county,
        `{ school(id: "${mine}") { name team { post } appointments(first: 10) { nodes { post } totalCount } } }`,
      ),
    ).toEqual(PAGE);
  });
  test('of a list for one school’s people: the school is in every relation', async () => {
    const secretary = actingAs(db.pool, { grant: SCHOOL });
    expect(await sqlOf(secretary, '{ people { nodes { name posts { post } } } }')).toEqual(PEOPLE_OF_A_SCHOOL);
  });
  test('of a search: one parameter a form of the term', async () => {
    expect(await sqlOf(county, '{ schools(filter: { q: "x", tenantId: "T_522636" }) { totalCount } }')).toEqual(SEARCH);
  });
  test('of the page after a cursor: one row comparison where the order is total one way', async () => {
    const after = Buffer.from('["School.CODE_ASC", 522636, "C48", "14d51000-0000-4000-8000-000000000004"]').toString(
      'base64url',
    );
    expect(await sqlOf(city, `{ schools(after: "${after}") { nodes { id } } }`)).toEqual(AFTER);
  });
});
