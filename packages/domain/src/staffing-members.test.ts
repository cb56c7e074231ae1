import { describe, expect, test } from '@jest/globals';
import { approved, branchSeats, branchTeam, departure, finding, seat } from './build-facts.test-support.js';
import type { SeatFacts } from './staffing-facts.js';
import { SCOPE_KINDS } from './vocabulary.js';

describe('STF-6 行政班子副职中的党员一般应当进入党组织班子', () => {
  const two = [...branchSeats(), seat('a', 'VICE_PRINCIPAL'), seat('b', 'VICE_PRINCIPAL')];

  test('passes when every member vice-principal sits on the committee', () => {
    expect(finding(branchTeam(), 'STF-6').outcome).toBe('PASS');
  });

  test('names those who do not, once each', () => {
    const again = seat('a', 'VICE_PRINCIPAL', { from: '2021-01-01' });
    expect(finding(branchTeam({ seats: [...two, again] }), 'STF-6')).toMatchObject({
      outcome: 'FAIL',
      severity: 'DEFAULT',
      params: { names: ['a', 'b'], excused: [] },
    });
  });

  test('is departed from by person: one uncovered fails it, one pending keeps it pending', () => {
    const forA = approved('STF-6', { personId: 'id-a' });
    const judge = (departures: ReturnType<typeof departure>[]) =>
      finding(branchTeam({ seats: two, departures }), 'STF-6');
    expect(judge([forA])).toMatchObject({ outcome: 'FAIL', params: { names: ['b'], excused: ['a'] } });
    expect(judge([forA, departure('STF-6', { personId: 'id-b' })])).toMatchObject({
      outcome: 'DEPARTURE_PENDING',
      params: { names: ['b'], excused: ['a'] },
    });
    expect(judge([forA, approved('STF-6', { personId: 'id-b' })])).toMatchObject({
      outcome: 'DEPARTURE_APPROVED',
      params: { names: [], excused: ['a', 'b'] },
    });
    expect(judge([approved('STF-6')]).outcome).toBe('DEPARTURE_APPROVED');
    expect(judge([approved('STF-6', { reviewOn: '2024-05-31' })]).outcome).toBe('DEPARTURE_PENDING');
  });

  test.each(['PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES'] as const)(
    'a vice-principal who is %s need not sit there',
    (membership) => {
      const seats = [seat('head', 'SECRETARY'), seat('x', 'VICE_PRINCIPAL', { membership })];
      expect(finding(branchTeam({ seats }), 'STF-6').outcome).toBe('NOT_APPLICABLE');
    },
  );

  test('while a vice-principal’s membership is unknown there is no record to judge', () => {
    const seats = [...branchSeats(), seat('x', 'VICE_PRINCIPAL', { membership: 'UNKNOWN' })];
    expect(finding(branchTeam({ seats }), 'STF-6').outcome).toBe('NO_RECORD');
  });

  test('a branch without a committee has nothing to enter', () => {
    expect(finding(branchTeam({ hasCommittee: false, seats: two }), 'STF-6').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-7 党组织班子成员须为中共正式党员', () => {
  test('passes with full members only', () => {
    expect(finding(branchTeam(), 'STF-7').outcome).toBe('PASS');
  });

  test.each(['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'] as const)('fails for a non-member as %s', (post) => {
    const team = branchTeam({ seats: [seat('x', post, { membership: 'MASSES' })], departures: [approved('STF-7')] });
    expect(finding(team, 'STF-7')).toMatchObject({
      outcome: 'FAIL',
      severity: 'HARD',
      clause: '党规',
      params: { names: ['x'] },
    });
  });

  test('a probationary member may sit there from the day of 转正 on', () => {
    const x = seat('x', 'COMMITTEE_MEMBER', { membership: 'PROBATIONARY', partyFullOn: '2024-06-01' });
    expect(finding(branchTeam({ seats: [x] }), 'STF-7', '2024-05-31').outcome).toBe('FAIL');
    expect(finding(branchTeam({ seats: [x] }), 'STF-7', '2024-06-01').outcome).toBe('PASS');
  });

  test('unknown membership is no record, a known non-member still fails', () => {
    const unknown = seat('x', 'COMMITTEE_MEMBER', { membership: 'UNKNOWN' });
    const masses = seat('y', 'COMMITTEE_MEMBER', { membership: 'MASSES' });
    expect(finding(branchTeam({ seats: [unknown] }), 'STF-7').outcome).toBe('NO_RECORD');
    expect(finding(branchTeam({ seats: [unknown, masses] }), 'STF-7').outcome).toBe('FAIL');
  });

  test('is not asked of administrative posts', () => {
    const team = branchTeam({ seats: [seat('x', 'PRINCIPAL', { membership: 'MASSES' })] });
    expect(finding(team, 'STF-7').outcome).toBe('PASS');
  });

  test.each(SCOPE_KINDS)('holds, unlowered, in scope %s', (scope) => {
    const team = branchTeam({ scope, seats: [seat('x', 'SECRETARY', { membership: 'MASSES' })] });
    expect(finding(team, 'STF-7')).toMatchObject({ outcome: 'FAIL', severity: 'HARD' });
  });
});

describe('STF-8 同一职务任期不重叠', () => {
  const handOver = (to: string): SeatFacts[] => [
    seat('old', 'PRINCIPAL', { to }),
    seat('new', 'PRINCIPAL', { from: '2024-06-01' }),
  ];

  test('the successor may begin on the day after the last', () => {
    expect(finding(branchTeam({ seats: handOver('2024-06-01') }), 'STF-8').outcome).toBe('PASS');
  });

  test('one shared day is too many, on that day', () => {
    const team = branchTeam({ seats: handOver('2024-06-02') });
    expect(finding(team, 'STF-8', '2024-06-01')).toMatchObject({
      outcome: 'FAIL',
      severity: 'HARD',
      params: { posts: ['PRINCIPAL'], names: ['new', 'old'] },
    });
    expect(finding(team, 'STF-8', '2024-06-02').outcome).toBe('PASS');
  });

  test('an acting holder is a holder', () => {
    const seats = [seat('a', 'SECRETARY'), seat('b', 'SECRETARY', { acting: true })];
    expect(finding(branchTeam({ seats }), 'STF-8').outcome).toBe('FAIL');
  });

  test('several vice-principals are no overlap', () => {
    const seats = [seat('a', 'VICE_PRINCIPAL'), seat('b', 'VICE_PRINCIPAL')];
    expect(finding(branchTeam({ seats }), 'STF-8').outcome).toBe('PASS');
  });

  test.each(SCOPE_KINDS)('holds, unlowered, in scope %s', (scope) => {
    const seats = [seat('a', 'PRINCIPAL'), seat('b', 'PRINCIPAL')];
    expect(finding(branchTeam({ scope, seats }), 'STF-8')).toMatchObject({ outcome: 'FAIL', severity: 'HARD' });
  });
});
