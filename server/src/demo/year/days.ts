import { addDays } from '@zhixiao/domain';
import type { CivilDate } from '@zhixiao/domain';
import type { Random } from '../random.js';

/** An instant of a civil day in China, as text. */
export function instantOf(day: CivilDate, clock: string): string {
  return `${day}T${clock}:00+08:00`;
}

/** Saturday 6, Sunday 0. */
export function weekdayOf(day: CivilDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day itself, or the last working day before it. */
export function workday(day: CivilDate): CivilDate {
  const weekday = weekdayOf(day);
  if (weekday === 6) return addDays(day, -1);
  return weekday === 0 ? addDays(day, -2) : day;
}

/** `count` working days from one day to another, in order, both included where there is only room for them. */
export function daysBetweenThem(from: CivilDate, to: CivilDate, count: number): CivilDate[] {
  const span = Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Array.from({ length: count }, (_, i) => {
    const day = workday(addDays(from, Math.round((span * i) / Math.max(1, count - 1))));
    return day < from ? from : day;
  });
}

/** A clock time within an hour, on the half or the quarter. */
export function clockIn(random: Random, hour: number): string {
  return `${String(hour).padStart(2, '0')}:${random.pick(['00', '10', '20', '30', '40'])}`;
}
