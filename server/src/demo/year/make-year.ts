import type { MeetingDay } from './calendar-of-meetings.js';
import { meetingDays } from './calendar-of-meetings.js';
import { dropMeeting } from './hold-meeting.js';
import { calledMeeting, finishRecord, holdMeeting, submit } from './ordinary-meeting.js';
import type { Waiting } from './ordinary-meeting.js';
import { holdOther } from './other-meetings.js';
import { stayAwayMost } from './inquorate.js';
import { addRules } from './rules.js';
import { createSchoolYear } from './school-year.js';
import type { SchoolYear, YearPlace } from './school-year.js';
import { courseFor } from './year-course.js';
import { YEAR_WORDS } from './year-words.js';
import { addDays } from '@zhixiao/domain';

/** Of meetings that are called so many have too few there, and so many are put off or called off. */
const INQUORATE = 0.012;
const PUT_OFF = 0.015;

/** A school's year of meetings with all that belongs to them. */
export function makeYear(place: YearPlace, ordinal: number): SchoolYear {
  const year = createSchoolYear(place);
  const course = courseFor(ordinal);
  addRules(year, course.rules);
  const waiting: Waiting = { topics: [], submitted: [] };
  const orgType = year.school.seed.orgType;
  for (const day of meetingDays(year.random, { orgType, since: year.since, today: year.today })) {
    holdOn(year, day, waiting);
  }
  return year;
}

function holdOn(year: SchoolYear, { kind, on }: MeetingDay, waiting: Waiting): void {
  if (kind !== 'PARTY_ORG' && kind !== 'PRINCIPAL_OFFICE') return holdOther(year, { kind, on });
  const meeting = calledMeeting(year, { kind, on, waiting });
  if (!meeting) return;
  const { random } = year;
  const topics = meeting.items.flatMap(({ topic }) => topic ?? []);
  if (random.chance(INQUORATE) && stayAwayMost(year, meeting)) {
    dropMeeting(year, meeting, { reason: 'NO_QUORUM', on, note: YEAR_WORDS.reasons.noQuorum });
    waiting.topics.push(...topics);
  } else if (random.chance(PUT_OFF)) {
    const reason = random.chance(0.6) ? ('PUT_OFF' as const) : ('CANCELLED' as const);
    const note = reason === 'PUT_OFF' ? YEAR_WORDS.reasons.putOff : YEAR_WORDS.reasons.cancelled;
    dropMeeting(year, meeting, {
      reason,
      on: addDays(on, -1),
      note,
      putOffTo: reason === 'PUT_OFF' ? addDays(on, 7) : null,
    });
    waiting.topics.push(...topics);
  } else if (holdMeeting(year, meeting)) {
    submit(meeting, waiting);
    finishRecord(year, meeting);
  } else throw new Error(`not opened: ${meeting.kind} ${on}`);
}
