import { describe, expect, test } from '@jest/globals';
import { approved, attributes, branchSeats, organization, school, seat, SETTINGS } from './build-facts.test-support.js';
import { standingAt, standingPeriods } from './standing.js';
import type { SchoolFacts, StandingPeriod } from './standing-facts.js';

const timeline = (change: Partial<SchoolFacts>) => standingPeriods(school(change), SETTINGS);
const at = (periods: readonly StandingPeriod[], on: string): StandingPeriod => {
  const period = standingAt(periods, on);
  if (period === null) throw new Error(`no standing on ${on}`);
  return period;
};
/** A column on the day before and on the day of a change. */
const around = <K extends keyof StandingPeriod>(
  periods: readonly StandingPeriod[],
  before: string,
  on: string,
  key: K,
) => [at(periods, before)[key], at(periods, on)[key]];
const endless = [organization({ termStart: null, termEnd: '9000-01-01' })];
const from = (day: string) => branchSeats().map((one) => ({ ...one, from: day }));

describe('the standing of a school as a timeline', () => {
  test('a school in order that never changes has one period, for ever', () => {
    const periods = timeline({ organizations: endless, seats: from('2000-09-01') });
    expect(periods.slice(0, 1)).toMatchObject([
      {
        from: '2000-09-01',
        to: '9000-01-02',
        schoolId: 'school',
        name: 'First School',
        scope: 'IN_SCOPE',
        orgType: 'BRANCH',
        members: 15,
        secretaryName: 'head',
        principalId: 'id-head',
        combined: true,
        needsFullTimeDeputy: true,
        hasFullTimeDeputy: true,
        fullTimeDeputyCount: 1,
        memberViceHeads: 1,
        memberViceHeadsInCommittee: 1,
        rolloutState: 'NOT_STARTED',
        rolloutSince: null,
        hardFindings: 0,
        defaultFindings: 0,
        advisoryFindings: 0,
        findings: [],
      },
    ]);
  });

  test('begins with the opening and ends with the closing', () => {
    const periods = timeline({ closedOn: '2023-09-01' });
    expect(periods[0]?.from).toBe('2000-09-01');
    expect(periods.at(-1)?.to).toBe('2023-09-01');
    expect(standingAt(periods, '2000-08-31')).toBeNull();
    expect(standingAt(periods, '2023-09-01')).toBeNull();
    expect(timeline({ closedOn: '2000-09-01' })).toEqual([]);
  });

  test('a hand-over shows from the successor’s first day', () => {
    const periods = timeline({
      seats: [
        seat('old', 'SECRETARY', { to: '2023-07-01' }),
        seat('old', 'PRINCIPAL'),
        seat('new', 'SECRETARY', { from: '2023-07-01' }),
      ],
    });
    expect(around(periods, '2023-06-30', '2023-07-01', 'secretaryName')).toEqual(['old', 'new']);
    expect(around(periods, '2023-06-30', '2023-07-01', 'combined')).toEqual([true, false]);
  });

  test('a vacancy is seen at once, is too long after ninety days, and ends with the next holder', () => {
    const periods = timeline({
      seats: [
        ...from('2000-09-01').filter((one) => one.post !== 'PRINCIPAL'),
        seat('head', 'PRINCIPAL', { from: '2000-09-01', to: '2024-01-01' }),
        seat('next', 'PRINCIPAL', { from: '2024-09-01' }),
      ],
    });
    expect(around(periods, '2023-12-31', '2024-01-01', 'principalVacantSince')).toEqual([null, '2024-01-01']);
    expect(around(periods, '2023-12-31', '2024-01-01', 'combined')).toEqual([true, null]);
    expect(around(periods, '2024-03-31', '2024-04-01', 'advisoryFindings')).toEqual([0, 1]);
    expect(at(periods, '2024-04-01').outcomes['STF-9']).toBe('FAIL');
    expect(around(periods, '2024-08-31', '2024-09-01', 'principalVacantSince')).toEqual(['2024-01-01', null]);
  });

  test('a term runs out without anybody touching the school', () => {
    const periods = timeline({});
    expect(around(periods, '2025-05-10', '2025-05-11', 'termInForce')).toEqual([true, false]);
    expect(around(periods, '2025-05-10', '2025-05-11', 'defaultFindings')).toEqual([0, 1]);
    expect(at(periods, '2025-05-11').committeeTermEnd).toBe('2025-05-10');
  });

  test('an extension holds for a year at most', () => {
    const periods = timeline({ organizations: [organization({ termExtendedUntil: '2030-01-01' })] });
    expect(around(periods, '2026-05-10', '2026-05-11', 'termInForce')).toEqual([true, false]);
  });

  test('a departure is asked for, approved, to be reviewed, withdrawn', () => {
    const periods = timeline({
      seats: [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL'), seat('d', 'DEPUTY_SECRETARY', { fullTime: true })],
      departures: [approved('STF-4', { withdrawnOn: '2025-04-01' })],
    });
    const outcomes = ['2024-01-09', '2024-01-10', '2024-02-01', '2025-02-01', '2025-04-01'].map(
      (on) => at(periods, on).outcomes['STF-4'],
    );
    expect(outcomes).toEqual(['FAIL', 'DEPARTURE_PENDING', 'DEPARTURE_APPROVED', 'DEPARTURE_PENDING', 'FAIL']);
    expect(around(periods, '2024-01-31', '2024-02-01', 'departuresPending')).toEqual([1, 0]);
    expect(around(periods, '2024-01-31', '2024-02-01', 'departuresApproved')).toEqual([0, 1]);
    expect(around(periods, '2024-01-31', '2024-02-01', 'defaultFindings')).toEqual([1, 0]);
    expect(at(periods, '2024-02-01').findings).toMatchObject([
      { checkId: 'STF-4', outcome: 'DEPARTURE_APPROVED' },
      { checkId: 'STF-10' },
    ]);
  });

  test('a branch that gains a committee enters the scope from that day; the months before stay as they were', () => {
    const periods = timeline({
      organizations: [
        organization({ to: '2024-03-01', hasCommittee: false }),
        organization({ from: '2024-03-01', hasCommittee: true }),
      ],
    });
    expect(around(periods, '2024-02-29', '2024-03-01', 'scope')).toEqual(['STRONGHOLD_ONLY', 'IN_SCOPE']);
  });

  test('a change of type in March leaves February as it was', () => {
    const periods = timeline({
      organizations: [
        organization({ to: '2024-03-01' }),
        organization({ from: '2024-03-01', orgType: 'GENERAL_BRANCH', fullMembers: 55 }),
      ],
    });
    expect(around(periods, '2024-02-29', '2024-03-01', 'orgType')).toEqual(['BRANCH', 'GENERAL_BRANCH']);
    expect(at(periods, '2024-02-29').outcomes['STF-1']).toBe('NOT_APPLICABLE');
    expect(at(periods, '2024-03-01').outcomes['STF-1']).toBe('FAIL');
  });

  test('a secretary is missing since the organisation was set up, a new version of it does not start the count anew', () => {
    const next = organization({ from: '2024-03-01', fullMembers: 20 });
    const unbroken = timeline({ seats: [], organizations: [organization({ to: '2024-03-01' }), next] });
    expect(at(unbroken, '2024-06-01').secretaryVacantSince).toBe('2000-09-01');
    const broken = timeline({ seats: [], organizations: [organization({ to: '2024-02-28' }), next] });
    expect(at(broken, '2024-06-01').secretaryVacantSince).toBe('2024-03-01');
    const joint = organization({ to: '2024-03-01', orgType: 'JOINT_BRANCH' });
    expect(at(timeline({ seats: [], organizations: [joint, next] }), '2024-06-01').secretaryVacantSince).toBe(
      '2024-03-01',
    );
  });

  test('should two versions overlap, the one that began later holds', () => {
    const later = organization({ from: '2024-03-01', orgName: 'later' });
    const periods = timeline({ organizations: [later, organization({ orgName: 'earlier' })] });
    expect(around(periods, '2024-02-29', '2024-03-01', 'orgName')).toEqual(['earlier', 'later']);
  });

  test('a school is renamed from a day on', () => {
    const periods = timeline({
      attributes: [
        { ...attributes(), from: '2000-09-01', to: '2022-09-01' },
        { ...attributes(), from: '2022-09-01', to: null, name: 'Experimental School' },
      ],
    });
    expect(around(periods, '2022-08-31', '2022-09-01', 'name')).toEqual(['First School', 'Experimental School']);
  });

  test('before the first version of its attributes a school is what it first was', () => {
    const periods = timeline({ attributes: [{ ...attributes(), from: '2022-09-01', to: null }] });
    expect(at(periods, '2001-01-01').name).toBe('First School');
  });

  test('a probationary principal becomes a full member on his day', () => {
    const periods = timeline({
      organizations: [organization({ orgType: 'GENERAL_BRANCH' })],
      seats: [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL', { membership: 'FULL', partyFullOn: '2023-11-05' })],
    });
    expect(around(periods, '2023-11-04', '2023-11-05', 'principalIsMember')).toEqual([false, true]);
    expect(around(periods, '2023-11-04', '2023-11-05', 'hardFindings')).toEqual([0, 1]);
  });

  test('rollout counts from the first day of a state; of two entries of a day the last one took effect', () => {
    const entry = (state: 'SURVEYED' | 'PREPARING' | 'ADJUSTED', effectiveOn: string, declared = false) => ({
      state,
      effectiveOn,
      declared,
      documentNo: null,
    });
    const periods = timeline({
      rollout: [
        entry('PREPARING', '2023-05-01'),
        entry('SURVEYED', '2023-02-01'),
        entry('PREPARING', '2023-03-01'),
        entry('SURVEYED', '2024-01-01'),
        entry('ADJUSTED', '2024-01-01', true),
      ],
    });
    expect(around(periods, '2023-01-31', '2023-02-01', 'rolloutState')).toEqual(['NOT_STARTED', 'SURVEYED']);
    expect(at(periods, '2023-06-01').rolloutSince).toBe('2023-03-01');
    expect(at(periods, '2024-01-01')).toMatchObject({
      rolloutState: 'ADJUSTED',
      rolloutSince: '2024-01-01',
      rolloutDeclared: true,
    });
  });

  test('an entry put right on the same day never took effect', () => {
    const entry = (state: 'SURVEYED' | 'PREPARING', effectiveOn: string) => {
      return { state, effectiveOn, declared: false, documentNo: null };
    };
    const corrected = [entry('SURVEYED', '2024-01-01'), entry('PREPARING', '2024-01-01')];
    const periods = timeline({ rollout: [entry('PREPARING', '2023-03-01'), ...corrected] });
    expect(at(periods, '2024-01-01').rolloutSince).toBe('2023-03-01');
  });

  test('should two hold one seat, the appointed one is shown before the acting one', () => {
    const acting = seat('acting', 'SECRETARY', { acting: true, from: '2019-01-01' });
    const periods = timeline({ seats: [acting, seat('appointed', 'SECRETARY')] });
    expect(around(periods, '2020-08-31', '2020-09-01', 'secretaryName')).toEqual(['acting', 'appointed']);
    expect(around(periods, '2020-08-31', '2020-09-01', 'secretaryActing')).toEqual([true, false]);
  });

  test('neighbours that do not differ are one period', () => {
    const split = from('2000-09-01').flatMap((one) => [
      { ...one, to: '2010-01-01' },
      { ...one, from: '2010-01-01' },
    ]);
    const whole = timeline({ seats: from('2000-09-01') });
    expect(timeline({ seats: split })).toEqual(whole);
  });

  test('a back-dated correction changes the past from its day on and nothing before', () => {
    const before = timeline({});
    const after = timeline({
      seats: branchSeats().map((one) => (one.post === 'DEPUTY_SECRETARY' ? { ...one, from: '2022-01-01' } : one)),
    });
    expect(at(before, '2021-12-31').outcomes['STF-5']).toBe('PASS');
    expect(at(after, '2021-12-31').outcomes['STF-5']).toBe('FAIL');
    expect(at(after, '2022-01-01')).toMatchObject({ outcomes: at(before, '2022-01-01').outcomes });
    const { to: _, ...early } = at(after, '2020-08-31');
    expect(at(before, '2020-08-31')).toMatchObject(early);
  });

  test('beyond the horizon nothing is worked out', () => {
    const periods = standingPeriods(school(), SETTINGS, '2025-05-10');
    expect(periods.at(-1)?.to).toBeNull();
    expect(at(periods, '2026-01-01').termInForce).toBe(true);
    expect(at(standingPeriods(school(), SETTINGS, '2025-05-11'), '2026-01-01').termInForce).toBe(false);
  });

  test('days of vacancy and small branches are settings', () => {
    const facts = school({ organizations: [organization({ hasCommittee: false })], seats: [] });
    const periods = standingPeriods(facts, { vacancyDays: 30, countBranchWithoutCommittee: true });
    expect(at(periods, '2000-10-01')).toMatchObject({ scope: 'IN_SCOPE', outcomes: { 'STF-9': 'PASS' } });
    expect(at(periods, '2000-10-02').outcomes['STF-9']).toBe('FAIL');
  });

  test('the full-time deputy’s absence is dated', () => {
    const periods = timeline({ seats: branchSeats().filter((one) => one.post !== 'DEPUTY_SECRETARY') });
    expect(at(periods, '2024-01-01')).toMatchObject({
      fullTimeDeputyVacantSince: '2020-09-01',
      needsFullTimeDeputy: true,
      hasFullTimeDeputy: false,
      hardFindings: 1,
    });
  });
});
