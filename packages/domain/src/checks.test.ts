import { describe, expect, test } from '@jest/globals';
import { checkOf, CHECKS, isCheckId, refusesRecord, STAFFING_CHECK_IDS } from './checks.js';

describe('the catalogue of checks', () => {
  test('has 63 checks, each once', () => {
    expect(CHECKS).toHaveLength(63);
    expect(new Set(CHECKS.map((check) => check.id)).size).toBe(63);
  });

  test('counts by group', () => {
    const groups = new Map<string, number>();
    for (const { id } of CHECKS) groups.set(id.split('-')[0]!, (groups.get(id.split('-')[0]!) ?? 0) + 1);
    expect([...groups].map(([group, n]) => `${group} ${n}`)).toEqual([
      'SCO 4',
      'STF 12',
      'PM 15',
      'OM 7',
      'PRE 10',
      'REC 8',
      'SUP 4',
      'ROL 3',
    ]);
  });

  test('a rule that is not the Opinion’s own is never 应当, but for the membership of the committee', () => {
    const hard = CHECKS.filter((check) => check.source !== 'OPINION' && check.severity === 'HARD');
    expect(hard.map((check) => check.id)).toEqual(['STF-7']);
  });

  test('only a non-member in a party post and two holders of a seat refuse the record', () => {
    expect(CHECKS.map((check) => check.id).filter(refusesRecord)).toEqual(['STF-7', 'STF-8']);
  });

  test('is found by id', () => {
    expect(checkOf('STF-5')).toEqual({ id: 'STF-5', clause: '十二', severity: 'HARD', source: 'OPINION' });
    expect(isCheckId('STF-12')).toBe(true);
    expect(isCheckId('STF-13')).toBe(false);
    expect(STAFFING_CHECK_IDS).toHaveLength(12);
  });
});
