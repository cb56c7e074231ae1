import { addDays, addMonths, type CivilDate } from '../civil-date.js';
import type { FilingState } from './decision-words.js';
import type { MeetingFrequency, RulesOfProcedure } from './rules-of-procedure.js';

/** One version of a school's rules for one meeting, with the days on which it got on. */
export type RulesVersion = {
  readonly version: number;
  readonly state: FilingState;
  readonly rules: RulesOfProcedure;
  readonly adoptedOn: CivilDate | null;
  readonly filedOn: CivilDate | null;
};

/**
 * The version that binds the school on a day: the last one filed by then, else, as long as none was ever filed, the last one
 * adopted. null: the school has given itself no rules, and only the Opinion speaks.
 */
export function rulesInForce(versions: readonly RulesVersion[], on: CivilDate): RulesVersion | null {
  const reached = (day: CivilDate | null): boolean => day !== null && day <= on;
  const newest = [...versions].sort((a, b) => b.version - a.version);
  return newest.find(({ filedOn }) => reached(filedOn)) ?? newest.find(({ adoptedOn }) => reached(adoptedOn)) ?? null;
}

/** The day by which the next meeting is due after the last one. */
export function nextMeetingDue({ every, unit }: MeetingFrequency, lastOn: CivilDate): CivilDate {
  return unit === 'WEEK' ? addDays(lastOn, 7 * every) : addMonths(lastOn, every);
}
