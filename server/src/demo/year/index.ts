/**
 * A year of meetings of some schools: rules of procedure, topics and all that prepares them, the meetings with their
 * records, decisions and what became of them, the outcome of every check. Nothing here judges: whether an act is allowed, what
 * state follows, what each check says and which numbers stand with it come from packages/domain and the modules' own
 * functions over facts; what the domain refuses is not generated.
 */
import type { Calendar } from '../dates.js';
import { reportingCalendar } from '../dates.js';
import type { DemoSchool } from '../school.js';
import type { TenantPlan } from '../seeds.js';
import { isShowcase } from '../showcase.js';
import type { CopyText } from '../tables.js';
import { makeYear } from './make-year.js';
import type { SchoolYear } from './school-year.js';
import { chooseSchools } from './which-schools.js';
import { writeYear } from './write-year.js';

/** The years of the schools of a tenant that have one. */
export function makeYears(plan: TenantPlan, schools: readonly DemoSchool[], today: Calendar): SchoolYear[] {
  const reported = reportingCalendar(plan, today);
  const chosen = chooseSchools(plan.tenantId, schools, reported.asOf);
  return chosen.map(({ school, ordinal }) => {
    const calendar = isShowcase(school.seed) ? today : reported;
    const place = { school, today: calendar.asOf, tenantName: plan.name, shortName: plan.shortName.slice(0, 1) };
    return makeYear(place, ordinal);
  });
}

/** Adds their rows to the text that will be copied in. @returns how many schools */
export function writeYears(
  out: CopyText,
  plan: TenantPlan,
  made: { schools: readonly DemoSchool[]; today: Calendar },
): number {
  const years = makeYears(plan, made.schools, made.today);
  for (const year of years) writeYear(out, year);
  return years.length;
}
