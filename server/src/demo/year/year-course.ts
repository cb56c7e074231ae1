import type { RulesCourse } from './rules.js';

/** What is particular in a school's year: each rare case belongs to some school by its number, so that none is left to chance. */
export interface YearCourse {
  readonly rules: RulesCourse;
}

const RULES: Readonly<Record<number, RulesCourse>> = {
  5: 'NONE',
  20: 'NONE',
  4: 'RENEWED',
  9: 'RENEWED',
  15: 'RENEWED',
  22: 'RENEWED',
  30: 'RENEWED',
  37: 'RENEWED',
  6: 'DRAFT',
  25: 'DRAFT',
  7: 'ADOPTED',
  10: 'SUBMITTED',
  27: 'SUBMITTED',
  40: 'SUBMITTED',
  12: 'RETURNED',
  33: 'RETURNED',
  13: 'ADOPTED_ONLY',
};

/** The course of the school with that number. */
export function courseFor(ordinal: number): YearCourse {
  return { rules: RULES[ordinal] ?? 'FILED' };
}
