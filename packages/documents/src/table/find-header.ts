import { squeeze } from '../cell/normalize-text.js';
import { matchHeader, personColumn } from './match-header.js';
import type { SheetGrid } from './sheet-grid.js';
import type { ColumnTarget, RosterKind } from './table.type.js';

/** A header stands within the first rows of a sheet and is at most three rows high. */
const SEARCHED_ROWS = 40;
const MOST_HEADER_ROWS = 3;

export interface Header {
  readonly rows: readonly number[];
  readonly columns: readonly { readonly path: readonly string[]; readonly target: ColumnTarget }[];
}

/** The block of rows whose cells name the most fields, with its group rows; undefined where none names two. */
export function findHeader(grid: SheetGrid, kind: RosterKind): Header | undefined {
  let best: Header | undefined;
  let bestScore = 1;
  for (let top = 1; top <= Math.min(grid.lastRow, SEARCHED_ROWS); top++) {
    if (!grid.hasRow(top) || (isAboveTable(grid, top) && grid.columnCount > 1)) continue;
    for (let height = 1; height <= MOST_HEADER_ROWS; height++) {
      const header = readHeader(grid, kind, rowsFrom(top, height));
      const score = scoreOf(header);
      if (score <= bestScore) continue;
      best = header;
      bestScore = score;
    }
  }
  return best;
}

/** Reads given rows as the header, as the user says it is. */
export function readHeader(grid: SheetGrid, kind: RosterKind, rows: readonly number[]): Header {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => {
    const path = pathOf(grid, rows, column);
    return { path, target: matchHeader(kind, path) };
  });
  return { rows, columns: keepFirst(columns) };
}

type Column = Header['columns'][number];

/** Two columns for one field: the first is it. A person's second column of the kind becomes the second person. */
function keepFirst(columns: readonly Column[]): Column[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const { target } = column;
    if (target === null || target === 'SENSITIVE') return column;
    const free = taken.has(target) ? nextPerson(target, taken) : target;
    if (free) taken.add(free);
    return { ...column, target: free };
  });
}

/** people.VICE_PRINCIPAL.name a second time is the second vice-principal. */
function nextPerson(target: string, taken: ReadonlySet<string>): string | null {
  const person = personColumn(target);
  if (!person) return null;
  const role = person.role.replace(/#\d$/, '');
  const next = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `people.${role}#${n}.${person.attribute}`);
  return next.find((name) => !taken.has(name)) ?? null;
}

/** Distinct texts from the top row of the header down to the leaf. A group that isn't merged covers the blank cells to its right. */
function pathOf(grid: SheetGrid, rows: readonly number[], column: number): string[] {
  const path: string[] = [];
  rows.forEach((row, level) => {
    const text =
      textAt(grid, row, column) ?? (level < rows.length - 1 ? groupOnTheLeft(grid, rows, { row, column }) : undefined);
    if (text && text !== path.at(-1)) path.push(text);
  });
  return path;
}

function textAt(grid: SheetGrid, row: number, column: number): string | undefined {
  const text = grid.at(row, column)?.cell.text;
  return text && squeeze(text) !== '' ? text.replace(/\s+/g, ' ').trim() : undefined;
}

function groupOnTheLeft(
  grid: SheetGrid,
  rows: readonly number[],
  at: { row: number; column: number },
): string | undefined {
  const below = rows.filter((row) => row > at.row);
  if (!below.some((row) => textAt(grid, row, at.column))) return undefined;
  for (let column = at.column - 1; column >= 0; column--) {
    const text = textAt(grid, at.row, column);
    // A merged group says itself how far it reaches.
    if (text && grid.mergeAt(at.row, column)) return undefined;
    // Only a text that has leaves of its own below it is a group; one merged down to the leaf is a column of its own.
    if (text)
      return below.some((row) => textAt(grid, row, column) && textAt(grid, row, column) !== text) ? text : undefined;
  }
  return undefined;
}

/** How many fields are named. A post repeated over its merged columns is one: the leaves below it say more. */
function scoreOf(header: Header): number {
  const targets = header.columns.flatMap(({ target }) => (target && target !== 'SENSITIVE' ? [target] : []));
  const named = new Set(targets.map((target) => target.replace(/#\d/, '')));
  const sensitive = header.columns.filter(({ target }) => target === 'SENSITIVE').length;
  return named.size + sensitive * 0.1;
}

/** A title, 附件2, or a unit line (填报单位：… 截至日期：…): one text alone, or a few with a colon in them. */
function isAboveTable(grid: SheetGrid, row: number): boolean {
  const texts = new Set<string>();
  for (let column = 0; column < grid.columnCount; column++) {
    const found = grid.at(row, column);
    if (found && !found.anchor) texts.add(squeeze(found.cell.text));
  }
  const withColon = [...texts].filter((text) => /:.|:$/.test(text)).length;
  return texts.size <= 1 || (texts.size <= 4 && withColon > 0);
}

function rowsFrom(top: number, height: number): number[] {
  return Array.from({ length: height }, (_, index) => top + index);
}
