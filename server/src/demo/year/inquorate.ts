import { openingQuorum } from '@zhixiao/domain';
import { arrive, listGuests, stayAway } from './attendance.js';
import { factsOfMeeting, refreshMeeting } from './meetings.js';
import { countMembers } from './ordinary-meeting.js';
import type { SchoolYear } from './school-year.js';
import type { DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** Too few come to a meeting that was called. @returns whether it is too few indeed: two heads may be half already */
export function stayAwayMost(year: SchoolYear, meeting: DemoMeeting): boolean {
  listGuests(year, meeting);
  const members = meeting.attendance.filter(({ capacity }) => capacity === 'MEMBER');
  const there = Math.max(0, Math.ceil(members.length / 2) - 1);
  for (const [i, one] of members.entries()) {
    if (i < there) arrive(year, meeting, one);
    else stayAway(one, { status: 'LEAVE', reason: year.random.pick(YEAR_WORDS.reasons.leave) });
  }
  countMembers(year, meeting, 0.4);
  refreshMeeting(year, meeting, meeting.startsAt);
  return openingQuorum(factsOfMeeting(year, meeting))?.met === false;
}
