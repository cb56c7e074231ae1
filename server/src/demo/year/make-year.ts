import { addDays, addMonths } from '@zhixiao/domain';
import { followUp } from './afterwards.js';
import type { MeetingDay } from './calendar-of-meetings.js';
import { meetingDays } from './calendar-of-meetings.js';
import { workday } from './days.js';
import { confirmTitle, usualEmergency } from './emergencies.js';
import { layDesk } from './desk.js';
import { layComing, layOpen, layRecords } from './desk-meetings.js';
import { layTopics } from './desk-topics.js';
import { dropMeeting } from './hold-meeting.js';
import { enterMeeting, PAPER_KINDS } from './paper-meetings.js';
import { departOfMeeting } from './special-motions.js';
import type { ItemCourse } from './decide-items.js';
import type { DemoItem } from './year-rows.js';
import { calledMeeting, finishRecord, holdMeeting, submit } from './ordinary-meeting.js';
import type { Waiting } from './ordinary-meeting.js';
import { holdOther } from './other-meetings.js';
import { stayAwayMost } from './inquorate.js';
import { addRules } from './rules.js';
import { createSchoolYear } from './school-year.js';
import type { SchoolYear, YearPlace } from './school-year.js';
import { courseFor } from './year-course.js';
import { YEAR_WORDS } from './year-words.js';

/** Of meetings that are called so many have too few there, and so many are put off or called off. */
const INQUORATE = 0.012;
const PUT_OFF = 0.015;

/** A school's year of meetings with all that belongs to them. */
export function makeYear(place: Omit<YearPlace, 'course'>, ordinal: number): SchoolYear {
  const year = createSchoolYear({ ...place, course: courseFor(ordinal) });
  addRules(year, year.course.rules);
  const emergencyOn = workday(addMonths(year.since, 5));
  const waiting: Waiting = { topics: [], submitted: [] };
  const orgType = year.school.seed.orgType;
  let isTaken = year.course.emergency === null || year.course.emergency === 'OVERDUE';
  for (const day of meetingDays(year.random, { orgType, since: year.since, today: year.today })) {
    if (!isTaken && day.on > addDays(emergencyOn, 6)) isTaken = usualEmergency(year, 'PARTY_ORG', emergencyOn) !== null;
    holdOn(year, day, waiting);
  }
  if (year.course.emergency === 'OVERDUE') usualEmergency(year, 'PARTY_ORG', workday(addMonths(year.today, -4)));
  if (year.isShowcase) layRecords(year, waiting);
  if (year.course.isMeetingNow) layOpen(year, waiting);
  followUp(year);
  if (year.isShowcase) layDesk(year);
  else if (ordinal % 3 === 0) layTopics(year);
  else if (ordinal % 3 === 1) layComing(year);
  return year;
}

function holdOn(year: SchoolYear, { kind, on }: MeetingDay, waiting: Waiting): void {
  if (kind !== 'PARTY_ORG' && kind !== 'PRINCIPAL_OFFICE') return holdOther(year, { kind, on });
  if (isOnPaper(year, { kind, on })) {
    const says =
      PAPER_KINDS[year.meetings.filter((one) => one.enteredAfterwards).length % PAPER_KINDS.length] ?? 'FULL';
    enterMeeting(year, { kind, on, says: year.isShowcase ? 'FULL' : says });
    return;
  }
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
  } else if (holdMeeting(year, meeting, { courseOf: courseOf(year), beforeClose: departOfMeeting })) {
    submit(meeting, waiting);
    finishRecord(year, meeting);
  } else throw new Error(`not opened: ${meeting.kind} ${on}`);
}

/** What goes otherwise than usual on an item of this year's meetings. */
function courseOf(year: SchoolYear): (item: DemoItem) => ItemCourse {
  const refused = year.course.emergency === 'NOT_CONFIRMED' ? year.emergencies.map(confirmTitle) : [];
  return ({ title }) => (refused.includes(title) ? { passes: false } : {});
}

/** The first two months of some schools, before they came to the system; of the showcase a single one. */
function isOnPaper({ course, since, isShowcase, meetings }: SchoolYear, { kind, on }: MeetingDay): boolean {
  if (course.paper) return on < addMonths(since, 2);
  return isShowcase && kind === 'PRINCIPAL_OFFICE' && !meetings.some((one) => one.kind === kind);
}
