import { addYears, daysBetween, maxDate, minDate } from '@zhixiao/domain';

/** A stretch of days with the same value. `to` is the day after its last. */
export interface Bar {
  readonly from: string;
  readonly to: string | null;
  readonly value: string;
}

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Neighbouring periods of the same value as one bar; a value of null leaves a gap. */
export function barsOf<P extends Dated>(periods: readonly P[], valueOf: (period: P) => string | null): Bar[] {
  return periods.reduce<Bar[]>((bars, period) => {
    const value = valueOf(period);
    const last = bars.at(-1);
    if (value === null) return bars;
    if (last?.value === value && last.to === period.validFrom) {
      return [...bars.slice(0, -1), { ...last, to: period.validTo }];
    }
    return [...bars, { from: period.validFrom, to: period.validTo, value }];
  }, []);
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the school's beginning, six years at the most, to a year ahead. */
export function spanOf(periods: readonly Dated[], on: string): Span {
  const first = periods[0]?.validFrom ?? on;
  return { from: minDate(maxDate(first, addYears(on, -6)), addYears(on, -1)), to: addYears(on, 1) };
}

/** Where a bar lies in the span, in percent; null where it is outside. */
export function placeOf({ from, to }: Bar, span: Span): { left: number; width: number } | null {
  const start = maxDate(from, span.from);
  const end = minDate(to ?? span.to, span.to);
  if (end <= start) return null;
  const total = daysBetween(span.from, span.to);
  return { left: (100 * daysBetween(span.from, start)) / total, width: (100 * daysBetween(start, end)) / total };
}

/** Where a day lies in the span, in percent. */
export function pointOf(day: string, span: Span): number {
  return (100 * daysBetween(span.from, day)) / daysBetween(span.from, span.to);
}

/** The room that a text of 12 px takes with its padding: a Chinese character is as wide as it is high, a letter half of that. */
export function pixelsOf(text: string): number {
  const wide = [...text].filter((char) => /[\u2e80-\uffff]/u.test(char)).length;
  return wide * 12 + (text.length - wide) * 7 + 10;
}

/** The first days of the years within the span. */
export function yearsOf({ from, to }: Span): string[] {
  const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Array.from({ length: count }, (_, index) => `${Number(from.slice(0, 4)) + index + 1}-01-01`);
}
