import type ExcelJS from 'exceljs';
import type { CellFormat, CellValue, LayoutColumn, LayoutRow, TableLayout, WorkbookLayout } from './layout.type.js';
import { loadExcelJs } from './load-exceljs.js';
import { cellText } from './safe-text.js';
import { BODY_FONT, PAGE_FOOTER, TITLE_FONT } from './table-form.dictionary.js';

const HEADER_ROWS = 4;
const THIN: Partial<ExcelJS.Borders> = Object.fromEntries(
  (['top', 'left', 'bottom', 'right'] as const).map((side) => [side, { style: 'thin' }]),
);
export const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.0',
  percent: '0.0%',
};

/**
 * An official table as .xlsx: A4 landscape, fit to one page wide, header rows frozen and repeated in print, page numbers, and
 * always a 口径 sheet behind. Strings are typed as text, so no name becomes a formula. Data begin in row 5 (合计 first).
 */
export async function writeWorkbook(layout: WorkbookLayout): Promise<Uint8Array> {
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  if (layout.creator) workbook.creator = layout.creator;
  for (const table of layout.tables) addTable(workbook, table);
  addDefinitions(workbook, layout.definitionsSheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds the sheet of a table, to a workbook in memory or to one that is streamed. */
export function addTable(workbook: ExcelJS.Workbook, table: TableLayout): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(sheetName(table.sheet), {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEADER_ROWS}`,
    },
    headerFooter: { oddFooter: PAGE_FOOTER },
    views: [{ state: 'frozen', xSplit: table.frozenColumns ?? 0, ySplit: HEADER_ROWS }],
  });
  addHead(sheet, table);
  addHeader(sheet, table.columns);
  if (table.total) addRow(sheet, table, { row: table.total, bold: true });
  const subtotals = new Set(table.subtotals ?? []);
  table.rows.forEach((row, index) => addRow(sheet, table, { row, bold: subtotals.has(index) }));
  if (table.footer) addLine(sheet, table.columns.length, table.footer);
  return sheet;
}

/** Title over the whole width; the unit line in three parts, or fewer where the table is narrow. */
function addHead(sheet: ExcelJS.Worksheet, { title, unitLine, columns }: TableLayout): void {
  const width = columns.length;
  const titleCell = sheet.getCell(1, 1);
  titleCell.value = cellText(title);
  titleCell.font = { name: TITLE_FONT, size: 18, bold: true };
  titleCell.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 32;
  if (width > 1) sheet.mergeCells(1, 1, 1, width);
  const parts = width >= 3 ? unitLine : [unitLine.filter(Boolean).join('    ')];
  const edges = width >= 3 ? [1, Math.ceil(width / 3) + 1, Math.ceil((2 * width) / 3) + 1, width + 1] : [1, width + 1];
  parts.forEach((text, index) => {
    const [from = 1, to = 2] = [edges[index], edges[index + 1]];
    const cell = sheet.getCell(2, from);
    cell.value = cellText(text);
    cell.font = { name: BODY_FONT, size: 10 };
    cell.alignment = {
      horizontal: index === 0 ? 'left' : index === 1 ? 'center' : 'right',
      vertical: 'middle',
      wrapText: true,
    };
    if (to - from > 1) sheet.mergeCells(2, from, 2, to - 1);
  });
}

function addHeader(sheet: ExcelJS.Worksheet, columns: readonly LayoutColumn[]): void {
  columns.forEach(({ header, group, width }, index) => {
    sheet.getCell(3, index + 1).value = cellText(group ?? header);
    sheet.getCell(4, index + 1).value = cellText(group ? header : '');
    sheet.getColumn(index + 1).width = width ?? Math.min(Math.max(header.length * 2 + 2, 8), 40);
  });
  for (let index = 0; index < columns.length; index++) {
    const group = columns[index]?.group;
    if (!group) sheet.mergeCells(3, index + 1, 4, index + 1);
    else if (columns[index - 1]?.group !== group) mergeGroup(sheet, columns, index);
  }
  for (const row of [3, 4]) {
    for (let column = 1; column <= columns.length; column++) {
      const cell = sheet.getCell(row, column);
      cell.font = { name: BODY_FONT, size: 10, bold: true };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.border = THIN;
    }
  }
}

function mergeGroup(sheet: ExcelJS.Worksheet, columns: readonly LayoutColumn[], from: number): void {
  const group = columns[from]?.group;
  let to = from;
  while (columns[to + 1]?.group === group) to++;
  if (to > from) sheet.mergeCells(3, from + 1, 3, to + 1);
}

interface RowToAdd {
  readonly row: LayoutRow;
  readonly bold: boolean;
}

function addRow(sheet: ExcelJS.Worksheet, { columns }: TableLayout, { row, bold }: RowToAdd): void {
  const added = sheet.addRow(columns.map(({ key }) => cellValue(row[key] ?? null)));
  columns.forEach(({ format = 'text' }, index) => {
    const cell = added.getCell(index + 1);
    cell.font = { name: BODY_FONT, size: 10, bold };
    cell.border = THIN;
    cell.numFmt = FORMATS[format];
    cell.alignment = { horizontal: format === 'text' ? 'left' : 'right', vertical: 'middle', wrapText: true };
  });
}

function addLine(sheet: ExcelJS.Worksheet, width: number, text: string): void {
  const row = sheet.addRow([cellText(text)]);
  row.getCell(1).font = { name: BODY_FONT, size: 10 };
  if (width > 1) sheet.mergeCells(row.number, 1, row.number, width);
}

/** A value as exceljs wants it. Only a FormulaValue of our own making becomes a formula. */
export function cellValue(value: CellValue): ExcelJS.CellValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string') return cellText(value);
  return { formula: value.formula, result: value.value ?? undefined };
}

function addDefinitions(
  workbook: ExcelJS.Workbook,
  { sheet: name, title, lines }: WorkbookLayout['definitionsSheet'],
): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = 28;
  sheet.getColumn(2).width = 90;
  const head = sheet.addRow([cellText(title)]);
  head.font = { name: BODY_FONT, size: 14, bold: true };
  for (const { term, text } of lines) {
    const row = sheet.addRow([cellText(term), cellText(text ?? '')]);
    row.font = { name: BODY_FONT, size: 10, bold: text === undefined };
    row.alignment = { vertical: 'top', wrapText: true };
    row.eachCell((cell) => (cell.numFmt = FORMATS.text));
  }
}

/** Excel's rules for a sheet's name: 31 characters, none of []:*?/\, no apostrophe at the ends. */
export function sheetName(name: string): string {
  return (
    cellText(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet'
  );
}
