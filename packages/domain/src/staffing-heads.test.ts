import { describe, expect, test } from '@jest/globals';
import {
  approved,
  branchSeats,
  branchTeam,
  departure,
  finding,
  generalBranchSeats,
  generalBranchTeam,
  seat,
} from './build-facts.test-support.js';
import type { SeatFacts } from './staffing-facts.js';

const combinedSeats = [seat('one', 'SECRETARY'), seat('one', 'PRINCIPAL')];
const separateSeats = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL')];
const without = (seats: SeatFacts[], post: SeatFacts['post']) => seats.filter((one) => one.post !== post);

describe('STF-1 党委、党总支学校书记、校长一般应当分设', () => {
  test.each(['COMMITTEE', 'GENERAL_BRANCH'] as const)('two people pass in a %s', (orgType) => {
    expect(finding(generalBranchTeam({ orgType }), 'STF-1').outcome).toBe('PASS');
  });

  test.each(['COMMITTEE', 'GENERAL_BRANCH'] as const)('one person in both seats of a %s fails as 一般', (orgType) => {
    const found = finding(generalBranchTeam({ orgType, seats: combinedSeats }), 'STF-1');
    expect(found).toEqual({
      checkId: 'STF-1',
      outcome: 'FAIL',
      severity: 'DEFAULT',
      clause: '十二',
      params: { name: 'one' },
    });
  });

  test('a departure that was asked for is pending, approved from its day on, and pending again at its review day', () => {
    const team = generalBranchTeam({ seats: combinedSeats, departures: [approved('STF-1')] });
    const outcomes = ['2024-01-09', '2024-01-10', '2024-01-31', '2024-02-01', '2025-01-31', '2025-02-01'].map(
      (on) => finding(team, 'STF-1', on).outcome,
    );
    expect(outcomes).toEqual([
      'FAIL',
      'DEPARTURE_PENDING',
      'DEPARTURE_PENDING',
      'DEPARTURE_APPROVED',
      'DEPARTURE_APPROVED',
      'DEPARTURE_PENDING',
    ]);
  });

  test('a withdrawn departure covers nothing from that day on', () => {
    const team = generalBranchTeam({
      seats: combinedSeats,
      departures: [approved('STF-1', { withdrawnOn: '2024-06-01' })],
    });
    expect(finding(team, 'STF-1', '2024-05-31').outcome).toBe('DEPARTURE_APPROVED');
    expect(finding(team, 'STF-1', '2024-06-01').outcome).toBe('FAIL');
  });

  test('a departure granted to somebody else does not cover the one who sits there now', () => {
    const forOne = generalBranchTeam({
      seats: combinedSeats,
      departures: [approved('STF-1', { personId: 'id-one' })],
    });
    const forOther = generalBranchTeam({
      seats: combinedSeats,
      departures: [approved('STF-1', { personId: 'id-other' })],
    });
    expect(finding(forOne, 'STF-1').outcome).toBe('DEPARTURE_APPROVED');
    expect(finding(forOther, 'STF-1').outcome).toBe('FAIL');
  });

  test('a departure from another rule does not help', () => {
    const team = generalBranchTeam({ seats: combinedSeats, departures: [approved('STF-2')] });
    expect(finding(team, 'STF-1').outcome).toBe('FAIL');
  });

  test('an approval without a review day is no approval yet', () => {
    const team = generalBranchTeam({ seats: combinedSeats, departures: [approved('STF-1', { reviewOn: null })] });
    expect(finding(team, 'STF-1').outcome).toBe('DEPARTURE_PENDING');
  });

  test('is not asked of a branch, nor while a seat is vacant', () => {
    expect(finding(branchTeam(), 'STF-1').outcome).toBe('NOT_APPLICABLE');
    const vacant = generalBranchTeam({ seats: without(generalBranchSeats(), 'SECRETARY') });
    expect(finding(vacant, 'STF-1').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-2 党组织书记一般不兼任行政领导职务', () => {
  test('a secretary without an administrative post passes', () => {
    expect(finding(generalBranchTeam(), 'STF-2').outcome).toBe('PASS');
  });

  test.each(['VICE_PRINCIPAL', 'ASSISTANT_PRINCIPAL'] as const)('a secretary who is also %s fails', (post) => {
    const team = generalBranchTeam({ seats: [...generalBranchSeats(), seat('secretary', post)] });
    expect(finding(team, 'STF-2')).toMatchObject({ outcome: 'FAIL', params: { name: 'secretary', posts: [post] } });
  });

  test.each(['UNION_CHAIR', 'MIDDLE_MANAGER'] as const)('%s is no administrative leadership post', (post) => {
    const team = generalBranchTeam({ seats: [...generalBranchSeats(), seat('secretary', post)] });
    expect(finding(team, 'STF-2').outcome).toBe('PASS');
  });

  test('combined heads break it as well, but not while an approved departure from STF-1 covers the day', () => {
    const team = generalBranchTeam({ seats: combinedSeats, departures: [approved('STF-1')] });
    expect(finding(team, 'STF-2', '2024-01-31').outcome).toBe('FAIL');
    expect(finding(team, 'STF-2', '2024-02-01').outcome).toBe('NOT_APPLICABLE');
    expect(finding(team, 'STF-2', '2025-02-01').outcome).toBe('FAIL');
  });

  test('a departure from STF-1 says nothing of a secretary who is vice-principal', () => {
    const team = generalBranchTeam({
      seats: [...generalBranchSeats(), seat('secretary', 'VICE_PRINCIPAL')],
      departures: [approved('STF-1')],
    });
    expect(finding(team, 'STF-2').outcome).toBe('FAIL');
  });

  test('has departures of its own, pending and approved', () => {
    const seats = [...generalBranchSeats(), seat('secretary', 'VICE_PRINCIPAL')];
    const outcome = (one: ReturnType<typeof departure>) =>
      finding(generalBranchTeam({ seats, departures: [one] }), 'STF-2').outcome;
    expect(outcome(departure('STF-2'))).toBe('DEPARTURE_PENDING');
    expect(outcome(approved('STF-2'))).toBe('DEPARTURE_APPROVED');
    expect(outcome(approved('STF-2', { reviewOn: '2024-06-01' }))).toBe('DEPARTURE_PENDING');
  });

  test('is not asked of a branch, nor without a secretary', () => {
    expect(finding(branchTeam(), 'STF-2').outcome).toBe('NOT_APPLICABLE');
    const vacant = generalBranchTeam({ seats: without(generalBranchSeats(), 'SECRETARY') });
    expect(finding(vacant, 'STF-2').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-3 党员校长应当同时担任党组织副书记', () => {
  const noDeputy = without(generalBranchSeats(), 'DEPUTY_SECRETARY');

  test('a member principal who is deputy secretary passes, one who is not fails as 应当', () => {
    expect(finding(generalBranchTeam(), 'STF-3').outcome).toBe('PASS');
    expect(finding(generalBranchTeam({ seats: noDeputy }), 'STF-3')).toMatchObject({
      outcome: 'FAIL',
      severity: 'HARD',
      params: { name: 'principal', membership: 'FULL' },
    });
  });

  test('no departure helps where the rule says 应当', () => {
    const team = generalBranchTeam({ seats: noDeputy, departures: [approved('STF-3')] });
    expect(finding(team, 'STF-3').outcome).toBe('FAIL');
  });

  test('by reference it is lowered to 一般, and a departure helps', () => {
    const team = generalBranchTeam({ scope: 'BY_REFERENCE', stage: 'KINDERGARTEN', seats: noDeputy });
    expect(finding(team, 'STF-3')).toMatchObject({ outcome: 'FAIL', severity: 'DEFAULT' });
    const excused = { ...team, departures: [approved('STF-3')] };
    expect(finding(excused, 'STF-3').outcome).toBe('DEPARTURE_APPROVED');
  });

  test('a probationary principal is only reminded until the day of 转正', () => {
    const seats = [
      seat('secretary', 'SECRETARY'),
      seat('principal', 'PRINCIPAL', { membership: 'PROBATIONARY', partyFullOn: '2024-06-02' }),
    ];
    const team = generalBranchTeam({ seats });
    expect(finding(team, 'STF-3', '2024-06-01')).toMatchObject({ outcome: 'FAIL', severity: 'ADVISORY' });
    expect(finding(team, 'STF-3', '2024-06-02')).toMatchObject({ outcome: 'FAIL', severity: 'HARD' });
  });

  test.each([
    ['DEMOCRATIC_PARTY', 'NOT_APPLICABLE'],
    ['MASSES', 'NOT_APPLICABLE'],
    ['UNKNOWN', 'NO_RECORD'],
  ] as const)('a principal of whom %s is recorded gives %s', (membership, outcome) => {
    const seats = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL', { membership })];
    expect(finding(generalBranchTeam({ seats }), 'STF-3').outcome).toBe(outcome);
  });

  test('it holds while the secretary is missing, but not for combined heads, a vacant principal or a branch', () => {
    const noSecretary = without(noDeputy, 'SECRETARY');
    expect(finding(generalBranchTeam({ seats: noSecretary }), 'STF-3').outcome).toBe('FAIL');
    expect(finding(generalBranchTeam({ seats: combinedSeats }), 'STF-3').outcome).toBe('NOT_APPLICABLE');
    const noPrincipal = without(generalBranchSeats(), 'PRINCIPAL');
    expect(finding(generalBranchTeam({ seats: noPrincipal }), 'STF-3').outcome).toBe('NOT_APPLICABLE');
    expect(finding(branchTeam({ seats: separateSeats }), 'STF-3').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-4 党支部学校书记、校长一般由一人担任', () => {
  test('one person passes; two fail as 一般, saying whether the principal is a member', () => {
    expect(finding(branchTeam(), 'STF-4').outcome).toBe('PASS');
    const seats = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL', { membership: 'MASSES' })];
    expect(finding(branchTeam({ seats }), 'STF-4')).toMatchObject({
      outcome: 'FAIL',
      severity: 'DEFAULT',
      params: { secretary: 's', principal: 'p', principalMembership: 'MASSES' },
    });
  });

  test('is pending, approved and overdue for review like every 一般', () => {
    const outcome = (one: ReturnType<typeof departure>) =>
      finding(branchTeam({ seats: separateSeats, departures: [one] }), 'STF-4').outcome;
    expect(outcome(departure('STF-4'))).toBe('DEPARTURE_PENDING');
    expect(outcome(approved('STF-4'))).toBe('DEPARTURE_APPROVED');
    expect(outcome(approved('STF-4', { reviewOn: '2024-06-02' }))).toBe('DEPARTURE_APPROVED');
    expect(outcome(approved('STF-4', { reviewOn: '2024-06-01' }))).toBe('DEPARTURE_PENDING');
    expect(outcome(approved('STF-4', { personId: 'id-p' }))).toBe('DEPARTURE_APPROVED');
  });

  test('is not asked of a general branch, nor while a seat is vacant', () => {
    expect(finding(generalBranchTeam(), 'STF-4').outcome).toBe('NOT_APPLICABLE');
    expect(finding(branchTeam({ seats: [seat('p', 'PRINCIPAL')] }), 'STF-4').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-5 书记、校长由一人担任的党支部学校应当设1名专职副书记', () => {
  const noDeputy = without(branchSeats(), 'DEPUTY_SECRETARY');

  test('one full-time deputy passes, none fails as 应当, whatever was departed from', () => {
    expect(finding(branchTeam(), 'STF-5').outcome).toBe('PASS');
    const team = branchTeam({ seats: noDeputy, departures: [approved('STF-5')] });
    expect(finding(team, 'STF-5')).toMatchObject({ outcome: 'FAIL', severity: 'HARD', params: { n: 0 } });
  });

  test.each([false, null])('a deputy whose fullTime is %s is not a full-time one', (fullTime) => {
    const seats = [...noDeputy, seat('deputy', 'DEPUTY_SECRETARY', { fullTime })];
    expect(finding(branchTeam({ seats }), 'STF-5').outcome).toBe('FAIL');
  });

  test('a full-time deputy with an administrative leadership post is none, and is named', () => {
    const seats = [...branchSeats(), seat('deputy', 'VICE_PRINCIPAL')];
    expect(finding(branchTeam({ seats }), 'STF-5')).toMatchObject({
      outcome: 'FAIL',
      params: { n: 0, deputiesWithAdminPost: ['deputy'] },
    });
    const unionChair = [...branchSeats(), seat('deputy', 'UNION_CHAIR')];
    expect(finding(branchTeam({ seats: unionChair }), 'STF-5').outcome).toBe('PASS');
  });

  test('with separate heads it is asked as 一般 only: fail, pending, approved', () => {
    expect(finding(branchTeam({ seats: separateSeats }), 'STF-5')).toMatchObject({
      outcome: 'FAIL',
      severity: 'DEFAULT',
    });
    const outcome = (one: ReturnType<typeof departure>) =>
      finding(branchTeam({ seats: separateSeats, departures: [one] }), 'STF-5').outcome;
    expect(outcome(departure('STF-5'))).toBe('DEPARTURE_PENDING');
    expect(outcome(approved('STF-5'))).toBe('DEPARTURE_APPROVED');
    expect(outcome(approved('STF-5', { reviewOn: '2024-05-01' }))).toBe('DEPARTURE_PENDING');
  });

  test('by reference it is lowered to 一般', () => {
    const team = branchTeam({ scope: 'BY_REFERENCE', stage: 'KINDERGARTEN', seats: noDeputy });
    expect(finding(team, 'STF-5')).toMatchObject({ outcome: 'FAIL', severity: 'DEFAULT' });
  });

  test('is not asked of a general branch, nor while a head is missing', () => {
    expect(finding(generalBranchTeam(), 'STF-5').outcome).toBe('NOT_APPLICABLE');
    expect(finding(branchTeam({ seats: [seat('s', 'SECRETARY')] }), 'STF-5').outcome).toBe('NOT_APPLICABLE');
  });
});
