import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { actingAs, CITY, PROVINCE, SCHOOL } from './test-support/acting.js';
import type { Actor } from './test-support/acting.js';
import { byGraphql, byText, readSchema } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import { naiveSchema } from './test-support/naive.js';
import { randomQuery } from './test-support/random-query.js';

let db: TestDatabase;
let actors: Actor[];

beforeAll(async () => {
  db = await startTestDatabase();
  const inspector = { role: 'CountyInspector', tenantId: 522701, lo: 522701, hi: 522701 } as const;
  actors = [{}, CITY, PROVINCE, SCHOOL, inspector].map((grant) => actingAs(db.pool, { grant }));
}, 60_000);
afterAll(() => db.stop());

const RUNS = Number(process.env['READ_PROPERTY_RUNS'] ?? 400);

test('any selection, by text and by graphql-js, answers as the rows in memory do', async () => {
  const schema = readSchema();
  const naive = naiveSchema();
  let values = 0;
  const property = fc.asyncProperty(fc.gen(), fc.nat({ max: 4 }), async (g, who) => {
    const actor = actors[who] as Actor;
    const request = randomQuery(g, schema);
    const expected = await execute({
      schema: naive,
      document: parse(request.query),
      contextValue: actor,
      variableValues: request.variables,
    });
    const data: unknown = JSON.parse(JSON.stringify({ data: expected.data, errors: expected.errors }));
    expect(await byGraphql(schema, actor, request)).toEqual(data);
    expect(JSON.parse((await byText(schema, actor, request)) ?? 'null')).toEqual(
      expected.data && JSON.parse(JSON.stringify(expected.data)),
    );
    values += JSON.stringify(data).length;
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(values).toBeGreaterThan(RUNS * 100); // the answers were not empty
}, 300_000);
