import { describe, expect, test } from '@jest/globals';
import { branchTeam, finding, generalBranchTeam, seat, SETTINGS, TODAY, approved } from './build-facts.test-support.js';
import { STAFFING_CHECK_IDS } from './checks.js';
import { mayDepartFrom, staffingFindings } from './staffing.js';
import { CHECK_OUTCOMES, SEVERITIES } from './vocabulary.js';

describe('staffing findings', () => {
  test('each check gives one finding, in catalogue order', () => {
    const ids = staffingFindings(branchTeam(), SETTINGS, TODAY).map((one) => one.checkId);
    expect(ids).toEqual(STAFFING_CHECK_IDS);
    expect(ids).toHaveLength(12);
  });

  test.each([branchTeam(), generalBranchTeam()])('a team in order breaks nothing', (team) => {
    const outcomes = new Set(staffingFindings(team, SETTINGS, TODAY).map((one) => one.outcome));
    expect([...outcomes].sort()).toEqual(['NOT_APPLICABLE', 'PASS']);
  });

  test.each(['OTHER_RULES', 'STRONGHOLD_ONLY', 'UNKNOWN'] as const)(
    'in scope %s only the integrity checks apply',
    (scope) => {
      const empty = { seats: [], members: 500, committeeTerm: { start: null, end: '2001-01-01' } };
      const applied = staffingFindings(branchTeam({ scope, ...empty }), SETTINGS, TODAY).filter(
        (one) => one.outcome !== 'NOT_APPLICABLE',
      );
      expect(applied.map((one) => one.checkId)).toEqual(['STF-7', 'STF-8']);
    },
  );

  test('by reference nothing but the integrity checks is 应当', () => {
    const hard = staffingFindings(branchTeam({ scope: 'BY_REFERENCE' }), SETTINGS, TODAY).filter(
      (one) => one.severity === 'HARD',
    );
    expect(hard.map((one) => one.checkId)).toEqual(['STF-7', 'STF-8']);
  });

  test('a general branch whose member principal is no deputy fails hard; combined heads depart by approval', () => {
    const split = generalBranchTeam({ seats: [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL')] });
    expect(finding(split, 'STF-3')).toMatchObject({ outcome: 'FAIL', severity: 'HARD' });
    const one = [seat('s', 'SECRETARY'), seat('s', 'PRINCIPAL')];
    const team = generalBranchTeam({ seats: one, departures: [approved('STF-1')] });
    expect(finding(team, 'STF-1', '2024-01-31').outcome).toBe('DEPARTURE_PENDING');
    expect(finding(team, 'STF-1', '2025-01-31').outcome).toBe('DEPARTURE_APPROVED');
    expect(finding(team, 'STF-1', '2025-02-01').outcome).toBe('DEPARTURE_PENDING');
  });

  test('an appointment counts through its last day and not after', () => {
    const team = branchTeam({ seats: [seat('h', 'SECRETARY', { to: '2024-07-01' }), seat('h', 'PRINCIPAL')] });
    expect(finding(team, 'STF-4', '2024-06-30').outcome).toBe('PASS');
    expect(finding(team, 'STF-4', '2024-07-01').outcome).toBe('NOT_APPLICABLE');
  });

  test('a future appointment counts from its first day', () => {
    const team = branchTeam({ seats: [seat('h', 'SECRETARY', { from: '2024-09-01' }), seat('h', 'PRINCIPAL')] });
    expect(finding(team, 'STF-4', '2024-08-31').outcome).toBe('NOT_APPLICABLE');
    expect(finding(team, 'STF-4', '2024-09-01').outcome).toBe('PASS');
  });

  test('only a 一般 that is not kept may be departed from', () => {
    const allowed = SEVERITIES.flatMap((severity) =>
      CHECK_OUTCOMES.filter((outcome) => mayDepartFrom({ severity, outcome })).map(
        (outcome) => `${severity} ${outcome}`,
      ),
    );
    expect(allowed).toEqual(['DEFAULT FAIL', 'DEFAULT DEPARTURE_PENDING']);
  });
});
