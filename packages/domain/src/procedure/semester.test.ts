import { describe, expect, test } from '@jest/globals';
import { addDays } from '../civil-date.js';
import { semesterBefore, semesterOn } from './semester.js';

describe('A semester', () => {
  test.each([
    ['2026-01-31', '2025-08-01', '2026-02-01'],
    ['2026-02-01', '2026-02-01', '2026-08-01'],
    ['2026-07-31', '2026-02-01', '2026-08-01'],
    ['2026-08-01', '2026-08-01', '2027-02-01'],
    ['2026-12-31', '2026-08-01', '2027-02-01'],
  ])('on %s lasts from %s to the day before %s', (day, from, to) => {
    expect(semesterOn(day)).toEqual({ from, to });
  });

  test('follows the one before it without a gap, and each holds the days in it', () => {
    for (let day = '2023-12-25'; day < '2026-03-10'; day = addDays(day, 1)) {
      const now = semesterOn(day);
      expect(now.from <= day && day < now.to).toBe(true);
      expect(semesterBefore(day).to).toBe(now.from);
      expect(semesterOn(semesterBefore(day).from)).toEqual(semesterBefore(day));
    }
  });
});
