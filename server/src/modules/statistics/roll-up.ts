import type { ReadContext } from '../../platform/context.js';
import { handWritten } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';

/** What is counted, of which schools, on which days, by what. */
export interface RollUp {
  readonly asOf: string;
  /** the earlier day to compare with; null: none */
  readonly compareTo: string | null;
  /** since when a school counts as newly adjusted on each of the two days */
  readonly newSince: readonly [string, string];
  readonly tenantId?: string | null;
  /** SchoolFilter, as the list of schools takes it */
  readonly filter?: Readonly<Record<string, unknown>>;
  /** SQL of the group over a row of standing */
  readonly group: (s: string) => string;
  /** aggregates by name over rows of standing `s` on the day `d` */
  readonly columns: (s: string, d: string) => Readonly<Record<string, string>>;
}

export type Figures = Readonly<Record<string, number>>;

export interface OnDay {
  readonly total: Figures;
  readonly groups: ReadonlyMap<string, Figures>;
}

export interface RolledUpTenant {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface RolledUp {
  readonly now: OnDay;
  readonly before: OnDay;
  /** counties that use the system and whoever has schools of its own, in code order */
  readonly tenants: readonly RolledUpTenant[];
}

interface FigureRow {
  which: number;
  is_total: number;
  key: string;
  [column: string]: number | string;
}

/**
 * One statement: schools as they stood on one or two days, grouped, with a total, under the ability's condition for School
 * and the filters that the list of schools has.
 */
export async function rollUp(ctx: ReadContext, ask: RollUp): Promise<RolledUp> {
  const [result] = await ctx.read.run([rollUpStatement(ctx, ask)]);
  const row = result?.rows[0] as { figures: FigureRow[]; tenants: RolledUpTenant[] } | undefined;
  const figures = row?.figures ?? [];
  return { now: onDay(figures, 0), before: onDay(figures, 1), tenants: row?.tenants ?? [] };
}

function rollUpStatement(ctx: ReadContext, ask: RollUp): ReturnType<ReturnType<typeof handWritten>['statement']> {
  const { asOf, compareTo, newSince, tenantId } = ask;
  const hand = handWritten(ctx, { model: schoolModel, day: asOf, dayColumn: 'd.day', tenantId });
  const day = (which: number, on: string): string =>
    `(${which}, ${hand.bind(on)}::date, ${hand.bind(newSince[which])}::date)`;
  const days = [day(0, asOf), ...(compareTo ? [day(1, compareTo)] : [])].join(', ');
  const where = hand.where(schoolModel, 's', ask.filter);
  // one walk over what held on either day: the planner can't see the days through the join
  const bounds = `s.valid_from <= ${hand.bind(asOf)}::date AND s.valid_to > ${hand.bind(compareTo ?? asOf)}::date`;
  const columns = Object.entries(ask.columns('s', 'd')).map(([name, sql]) => `${sql} AS "${name}"`);
  const { lo, hi } = hand.range;
  return hand.statement(`
    WITH d (which, day, new_since) AS (VALUES ${days}),
    figures AS (
      SELECT d.which, GROUPING(${ask.group('s')}) AS is_total, (${ask.group('s')})::text AS key, ${columns.join(', ')}
      FROM d CROSS JOIN ${schoolModel.table} s WHERE ${where} AND ${bounds}
      GROUP BY GROUPING SETS ((d.which), (d.which, ${ask.group('s')})))
    SELECT (SELECT json_agg(figures) FROM figures) AS figures,
      (SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'level', t.level) ORDER BY t.code, t.id)
       FROM tenant t WHERE t.id BETWEEN ${hand.bind(lo)}::int AND ${hand.bind(hi)}::int
       AND (t.level = 'COUNTY' AND t.enrolled_on IS NOT NULL OR t.id::text IN (SELECT key FROM figures WHERE is_total = 0))) AS tenants`);
}

function onDay(rows: readonly FigureRow[], which: number): OnDay {
  const ofDay = rows.filter((row) => row.which === which);
  const total = ofDay.find((row) => row.is_total === 1);
  const groups = new Map(ofDay.filter((row) => row.is_total === 0).map((row) => [row.key, figuresOf(row)]));
  return { total: total ? figuresOf(total) : {}, groups };
}

function figuresOf(row: FigureRow): Figures {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}
