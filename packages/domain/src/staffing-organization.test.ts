import { describe, expect, test } from '@jest/globals';
import { approved, branchTeam, departure, finding, generalBranchTeam, seat } from './build-facts.test-support.js';
import type { TeamFacts } from './staffing-facts.js';
import type { PartyOrgType } from './vocabulary.js';

const committeeOf = (n: number) => Array.from({ length: n }, (_, i) => seat(`m${i}`, 'COMMITTEE_MEMBER'));

describe('STF-10 委员人数', () => {
  test.each([
    ['BRANCH', 2, 'FAIL'],
    ['BRANCH', 3, 'PASS'],
    ['BRANCH', 7, 'PASS'],
    ['BRANCH', 8, 'FAIL'],
    ['GENERAL_BRANCH', 4, 'FAIL'],
    ['GENERAL_BRANCH', 5, 'PASS'],
    ['GENERAL_BRANCH', 9, 'PASS'],
    ['GENERAL_BRANCH', 10, 'FAIL'],
    ['COMMITTEE', 4, 'FAIL'],
    ['COMMITTEE', 5, 'PASS'],
    ['COMMITTEE', 9, 'PASS'],
    ['COMMITTEE', 10, 'FAIL'],
  ] as const)('a %s committee of %i gives %s', (orgType, n, outcome) => {
    expect(finding(branchTeam({ orgType, seats: committeeOf(n) }), 'STF-10').outcome).toBe(outcome);
  });

  test('is only advice, counts people and not posts, and no departure changes it', () => {
    const seats = [...committeeOf(2), seat('m0', 'SECRETARY')];
    expect(finding(branchTeam({ seats, departures: [approved('STF-10')] }), 'STF-10')).toEqual({
      checkId: 'STF-10',
      outcome: 'FAIL',
      severity: 'ADVISORY',
      clause: '党规',
      params: { orgType: 'BRANCH', n: 2, min: 3, usual: 5, max: 7 },
    });
  });

  test.each([
    { orgType: 'BRANCH', hasCommittee: false },
    { orgType: 'JOINT_BRANCH' },
    { orgType: null },
  ] satisfies Partial<TeamFacts>[])('is not asked where there is no committee: %o', (facts) => {
    expect(finding(branchTeam(facts), 'STF-10').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('STF-11 按期换届', () => {
  test('the last day of the term passes, the day after fails as 一般', () => {
    expect(finding(branchTeam(), 'STF-11', '2025-05-10').outcome).toBe('PASS');
    expect(finding(branchTeam(), 'STF-11', '2025-05-11')).toMatchObject({
      outcome: 'FAIL',
      severity: 'DEFAULT',
      params: { termEnd: '2025-05-10', lastDay: '2025-05-10' },
    });
  });

  test('an extension reaches to its day', () => {
    const team = branchTeam({ termExtendedUntil: '2025-11-30' });
    expect(finding(team, 'STF-11', '2025-11-30').outcome).toBe('PASS');
    expect(finding(team, 'STF-11', '2025-12-01').outcome).toBe('FAIL');
  });

  test('no extension reaches beyond one year', () => {
    const team = branchTeam({ termExtendedUntil: '2027-01-01' });
    expect(finding(team, 'STF-11', '2026-05-10').outcome).toBe('PASS');
    expect(finding(team, 'STF-11', '2026-05-11').outcome).toBe('FAIL');
  });

  test('an extension that ends before the term shortens nothing', () => {
    const team = branchTeam({ termExtendedUntil: '2024-01-01' });
    expect(finding(team, 'STF-11', '2025-05-10').outcome).toBe('PASS');
  });

  test('without an end the term is reckoned from its start: five years for 党委, three for the others', () => {
    const of = (orgType: PartyOrgType, on: string) =>
      finding(branchTeam({ orgType, committeeTerm: { start: '2020-05-10', end: null } }), 'STF-11', on).outcome;
    expect([of('BRANCH', '2023-05-10'), of('BRANCH', '2023-05-11')]).toEqual(['PASS', 'FAIL']);
    expect([of('GENERAL_BRANCH', '2023-05-10'), of('GENERAL_BRANCH', '2023-05-11')]).toEqual(['PASS', 'FAIL']);
    expect([of('COMMITTEE', '2025-05-10'), of('COMMITTEE', '2025-05-11')]).toEqual(['PASS', 'FAIL']);
  });

  test('without any date there is no record; without an organisation no question', () => {
    expect(finding(branchTeam({ committeeTerm: null }), 'STF-11').outcome).toBe('NO_RECORD');
    expect(finding(branchTeam({ committeeTerm: { start: null, end: null } }), 'STF-11').outcome).toBe('NO_RECORD');
    expect(finding(branchTeam({ orgType: null }), 'STF-11').outcome).toBe('NOT_APPLICABLE');
  });

  test('may be departed from like every 一般', () => {
    const outcome = (one: ReturnType<typeof departure>) =>
      finding(branchTeam({ committeeTerm: { start: null, end: '2024-05-31' }, departures: [one] }), 'STF-11').outcome;
    expect(outcome(departure('STF-11'))).toBe('DEPARTURE_PENDING');
    expect(outcome(approved('STF-11'))).toBe('DEPARTURE_APPROVED');
    expect(outcome(approved('STF-11', { reviewOn: '2024-06-01' }))).toBe('DEPARTURE_PENDING');
  });
});

describe('STF-12 党组织类型与党员人数', () => {
  test.each([
    ['BRANCH', 50, 'PASS'],
    ['BRANCH', 51, 'FAIL'],
    ['GENERAL_BRANCH', 49, 'FAIL'],
    ['GENERAL_BRANCH', 50, 'PASS'],
    ['GENERAL_BRANCH', 99, 'PASS'],
    ['GENERAL_BRANCH', 100, 'FAIL'],
    ['COMMITTEE', 99, 'FAIL'],
    ['COMMITTEE', 100, 'PASS'],
  ] as const)('%s with %i members gives %s', (orgType, members, outcome) => {
    expect(finding(branchTeam({ orgType, members, fullMembers: members }), 'STF-12').outcome).toBe(outcome);
  });

  test('is advice that names what would fit', () => {
    expect(finding(generalBranchTeam({ members: 20, fullMembers: 20 }), 'STF-12')).toMatchObject({
      outcome: 'FAIL',
      severity: 'ADVISORY',
      params: { orgType: 'GENERAL_BRANCH', n: 20, suitable: ['BRANCH'] },
    });
  });

  test('a branch needs three full members', () => {
    expect(finding(branchTeam({ members: 4, fullMembers: 3 }), 'STF-12').outcome).toBe('PASS');
    expect(finding(branchTeam({ members: 4, fullMembers: 2 }), 'STF-12').outcome).toBe('FAIL');
  });

  test('without a number there is no record; without an organisation no question', () => {
    expect(finding(branchTeam({ members: null }), 'STF-12').outcome).toBe('NO_RECORD');
    expect(finding(branchTeam({ orgType: null }), 'STF-12').outcome).toBe('NOT_APPLICABLE');
  });
});
