import { readWorkbook } from './read/read-workbook.js';
import type { ReadLimits } from './read/read-limits.js';
import { mapRows } from './table/map-rows.js';
import { type PreviewRow, previewSheet } from './table/preview-sheet.js';
import { proposeMapping } from './table/propose-mapping.js';
import type { MappedTable, RosterKind, SheetChoice, SheetProposal } from './table/table.type.js';

export interface ParseRequest {
  readonly kind: RosterKind;
  /** Names the sheet of a .csv; decides nothing else. */
  readonly fileName: string;
  /** The user's corrections of the proposal, on a second pass over the same file. */
  readonly choices?: readonly SheetChoice[];
  readonly limits?: ReadLimits;
}

export interface ParsedSheet extends SheetProposal {
  /** Header and first rows for the screen; never to be stored. Sensitive columns come empty. */
  readonly preview: readonly PreviewRow[];
}

export interface ParsedFile {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly ParsedSheet[];
  /** The included sheets' data rows, mapped: what may be staged. */
  readonly tables: readonly MappedTable[];
}

/** Reads, proposes and maps in one go. Runs inside the worker; call it directly only for files of one's own. */
export function parseFile(bytes: Uint8Array, request: ParseRequest): ParsedFile {
  const workbook = readWorkbook(bytes, request.fileName, request.limits);
  const proposals = proposeMapping(workbook, request.kind, request.choices);
  const sheets = proposals.map((proposal, index): ParsedSheet => {
    const sheet = workbook.sheets[index];
    return { ...proposal, preview: sheet ? previewSheet(sheet, proposal) : [] };
  });
  return { format: workbook.format, sheets, tables: mapRows(workbook, request.kind, request.choices) };
}
