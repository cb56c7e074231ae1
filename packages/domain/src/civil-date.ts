/** A civil date of Asia/Shanghai, `YYYY-MM-DD`: it starts on a day, in no time zone. Compares as text. */
export type CivilDate = string;

/** `from` is the first day, `to` the day after the last one; null while open. */
export type DateRange = { readonly from: CivilDate; readonly to: CivilDate | null };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Strict: four, two and two digits, a day that exists, years 1000 to 9999. */
export function isCivilDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of the dates. */
export function maxDate(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((best, date) => (date > best ? date : best), first);
}

/** The earlier of the dates. */
export function minDate(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((best, date) => (date < best ? date : best), first);
}

/** `days` later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(toUtc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `months` later, on the last day of the month where the day does not exist: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = split(date);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `to`: 1 from one day to the next. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Does the range hold this day? */
export function contains(range: DateRange, day: CivilDate): boolean {
  return range.from <= day && (range.to === null || day < range.to);
}

/** Do the ranges share a day? An empty range (from = to) shares none. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return !isEmpty(a) && !isEmpty(b) && (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

function isEmpty(range: DateRange): boolean {
  return range.to !== null && range.to <= range.from;
}

function split(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function toUtc(date: CivilDate): number {
  const [year, month, day] = split(date);
  return Date.UTC(year, month - 1, day);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function format(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
