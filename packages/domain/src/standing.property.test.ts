import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributes, branchSeats, organization, school, seat, SETTINGS } from './build-facts.test-support.js';
import { STAFFING_CHECK_IDS } from './checks.js';
import { addDays, type DateRange } from './civil-date.js';
import { breakPoints, standingAt, standingPeriods } from './standing.js';
import { standingOn, teamFactsOn } from './standing-on.js';
import type { SchoolFacts } from './standing-facts.js';
import { staffingFindings } from './staffing.js';
import { vacancies } from './vacancies.js';
import { MEMBERSHIPS, OWNERSHIPS, PARTY_ORG_TYPES, POSTS, ROLLOUT_STATES, SCHOOL_STAGES } from './vocabulary.js';

const START = '2020-01-01';
const SPAN = 2_500;
const day = fc.integer({ min: -400, max: SPAN }).map((n) => addDays(START, n));
const maybeDay = fc.option(day);
const range: fc.Arbitrary<DateRange> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 900 })))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }));

const seats = fc.record({
  range,
  name: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'd' as const),
  post: fc.constantFrom(...POSTS),
  fullTime: fc.constantFrom(true, false, null),
  acting: fc.boolean(),
});
/** Membership is a person's, the same in every seat. */
const person = fc.record({ membership: fc.constantFrom(...MEMBERSHIPS), partyFullOn: maybeDay });
const people = fc.record({ a: person, b: person, c: person, d: person });
const organizations = fc.record({
  range,
  orgType: fc.constantFrom(...PARTY_ORG_TYPES),
  hasCommittee: fc.constantFrom(true, false, null),
  fullMembers: fc.option(fc.integer({ min: 0, max: 120 })),
  termStart: maybeDay,
  termEnd: maybeDay,
  termExtendedUntil: maybeDay,
});
const versions = fc.record({
  range,
  stage: fc.constantFrom(...SCHOOL_STAGES),
  ownership: fc.constantFrom(...OWNERSHIPS, null),
  legalPerson: fc.constantFrom(true, true, false, null),
});
const departures = fc.record({
  checkId: fc.constantFrom(...STAFFING_CHECK_IDS),
  personId: fc.constantFrom(null, 'id-a', 'id-b'),
  requestedOn: day,
  approvedOn: maybeDay,
  reviewOn: maybeDay,
  withdrawnOn: maybeDay,
});
const rollout = fc.record({
  state: fc.constantFrom(...ROLLOUT_STATES),
  effectiveOn: day,
  declared: fc.boolean(),
  documentNo: fc.constant(null),
});
const flat = <T extends { range: DateRange }>({ range: { from, to }, ...rest }: T) => ({ ...rest, from, to });

const facts: fc.Arbitrary<SchoolFacts> = fc
  .record({
    closedOn: fc.option(day, { freq: 4 }),
    attributes: fc.array(versions, { minLength: 1, maxLength: 3 }),
    organizations: fc.array(organizations, { maxLength: 3 }),
    people,
    seats: fc.array(seats, { maxLength: 12 }),
    departures: fc.array(departures, { maxLength: 4 }),
    rollout: fc.array(rollout, { maxLength: 4 }),
  })
  .map(({ people: known, ...drawn }) =>
    school({
      ...drawn,
      openedOn: START,
      attributes: drawn.attributes.map((one) => ({ ...attributes(), ...flat(one) })),
      organizations: drawn.organizations.map((one) => organization(flat(one))),
      seats: drawn.seats.map(({ name, post, ...rest }) => seat(name, post, { ...flat(rest), ...known[name] })),
    }),
  );
const someSettings = fc.record({
  vacancyDays: fc.integer({ min: 0, max: 200 }),
  countBranchWithoutCommittee: fc.boolean(),
});
const anyDays = fc.array(
  fc.integer({ min: 0, max: SPAN + 800 }).map((n) => addDays(START, n)),
  { minLength: 25, maxLength: 25 },
);

