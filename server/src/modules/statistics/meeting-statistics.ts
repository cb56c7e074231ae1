import { ID_PREFIXES, addDays, encodeId, encodeTenantId, type CivilDate, type SemesterFigures } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { handWritten } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';
import { requireReport } from './figures.js';
import { FIGURES, FIGURE_SOURCES, figuresOf, totalOf, type FigureRow } from './meeting-figures.js';
import { periodOf, schoolAsked, type Period, type PeriodAsked } from './period.js';

export interface StatisticsAsked extends PeriodAsked {
  readonly first: number;
  readonly offset: number;
}

export interface SchoolFigures extends SemesterFigures {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly tenantId: string;
}

export interface MeetingStatistics {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly schools: number;
  readonly total: SemesterFigures;
  readonly rows: SchoolFigures[];
}

type StatisticsRow = FigureRow & {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly schoolName: string;
};

/**
 * L8 会议运行情况统计表: what each school's two meetings did in a period (a semester), with a total. Schools without any are in it
 * with zeros. One statement; the figures are the domain's semesterFigures.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT
 */
export async function meetingStatistics(ctx: ReadContext, asked: StatisticsAsked): Promise<MeetingStatistics> {
  requireReport(ctx, 'read');
  const period = periodOf(ctx, asked);
  const [result] = await ctx.read.run([statementOf(ctx, asked, period)]);
  const rows = (result?.rows ?? []) as unknown as StatisticsRow[];
  const { first, offset } = asked;
  return {
    from: period.from,
    to: addDays(period.to, -1),
    schools: rows.length,
    total: totalOf(rows),
    rows: rows.slice(offset, offset + first).map(viewOf),
  };
}

function viewOf(row: StatisticsRow): SchoolFigures {
  const { tenantId, schoolId, schoolName } = row;
  return {
    ...figuresOf(row),
    schoolId: encodeId(ID_PREFIXES.School, tenantId, schoolId),
    schoolName,
    tenantId: encodeTenantId(tenantId),
  };
}

function statementOf(
  ctx: ReadContext,
  asked: PeriodAsked,
  period: Period,
): ReturnType<ReturnType<typeof handWritten>['statement']> {
  const hand = handWritten(ctx, { model: schoolModel, day: period.asOf, tenantId: asked.tenantId });
  const where = hand.where(schoolModel, 's');
  const day = (on: CivilDate): string => `${hand.bind(on)}::date`;
  const [from, to, today] = [day(period.from), day(period.to), day(ctx.today)];
  const school = schoolAsked(asked);
  const [lo, hi] = [hand.bind(hand.range.lo), hand.bind(hand.range.hi)];
  const only = school === null ? '' : ` AND m.school_id = ${hand.bind(school)}::uuid`;
  const tenants = `m.tenant_id BETWEEN ${lo}::int AND ${hi}::int${only}`;
  const values: Readonly<Record<string, string>> = { $tenants: tenants, $from: from, $to: to, $today: today };
  // each table is summed up once: row security hides from the planner how many rows there are
  const sums = FIGURE_SOURCES.map((source, i) => {
    const text = source.replace(/\$(tenants|from|today|to)\b/g, (name) => values[name] ?? name);
    return `f${i} AS MATERIALIZED (${text} GROUP BY 1, 2)`;
  });
  const joins = sums.map(
    (_, i) => `LEFT JOIN f${i} ON f${i}.tenant_id = s.tenant_id AND f${i}.school_id = s.school_id`,
  );
  const figures = [...FIGURES, 'attended', 'expected'].map((name) => `coalesce("${name}", 0)::int AS "${name}"`);
  const one = school === null ? '' : ` AND s.school_id = ${hand.bind(school)}::uuid`;
  return hand.statement(`
    WITH ${sums.join(',\n    ')}
    SELECT s.tenant_id AS "tenantId", s.school_id AS "schoolId", s.name AS "schoolName", ${figures.join(', ')}
    FROM ${schoolModel.table} s ${joins.join(' ')}
    WHERE ${where}${one} ORDER BY s.tenant_id, s.code, s.school_id`);
}
