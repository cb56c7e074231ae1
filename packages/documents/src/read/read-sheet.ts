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
  /** Accounts for a cell kept. */
  readonly spend: (characters: number) => void;
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

/** Where the reader is in the sheet. */
interface SheetState {
  readonly context: SheetContext;
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  columnCount: number;
  row: number;
  cells: (Cell | undefined)[];
  column: number;
  cell: OpenCell | undefined;
  /** The element whose text comes next. */
  inside: string;
}

/** Reads xl/worksheets/sheetN.xml. A formula counts by its cached result; without one the cell is blank. */
export function readSheet(xml: Buffer, context: SheetContext): SheetContent {
  const state: SheetState = {
    context,
    rows: [],
    merges: [],
    columnCount: 0,
    row: 0,
    cells: [],
    column: -1,
    cell: undefined,
    inside: '',
  };
  scanXml(xml, {
    open: (name, attributes) => openElement(state, name, attributes),
    text: (text) => takeText(state, text),
    close: (name) => closeElement(state, name),
  });
  state.rows.sort((a, b) => a.row - b.row);
  return { rows: state.rows, merges: state.merges, columnCount: state.columnCount };
}

function openElement(state: SheetState, name: string, attributes: string): void {
  if (name === 'row') {
    state.row = rowNumber(attribute(attributes, 'r'), state.row);
    state.cells = [];
    state.column = -1;
  } else if (name === 'c') {
    state.cell = openCell(attributes, state.column);
    state.column = state.cell.column;
  } else if (name === 'mergeCell') state.merges.push(readMerge(attributes, state.merges.length));
  else if (name === 'f' && state.cell) state.cell.formula = '';
  state.inside = name;
}

const LAST_ROW = 1_048_576;

function rowNumber(said: string | undefined, previous: number): number {
  const row = said === undefined ? previous + 1 : Number(said);
  if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw new DocumentProblem('FILE_DAMAGED');
  return row;
}

function takeText({ cell, inside }: SheetState, text: string): void {
  if (!cell) return;
  if (inside === 'v' || inside === 't') cell.value += text;
  else if (inside === 'f') cell.formula += text;
}

function closeElement(state: SheetState, name: string): void {
  if (name === 'row') closeRow(state);
  if (name === 'c') closeCell(state);
  state.inside = '';
}

function closeRow({ context, rows, row, cells }: SheetState): void {
  if (!cells.some(Boolean)) return;
  if (++context.rowsRead > context.limits.rows)
    throw new DocumentProblem('TOO_MANY_ROWS', { limit: context.limits.rows });
  rows.push({ row, cells });
}

function closeCell(state: SheetState): void {
  const { cell, context } = state;
  state.cell = undefined;
  const made = cell && makeCell(cell, context);
  if (!made) return;
  if (cell.column >= context.limits.columns) {
    throw new DocumentProblem('TOO_MANY_COLUMNS', { limit: context.limits.columns });
  }
  context.spend(cell.type === 's' ? 0 : made.text.length);
  state.cells[cell.column] = made;
  state.columnCount = Math.max(state.columnCount, cell.column + 1);
}

function openCell(attributes: string, previous: number): OpenCell {
  const column = columnOf(attribute(attributes, 'r') ?? '');
  return {
    column: column >= 0 ? column : previous + 1,
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
function columnOf(reference: string): number {
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
