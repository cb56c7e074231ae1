import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { actingAs, CITY, PROVINCE, SCHOOL } from './test-support/acting.js';
import { byGraphql, byText, readSchema } from './test-support/answer.js';
import type { Request } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import type { Actor } from './test-support/acting.js';
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

type Data = Record<string, never> & Record<string, any>;

/** The answer, which must be the same both ways. */
async function ask(actor: Actor, query: string, variables: Request['variables'] = {}): Promise<Data> {
  const { data, errors } = await byGraphql(schema, actor, { query, variables });
  expect(errors).toBeUndefined();
  const text = await byText(schema, actor, { query, variables });
  expect(JSON.parse(text ?? 'null')).toEqual(data);
  return data as Data;
}

test('x', async () => {
  console.log(
    JSON.stringify(
      await ask(
        county,
        `{ schools { totalCount nodes { id name budget ratio legal tags extra changedAt validFrom validTo nameLength tenant { name } findings { a: checkId params } secretary { post person { name } } teamSize team { id startsOn endsOn } appointments { pageInfo { endCursor hasNextPage } edges { cursor node { id } } } } } }`,
      ),
      null,
      1,
    ).slice(0, 3000),
  );
  console.log(county.sent[0]?.text);
});
