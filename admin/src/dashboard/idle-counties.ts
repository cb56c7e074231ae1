import type { CountyRow } from '../data/index.js';
import { countIn } from './heat-rows.js';

/** A county from which nothing has come yet: no school of its register, or no school that has begun. */
export interface IdleCounty {
  readonly row: CountyRow;
  readonly lacks: 'SCHOOLS' | 'PROGRESS';
}

/** Counties that have not begun, in code order. A city's own schools are no county: it may have none. */
export function idleCounties(rows: readonly CountyRow[]): readonly IdleCounty[] {
  return rows.flatMap((row): IdleCounty[] => {
    if (row.tenant.level !== 'COUNTY') return [];
    if (row.inScope === 0) return [{ row, lacks: 'SCHOOLS' }];
    return countIn(row, 'NOT_STARTED') === row.inScope ? [{ row, lacks: 'PROGRESS' }] : [];
  });
}
