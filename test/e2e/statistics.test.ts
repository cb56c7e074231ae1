import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLLOUT_STATES, STAFFING_CHECK_IDS, daysBetween, isAdjusted, rateOver } from '@zhixiao/domain';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { onDay } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY } from '../support/world.js';
import { AS_OF, COMPARE_TO, HUANGPING, LATE, PROGRESS, REPORT, STAFFING } from './statistics-world.js';
import { createCountedWorld, inCity, inScope, ofTenant } from './statistics-world.js';
import type { CountedWorld, Progress, Report } from './statistics-world.js';

let counted: CountedWorld;
let world: CountedWorld['world'];
let city: CountedWorld['city'];
let county: CountedWorld['county'];
let rows: CountedWorld['rows'];
beforeAll(async () => {
  counted = await createCountedWorld();
  ({ world, city, county, rows } = counted);
});
afterAll(() => counted.world.end());

const states = (now: readonly StandingRow[]): unknown[] =>
  ROLLOUT_STATES.map((state) => ({
    state,
    count: now.filter((row) => inScope(row) && row.rolloutState === state).length,
  }));

describe('the overviews', () => {
  test('progress equals a count over the rows, county by county', async () => {
    const { rolloutOverview: overview } = await city.ask<Progress>(PROGRESS, { asOf: AS_OF, compareTo: COMPARE_TO });
    const progress = (own: (row: StandingRow) => boolean): object => {
      const now = onDay(rows, AS_OF).filter(own);
      const completion = rateOver('completion', now);
      return {
        inScope: now.filter(inScope).length,
        completion,
        completionBefore: rateOver('completion', onDay(rows, COMPARE_TO).filter(own)),
      };
    };
    const now = onDay(rows, AS_OF).filter(inCity);
    expect(overview).toMatchObject({
      asOf: AS_OF,
      compareTo: COMPARE_TO,
      schools: now.length,
      funnel: states(now),
      ...progress(inCity),
    });
    expect(overview.counties.map(({ tenant }) => tenant.code)).toEqual([CITY, KAILI, HUANGPING, DANZHAI].map(String));
    for (const { tenant, ...row } of overview.counties) {
      const own = ofTenant(Number(tenant.code));
      expect(row).toEqual({ states: states(onDay(rows, AS_OF).filter(own)), ...progress(own) });
    }
    expect(overview.funnel.reduce((sum, { count }) => sum + count, 0)).toBe(overview['inScope']);
  });

  test('progress is compared with the last day of the month before, unless asked otherwise', async () => {
    const { rolloutOverview: overview } = await city.ask<Progress>(PROGRESS, { asOf: '2024-09-15' });
    expect(overview).toMatchObject({ compareTo: COMPARE_TO });
    const { rolloutOverview: march } = await city.ask<Progress>(PROGRESS, { asOf: '2024-03-31' });
    expect(march).toMatchObject({ compareTo: '2024-02-29' });
  });

  test('staffing equals a count over the rows', async () => {
    const { staffingOverview: overview } = await county.ask<{ staffingOverview: Record<string, unknown> }>(STAFFING, {
      asOf: AS_OF,
    });
    const now = onDay(rows, AS_OF).filter(ofTenant(DANZHAI));
    const having = (column: 'secretaryVacantSince' | 'principalVacantSince' | 'fullTimeDeputyVacantSince'): number =>
      now.filter((row) => row[column] !== null).length;
    const outcome = (id: string, word: string): number => now.filter(({ outcomes }) => outcomes[id] === word).length;
    expect(overview).toMatchObject({
      schools: now.length,
      tenuresEnding: 0,
      departuresPending: now.reduce((sum, row) => sum + row.departuresPending, 0),
      schoolsWithHardFindings: now.filter((row) => row.hardFindings > 0).length,
      vacancies: [
        { post: 'SECRETARY', fullTime: false, count: having('secretaryVacantSince') },
        { post: 'PRINCIPAL', fullTime: false, count: having('principalVacantSince') },
        { post: 'DEPUTY_SECRETARY', fullTime: true, count: having('fullTimeDeputyVacantSince') },
      ],
      findings: STAFFING_CHECK_IDS.map((checkId) => ({
        checkId,
        fail: outcome(checkId, 'FAIL'),
        pending: outcome(checkId, 'DEPARTURE_PENDING'),
        approved: outcome(checkId, 'DEPARTURE_APPROVED'),
        pass: outcome(checkId, 'PASS'),
      })),
    });
  });

  test('the late are those in scope and not adjusted, the longest in their state first', async () => {
    type Late = { school: { id: string; validFrom: string }; state: string; since: string | null; days: number };
    const { lateSchools: late } = await city.ask<{ lateSchools: Late[] }>(LATE, { asOf: AS_OF, first: 200 });
    const expected = onDay(rows, AS_OF).filter((row) => inCity(row) && inScope(row) && !isAdjusted(row.rolloutState));
    const enrolled = (row: StandingRow): string =>
      [CITY, DANZHAI].includes(row.tenantId) ? '2023-09-01' : '2020-09-01';
    const days = new Map(
      expected.map((row) => [
        `S_${row.tenantId}_${row.schoolId}`,
        daysBetween(row.rolloutSince ?? enrolled(row), AS_OF),
      ]),
    );
    expect(late.map(({ school, days: found }) => [school.id, found]).sort()).toEqual([...days].sort());
    expect(late.map((one) => one.days)).toEqual([...days.values()].sort((a, b) => b - a));
    const early = await city.ask<{ lateSchools: Late[] }>(LATE, { asOf: '2024-01-01', first: 3 });
    // schools are shown as they stood on the day
    expect(early.lateSchools.map(({ school }) => school.validFrom)).toEqual(['2020-09-01', '2020-09-01', '2020-09-01']);
    expect(await city.refusal(LATE, { first: 201 })).toBe('BAD_INPUT');
  });
});

