import { columnLetter } from '../table/sheet-grid.js';
import type { CellValue, FormulaValue, LayoutColumn, LayoutRow } from './layout.type.js';
import { UNKNOWN } from './table-form.dictionary.js';

/** The 合计 row stands below the four rows of title, unit line and header; the rows it sums begin one further down. */
const TOTAL_ROW = 5;

export interface SumOptions {
  /** Label cells of the row, 合计 in the first column for instance. */
  readonly labels: LayoutRow;
  /** Columns that are added up. */
  readonly sums: readonly string[];
  /** Columns that are one column divided by another, e.g. 完成率: [已调整, 应调整]. */
  readonly ratios?: Readonly<Record<string, readonly [numerator: string, denominator: string]>>;
  /** Rows (from 0) that are themselves sums, 小计: left out of the total. */
  readonly subtotals?: readonly number[];
}

/** A 合计 row whose figures are formulas over the rows below, with their results, so that the sum of the parts can be checked. */
export function sumRow(columns: readonly LayoutColumn[], rows: readonly LayoutRow[], options: SumOptions): LayoutRow {
  const left = new Set(options.subtotals ?? []);
  const counted = rows
    .map((row, index) => ({ row, number: TOTAL_ROW + 1 + index }))
    .filter((_, index) => !left.has(index));
  const total: Record<string, CellValue> = { ...options.labels };
  for (const key of options.sums) {
    const letter = letterOf(columns, key);
    const value = counted.reduce((sum, { row }) => sum + numberOf(row[key] ?? null), 0);
    const ranges = rangesOf(counted.map(({ number }) => number)).map(([from, to]) => `${letter}${from}:${letter}${to}`);
    total[key] = ranges.length > 0 && ranges.length <= 200 ? { formula: `SUM(${ranges.join(',')})`, value } : value;
  }
  for (const [key, parts] of Object.entries(options.ratios ?? {}))
    total[key] = ratio(columns, TOTAL_ROW, { row: total, parts });
  return total;
}

interface RatioParts {
  readonly row: LayoutRow;
  readonly parts: readonly [numerator: string, denominator: string];
}

/** One column divided by another in the given Excel row; — where there is nothing to divide by, never 0 % or 100 %. */
export function ratio(
  columns: readonly LayoutColumn[],
  excelRow: number,
  { row, parts: [above, below] }: RatioParts,
): FormulaValue {
  const [top, bottom] = [`${letterOf(columns, above)}${excelRow}`, `${letterOf(columns, below)}${excelRow}`];
  const [numerator, denominator] = [numberOf(row[above] ?? null), numberOf(row[below] ?? null)];
  const value = denominator === 0 ? UNKNOWN : numerator / denominator;
  return { formula: `IF(${bottom}=0,"${UNKNOWN}",${top}/${bottom})`, value };
}

/** The Excel row of the n-th data row (from 0), below 合计 where there is one. */
export function excelRowOf(index: number, hasTotal: 'with total' | 'without total'): number {
  return TOTAL_ROW + index + (hasTotal === 'with total' ? 1 : 0);
}

function letterOf(columns: readonly LayoutColumn[], key: string): string {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`no column ${key}`);
  return columnLetter(index);
}

function numberOf(value: CellValue): number {
  const plain = value !== null && typeof value === 'object' ? value.value : value;
  return typeof plain === 'number' ? plain : 0;
}

function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
