import { addDays, contains, maxDate, type CivilDate } from './civil-date.js';
import { isCheckedScope } from './scope.js';
import type { StaffingSettings, TeamFacts } from './staffing-facts.js';
import { fullTimeDeputies, holderOf, isCombined, type TeamOnDay } from './team-on-day.js';
import { broken, PASS, type Verdict } from './verdict.js';
import { SINGLE_HOLDER_POSTS, type SingleHolderPost } from './vocabulary.js';

/** A seat that ought to be filled and is not, `since` its first empty day. */
export type Vacancy = {
  readonly post: SingleHolderPost | 'DEPUTY_SECRETARY';
  /** true for the 专职副书记 */
  readonly fullTime: boolean;
  readonly since: CivilDate;
};

/**
 * The vacant seats of a day: principal in every school; secretary where the school has an organisation of its own (the
 * secretary of a joint branch may sit elsewhere); 专职副书记 where STF-5 demands one. An acting holder fills a seat.
 */
export function vacancies(team: TeamFacts, on: CivilDate): Vacancy[] {
  const found: Vacancy[] = [];
  for (const post of SINGLE_HOLDER_POSTS) {
    const since = headVacantSince(team, post, on);
    if (since !== null) found.push({ post, fullTime: false, since });
  }
  if (lacksFullTimeDeputy(team, on)) {
    found.push({ post: 'DEPUTY_SECRETARY', fullTime: true, since: lackingSince(team, on) });
  }
  return found;
}

/** The first day of a head's vacancy that still lasts on `on`; null while the seat is held or there is none. */
export function headVacantSince(team: TeamFacts, post: SingleHolderPost, on: CivilDate): CivilDate | null {
  if (post === 'SECRETARY' && !hasOwnOrganization(team)) return null;
  const seats = team.seats.filter((seat) => seat.post === post);
  if (on < team.openedOn || seats.some((seat) => contains(seat, on))) return null;
  const ends = seats.map((seat) => seat.to).filter((to): to is CivilDate => to !== null && to <= on);
  const begins = post === 'SECRETARY' ? (team.organizedOn ?? team.openedOn) : team.openedOn;
  return maxDate(team.openedOn, begins, ...ends);
}

/** Must the school have a 专职副书记 on the day (应当设: a branch school whose heads are one person)? */
export function needsFullTimeDeputy(team: TeamFacts, on: CivilDate): boolean {
  if (team.orgType !== 'BRANCH' || !isCheckedScope(team.scope)) return false;
  const seats = team.seats.filter((seat) => contains(seat, on));
  return isCombined(holderOf(seats, 'SECRETARY'), holderOf(seats, 'PRINCIPAL')) === true;
}

/** The first day on which a vacancy that began on `since` counts as too long. */
export function overdueOn(since: CivilDate, settings: StaffingSettings): CivilDate {
  return addDays(since, settings.vacancyDays + 1);
}

/** STF-9 党规：书记、校长空缺不宜超过规定天数。 Params give the first empty day; the reader counts the days from it. */
export function headsNotVacantTooLong(day: TeamOnDay): Verdict {
  const overdue = SINGLE_HOLDER_POSTS.flatMap((post) => {
    const since = headVacantSince(day.team, post, day.on);
    return since !== null && overdueOn(since, day.settings) <= day.on ? [{ post, since }] : [];
  });
  if (overdue.length === 0) return PASS;
  return broken({
    posts: overdue.map(({ post }) => post),
    since: overdue.map(({ since }) => since),
    allowedDays: day.settings.vacancyDays,
  });
}

function hasOwnOrganization(team: TeamFacts): boolean {
  return team.orgType !== null && team.orgType !== 'JOINT_BRANCH';
}

function lacksFullTimeDeputy(team: TeamFacts, on: CivilDate): boolean {
  if (!needsFullTimeDeputy(team, on)) return false;
  return fullTimeDeputies(team.seats.filter((seat) => contains(seat, on))).length === 0;
}

/** Walks back over the days on which the team changed, as long as the deputy was lacking. */
function lackingSince(team: TeamFacts, on: CivilDate): CivilDate {
  const begin = maxDate(team.openedOn, team.organizedOn ?? team.openedOn);
  const changes = team.seats.flatMap((seat) => (seat.to === null ? [seat.from] : [seat.from, seat.to]));
  const days = [...new Set([begin, ...changes])].filter((day) => day >= begin && day <= on).sort();
  const lastFilled = days.findLastIndex((day) => !lacksFullTimeDeputy(team, day));
  return days[lastFilled + 1] ?? on;
}
