import type ExcelJS from 'exceljs';
import type { RosterKind } from '../table/table.type.js';
import { labelOf } from './field-labels.js';
import { loadExcelJs } from './load-exceljs.js';
import { BODY_FONT, TITLE_FONT } from './table-form.dictionary.js';
import { cellText } from './safe-text.js';
import {
  TEMPLATE_LISTS_SHEET,
  TEMPLATE_NOTES_SHEET,
  TEMPLATE_UNIT_LINE,
  TEMPLATES,
  type TemplateSheet,
} from './template.dictionary.js';

const HEADER_ROW = 3;
const PREPARED_ROWS = 500;

/**
 * The import template of a kind: headers that the import knows, text cells, drop-down lists, a sheet of notes; no sample rows.
 * @param more drop-down lists that only the asker knows, by field
 */
export async function templateWorkbook(
  kind: RosterKind,
  more: Readonly<Record<string, readonly string[]>> = {},
): Promise<Uint8Array> {
  const { Workbook } = await loadExcelJs();
  const { notes, second, ...first } = TEMPLATES[kind];
  const workbook = new Workbook();
  const lists = Object.entries(more).map(([field, words], at) => ({ field, words, letter: LETTERS[at] ?? 'A' }));
  for (const text of second ? [first, second] : [first]) addSheet(workbook, kind, { text, lists });
  const help = workbook.addWorksheet(TEMPLATE_NOTES_SHEET);
  help.getColumn(1).width = 100;
  notes.forEach((note, index) => help.addRow([`${index + 1}. ${note}`]));
  if (lists.length > 0) addLists(workbook, lists);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Words that are too many for a list inside a cell stand on a sheet of their own. */
interface LongList {
  readonly field: string;
  readonly words: readonly string[];
  readonly letter: string;
}

const LETTERS = 'ABCDEFGH';

interface SheetParts {
  readonly text: TemplateSheet;
  readonly lists: readonly LongList[];
}

function addSheet(workbook: ExcelJS.Workbook, kind: RosterKind, { text, lists }: SheetParts): void {
  const { sheet: name, title, fields, choices } = text;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEADER_ROW}`,
    },
  });
  sheet.addRow([title]).font = { name: TITLE_FONT, size: 18, bold: true };
  sheet.addRow([TEMPLATE_UNIT_LINE]).font = { name: BODY_FONT, size: 10 };
  sheet.addRow(fields.map((field) => labelOf(kind, field))).font = { name: BODY_FONT, size: 10, bold: true };
  for (const row of [1, 2]) sheet.mergeCells(row, 1, row, fields.length);
  fields.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(10, labelOf(kind, field).length * 2 + 4);
    column.numFmt = '@';
    const long = lists.find((list) => list.field === field);
    const words = choices[field];
    const formula = long
      ? `${TEMPLATE_LISTS_SHEET}!$${long.letter}$1:$${long.letter}$${long.words.length}`
      : words && `"${words.join(',')}"`;
    if (formula) addChoices(sheet, index + 1, formula);
  });
}

function addChoices(sheet: ExcelJS.Worksheet, column: number, formula: string): void {
  for (let row = HEADER_ROW + 1; row <= HEADER_ROW + PREPARED_ROWS; row++) {
    // A hint, not a wall: what counties really write is read by the import.
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [formula],
    };
  }
}

function addLists(workbook: ExcelJS.Workbook, lists: readonly LongList[]): void {
  const sheet = workbook.addWorksheet(TEMPLATE_LISTS_SHEET, { state: 'hidden' });
  lists.forEach(({ words }, column) =>
    words.forEach((word, row) => (sheet.getCell(row + 1, column + 1).value = cellText(word))),
  );
}
