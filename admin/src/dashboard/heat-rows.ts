import type { RolloutState } from '@zhixiao/domain';
import { changeInPoints } from '../components/index.js';
import type { CountyRow } from '../data/index.js';

/** A column of the heat grid: the county itself, a figure, or a state. */
export type HeatColumn = 'county' | 'inScope' | 'completion' | 'change' | RolloutState;

export interface HeatSort {
  readonly column: HeatColumn;
  readonly descending: boolean;
}

/** How many schools of a county are in a state. */
export function countIn(row: CountyRow, state: RolloutState): number {
  return row.states.find((count) => count.state === state)?.count ?? 0;
}

function changeOf(row: CountyRow): number {
  return (row.completion.percent ?? 0) - (row.completionBefore.percent ?? 0);
}

function valueOf(row: CountyRow, column: HeatColumn): number {
  if (column === 'county') return Number(row.tenant.code);
  if (column === 'inScope') return row.inScope;
  // nothing to complete ranks below zero
  if (column === 'completion') return row.completion.percent ?? -1;
  if (column === 'change')
    return changeInPoints(row.completion.percent, row.completionBefore.percent) ? changeOf(row) : -Infinity;
  return countIn(row, column);
}

/** Counties in code order, or by a column; equal ones keep the code order. */
export function sortCounties(rows: readonly CountyRow[], { column, descending }: HeatSort): CountyRow[] {
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const difference = valueOf(a, column) - valueOf(b, column);
    return difference ? difference * direction : Number(a.tenant.code) - Number(b.tenant.code);
  });
}

/** One of five steps by share: 0 nothing, 5 all or nearly so. */
export function heatStep(count: number, whole: number): number {
  return count === 0 || whole === 0 ? 0 : Math.min(5, Math.ceil((5 * count) / whole));
}
