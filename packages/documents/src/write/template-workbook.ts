import type { RosterKind } from '../table/table.type.js';
import { labelOf } from './field-labels.js';
import { loadExcelJs } from './load-exceljs.js';
import { BODY_FONT, TITLE_FONT } from './table-form.dictionary.js';
import { TEMPLATE_NOTES_SHEET, TEMPLATE_UNIT_LINE, TEMPLATES } from './template.dictionary.js';

const HEADER_ROW = 3;
const PREPARED_ROWS = 500;

/** The import template of a kind: headers that the import knows, text cells, drop-down lists, a sheet of notes; no sample rows. */
export async function templateWorkbook(kind: RosterKind): Promise<Uint8Array> {
  const { Workbook } = await loadExcelJs();
  const { sheet: name, title, fields, choices, notes } = TEMPLATES[kind];
  const workbook = new Workbook();
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
    const words = choices[field];
    if (!words) return;
    for (let row = HEADER_ROW + 1; row <= HEADER_ROW + PREPARED_ROWS; row++) {
      // A hint, not a wall: what counties really write is read by the import.
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`"${words.join(',')}"`],
      };
    }
  });
  const help = workbook.addWorksheet(TEMPLATE_NOTES_SHEET);
  help.getColumn(1).width = 100;
  notes.forEach((note, index) => help.addRow([`${index + 1}. ${note}`]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
