/** How far a school has come with its rules: in force with or without a version before and a version to come, or none. */
export type RulesCourse =
  'NONE' | 'FILED' | 'RENEWED' | 'DRAFT' | 'ADOPTED' | 'SUBMITTED' | 'RETURNED' | 'ADOPTED_ONLY';

/** What is particular in a school's year: each rare case belongs to some school by its number, so that none is left to chance. */
export interface YearCourse {
  readonly rules: RulesCourse;
  /** a meeting goes on right now */
  readonly isMeetingNow: boolean;
  /** an emergency action of the year: confirmed, not confirmed, passed over by the meetings since */
  readonly emergency: 'CONFIRMED' | 'NOT_CONFIRMED' | 'OVERDUE' | null;
  /** the first cadre matter comes before too few for it */
  readonly tooFewForCadres: boolean;
  /** an unscheduled motion in the second party meeting */
  readonly unscheduled: boolean;
  /** the first months were held on paper and entered afterwards */
  readonly paper: boolean;
}

const RULES: Readonly<Record<number, RulesCourse>> = {
  20: 'NONE',
  // where the rules can be drafted from the beginning
  48: 'NONE',
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
  return {
    rules: RULES[ordinal] ?? 'FILED',
    isMeetingNow: ordinal === 16,
    emergency: EMERGENCIES[ordinal] ?? (ordinal % 5 === 0 ? 'CONFIRMED' : null),
    tooFewForCadres: ordinal % 6 === 3,
    unscheduled: ordinal % 4 === 1,
    paper: ordinal % 7 === 4,
  };
}

const EMERGENCIES: Readonly<Record<number, YearCourse['emergency']>> = {
  7: 'NOT_CONFIRMED',
  24: 'NOT_CONFIRMED',
  12: 'OVERDUE',
  33: 'OVERDUE',
  3: 'CONFIRMED',
  48: 'CONFIRMED',
};
