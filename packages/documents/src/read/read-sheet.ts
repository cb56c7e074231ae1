import { DocumentProblem } from '../document-problem.js';
import { textCell } from './make-cell.js';
import { GENERAL, type NumberFormat, serialToDate, showNumber } from './number-format.js';
import type { ReadLimits } from './read-limits.js';
import { attribute, scanXml, unescapeXml } from './scan-xml.js';
import type { Cell, Merge, SheetRow } from './workbook.type.js';

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: '1900' | '1904';
  readonly limits: ReadLimits;
  /** Rows with content so far, over all sheets. */
  rowsRead: number;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

export interface SheetContent {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  readonly columnCount: number;
}

const MOST_MERGES = 50_000;

/** Reads xl/worksheets/sheetN.xml. A formula counts by its cached result; without one the cell is blank. */
export function readSheet(xml: string, context: SheetContext): SheetContent {
  const content = { rows: [] as SheetRow[], merges: [] as Merge[], columnCount: 0 };
  let rowNumber = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let cell: OpenCell | undefined;
  let inside = '';
  const closeRow = (): void => {
    if (!cells.some(Boolean)) return;
    if (++context.rowsRead > context.limits.rows)
      throw new DocumentProblem('TOO_MANY_ROWS', { limit: context.limits.rows });
    content.rows.push({ row: rowNumber, cells });
  };
  const closeCell = (open: OpenCell): void => {
    const made = makeCell(open, context);
    if (!made) return;
    if (open.column >= context.limits.columns)
      throw new DocumentProblem('TOO_MANY_COLUMNS', { limit: context.limits.columns });
    cells[open.column] = made;
    content.columnCount = Math.max(content.columnCount, open.column + 1);
  };
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        rowNumber = Number(attribute(attributes, 'r') ?? rowNumber + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        cell = openCell(attributes, column);
        column = cell.column;
      } else if (name === 'mergeCell') content.merges.push(readMerge(attributes, content.merges.length));
      else if (name === 'f' && cell) cell.formula = '';
      inside = name;
    },
    text: (text) => {
      if (!cell) return;
      if (inside === 'v' || inside === 't') cell.value += text;
      else if (inside === 'f') cell.formula += text;
    },
    close: (name) => {
      if (name === 'row') closeRow();
      else if (name === 'c' && cell) {
        closeCell(cell);
        cell = undefined;
      }
      inside = '';
    },
  });
  return content;
}

function openCell(attributes: string, previous: number): OpenCell {
  const reference = attribute(attributes, 'r');
  return {
    column: reference ? columnOf(reference) : previous + 1,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
    value: '',
    formula: undefined,
  };
}

function makeCell(open: OpenCell, context: SheetContext): Cell | undefined {
  const made = makeValue(open, context);
  if (!made || open.formula === undefined) return made;
  const wrapped = /^"[^"]*"$/.test(unescapeXml(open.formula).trim());
  return { ...made, formula: true, ...(wrapped && { textFormula: true as const }) };
}

function makeValue({ type, value, style }: OpenCell, { strings, formats, epoch }: SheetContext): Cell | undefined {
  if (value === '') return undefined;
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'str' || type === 'inlineStr') return textCell(unescapeXml(value));
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', raw: value === '1', kind: 'boolean' };
  if (type === 'e') return { text: unescapeXml(value), raw: unescapeXml(value), kind: 'error' };
  if (type === 'd') return { text: value.slice(0, 10), raw: value, kind: 'date' };
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(unescapeXml(value));
  const format = formats[style] ?? GENERAL;
  const date = format.date ? serialToDate(number, epoch) : undefined;
  return date
    ? { text: date, raw: number, kind: 'date' }
    : { text: showNumber(number, format), raw: number, kind: 'number' };
}

/** Column of a reference such as AB12, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function readMerge(attributes: string, count: number): Merge {
  if (count >= MOST_MERGES) throw new DocumentProblem('FILE_DAMAGED', { merges: count });
  const [from = 'A1', to = from] = (attribute(attributes, 'ref') ?? '').split(':');
  const rowOf = (reference: string): number => Number(reference.replace(/^\D+/, ''));
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
}
