import { describe, expect, test } from '@jest/globals';
import type { CountyRow } from '../data/index.js';
import { idleCounties } from './idle-counties.js';

const rate = { numerator: 0, denominator: 0, percent: null };
const county = (code: string, inScope: number, notStarted: number): CountyRow => ({
  tenant: { id: `T_${code}`, code, name: code, level: code.endsWith('00') ? 'CITY' : 'COUNTY' },
  states: [{ state: 'NOT_STARTED', count: notStarted }],
  completion: rate,
  completionBefore: rate,
  inScope,
});
const silent = (code: string) => ({ tenant: { id: `T_${code}` }, days: 40, lastChangeAt: '2026-10-01T00:00:00Z' });

describe('counties from which nothing comes', () => {
  const rows = [county('522600', 0, 0), county('522601', 10, 9), county('522622', 45, 45), county('522636', 0, 0)];

  test('are those whose schools all stand at the start, and those without a school', () => {
    expect(idleCounties(rows, []).map(({ row, lacks }) => [row.tenant.code, lacks])).toEqual([
      ['522636', 'SCHOOLS'],
      ['522622', 'PROGRESS'],
    ]);
  });

  test('are also those that began and then said nothing for long, after the others', () => {
    const found = idleCounties(rows, [silent('522601'), silent('522622'), silent('522600')]);
    expect(found.map(({ row, lacks, quiet }) => [row.tenant.code, lacks, quiet?.days])).toEqual([
      ['522636', 'SCHOOLS', undefined],
      ['522622', 'PROGRESS', 40],
      ['522601', 'NEWS', 40],
    ]);
  });
});
