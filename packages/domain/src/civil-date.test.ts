import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  contains,
  daysBetween,
  isCivilDate,
  maxDate,
  minDate,
  overlaps,
} from './civil-date.js';

const anyDay = fc.integer({ min: -36_500, max: 36_500 }).map((days) => addDays('2024-01-01', days));

describe('a civil date', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '1000-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '2024-1-01',
    '24-01-01',
    '0999-01-01',
    ' 2024-01-01',
    '2024-01-01T00:00:00Z',
    '２０２４-01-01',
    '',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test('months and years end with the month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  test('days cross months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  });

  test('counting days and adding them are inverse', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => addDays(a, daysBetween(a, b)) === b));
  });

  test('what is added is a date again, in order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (day, n) => {
        const later = addMonths(day, n);
        return isCivilDate(later) && compareDates(day, later) < 0 && maxDate(day, later) === later;
      }),
    );
  });

  test('the earlier and the later of several', () => {
    expect(minDate('2024-01-02', '2024-01-01', '2025-01-01')).toBe('2024-01-01');
    expect(maxDate('2024-01-02', '2024-01-01', '2025-01-01')).toBe('2025-01-01');
    expect(compareDates('2024-01-01', '2024-01-01')).toBe(0);
    expect(compareDates('2024-01-02', '2024-01-01')).toBe(1);
  });
});

describe('a range of dates', () => {
  const range = { from: '2024-01-01', to: '2024-02-01' };

  test('holds its first day, not the day of its end', () => {
    expect(contains(range, '2023-12-31')).toBe(false);
    expect(contains(range, '2024-01-01')).toBe(true);
    expect(contains(range, '2024-01-31')).toBe(true);
    expect(contains(range, '2024-02-01')).toBe(false);
    expect(contains({ from: '2024-01-01', to: null }, '9999-12-31')).toBe(true);
  });

  test('neighbours do not overlap, one shared day does', () => {
    expect(overlaps(range, { from: '2024-02-01', to: null })).toBe(false);
    expect(overlaps(range, { from: '2024-01-31', to: null })).toBe(true);
    expect(overlaps({ from: '2023-01-01', to: '2024-01-01' }, range)).toBe(false);
    expect(overlaps({ from: '2024-01-15', to: '2024-01-15' }, range)).toBe(false);
  });

  test('two ranges overlap exactly if some day is in both', () => {
    const anyRange = fc.record({
      from: fc.integer({ min: 0, max: 20 }).map((n) => addDays('2024-01-01', n)),
      to: fc.option(fc.integer({ min: 0, max: 22 }).map((n) => addDays('2024-01-01', n))),
    });
    const days = Array.from({ length: 30 }, (_, n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(
        anyRange,
        anyRange,
        (a, b) => overlaps(a, b) === days.some((day) => contains(a, day) && contains(b, day)),
      ),
    );
  });
});
