import { DEFAULT_VACANCY_DAYS, maxDate, refusesRecord, staffingFindings } from '@zhixiao/domain';
import type { CivilDate, DateRange, Membership, SeatFacts } from '@zhixiao/domain';
import { RuleViolation, type Violation } from '../../platform/errors.js';
import type { Seat, SeatConflict } from './plan-seats.js';

/** What the checks of integrity ask of a seat. */
type Judged = DateRange & Pick<SeatFacts, 'personId' | 'personName' | 'post'>;

export interface MemberFacts {
  readonly membership: Membership;
  readonly partyFullOn: CivilDate | null;
}

/** Everything else of a team is no contradiction in itself, so nothing else of it is asked here. */
function broken(seats: readonly SeatFacts[], on: CivilDate, path: string): Violation[] {
  const team = {
    ...({
      scope: 'UNKNOWN',
      stage: 'PRIMARY',
      orgType: null,
      hasCommittee: null,
      fullMembers: null,
      members: null,
    } as const),
    ...{ committeeTerm: null, termExtendedUntil: null, seats, departures: [], openedOn: on },
  };
  return staffingFindings(team, { vacancyDays: DEFAULT_VACANCY_DAYS }, on)
    .filter(({ checkId, outcome }) => outcome === 'FAIL' && refusesRecord(checkId))
    .map(({ checkId, clause, severity, params }) => ({ checkId, clause, severity, params, path: [path] }));
}

function seatFacts(seat: Judged, member: MemberFacts): SeatFacts {
  const { from, to, personId, personName, post } = seat;
  return { from, to, personId, personName, post, fullTime: null, acting: false, portfolio: null, ...member };
}

/**
 * STF-7 党规: who sits in the party committee is a full member on the first day. What is known of membership now says
 * nothing against the correction of a record that it contradicts already.
 * @throws RuleViolation RULE_VIOLATED with the violation
 */
export function refuseNonMember(seat: Judged, member: MemberFacts, earlier?: Judged): void {
  const of = (judged: Judged): Violation[] => broken([seatFacts(judged, member)], judged.from, 'personId');
  const violations = of(seat);
  if (violations.length === 0 || (earlier && of(earlier).length > 0)) return;
  throw new RuleViolation('RULE_VIOLATED', {}, violations);
}

/** STF-8 意见（十二）, or one post twice of one person: who holds it, since when. */
export function conflictOf({ code, wanted, held }: SeatConflict): RuleViolation {
  const unknown = { membership: 'UNKNOWN', partyFullOn: null } as const;
  const both = [seatFacts(held, unknown), seatFacts(wanted, unknown)];
  const violations = broken(both, maxDate(held.from, wanted.from), 'startsOn');
  return new RuleViolation(code, conflictParams(held), violations);
}

function conflictParams(held: Seat): { post: string; heldBy: string; heldSince: CivilDate } {
  return { post: held.post, heldBy: held.personName, heldSince: held.from };
}
