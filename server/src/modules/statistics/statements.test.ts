import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { abilityFor } from '@zhixiao/policy';
import type { ReadContext } from '../../platform/context.js';
import { createReadPool } from '../../platform/database/read-pool.js';
import type { ReadPool } from '../../platform/database/read-pool.js';
import type { ActiveGrant } from '../../platform/scope.js';
import { startTestDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { checkOutcomes } from './check-outcomes.js';
import { compliance } from './compliance.js';
import { crossSchoolReport } from './cross-school-report.js';
import { heldBack } from './held-back.js';
import { lateSchools } from './late-schools.js';
import { meetingStatistics } from './meeting-statistics.js';
import { rolloutOverview } from './rollout-overview.js';
import { staffingOverview } from './staffing-overview.js';

const account = '11111111-1111-4111-8111-111111111111';
const grant: ActiveGrant = {
  ...{ id: `G_522600_${account}`, role: 'CityInspector', tenantId: 522600, lo: 522600, hi: 522699, schoolId: null },
  ...{ ancestors: [0, 520000], accountId: account, accountName: 'x', personId: null },
};

const PAGE = { first: 20, offset: 0 };

let database: TestDatabase;
let pool: ReadPool;
beforeAll(async () => {
  database = await startTestDatabase();
  pool = createReadPool(database.urls.app, 2);
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.stop();
});

/** The statements that a figure sends, run for real. */
async function sent(ask: (ctx: ReadContext) => Promise<unknown>): Promise<number> {
  let count = 0;
  await ask({
    ...{ requestId: 'figures', ip: '::1', today: '2024-10-10', now: new Date('2024-10-10T04:00:00Z'), grant },
    ability: abilityFor(grant),
    read: {
      run: (statements) => {
        count += statements.length;
        return pool.run(grant, 'figures', statements);
      },
    },
  });
  return count;
}

describe('what a figure costs', () => {
  test.each([
    ['progress, two days and every county', (ctx: ReadContext) => rolloutOverview(ctx, {})],
    ['staffing with the tenures that end', (ctx: ReadContext) => staffingOverview(ctx, {})],
    ['the late, their schools aside', (ctx: ReadContext) => lateSchools(ctx, { first: 10 })],
    [
      'the report, two days, groups and total',
      (ctx: ReadContext) =>
        crossSchoolReport(ctx, { groupBy: 'COUNTY', compareTo: '2024-01-01', filter: { failing: ['STF-3'], q: 'x' } }),
    ],
    ['L8, every school and the total', (ctx: ReadContext) => meetingStatistics(ctx, PAGE)],
    ['compliance, school by school', (ctx: ReadContext) => compliance(ctx, { ...PAGE, groupBy: 'SCHOOL' })],
    ['the list behind it', (ctx: ReadContext) => checkOutcomes(ctx, { ...PAGE, checkId: ['PM-1'], outcome: ['FAIL'] })],
    ['the ledger of what was held back', (ctx: ReadContext) => heldBack(ctx, PAGE)],
  ])('%s: one statement', async (_name, ask) => {
    expect(await sent(ask)).toBe(1);
  });
});
