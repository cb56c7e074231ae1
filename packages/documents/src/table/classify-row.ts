import { squeeze } from '../cell/normalize-text.js';
import type { StructuralReason } from '../cell/reading.type.js';
import type { Header } from './find-header.js';
import { ITEM_COLUMN } from './meeting-columns.dictionary.js';
import type { SheetGrid } from './sheet-grid.js';
import { FOOTER_ROW, TOTAL_ROW } from './structure.dictionary.js';

interface OwnCell {
  readonly column: number;
  readonly text: string;
}

/** What stands in the row itself; what a vertical merge brings down from above is not the row's own. */
export function ownCells(grid: SheetGrid, row: number): OwnCell[] {
  const own: OwnCell[] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const found = grid.at(row, column);
    if (found && !found.anchor) own.push({ column, text: squeeze(found.cell.text) });
  }
  return own.filter(({ text }) => text !== '');
}

/** Totals, lines below the table and empty rows hold no data; undefined for a data row. */
export function classifyRow(grid: SheetGrid, row: number, header: Header): StructuralReason | undefined {
  const own = ownCells(grid, row);
  if (own.length === 0) return 'BLANK_ROW';
  const isTotal = ({ column, text }: OwnCell): boolean =>
    header.columns[column]?.target !== ITEM_COLUMN && text.length <= 20 && TOTAL_ROW.test(text);
  if (own.slice(0, 3).some(isTotal)) return 'TOTAL_ROW';
  if (own.length <= 4 && FOOTER_ROW.test(own[0]?.text ?? '')) return 'FOOTER';
  if (isLineAcross(grid, row, own) || repeatsHeader(own, header)) return 'FOOTER';
  const used = own.some(({ column }) => {
    const target = header.columns[column]?.target;
    return target && target !== 'SENSITIVE';
  });
  return used ? undefined : own.length === 1 && (own[0]?.text.length ?? 0) > 12 ? 'FOOTER' : 'BLANK_ROW';
}

/** A note or section line: one cell merged over most of the table. */
function isLineAcross(grid: SheetGrid, row: number, own: readonly OwnCell[]): boolean {
  const [only] = own;
  const merge = own.length === 1 && only ? grid.mergeAt(row, only.column) : undefined;
  return merge !== undefined && merge.right - merge.left + 1 >= Math.max(3, grid.columnCount * 0.6);
}

/** Tables pasted page by page repeat their header. */
function repeatsHeader(own: readonly OwnCell[], header: Header): boolean {
  const same = own.filter(({ column, text }) => header.columns[column]?.path.some((word) => squeeze(word) === text));
  return own.length >= 3 && same.length === own.length;
}
