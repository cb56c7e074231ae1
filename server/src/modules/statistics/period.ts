import { addDays, semesterOn, type CivilDate, type Semester } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { keyOf } from '../schools/index.js';

/** What a table over a period is asked for; `to` is its last day. */
export interface PeriodAsked {
  readonly tenantId?: string | null;
  readonly schoolId?: string | null;
  readonly from?: CivilDate | null;
  readonly to?: CivilDate | null;
}

/** From a first day to the day before `to`; where nobody says, the semester of today. */
export interface Period extends Semester {
  /** The day as of which schools are listed: the last of the period that has come. */
  readonly asOf: CivilDate;
}

/** @throws RuleViolation BAD_INPUT where it ends before it begins */
export function periodOf(ctx: ReadContext, { from, to }: PeriodAsked): Period {
  const semester = semesterOn(ctx.today);
  const first = from ?? semester.from;
  const last = to ?? (from && from >= semester.to ? from : lastDayOf(semester));
  if (last < first) throw new RuleViolation('BAD_INPUT', { path: ['to'], reason: 'BEFORE_FROM' });
  return { from: first, to: addDays(last, 1), asOf: last < ctx.today ? last : ctx.today };
}

function lastDayOf({ to }: Semester): CivilDate {
  return addDays(to, -1);
}

/** The uuid of the one school that is asked for; null: all. @throws RuleViolation NOT_FOUND for what is no school's id */
export function schoolAsked({ schoolId }: PeriodAsked): string | null {
  return schoolId ? keyOf('School', schoolId).id : null;
}
