import type { StaffingCheckId } from './checks.js';
import type { CivilDate } from './civil-date.js';
import type { DepartureFacts } from './staffing-facts.js';

/** What the departures make of a broken 一般 rule. */
export type DepartureOutcome = 'FAIL' | 'DEPARTURE_PENDING' | 'DEPARTURE_APPROVED';

/** Worst first: one uncovered person makes the whole check fail. */
const WORST_FIRST: readonly DepartureOutcome[] = ['FAIL', 'DEPARTURE_PENDING', 'DEPARTURE_APPROVED'];

/** The worst of several outcomes. */
export function worstOf(outcomes: readonly DepartureOutcome[]): DepartureOutcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'DEPARTURE_APPROVED';
}

/**
 * The state of one departure on a day: approved from its approval to the day before its review; pending while it waits
 * for approval or for the overdue review; null before it was asked for and from its withdrawal on.
 */
export function departureStateOn(
  departure: Omit<DepartureFacts, 'checkId' | 'personId'>,
  on: CivilDate,
): Exclude<DepartureOutcome, 'FAIL'> | null {
  if (departure.withdrawnOn !== null && departure.withdrawnOn <= on) return null;
  const { approvedOn, reviewOn } = departure;
  if (approvedOn !== null && reviewOn !== null && approvedOn <= on) {
    return on < reviewOn ? 'DEPARTURE_APPROVED' : 'DEPARTURE_PENDING';
  }
  return departure.requestedOn <= on ? 'DEPARTURE_PENDING' : null;
}

export type DepartureQuery = {
  readonly checkId: StaffingCheckId;
  /** Who breaks the rule: a departure for somebody else does not cover them, one for the school does. */
  readonly personIds: readonly string[];
  readonly on: CivilDate;
};

/** FAIL unless a departure covers the day (approved) or at least waits (pending). */
export function departureOutcome(departures: readonly DepartureFacts[], query: DepartureQuery): DepartureOutcome {
  const states = departures
    .filter((departure) => departure.checkId === query.checkId)
    .filter((departure) => departure.personId === null || query.personIds.includes(departure.personId))
    .map((departure) => departureStateOn(departure, query.on));
  if (states.includes('DEPARTURE_APPROVED')) return 'DEPARTURE_APPROVED';
  return states.includes('DEPARTURE_PENDING') ? 'DEPARTURE_PENDING' : 'FAIL';
}
