import type { RosterDate } from '../cell/reading.type.js';

/** Last before first, as exactly as both are known: within one month of unknown days nothing is before the other. */
export function endsBeforeStart(start: RosterDate, end: RosterDate): boolean {
  const length = Math.min(start.on.length, end.on.length);
  return end.on.slice(0, length) < start.on.slice(0, length);
}

/** A term in office; null is not ended. */
export interface Term {
  readonly started: RosterDate;
  readonly ended: RosterDate | null;
}

const firstDay = (date: RosterDate): string => (date.precision === 'day' ? date.on : `${date.on}-01`);

/** In office at one time. An end known by month only gives way to a successor of that month. */
export function overlap(a: Term, b: Term): boolean {
  return startsWithin(a, b) && startsWithin(b, a);
}

function startsWithin(later: Term, earlier: Term): boolean {
  if (!earlier.ended) return true;
  const start = firstDay(later.started);
  if (earlier.ended.precision === 'day') return start <= earlier.ended.on;
  return start < firstDay(earlier.ended);
}

/** The same date, one of them perhaps known more exactly. */
export function agree(a: RosterDate, b: RosterDate): boolean {
  const length = Math.min(a.on.length, b.on.length);
  return a.on.slice(0, length) === b.on.slice(0, length);
}

/** Whole years from a month of birth to a day in office. */
export function ageAt(birthMonth: string, date: RosterDate): number {
  const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.floor((months(date.on) - months(birthMonth)) / 12);
}
