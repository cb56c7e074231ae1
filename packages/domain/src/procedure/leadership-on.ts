import { contains, type CivilDate } from '../civil-date.js';
import type { SeatFacts } from '../staffing-facts.js';
import { committeeMembers, fullTimeDeputies, holderOf, isCombined, onePerPerson } from '../team-on-day.js';
import type { Post } from '../vocabulary.js';
import { ADMIN_TEAM_POSTS, type RulesOfProcedure } from './rules-of-procedure.js';
import type { HeadPost, MeetingKind } from './meeting-words.js';
import type { PersonRef } from './procedure-facts.js';

/** Who leads the school on a day (意见（十二）): the two heads, the two teams, and who both are together. */
export type Leadership = {
  readonly on: CivilDate;
  /** In office or acting by document (主持工作); null while the seat is vacant. */
  readonly secretary: PersonRef | null;
  readonly principal: PersonRef | null;
  /** 书记、校长由一人担任; null while a seat is vacant. */
  readonly combined: boolean | null;
  /** 党组织班子. */
  readonly committee: readonly PersonRef[];
  /** 行政班子: principal, vice-principals and the posts that the filed rules add. */
  readonly adminTeam: readonly PersonRef[];
  /** 学校领导班子: both teams, each person once. */
  readonly team: readonly PersonRef[];
  readonly deputies: readonly PersonRef[];
  readonly fullTimeDeputies: readonly PersonRef[];
};

/** What was worked out of a list of seats: nearly every check asks the same of it. */
const known = new WeakMap<readonly SeatFacts[], Map<string, Leadership>>();

/** The leadership as it sits on `on`; an appointment that has ended gives no place any more (SOD-15). */
export function leadershipOn(
  seats: readonly SeatFacts[],
  on: CivilDate,
  rules: Pick<RulesOfProcedure, 'adminTeamPosts'> | null,
): Leadership {
  const added = rules?.adminTeamPosts ?? [];
  const key = [on, ...added].join(' ');
  const ofSeats = known.get(seats) ?? new Map<string, Leadership>();
  const leadership = ofSeats.get(key) ?? workOut(seats, on, added);
  known.set(seats, ofSeats.set(key, leadership));
  return leadership;
}

function workOut(seats: readonly SeatFacts[], on: CivilDate, added: readonly Post[]): Leadership {
  const sitting = seats.filter((seat) => contains(seat, on));
  const adminPosts: readonly Post[] = [...ADMIN_TEAM_POSTS, ...added];
  const [secretary, principal] = [holderOf(sitting, 'SECRETARY'), holderOf(sitting, 'PRINCIPAL')];
  const committee = committeeMembers(sitting);
  const adminTeam = onePerPerson(sitting.filter((seat) => adminPosts.includes(seat.post)));
  return {
    on,
    secretary: secretary && refOf(secretary),
    principal: principal && refOf(principal),
    combined: isCombined(secretary, principal),
    committee: committee.map(refOf),
    adminTeam: adminTeam.map(refOf),
    team: onePerPerson([...committee, ...adminTeam]).map(refOf),
    deputies: onePerPerson(sitting.filter((seat) => seat.post === 'DEPUTY_SECRETARY')).map(refOf),
    fullTimeDeputies: fullTimeDeputies(sitting).map(refOf),
  };
}

function refOf({ personId, personName }: SeatFacts): PersonRef {
  return { personId, personName };
}

/** Who convenes, chairs and confirms: the secretary, or the principal for his own meeting and 校务委员会 (意见（五）（六）). */
export function headPostOf(kind: MeetingKind): HeadPost {
  return kind === 'PRINCIPAL_OFFICE' || kind === 'SCHOOL_COUNCIL' ? 'PRINCIPAL' : 'SECRETARY';
}

/** The holder of that post on that day; null while it is vacant. */
export function headOf(leadership: Leadership, kind: MeetingKind): PersonRef | null {
  return headPostOf(kind) === 'SECRETARY' ? leadership.secretary : leadership.principal;
}

/** Is the person one of these? */
export function isAmong(people: readonly PersonRef[], personId: string): boolean {
  return people.some((person) => person.personId === personId);
}
