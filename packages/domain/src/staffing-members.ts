import type { SeatFacts } from './staffing-facts.js';
import {
  committeeMembers,
  hasOwnCommittee,
  holdsOneOf,
  membershipOn,
  namesOf,
  onePerPerson,
  viceHeads,
  type TeamOnDay,
} from './team-on-day.js';
import { broken, NO_RECORD, NOT_APPLICABLE, PASS, type Verdict } from './verdict.js';
import { PARTY_POSTS, SINGLE_HOLDER_POSTS, type Membership, type SingleHolderPost } from './vocabulary.js';

/**
 * STF-6 意见（十二）：行政班子副职中的党员一般应当进入党组织班子。
 * Judged by person, and so are the departures from it. Nobody to judge, or no committee to enter: not applicable.
 */
export function memberViceHeadsInCommittee(day: TeamOnDay): Verdict {
  if (!hasOwnCommittee(day.team)) return NOT_APPLICABLE;
  const heads = viceHeads(day.seats);
  const members = withMembership(day, heads, ['FULL']);
  const outside = members.filter((seat) => !holdsOneOf(day.seats, seat.personId, PARTY_POSTS));
  if (outside.length > 0) {
    return { kind: 'BROKEN', params: { names: namesOf(outside) }, concerned: outside, perPerson: true };
  }
  if (withMembership(day, heads, ['UNKNOWN']).length > 0) return NO_RECORD;
  return members.length > 0 ? PASS : NOT_APPLICABLE;
}

/** STF-7 党规：党组织班子成员须为中共正式党员。 Holds in every scope and refuses the record. */
export function committeeOfFullMembers(day: TeamOnDay): Verdict {
  const members = committeeMembers(day.seats);
  const others = withMembership(day, members, ['PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES']);
  if (others.length > 0) return broken({ names: namesOf(others) }, others);
  return withMembership(day, members, ['UNKNOWN']).length > 0 ? NO_RECORD : PASS;
}

/** STF-8 意见（十二）：书记、校长各由一人担任。 Holds in every scope and refuses the record. */
export function oneHolderPerSeat(day: TeamOnDay): Verdict {
  const crowded = SINGLE_HOLDER_POSTS.filter((post) => holders(day, post).length > 1);
  if (crowded.length === 0) return PASS;
  const persons = onePerPerson(crowded.flatMap((post) => holders(day, post)));
  return broken({ posts: crowded, names: namesOf(persons) }, persons);
}

function holders(day: TeamOnDay, post: SingleHolderPost): readonly SeatFacts[] {
  return onePerPerson(day.seats.filter((seat) => seat.post === post));
}

function withMembership(
  day: TeamOnDay,
  seats: readonly SeatFacts[],
  wanted: readonly Membership[],
): readonly SeatFacts[] {
  return seats.filter((seat) => wanted.includes(membershipOn(seat, day.on)));
}
