import { describe, expect, test } from '@jest/globals';
import { branchSeats, branchTeam, finding, generalBranchTeam, seat, TODAY } from './build-facts.test-support.js';
import { vacancies } from './vacancies.js';

const left = (to: string) => branchSeats().map((one) => (one.post === 'PRINCIPAL' ? { ...one, to } : one));

describe('STF-9 书记、校长空缺', () => {
  test('ninety days of vacancy are allowed, ninety-one are not', () => {
    const team = branchTeam({ seats: left('2024-01-01') });
    expect(finding(team, 'STF-9', '2024-03-31').outcome).toBe('PASS');
    expect(finding(team, 'STF-9', '2024-04-01')).toMatchObject({
      outcome: 'FAIL',
      severity: 'ADVISORY',
      params: { posts: ['PRINCIPAL'], since: ['2024-01-01'], allowedDays: 90 },
    });
  });

  test('an acting holder fills the seat', () => {
    const seats = [...left('2024-01-01'), seat('x', 'PRINCIPAL', { acting: true, from: '2024-01-01' })];
    expect(finding(branchTeam({ seats }), 'STF-9').outcome).toBe('PASS');
  });

  test('a seat that was never held is vacant since the school opened', () => {
    const team = branchTeam({ seats: [], openedOn: '2024-02-01' });
    expect(finding(team, 'STF-9', '2024-05-01').outcome).toBe('PASS');
    expect(finding(team, 'STF-9', '2024-05-02')).toMatchObject({
      params: { posts: ['SECRETARY', 'PRINCIPAL'], since: ['2024-02-01', '2024-02-01'] },
    });
  });

  test('is not asked outside the scope', () => {
    expect(finding(branchTeam({ scope: 'OTHER_RULES', seats: [] }), 'STF-9').outcome).toBe('NOT_APPLICABLE');
  });
});

describe('the vacancies of a day', () => {
  test('a team in order has none', () => {
    expect(vacancies(branchTeam(), TODAY)).toEqual([]);
    expect(vacancies(generalBranchTeam(), TODAY)).toEqual([]);
  });

  test('a head’s vacancy begins on the day after the last holder’s last day', () => {
    const team = branchTeam({ seats: left('2024-01-01') });
    expect(vacancies(team, '2023-12-31')).toEqual([]);
    expect(vacancies(team, '2024-01-01')).toEqual([{ post: 'PRINCIPAL', fullTime: false, since: '2024-01-01' }]);
  });

  test('a combined branch without 专职副书记 lacks one since the last one left', () => {
    const seats = branchSeats().map((one) => (one.post === 'DEPUTY_SECRETARY' ? { ...one, to: '2024-03-01' } : one));
    expect(vacancies(branchTeam({ seats }), '2024-02-29')).toEqual([]);
    expect(vacancies(branchTeam({ seats }), TODAY)).toEqual([
      { post: 'DEPUTY_SECRETARY', fullTime: true, since: '2024-03-01' },
    ]);
  });

  test('or since one person took both seats, or the deputy took an administrative post', () => {
    const combined = [seat('h', 'SECRETARY', { from: '2023-09-01' }), seat('h', 'PRINCIPAL', { from: '2021-09-01' })];
    expect(vacancies(branchTeam({ seats: combined }), TODAY)).toEqual([
      { post: 'DEPUTY_SECRETARY', fullTime: true, since: '2023-09-01' },
    ]);
    const promoted = [...branchSeats(), seat('deputy', 'VICE_PRINCIPAL', { from: '2024-04-01' })];
    expect(vacancies(branchTeam({ seats: promoted }), TODAY)).toEqual([
      { post: 'DEPUTY_SECRETARY', fullTime: true, since: '2024-04-01' },
    ]);
  });

  test('separate heads, a general branch and a school out of scope lack no 专职副书记', () => {
    const separate = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL')];
    const combined = [seat('h', 'SECRETARY'), seat('h', 'PRINCIPAL')];
    expect(vacancies(branchTeam({ seats: separate }), TODAY)).toEqual([]);
    expect(vacancies(generalBranchTeam({ seats: combined }), TODAY)).toEqual([]);
    expect(vacancies(branchTeam({ seats: combined, scope: 'STRONGHOLD_ONLY' }), TODAY)).toEqual([]);
  });

  test.each([null, 'JOINT_BRANCH'] as const)(
    'a school with organisation %s misses no secretary of its own',
    (orgType) => {
      const team = branchTeam({ orgType, scope: 'STRONGHOLD_ONLY', seats: [] });
      expect(vacancies(team, TODAY)).toEqual([{ post: 'PRINCIPAL', fullTime: false, since: '2000-09-01' }]);
    },
  );

  test('no secretary could be missing before there was an organisation', () => {
    const team = branchTeam({ seats: [seat('p', 'PRINCIPAL')], organizedOn: '2024-05-01' });
    expect(vacancies(team, TODAY)).toEqual([{ post: 'SECRETARY', fullTime: false, since: '2024-05-01' }]);
  });
});
