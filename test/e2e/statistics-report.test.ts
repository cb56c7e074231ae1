import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RATE_IDS, isAdjusted, rateOver } from '@zhixiao/domain';
import { onDay } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI } from '../support/world.js';
import {
  AS_OF,
  COMPARE_TO,
  HUANGPING,
  REPORT,
  createCountedWorld,
  inCity,
  inScope,
  ofTenant,
} from './statistics-world.js';
import type { CountedWorld, Report } from './statistics-world.js';

let counted: CountedWorld;
let city: CountedWorld['city'];
let rows: CountedWorld['rows'];
beforeAll(async () => {
  counted = await createCountedWorld();
  ({ city, rows } = counted);
});
afterAll(() => counted.world.end());

/** A row of the report, counted one school at a time. */
function naive(now: readonly StandingRow[], since: string, all: readonly StandingRow[]): Record<string, unknown> {
  const adjusted = now.filter((row) => inScope(row) && isAdjusted(row.rolloutState));
  const earlier = new Set(
    onDay(all, since)
      .filter((row) => isAdjusted(row.rolloutState))
      .map(({ schoolId }) => schoolId),
  );
  return {
    schools: now.length,
    inScope: now.filter(inScope).length,
    byReference: now.filter(({ scope }) => scope === 'BY_REFERENCE').length,
    adjusted: adjusted.length,
    newlyAdjusted: adjusted.filter(({ schoolId }) => !earlier.has(schoolId)).length,
    hardFindings: now.reduce((sum, row) => sum + row.hardFindings, 0),
    ...Object.fromEntries(RATE_IDS.map((id) => [id, rateOver(id, now)])),
  };
}

describe('the cross-school report', () => {
  test.each(['COUNTY', 'STAGE', 'ORG_TYPE'] as const)(
    'by %s equals a count over the rows, on both days',
    async (groupBy) => {
      const { crossSchoolReport: report } = await city.ask<Report>(REPORT, {
        input: { groupBy, asOf: AS_OF, compareTo: COMPARE_TO },
      });
      const now = onDay(rows, AS_OF).filter(inCity);
      const before = onDay(rows, COMPARE_TO).filter(inCity);
      expect(report.total).toEqual({ key: null, name: 'TOTAL', ...naive(now, COMPARE_TO, rows) });
      expect(report.totalBefore).toEqual({ key: null, name: 'TOTAL', ...naive(before, '2024-07-31', rows) });
      const groupOf = (row: StandingRow): string =>
        groupBy === 'COUNTY' ? `T_${row.tenantId}` : groupBy === 'STAGE' ? row.stage : (row.orgType ?? 'NONE');
      for (const [i, row] of report.rows.entries()) {
        const { key, name, ...figures } = row;
        expect(figures).toEqual(
          naive(
            now.filter((one) => groupOf(one) === key),
            COMPARE_TO,
            rows,
          ),
        );
        const { key: keyBefore, name: _name, ...figuresBefore } = report.rowsBefore?.[i] ?? { key: '', name: '' };
        expect([keyBefore, name.length > 0]).toEqual([key, true]);
        expect(figuresBefore).toEqual(
          naive(
            before.filter((one) => groupOf(one) === key),
            '2024-07-31',
            rows,
          ),
        );
      }
      expect(report.rows.reduce((sum, row) => sum + row.schools, 0)).toBe(now.length);
    },
  );

  test('lists counties in code order, the city for its own schools, a county that has none yet with zeros', async () => {
    const { crossSchoolReport: report } = await city.ask<Report>(REPORT, { input: { groupBy: 'COUNTY', asOf: AS_OF } });
    expect(report.rows.map(({ key }) => key)).toEqual([CITY, KAILI, HUANGPING, DANZHAI].map((id) => `T_${id}`));
    expect(report.rows[2]).toMatchObject({
      name: '黄平县',
      schools: 0,
      completion: { numerator: 0, denominator: 0, percent: null },
    });
    expect([report.compareTo, report.totalBefore, report.rowsBefore]).toEqual([null, null, null]);
    // without a day to compare with, new is what came since the end of last month
    expect(report.total['newlyAdjusted']).toBe(
      naive(onDay(rows, AS_OF).filter(inCity), '2024-09-30', rows)['newlyAdjusted'],
    );
  });

  test('takes the filters of the list of schools', async () => {
    const filter = {
      stage: ['PRIMARY', 'JUNIOR', 'NINE_YEAR', 'SENIOR'],
      failing: ['STF-3', 'STF-5'],
      combined: true,
      tenantId: `T_${KAILI}`,
    };
    const { crossSchoolReport: report } = await city.ask<Report>(REPORT, {
      input: { groupBy: 'STAGE', asOf: AS_OF, filter },
    });
    const list = await city.ask<{ schools: { totalCount: number } }>(
      'query L($filter: SchoolFilter, $asOf: Date) { schools(filter: $filter, asOf: $asOf) { totalCount } }',
      { filter, asOf: AS_OF },
    );
    const broken = ({ outcomes }: StandingRow): boolean =>
      ['STF-3', 'STF-5'].some((id) => ['FAIL', 'DEPARTURE_PENDING'].includes(outcomes[id] ?? ''));
    const expected = onDay(rows, AS_OF).filter(
      (row) => ofTenant(KAILI)(row) && filter.stage.includes(row.stage) && row.combined && broken(row),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect([report.schools, list.schools.totalCount]).toEqual([expected.length, expected.length]);
    expect(report.rows.map(({ key }) => key)).toEqual(
      filter.stage.filter((stage) => expected.some((row) => row.stage === stage)),
    );
  });

  test('a day to compare with that comes after is refused', async () => {
    expect(await city.refusal(REPORT, { input: { groupBy: 'STAGE', asOf: COMPARE_TO, compareTo: AS_OF } })).toBe(
      'BAD_INPUT',
    );
  });
});
