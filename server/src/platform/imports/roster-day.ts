import { addDays, addMonths } from '@zhixiao/domain';
import type { CivilDate } from '@zhixiao/domain';

/** The first day of what a roster says: `2023-03` is 2023-03-01. */
export function dayOfRoster(on: string): CivilDate {
  return on.length === 7 ? `${on}-01` : on;
}

/** The last day of what a roster says: `2023-03` is 2023-03-31. */
export function lastDayOfRoster(on: string): CivilDate {
  return on.length === 7 ? addDays(addMonths(`${on}-01`, 1), -1) : on;
}