describe('for any facts of a school', () => {
  test('periods tile its life without gap or overlap, and neighbours differ', () => {
    fc.assert(
      fc.property(facts, someSettings, (one, settings) => {
        const periods = standingPeriods(one, settings);
        if (one.closedOn !== null && one.closedOn <= one.openedOn) return expect(periods).toEqual([]);
        expect(periods[0]?.from).toBe(one.openedOn);
        expect(periods.at(-1)?.to).toBe(one.closedOn);
        periods.slice(1).forEach((period, index) => {
          const { from, to, ...row } = period;
          const { from: earlierFrom, to: earlierTo, ...earlier } = periods[index]!;
          expect(earlierTo).toBe(from);
          expect(earlierFrom < from && (to === null || from < to)).toBe(true);
          expect(row).not.toEqual(earlier);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the row of a day is what the facts of that day say', () => {
    fc.assert(
      fc.property(facts, someSettings, anyDays, (one, settings, days) => {
        const periods = standingPeriods(one, settings);
        for (const on of days) {
          const period = standingAt(periods, on);
          if (period === null) continue;
          const { from: _from, to: _to, ...row } = period;
          expect(row).toEqual(standingOn(one, settings, on));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('findings and vacancies from the raw facts are those of the row', () => {
    fc.assert(
      fc.property(facts, someSettings, anyDays, (one, settings, days) => {
        const periods = standingPeriods(one, settings);
        for (const on of days) {
          const period = standingAt(periods, on);
          if (period === null) continue;
          const team = teamFactsOn(one, settings, on);
          const findings = staffingFindings(team, settings, on);
          expect(Object.fromEntries(findings.map((found) => [found.checkId, found.outcome]))).toEqual(period.outcomes);
          const silent = ['PASS', 'NOT_APPLICABLE'];
          expect(findings.filter((found) => !silent.includes(found.outcome))).toEqual(period.findings);
          const since = new Map(vacancies(team, on).map((vacancy) => [vacancy.post as string, vacancy.since]));
          expect(since.get('SECRETARY') ?? null).toBe(period.secretaryVacantSince);
          expect(since.get('PRINCIPAL') ?? null).toBe(period.principalVacantSince);
          expect(since.get('DEPUTY_SECRETARY') ?? null).toBe(period.fullTimeDeputyVacantSince);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the order in which seats, departures and versions come does not matter', () => {
    fc.assert(
      fc.property(facts, someSettings, (one, settings) => {
        const turned = { ...one, seats: [...one.seats].reverse(), departures: [...one.departures].reverse() };
        const outcomes = (school: SchoolFacts) => standingPeriods(school, settings).map((period) => period.outcomes);
        expect(outcomes(turned)).toEqual(outcomes(one));
      }),
      { numRuns: 100 },
    );
  });
});

test('a typical school with ten appointments is computed at few days only: no more than it has dates', () => {
  const facts = school({
    seats: [
      ...branchSeats(),
      seat('h1', 'SECRETARY', { from: '2015-09-01', to: '2020-09-01' }),
      seat('h1', 'PRINCIPAL', { from: '2015-09-01', to: '2020-09-01' }),
      seat('v1', 'VICE_PRINCIPAL', { from: '2016-09-01', to: '2021-09-01' }),
      seat('m1', 'COMMITTEE_MEMBER', { from: '2016-09-01', to: '2021-09-01' }),
      seat('m2', 'COMMITTEE_MEMBER', { from: '2018-09-01' }),
    ],
    rollout: [
      { state: 'PREPARING', effectiveOn: '2022-09-01', declared: false, documentNo: null },
      { state: 'ADJUSTED', effectiveOn: '2023-03-01', declared: false, documentNo: null },
    ],
  });
  const days = breakPoints(facts, SETTINGS);
  expect(days.length).toBeLessThanOrEqual(20);
  expect(standingPeriods(facts, SETTINGS).length).toBeLessThanOrEqual(days.length);
});
