import type { Cell, Merge, Sheet } from '../read/workbook.type.js';

interface GridCell {
  readonly cell: Cell;
  /** Where the value stands, if this cell is a covered part of a merged range. */
  readonly anchor?: { readonly row: number; readonly column: number };
}

/** A sheet by coordinates, with covered cells of merged ranges answering as their anchor. Rows from 1, columns from 0. */
export interface SheetGrid {
  readonly lastRow: number;
  readonly columnCount: number;
  readonly at: (row: number, column: number) => GridCell | undefined;
  /** The merged range that covers the cell. */
  readonly mergeAt: (row: number, column: number) => Merge | undefined;
  readonly hasRow: (row: number) => boolean;
}

/** Indexes a sheet. Merges are cut to the used rows, so that one of a million rows costs nothing. */
export function gridOf(sheet: Sheet): SheetGrid {
  const rows = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  const lastRow = sheet.rows.at(-1)?.row ?? 0;
  const merges = indexMerges(sheet.merges, Math.min(lastRow, 1_048_576));
  const mergeAt = (row: number, column: number): Merge | undefined =>
    merges.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
  const at = (row: number, column: number): GridCell | undefined => {
    const own = rows.get(row)?.[column];
    if (own) return { cell: own };
    const merge = mergeAt(row, column);
    const cell = merge && rows.get(merge.top)?.[merge.left];
    return cell && { cell, anchor: { row: merge.top, column: merge.left } };
  };
  return { lastRow, columnCount: sheet.columnCount, at, mergeAt, hasRow: (row) => rows.has(row) };
}

const MOST_MERGED_ROWS = 500_000;

function indexMerges(merges: readonly Merge[], lastRow: number): Map<number, Merge[]> {
  const byRow = new Map<number, Merge[]>();
  let indexed = 0;
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row++) {
      if (++indexed > MOST_MERGED_ROWS) return byRow;
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

/** A, B … AA: the name of a column, from 0. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
