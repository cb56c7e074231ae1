import type { Sheet } from '../read/workbook.type.js';
import { gridOf } from './sheet-grid.js';
import { SENSITIVE_TEXT } from './structure.dictionary.js';
import type { SheetProposal } from './table.type.js';

export interface PreviewRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The first rows as they stand, for choosing header and mapping on screen; never to be stored. Sensitive columns come empty. */
export function previewSheet(sheet: Sheet, proposal: SheetProposal, most = 20): PreviewRow[] {
  const grid = gridOf(sheet);
  const headerEnd = proposal.headerRows.at(-1) ?? 0;
  const shown = (row: number, column: number): string => {
    if (row > headerEnd && proposal.columns[column]?.target === 'SENSITIVE') return '';
    return (grid.at(row, column)?.cell.text ?? '').slice(0, 200).normalize('NFKC').replace(SENSITIVE_TEXT, '');
  };
  const above = sheet.rows.filter(({ row }) => row <= headerEnd).length;
  return sheet.rows
    .slice(0, above + most)
    .map(({ row }) => ({ row, cells: Array.from({ length: grid.columnCount }, (_, column) => shown(row, column)) }));
}
