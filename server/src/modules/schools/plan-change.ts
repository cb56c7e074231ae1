import { contains, type CivilDate, type DateRange } from '@zhixiao/domain';

/** One unsuperseded row of an effective-dated history. */
export type Version<T> = DateRange & { readonly id: string; readonly values: T };

/** From this day on these fields are so. What the patch leaves out stays as it is. */
export interface Change<T> {
  readonly on: CivilDate;
  readonly patch: Partial<T>;
}

/** What has to be written: rows that are no longer believed, rows that end now, rows that are new. */
export interface ChangePlan<T> {
  readonly supersede: readonly string[];
  readonly close: { readonly id: string; readonly to: CivilDate } | null;
  readonly insert: readonly (DateRange & { readonly values: T })[];
}

const NOTHING = { supersede: [], close: null, insert: [] };

/**
 * How a change enters a history of which nothing may be overwritten. A change after all that is known ends the last row
 * and adds one. A change dated back is a correction: the rows that it touches are superseded and written anew, and a
 * changed field runs on into later rows until one of them says something else of it.
 * @param history unsuperseded rows without overlap, at least one
 */
export function planChange<T extends object>(history: readonly Version<T>[], change: Change<T>): ChangePlan<T> {
  const rows = [...history].sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = rows;
  if (!first) throw new Error('a history has at least one row');
  const index = rows.findIndex((row) => contains(row, change.on));
  const covering = rows[index];
  if (!covering) return outside(rows, change);
  if (!differs(covering.values, change.patch)) return NOTHING;
  const values = { ...covering.values, ...change.patch };
  if (covering.to === null && change.on > covering.from) {
    return {
      supersede: [],
      close: { id: covering.id, to: change.on },
      insert: [{ from: change.on, to: null, values }],
    };
  }
  const before = change.on > covering.from ? [{ from: covering.from, to: change.on, values: covering.values }] : [];
  const later = carryOn(rows.slice(index + 1), covering.values, change.patch);
  return {
    supersede: [covering.id, ...later.map(({ id }) => id)],
    close: null,
    insert: [
      ...before,
      { from: change.on, to: covering.to, values },
      ...later.map((row) => ({ from: row.from, to: row.to, values: row.values })),
    ],
  };
}

/**
 * How a history ends on a day: the row that holds then ends, those that begin later have never been. A row that ends by
 * itself later is superseded by one that ends earlier.
 */
export function planEnd<T extends object>(history: readonly Version<T>[], on: CivilDate): ChangePlan<T> {
  const touched = history.filter((row) => row.to === null || on < row.to);
  const holding = touched.find((row) => row.from < on);
  const supersede = touched.filter((row) => row !== holding || row.to !== null).map(({ id }) => id);
  if (!holding) return { supersede, close: null, insert: [] };
  if (holding.to === null) return { supersede, close: { id: holding.id, to: on }, insert: [] };
  return { supersede, close: null, insert: [{ from: holding.from, to: on, values: holding.values }] };
}

/** Before the first row, or in a gap: a row of its own up to the next one, like the nearest known. */
function outside<T extends object>(rows: readonly Version<T>[], { on, patch }: Change<T>): ChangePlan<T> {
  const next = rows.find((row) => row.from > on);
  const near = rows.findLast((row) => row.from <= on) ?? next;
  if (!near) throw new Error('a history has at least one row');
  return { ...NOTHING, insert: [{ from: on, to: next?.from ?? null, values: { ...near.values, ...patch } }] };
}

/** The later rows that still say the old value of a changed field, with the new one. */
function carryOn<T extends object>(later: readonly Version<T>[], old: T, patch: Partial<T>): Version<T>[] {
  const changed: Version<T>[] = [];
  let open: Partial<T> = patch;
  for (const row of later) {
    open = keep(open, (key) => equal(row.values[key], old[key]));
    if (Object.keys(open).length === 0) break;
    changed.push({ ...row, values: { ...row.values, ...open } });
  }
  return changed;
}

function keep<T extends object>(patch: Partial<T>, test: (key: keyof T) => boolean): Partial<T> {
  const kept: Partial<T> = {};
  for (const key of Object.keys(patch) as (keyof T)[]) if (test(key)) kept[key] = patch[key];
  return kept;
}

function differs<T extends object>(values: T, patch: Partial<T>): boolean {
  return (Object.keys(patch) as (keyof T)[]).some((key) => !equal(values[key], patch[key]));
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
