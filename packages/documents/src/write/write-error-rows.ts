import type { Issue, JudgedRow } from '../judge/roster.type.js';
import type { MappedTable, RosterKind } from '../table/table.type.js';
import { labelOf } from './field-labels.js';
import { ERROR_LIST_HEADERS, ISSUE_TEXTS, OUTCOME_NAMES } from './issues.dictionary.js';
import { loadExcelJs } from './load-exceljs.js';
import { cellText } from './safe-text.js';
import { sheetName } from './write-workbook.js';

export interface ErrorRows {
  readonly kind: RosterKind;
  readonly tables: readonly MappedTable[];
  readonly judged: readonly JudgedRow[];
  /** How an issue is said; by default in Chinese. */
  readonly textOf?: (issue: Issue) => string;
}

/**
 * The refused and duplicate rows as .xlsx with a reason column, to be put right and imported again: the sheets keep their
 * names (a sheet may be a county) and the headers are such as the import finds. Sensitive columns were never read.
 */
export async function writeErrorRows({ kind, tables, judged, textOf = defaultText }: ErrorRows): Promise<Uint8Array> {
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  const refused = new Map(
    judged.filter(({ outcome }) => outcome in OUTCOME_NAMES).map((row) => [`${row.row}|${row.sheet}`, row]),
  );
  for (const table of tables) {
    const rows = table.rows.flatMap((row) => {
      const found = refused.get(`${row.row}|${row.sheet}`);
      return found ? [{ row, found }] : [];
    });
    if (rows.length === 0 && tables.length > 1) continue;
    const sheet = workbook.addWorksheet(sheetName(table.sheet), { views: [{ state: 'frozen', ySplit: 2 }] });
    const headers = [...table.fields.map((field) => labelOf(kind, field)), ...Object.values(ERROR_LIST_HEADERS)];
    headers.forEach((header, index) =>
      Object.assign(sheet.getColumn(index + 1), { width: Math.max(12, header.length * 2 + 2), numFmt: '@' }),
    );
    sheet.addRow([cellText(table.title)]);
    sheet.addRow(headers).font = { bold: true };
    for (const { row, found } of rows) {
      const cells = table.fields.map((field) => cellText(row.cells[field]?.text ?? ''));
      const outcome = found.outcome === 'duplicate' ? OUTCOME_NAMES.duplicate : OUTCOME_NAMES.rejected;
      sheet.addRow([...cells, row.row, outcome, found.issues.map(textOf).join('；')]);
    }
  }
  if (workbook.worksheets.length === 0) workbook.addWorksheet(sheetName(''));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function defaultText({ code, text }: Issue): string {
  return text ? `${ISSUE_TEXTS[code]}：${text}` : ISSUE_TEXTS[code];
}
