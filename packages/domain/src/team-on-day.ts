import { contains, type CivilDate } from './civil-date.js';
import type { SeatFacts, StaffingSettings, TeamFacts } from './staffing-facts.js';
import { ADMIN_LEADERSHIP_POSTS, PARTY_POSTS, type Membership, type Post } from './vocabulary.js';

/** A team on one day: who sits where, worked out once for all checks. */
export type TeamOnDay = {
  readonly team: TeamFacts;
  readonly settings: StaffingSettings;
  readonly on: CivilDate;
  readonly seats: readonly SeatFacts[];
  readonly secretary: SeatFacts | null;
  readonly principal: SeatFacts | null;
  /** 一肩挑 true, 分设 false, null while one of the seats is vacant. */
  readonly combined: boolean | null;
};

/** The team as it sits on `on`. */
export function teamOnDay(team: TeamFacts, settings: StaffingSettings, on: CivilDate): TeamOnDay {
  const seats = team.seats.filter((seat) => contains(seat, on));
  const secretary = holderOf(seats, 'SECRETARY');
  const principal = holderOf(seats, 'PRINCIPAL');
  return { team, settings, on, seats, secretary, principal, combined: isCombined(secretary, principal) };
}

/** Do both heads' seats have one holder; null while either is vacant. */
export function isCombined(secretary: SeatFacts | null, principal: SeatFacts | null): boolean | null {
  if (secretary === null || principal === null) return null;
  return secretary.personId === principal.personId;
}

/** The holder of a single seat: should two overlap (STF-8), the appointed before the acting one, then the earlier. */
export function holderOf(seats: readonly SeatFacts[], post: Post): SeatFacts | null {
  return seats.filter((seat) => seat.post === post).sort(byPrecedence)[0] ?? null;
}

function byPrecedence(a: SeatFacts, b: SeatFacts): number {
  if (a.acting !== b.acting) return a.acting ? 1 : -1;
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.personId < b.personId ? -1 : 1;
}

/** Does the person hold one of these posts in these seats? */
export function holdsOneOf(seats: readonly SeatFacts[], personId: string, posts: readonly Post[]): boolean {
  return seats.some((seat) => seat.personId === personId && posts.includes(seat.post));
}

/** A member is on probation until the day on which he or she becomes a full one (转正). */
export function membershipOn(seat: SeatFacts, on: CivilDate): Membership {
  if (seat.partyFullOn === null) return seat.membership;
  if (seat.membership !== 'FULL' && seat.membership !== 'PROBATIONARY') return seat.membership;
  return seat.partyFullOn <= on ? 'FULL' : 'PROBATIONARY';
}

/**
 * 专职副书记: full-time deputies without an administrative leadership post beside it; one who has such a post is not
 * full-time, whatever the roster says. Each person once.
 */
export function fullTimeDeputies(seats: readonly SeatFacts[]): readonly SeatFacts[] {
  const deputies = seats.filter((seat) => seat.post === 'DEPUTY_SECRETARY' && seat.fullTime === true);
  return onePerPerson(deputies).filter((seat) => !holdsOneOf(seats, seat.personId, ADMIN_LEADERSHIP_POSTS));
}

/** 行政班子副职: the vice-principals, each person once. */
export function viceHeads(seats: readonly SeatFacts[]): readonly SeatFacts[] {
  return onePerPerson(seats.filter((seat) => seat.post === 'VICE_PRINCIPAL'));
}

/** 党组织班子: everyone with a party post, each person once. */
export function committeeMembers(seats: readonly SeatFacts[]): readonly SeatFacts[] {
  return onePerPerson(seats.filter((seat) => (PARTY_POSTS as readonly Post[]).includes(seat.post)));
}

/** The first seat of each person. */
export function onePerPerson(seats: readonly SeatFacts[]): readonly SeatFacts[] {
  return [...new Map([...seats].reverse().map((seat) => [seat.personId, seat])).values()].reverse();
}

/** Names in a stable order, so that equal teams give equal findings. */
export function namesOf(seats: readonly SeatFacts[]): string[] {
  return seats.map((seat) => seat.personName).sort();
}

/** 党委 and 党总支: the types whose two heads are generally separate (意见（十二）). */
export function isCommitteeOrGeneralBranch(team: TeamFacts): boolean {
  return team.orgType === 'COMMITTEE' || team.orgType === 'GENERAL_BRANCH';
}

/** Is there a committee that people can sit on? 党委 and 总支 have one by nature, a branch where it says so. */
export function hasOwnCommittee(team: TeamFacts): boolean {
  return isCommitteeOrGeneralBranch(team) || (team.orgType === 'BRANCH' && team.hasCommittee === true);
}
