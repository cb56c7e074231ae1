import { normalize, squeeze } from '../cell/normalize-text.js';
import { SAME_AS_ABOVE_WORDS, SAME_AS_LEFT_WORDS } from '../cell/placeholders.dictionary.js';
import type { Sheet, Workbook } from '../read/workbook.type.js';
import { classifyRow, ownCells } from './classify-row.js';
import type { Header } from './find-header.js';
import { personColumn } from './match-header.js';
import { headerOf, proposeSheet } from './propose-mapping.js';
import { gridOf, type SheetGrid } from './sheet-grid.js';
import { SENSITIVE_TEXT } from './structure.dictionary.js';
import type { MappedCell, MappedRow, MappedTable, RosterKind, SheetChoice } from './table.type.js';

/** A gap longer than this is the end of the table with something stray far below, not so many blank rows. */
const LONGEST_GAP = 100;

/** The data rows of all included sheets: mapped columns only, nothing sensitive. `choices` as for `proposeMapping`. */
export function mapRows(workbook: Workbook, kind: RosterKind, choices: readonly SheetChoice[] = []): MappedTable[] {
  return workbook.sheets.flatMap((sheet) => {
    const table = mapSheet(
      sheet,
      kind,
      choices.find((choice) => choice.sheet === sheet.name),
    );
    return table ? [table] : [];
  });
}

function mapSheet(sheet: Sheet, kind: RosterKind, choice: SheetChoice | undefined): MappedTable | undefined {
  const proposal = proposeSheet(sheet, kind, choice);
  const grid = gridOf(sheet);
  const header = headerOf(grid, kind, choice);
  if (!proposal.include || !header) return undefined;
  const columns = columnsOf(header);
  return {
    sheet: sheet.name,
    form: proposal.form,
    title: proposal.title.replace(SENSITIVE_TEXT, ''),
    asOf: proposal.asOf,
    fields: columns.map(({ field }) => field),
    rows: readRows(sheet.name, grid, header),
  };
}

interface MappedColumn {
  readonly column: number;
  readonly field: string;
}

function columnsOf(header: Header): MappedColumn[] {
  const columns = header.columns.flatMap(({ target }, column) =>
    target && target !== 'SENSITIVE' ? [{ column, field: target }] : [],
  );
  const first = new Map(columns.map(({ field, column }): [string, number] => [field, column]).reverse());
  return columns.filter(({ field, column }) => first.get(field) === column);
}

function readRows(sheet: string, grid: SheetGrid, header: Header): MappedRow[] {
  const rows: MappedRow[] = [];
  const columns = columnsOf(header);
  const hasSensitive = header.columns.some(({ target }) => target === 'SENSITIVE');
  // Notes below a table go on for several lines.
  let belowFooter = false;
  let last = header.rows.at(-1) ?? 0;
  let above: Readonly<Record<string, MappedCell>> = {};
  for (let row = last + 1; row <= grid.lastRow; row++) {
    if (!grid.hasRow(row)) continue;
    if (row - last <= LONGEST_GAP) for (let gap = last + 1; gap < row; gap++) rows.push(blankRow(sheet, gap));
    last = row;
    const structure: MappedRow['structure'] =
      classifyRow(grid, row, header) ?? (belowFooter && ownCells(grid, row).length === 1 ? 'FOOTER' : undefined);
    if (structure) {
      belowFooter ||= structure === 'FOOTER';
      rows.push({ sheet, row, structure, cells: {} });
      continue;
    }
    const { cells, cut } = readCells({ grid, row, columns, above });
    rows.push({ sheet, row, cells, ...((hasSensitive || cut) && { dropped: true as const }) });
    above = cells;
  }
  return rows;
}

const blankRow = (sheet: string, row: number): MappedRow => ({ sheet, row, structure: 'BLANK_ROW', cells: {} });

interface RowContext {
  readonly grid: SheetGrid;
  readonly row: number;
  readonly columns: readonly MappedColumn[];
  readonly above: Readonly<Record<string, MappedCell>>;
}

function readCells(context: RowContext): { cells: Record<string, MappedCell>; cut: boolean } {
  const cells: Record<string, MappedCell> = {};
  let cut = false;
  context.columns.forEach(({ column, field }, index) => {
    const found = context.grid.at(context.row, column);
    if (!found) return;
    const clean = cutSensitive(found.cell.text, field);
    cut ||= clean !== found.cell.text;
    if (clean.trim() === '') return;
    const inherited = found.anchor && found.anchor.row < context.row;
    const own: MappedCell = {
      text: clean,
      kind: found.cell.kind,
      ...(found.cell.kind === 'number' && clean === found.cell.text && { raw: found.cell.raw }),
      ...(found.cell.textFormula && { textFormula: true as const }),
      ...(inherited && { inherited: true as const }),
    };
    const meant = sameAs({ ...context, cells, index });
    cells[field] = meant(own) ?? own;
    if (cells[field]?.sameAs) fillPerson(cells, context.columns, index);
  });
  return { cells, cut };
}

/** Codes are digits by nature; everywhere else an identity number or phone is cut out before the row leaves the worker. */
function cutSensitive(text: string, field: string): string {
  if (field === 'schoolCode' || field === 'divisionCode' || text.length < 11) return text;
  const plain = normalize(text);
  const clean = plain.replace(SENSITIVE_TEXT, '');
  return clean === plain ? text : clean;
}

type Place = RowContext & { readonly cells: Readonly<Record<string, MappedCell>>; readonly index: number };

/** 同左 is the cell to the left, for a person of a wide roster that of the post before; 同上 the cell above. */
function sameAs({ columns, above, cells, index }: Place): (own: MappedCell) => MappedCell | undefined {
  return ({ text }) => {
    const word = squeeze(text).replace(/^\(|\)$/g, '');
    const field = columns[index]?.field ?? '';
    const source = SAME_AS_LEFT_WORDS.has(word)
      ? leftOf(columns, index)
      : SAME_AS_ABOVE_WORDS.has(word)
        ? field
        : undefined;
    const cell = source === undefined ? undefined : source === field ? above[field] : cells[source];
    return cell && { ...cell, sameAs: true };
  };
}

function leftOf(columns: readonly MappedColumn[], index: number): string | undefined {
  const person = personColumn(columns[index]?.field ?? '');
  const before = columns.slice(0, index).reverse();
  if (!person) return before[0]?.field;
  return before.find(({ field }) => {
    const other = personColumn(field);
    return other && other.attribute === person.attribute && other.role !== person.role;
  })?.field;
}

/** 校长 同左 takes over what is known of the person, where the post has no cell of its own for it. */
function fillPerson(cells: Record<string, MappedCell>, columns: readonly MappedColumn[], index: number): void {
  const person = personColumn(columns[index]?.field ?? '');
  const source = personColumn(leftOf(columns, index) ?? '');
  if (person?.attribute !== 'name' || !source) return;
  for (const attribute of ['sex', 'birthMonth', 'ethnicity', 'political', 'startDate']) {
    const from = cells[`people.${source.role}.${attribute}`];
    const to = `people.${person.role}.${attribute}`;
    if (from && !cells[to]) cells[to] = { ...from, sameAs: true };
  }
}
