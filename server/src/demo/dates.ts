import { addDays, addMonths, addYears, levelOf } from '@zhixiao/domain';
import type { CivilDate, DatePrecision } from '@zhixiao/domain';
import { createRandom, hashText } from './random.js';
import type { Random } from './random.js';
import type { TenantPlan } from './seeds.js';

/** How many years before the as-of day a school's records begin. */
const YEARS_OF_RECORD = 7;

/** The days that all generated data are laid out around; no clock. */
export interface Calendar {
  readonly asOf: CivilDate;
  readonly year: number;
  /** the first day of the records: 1 September some years before */
  readonly recordsSince: CivilDate;
  /** when the rollout began and its counties came to the system: 24 months before, but not before the Opinion took effect */
  readonly rolloutSince: CivilDate;
}

const OPINION_IN_FORCE = '2022-03-01';

/** The calendar of an as-of day. */
export function calendarOf(asOf: CivilDate): Calendar {
  const year = Number(asOf.slice(0, 4));
  const start = addMonths(asOf, -24);
  return {
    asOf,
    year,
    recordsSince: `${year - YEARS_OF_RECORD}-09-01`,
    rolloutSince: start < OPINION_IN_FORCE ? OPINION_IN_FORCE : start,
  };
}

/** Of the counties one in five has not reported for more than a month. */
const SILENT = 0.2;

/** The calendar up to the day on which a county last reported: what came after it is not known yet. */
export function reportingCalendar({ tenantId, isDetailed }: TenantPlan, calendar: Calendar): Calendar {
  const own = createRandom(hashText(`reports of ${tenantId}`));
  if (!isDetailed || levelOf(tenantId) !== 'COUNTY' || !own.chance(SILENT)) return calendar;
  return { ...calendar, asOf: addDays(calendar.asOf, -own.whole(38, 75)) };
}

export interface StartDay {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
}

/** A first day in office between two days: 58 % in August and September, many known by the month only. */
export function startBetween(random: Random, from: CivilDate, to: CivilDate): StartDay {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const day = startInYear(random, random.whole(Number(from.slice(0, 4)), Number(to.slice(0, 4))));
    if (day.on >= from && day.on < to) return day;
  }
  return { on: from, precision: 'DAY' };
}

function startInYear(random: Random, year: number): StartDay {
  const month = random.chance(0.58) ? random.whole(8, 9) : random.whole(1, 12);
  const known = random.chance(0.6);
  const day = known ? random.pick(['01', '10', '16', '26']) : '01';
  return { on: `${year}-${String(month).padStart(2, '0')}-${day}`, precision: known ? 'DAY' : 'MONTH' };
}

/** The last day of a term of `years` from a first day, renewed until it lies after `asOf`, or left to run out just before. */
export function tenureEnd(random: Random, start: CivilDate, asOf: CivilDate): CivilDate {
  const years = random.whole(3, 5);
  let end = addDays(addYears(start, years), -1);
  if (end < asOf && end >= addMonths(asOf, -10) && random.chance(0.6)) return end;
  while (end < asOf) end = addYears(end, years);
  return end;
}