describe('whose schools are counted', () => {
  test('T-11: counts and totals of a county hold its own schools and nothing of another tenant', async () => {
    const own = onDay(rows, AS_OF).filter(ofTenant(DANZHAI));
    const { crossSchoolReport: report } = await county.ask<Report>(REPORT, {
      input: { groupBy: 'COUNTY', asOf: AS_OF },
    });
    expect([report.schools, report.rows.map(({ key }) => key)]).toEqual([own.length, [`T_${DANZHAI}`]]);
    const { schools } = await county.ask<{
      schools: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } };
    }>(
      'query L($asOf: Date) { schools(first: 200, asOf: $asOf) { totalCount nodes { id } pageInfo { hasNextPage } } }',
      { asOf: AS_OF },
    );
    expect([schools.totalCount, schools.nodes.length, schools.pageInfo.hasNextPage]).toEqual([
      own.length,
      own.length,
      false,
    ]);
    expect(schools.nodes.every(({ id }) => id.startsWith(`S_${DANZHAI}_`))).toBe(true);
  });

  test.each([`T_${KAILI}`, `T_${OTHER_COUNTY}`, 'T_522699', 'nonsense'])(
    'asking a county about %s counts nothing',
    async (tenantId) => {
      const { crossSchoolReport: report } = await county.ask<Report>(REPORT, {
        input: { groupBy: 'COUNTY', asOf: AS_OF, filter: { tenantId } },
      });
      expect([report.schools, report.rows]).toEqual([0, []]);
      const { rolloutOverview } = await county.ask<Progress>(PROGRESS, { tenantId, asOf: AS_OF });
      expect([rolloutOverview['schools'], rolloutOverview.counties]).toEqual([0, []]);
      const { staffingOverview } = await county.ask<{ staffingOverview: { schools: number } }>(STAFFING, {
        tenantId,
        asOf: AS_OF,
      });
      expect(staffingOverview.schools).toBe(0);
      expect((await county.ask<{ lateSchools: unknown[] }>(LATE, { tenantId, asOf: AS_OF })).lateSchools).toEqual([]);
    },
  );

  test('a city asks about one of its counties, and about what reaches beyond it: never more than its own', async () => {
    const one = await city.ask<Progress>(PROGRESS, { tenantId: `T_${KAILI}`, asOf: AS_OF });
    expect(one.rolloutOverview['schools']).toBe(onDay(rows, AS_OF).filter(ofTenant(KAILI)).length);
    const province = await city.ask<Progress>(PROGRESS, { tenantId: 'T_520000', asOf: AS_OF });
    expect(province.rolloutOverview['schools']).toBe(onDay(rows, AS_OF).filter(inCity).length);
  });

  test('T-12: who may read no report gets no figure; a deputy secretary gets that of the own school', async () => {
    const row = onDay(rows, AS_OF).find(ofTenant(DANZHAI));
    const school = `S_${DANZHAI}_${row?.schoolId}`;
    for (const role of ['SchoolClerk', 'CommitteeMember'] as const) {
      const person = await world.signedIn({ role, tenant: DANZHAI, school });
      for (const [query, variables] of [
        [PROGRESS, {}],
        [STAFFING, {}],
        [LATE, {}],
        [REPORT, { input: { groupBy: 'STAGE' } }],
      ] as const) {
        expect(await person.refusal(query, variables)).toBe('FORBIDDEN');
      }
    }
    const operator = await world.signedIn({ role: 'PlatformOperator', tenant: 0 });
    expect(await operator.refusal(PROGRESS)).toBe('FORBIDDEN');
    const deputy = await world.signedIn({ role: 'DeputySecretary', tenant: DANZHAI, school });
    const { crossSchoolReport: report } = await deputy.ask<Report>(REPORT, {
      input: { groupBy: 'COUNTY', asOf: AS_OF },
    });
    expect(report.total).toMatchObject({ schools: 1, hardFindings: row?.hardFindings });
  });

  test('T-12: a county asks for the ranking of the city and gets itself', async () => {
    const { rolloutOverview: overview } = await county.ask<Progress>(PROGRESS, { tenantId: `T_${CITY}`, asOf: AS_OF });
    expect(overview.counties.map(({ tenant }) => tenant.id)).toEqual([`T_${DANZHAI}`]);
  });
});

describe('figures of what people record', () => {
  test('a tenure that ends within sixty days is counted, and one that runs longer is not', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: OTHER_COUNTY }, `a-${randomUUID().slice(0, 6)}`);
    const { viewer } = await admin.ask<{ viewer: { today: string } }>('{ viewer { today } }');
    const later = (days: number): string =>
      new Date(Date.parse(viewer.today) + days * 86_400_000).toISOString().slice(0, 10);
    const school = await givenSchool(admin);
    for (const [post, tenureEndsOn] of [
      ['SECRETARY', later(59)],
      ['PRINCIPAL', later(60)],
    ] as const) {
      const personId = await givenPerson(admin, `人${post}`);
      const answer = await appoint(admin, {
        schoolId: school.id,
        personId,
        post,
        startsOn: '2024-09-01',
        tenureEndsOn,
      });
      expect(answer.errors).toBeUndefined();
    }
    const { staffingOverview } = await admin.ask<{ staffingOverview: { tenuresEnding: number } }>(STAFFING);
    expect(staffingOverview.tenuresEnding).toBe(1);
  });
});
