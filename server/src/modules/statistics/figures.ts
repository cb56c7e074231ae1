import { RATE_IDS, addDays, percent } from '@zhixiao/domain';
import type { Rate, RateId } from '@zhixiao/domain';
import { RuleViolation } from '../../platform/errors.js';
import type { ReadContext } from '../../platform/context.js';
import { subjectOf } from '@zhixiao/policy';
import type { Figures } from './roll-up.js';
import { adjusted, byReference, inScope, rateAggregates } from './rate-columns.js';

/** A count that no row contributed to is 0. */
export function count(figures: Figures | undefined, name: string): number {
  return figures?.[name] ?? 0;
}

/** A rate of rolled-up figures; nothing to divide by is null, shown as a dash. */
export function rate(figures: Figures | undefined, id: RateId): Rate {
  const [numerator, denominator] = [count(figures, `${id}_n`), count(figures, `${id}_d`)];
  return { numerator, denominator, percent: percent(numerator, denominator) };
}

/** The figures of a report's row, as aggregates over standing `s` on the day `d`. */
export function reportColumns(s: string, d: string): Record<string, string> {
  return {
    ...scopeCounts(s),
    ...adjustedCounts(s, d),
    hardFindings: `coalesce(sum(${s}.hard_findings), 0)`,
    ...rateAggregates(s, RATE_IDS),
  };
}

export function scopeCounts(s: string): Record<string, string> {
  return {
    schools: 'count(*)',
    inScope: `count(*) FILTER (WHERE ${inScope(s)})`,
    byReference: `count(*) FILTER (WHERE ${byReference(s)})`,
  };
}

/** Schools in scope that are adjusted; newly: that were not on the earlier day. */
function adjustedCounts(s: string, d: string): Record<string, string> {
  const done = `${inScope(s)} AND ${adjusted(s)}`;
  const earlier = `EXISTS (SELECT 1 FROM school_standing e WHERE e.tenant_id = ${s}.tenant_id AND e.school_id = ${s}.school_id
    AND e.valid_from <= ${d}.new_since AND e.valid_to > ${d}.new_since AND ${adjusted('e')})`;
  return {
    adjusted: `count(*) FILTER (WHERE ${done})`,
    newlyAdjusted: `count(*) FILTER (WHERE ${done} AND NOT ${earlier})`,
  };
}

/** The last day of the month before: what 本月新增 is counted from. */
export function lastMonthsEnd(day: string): string {
  return addDays(`${day.slice(0, 8)}01`, -1);
}

interface Days {
  readonly asOf: string;
  readonly compareTo: string | null;
}

/** @throws RuleViolation BAD_INPUT where the day to compare with comes after the day itself */
export function daysOf(ctx: ReadContext, asked: { asOf?: string | null; compareTo?: string | null }): Days {
  const asOf = asked.asOf ?? ctx.today;
  const compareTo = asked.compareTo ?? null;
  if (compareTo && compareTo > asOf)
    throw new RuleViolation('BAD_INPUT', { path: ['compareTo'], reason: 'AFTER_AS_OF' });
  return { asOf, compareTo };
}

/** @throws RuleViolation FORBIDDEN where the grant reads, or exports, no reports */
export function requireReport(ctx: ReadContext, action: 'read' | 'export'): void {
  const { tenantId, schoolId } = ctx.grant;
  if (!ctx.ability.can(action, subjectOf('Report', { tenantId, schoolId }))) throw new RuleViolation('FORBIDDEN');
}
