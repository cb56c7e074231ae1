import { normalize, squeeze } from '../cell/normalize-text.js';
import { readDate } from '../cell/read-date.js';
import type { RosterDate } from '../cell/reading.type.js';
import type { Sheet, Workbook } from '../read/workbook.type.js';
import { findHeader, type Header, readHeader } from './find-header.js';
import { isField, personColumn } from './match-header.js';
import { ITEM_COLUMN, MEETING_COLUMN } from './meeting-columns.dictionary.js';
import { columnLetter, gridOf, type SheetGrid } from './sheet-grid.js';
import { AS_OF } from './structure.dictionary.js';
import type { ColumnTarget, RosterKind, SheetChoice, SheetProposal } from './table.type.js';

/** How the sheets of a workbook would be read: header rows, form, each column's field. `choices` are the user's corrections. */
export function proposeMapping(
  workbook: Workbook,
  kind: RosterKind,
  choices: readonly SheetChoice[] = [],
): SheetProposal[] {
  return workbook.sheets.map((sheet) =>
    proposeSheet(
      sheet,
      kind,
      choices.find((choice) => choice.sheet === sheet.name),
    ),
  );
}

/** The proposal for one sheet. */
export function proposeSheet(sheet: Sheet, kind: RosterKind, choice?: SheetChoice): SheetProposal {
  const grid = gridOf(sheet);
  const header = headerOf(grid, kind, choice);
  const title = titleOf(grid, header);
  const columns = (header?.columns ?? []).map(({ path, target }, column) => ({
    column: column + 1,
    letter: columnLetter(column),
    header: path.join('/'),
    target,
  }));
  const targets = columns.map(({ target }) => target);
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    include: choice?.include ?? (!sheet.hidden && (choice?.columns !== undefined || isUsable(kind, targets))),
    headerRows: header?.rows ?? [],
    form: formOf(targets),
    title,
    asOf: asOfIn(title),
    columns,
    rowCount: sheet.rows.filter(({ row }) => row > (header?.rows.at(-1) ?? 0)).length,
  };
}

/** The header of a sheet with the user's corrections in it. */
export function headerOf(grid: SheetGrid, kind: RosterKind, choice?: SheetChoice): Header | undefined {
  const rows = choice?.headerRows
    ?.filter((row) => Number.isInteger(row) && row >= 1 && row <= grid.lastRow)
    .slice(0, 5);
  const found = rows?.length
    ? readHeader(
        grid,
        kind,
        [...rows].sort((a, b) => a - b),
      )
    : findHeader(grid, kind);
  if (!found || !choice?.columns) return found;
  const wanted = new Map(choice.columns.map(({ column, target }) => [column - 1, target]));
  const columns = found.columns.map((column, index) => {
    const target = wanted.get(index);
    return target === undefined ? column : { ...column, target: allowed(kind, column.target, target) };
  });
  return { ...found, columns };
}

function allowed(kind: RosterKind, proposed: ColumnTarget, wanted: ColumnTarget): ColumnTarget {
  if (proposed === 'SENSITIVE' || wanted === 'SENSITIVE') return 'SENSITIVE';
  return wanted !== null && isField(kind, wanted) ? wanted : null;
}

/** 姓名 and 职务 make a list of persons; posts as column groups make a list of schools. */
function formOf(targets: readonly ColumnTarget[]): 'long' | 'wide' {
  const people = targets.filter((target) => target && personColumn(target)?.attribute === 'name').length;
  const long = targets.includes('name') && ['post', 'partyPost', 'adminPost'].some((field) => targets.includes(field));
  return people > 0 && !long ? 'wide' : 'long';
}

function isUsable(kind: RosterKind, targets: readonly ColumnTarget[]): boolean {
  const has = (...fields: readonly string[]): boolean => fields.some((field) => targets.includes(field));
  const school = has('schoolName', 'schoolCode');
  if (kind === 'SCHOOL_REGISTER')
    return school && has('stage', 'orgType', 'members', 'ownership', 'students', 'legalPerson', 'orgName');
  if (kind === 'MEETINGS') return has(ITEM_COLUMN) || has(MEETING_COLUMN);
  if (kind === 'PROGRESS') return school && (has('state') || targets.some((target) => target?.startsWith('mark.')));
  return school && (formOf(targets) === 'wide' || has('name'));
}

/** Everything above the header, each merged text once. */
function titleOf(grid: SheetGrid, header: Header | undefined): string {
  const texts: string[] = [];
  for (let row = 1; row < Math.min(header?.rows[0] ?? 6, 20); row++) {
    for (let column = 0; column < grid.columnCount; column++) {
      const found = grid.at(row, column);
      if (found && !found.anchor) texts.push(normalize(found.cell.text));
    }
  }
  return texts.join(' ').slice(0, 500);
}

function asOfIn(title: string): RosterDate | null {
  const said = AS_OF.exec(squeeze(title))?.[1];
  return said ? readDate({ text: said }).value : null;
}
