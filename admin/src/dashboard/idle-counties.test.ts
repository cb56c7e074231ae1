import { expect, test } from '@jest/globals';
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

test('a county has not begun while all its schools stand at the start, or while none is on record', () => {
  const rows = [county('522600', 0, 0), county('522601', 10, 9), county('522622', 0, 0), county('522636', 45, 45)];
  expect(idleCounties(rows).map(({ row, lacks }) => [row.tenant.code, lacks])).toEqual([
    ['522622', 'SCHOOLS'],
    ['522636', 'PROGRESS'],
  ]);
});
