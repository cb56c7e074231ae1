import { addDays, addYears, type CivilDate, type DateRange } from './civil-date.js';
import { lastTermDay, MAX_TERM_EXTENSION_YEARS, termEndOf } from './organization.js';
import type { OrganizationFacts, SchoolFacts, Standing, StandingPeriod, StandingSettings } from './standing-facts.js';
import { standingOn } from './standing-on.js';
import type { DepartureFacts } from './staffing-facts.js';
import { overdueOn } from './vacancies.js';

/**
 * The timeline of a school: from its opening to its closing (or for ever) in periods in which nothing changes, the break
 * points to come in it (a term's end, a review day, a vacancy that grows too long). Periods tile the line without gap or
 * overlap and adjacent ones differ. With a `horizon`, what changes after that day is left out and the last period runs on.
 */
export function standingPeriods(
  school: SchoolFacts,
  settings: StandingSettings,
  horizon?: CivilDate,
): StandingPeriod[] {
  const periods: { from: CivilDate; row: Standing; key: string }[] = [];
  for (const from of breakPoints(school, settings, horizon)) {
    const row = standingOn(school, settings, from);
    const key = JSON.stringify(row);
    if (periods.at(-1)?.key !== key) periods.push({ from, row, key });
  }
  return periods.map(({ from, row }, index) => ({ from, to: periods[index + 1]?.from ?? school.closedOn, ...row }));
}

/** The period that holds the day; null before the opening and after the closing. */
export function standingAt(periods: readonly StandingPeriod[], on: CivilDate): StandingPeriod | null {
  return periods.find((period) => period.from <= on && (period.to === null || on < period.to)) ?? null;
}

/** The opening and every later day within the school's life on which its standing could change, in order. */
export function breakPoints(school: SchoolFacts, settings: StandingSettings, horizon?: CivilDate): CivilDate[] {
  const { openedOn, closedOn } = school;
  if (closedOn !== null && closedOn <= openedOn) return [];
  const changes = changeDays(school, settings).filter(
    (day) => day > openedOn && (closedOn === null || day < closedOn) && (horizon === undefined || day <= horizon),
  );
  return [...new Set([openedOn, ...changes])].sort();
}

function changeDays(school: SchoolFacts, settings: StandingSettings): CivilDate[] {
  const heads = school.seats.filter(({ post }) => post === 'SECRETARY' || post === 'PRINCIPAL');
  const vacancyStarts = [school.openedOn, ...ends(heads), ...starts(school.organizations)];
  return [
    ...bounds(school.attributes),
    ...bounds(school.organizations),
    ...school.organizations.flatMap(termDays),
    ...bounds(school.seats),
    ...known(school.seats.map((seat) => seat.partyFullOn)),
    ...school.departures.flatMap(departureDays),
    ...school.rollout.map((entry) => entry.effectiveOn),
    ...vacancyStarts.map((since) => overdueOn(since, settings)),
  ];
}

function departureDays(departure: DepartureFacts): CivilDate[] {
  const { requestedOn, approvedOn, reviewOn, withdrawnOn } = departure;
  return known([requestedOn, approvedOn, reviewOn, withdrawnOn]);
}

/** The first day after the term, after its extension, and after the year beyond which no extension reaches. */
function termDays(organization: OrganizationFacts): CivilDate[] {
  const end = termEndOf(organization.orgType, organization);
  if (end === null) return [];
  const limit = addYears(end, MAX_TERM_EXTENSION_YEARS);
  const last = lastTermDay(organization.orgType, organization);
  return known([end, limit, last]).map((day) => addDays(day, 1));
}

function bounds(ranges: readonly DateRange[]): CivilDate[] {
  return [...starts(ranges), ...ends(ranges)];
}

function starts(ranges: readonly DateRange[]): CivilDate[] {
  return ranges.map((range) => range.from);
}

function ends(ranges: readonly DateRange[]): CivilDate[] {
  return known(ranges.map((range) => range.to));
}

function known(days: readonly (CivilDate | null)[]): CivilDate[] {
  return days.filter((day): day is CivilDate => day !== null);
}
