import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PolicyRule } from '@zhixiao/policy';
import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { actingAs, CITY, PROVINCE, SCHOOL } from './test-support/acting.js';
import type { Actor } from './test-support/acting.js';
import { byGraphql, byText, readSchema } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import { naiveSchema } from './test-support/naive.js';
import { randomQuery } from './test-support/random-query.js';
import { uuidOf } from './test-support/rows.js';

const CITY_WIDE = { tenantId: { $gte: 522600, $lte: 522699 } };

let db: TestDatabase;
let actors: Actor[];

beforeAll(async () => {
  db = await startTestDatabase();
  const inspector = { role: 'CountyInspector', tenantId: 522701, lo: 522701, hi: 522701 } as const;
  actors = [{}, CITY, PROVINCE, SCHOOL, inspector].map((grant) => actingAs(db.pool, { grant }));
  actors.push(actingAs(db.pool, { grant: CITY, rules: NARROW }));
}, 60_000);
afterAll(() => db.stop());

/** Unrestricted seats of everybody, restricted ones of one's own county, and one's own: every name that a rule may test. */
const NARROW: readonly PolicyRule[] = [
  ...(['Tenant', 'School', 'Person'] as const).map(
    (subject) => ({ action: 'read', subject, conditions: CITY_WIDE }) as const,
  ),
  { action: 'read', subject: 'Appointment', conditions: { ...CITY_WIDE, restricted: false } },
  { action: 'read', subject: 'Appointment', conditions: { tenantId: 522636, restricted: true } },
  { action: 'read', subject: 'Appointment', conditions: { ...CITY_WIDE, accountId: uuidOf(9, 1) } },
];

const RUNS = Number(process.env['READ_PROPERTY_RUNS'] ?? 400);

test('any selection, by text and by graphql-js, answers as the rows in memory do', async () => {
  const schema = readSchema();
  const naive = naiveSchema();
  let values = 0;
  const property = fc.asyncProperty(fc.gen(), fc.nat({ max: 5 }), async (g, who) => {
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
