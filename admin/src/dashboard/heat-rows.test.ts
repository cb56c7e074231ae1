import { describe, expect, test } from '@jest/globals';
import type { CountyRow } from '../data/index.js';
import { countIn, heatStep, sortCounties } from './heat-rows.js';

const rate = (percent: number | null) => ({ numerator: 0, denominator: 0, percent });
const county = (code: string, now: number | null, before: number | null): CountyRow => ({
  tenant: { id: `T_${code}`, code, name: code, level: 'COUNTY' },
  states: [{ state: 'ADJUSTED', count: Number(code) % 10 }],
  completion: rate(now),
  completionBefore: rate(before),
  inScope: 10,
});
const rows = [county('522636', 50, 40), county('522601', 50, 49), county('522622', null, null)];
const codes = (sorted: readonly CountyRow[]) => sorted.map(({ tenant }) => tenant.code);

describe('the county grid', () => {
  test('stands in code order, never by name', () => {
    expect(codes(sortCounties(rows, { column: 'county', descending: false }))).toEqual(['522601', '522622', '522636']);
  });

  test('by completion, equal counties keep the code order and one without schools comes last', () => {
    expect(codes(sortCounties(rows, { column: 'completion', descending: true }))).toEqual([
      '522601',
      '522636',
      '522622',
    ]);
  });

  test('by change, whoever moved most comes first', () => {
    expect(codes(sortCounties(rows, { column: 'change', descending: true }))).toEqual(['522636', '522601', '522622']);
  });

  test('a state that a county does not report counts as 0', () => {
    expect(countIn(county('522636', 1, 1), 'READY')).toBe(0);
    expect(countIn(county('522636', 1, 1), 'ADJUSTED')).toBe(6);
  });

  test('colours in five steps, none for 0', () => {
    expect([heatStep(0, 10), heatStep(1, 10), heatStep(5, 10), heatStep(10, 10), heatStep(3, 0)]).toEqual([
      0, 1, 3, 5, 0,
    ]);
  });
});
