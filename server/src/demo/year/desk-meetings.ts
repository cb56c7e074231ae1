import { addDays } from '@zhixiao/domain';
import type { CivilDate, RuledMeetingKind } from '@zhixiao/domain';
import { comeAndGo, headOfMeeting, listGuests, listMembers } from './attendance.js';
import { weekdayOf, workday } from './days.js';
import { callMeeting, fillUp, goThrough, openMeeting, signRecord } from './hold-meeting.js';
import { makeTopic, usualTopic } from './make-topics.js';
import type { WantedTopic } from './make-topics.js';
import { addItem, factsOfMeeting, planMeeting, refreshWithItems } from './meetings.js';
import { tell } from './notices.js';
import { calledMeeting, holdMeeting } from './ordinary-meeting.js';
import type { Waiting } from './ordinary-meeting.js';
import type { SchoolYear } from './school-year.js';
import type { DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** The next working day from a day on. */
function nextWorkday(day: CivilDate): CivilDate {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** Two records of the last days that wait for their signatures: one for the chair's, one for both. */
export function layRecords(year: SchoolYear, waiting: Waiting): void {
  const day = workday(addDays(year.today, -1));
  for (const [kind, isHalf] of [
    ['PRINCIPAL_OFFICE', true],
    ['PARTY_ORG', false],
  ] as const) {
    const meeting = calledMeeting(year, { kind, on: day, waiting });
    if (!meeting || !holdMeeting(year, meeting)) continue;
    if (!isHalf) continue;
    signRecord(year, meeting, { on: day, as: ['RECORDER'] });
    const params = { title: meeting.title, heldOn: meeting.heldOn, place: meeting.place, time: clockOf(meeting) };
    const subject = { type: 'Meeting', id: meeting.id };
    tell(year, {
      kind: 'RECORD_TO_SIGN',
      subject,
      personIds: [meeting.chairId],
      params,
      at: meeting.recorderSignedAt ?? meeting.startsAt,
    });
  }
}

function clockOf({ startsAt }: DemoMeeting): string {
  return startsAt.slice(11, 16);
}

/** A party meeting that is called for the coming days, a personnel matter among its items; and an office meeting still planned. */
export function layComing(year: SchoolYear): void {
  const called = workday(addDays(year.today, -1));
  const heldOn = nextWorkday(addDays(year.today, 3));
  const cadre: WantedTopic = {
    kind: 'PARTY_ORG',
    itemKind: 'DECISION',
    code: 'CADRE_APPOINT_MIDDLE',
    title: YEAR_WORDS.desk.cadre,
  };
  const meeting = planned(year, {
    kind: 'PARTY_ORG',
    heldOn,
    on: called,
    wanted: [usualTopic(year, 'PARTY_ORG', called), cadre],
  });
  if (callMeeting(year, meeting, { on: called })) {
    refreshWithItems(year, meeting, meeting.noticeAt ?? meeting.createdAt);
    const params = { title: meeting.title, heldOn, place: meeting.place, time: clockOf(meeting) };
    const personIds = meeting.attendance.map(({ personId }) => personId);
    tell(year, {
      kind: 'MEETING_CALLED',
      subject: { type: 'Meeting', id: meeting.id },
      personIds,
      params,
      at: meeting.noticeAt ?? meeting.createdAt,
    });
  }
  const later = nextWorkday(addDays(year.today, 6));
  const draft = planned(year, {
    kind: 'PRINCIPAL_OFFICE',
    heldOn: later,
    on: called,
    wanted: [usualTopic(year, 'PRINCIPAL_OFFICE', called)],
  });
  refreshWithItems(year, draft, draft.createdAt);
}

interface Planned {
  readonly kind: RuledMeetingKind;
  readonly heldOn: CivilDate;
  /** the day on which it is planned */
  readonly on: CivilDate;
  readonly wanted: readonly WantedTopic[];
}

function planned(year: SchoolYear, { kind, heldOn, on, wanted }: Planned): DemoMeeting {
  const topics = wanted.flatMap(
    (one) => makeTopic(year, one, { until: workday(addDays(on, -1)), course: 'AGREE', skip: {} }) ?? [],
  );
  const isParty = kind === 'PARTY_ORG';
  const meeting = planMeeting(year, {
    ...{ kind, heldOn, clock: isParty ? '14:30' : '09:00', place: year.random.pick(YEAR_WORDS.places), plannedOn: on },
    recorder: year.clerk.name,
  });
  listMembers(year, meeting);
  if (isParty) addItem(year, meeting, { kind: 'FIRST_TOPIC', title: year.random.pick(YEAR_WORDS.firstTopics) });
  for (const topic of topics) addItem(year, meeting, { topic });
  if (!isParty) addItem(year, meeting, { kind: 'HEAR_REPORT', title: year.random.pick(YEAR_WORDS.reports) });
  return meeting;
}

/** A meeting that goes on right now: half of its items have a result. */
export function layOpen(year: SchoolYear, waiting: Waiting): void {
  const meeting = calledMeeting(year, { kind: 'PARTY_ORG', on: year.today, waiting });
  if (!meeting) return;
  const head = headOfMeeting(factsOfMeeting(year, meeting));
  listGuests(year, meeting);
  comeAndGo(year, meeting, { chairId: head?.personId ?? null });
  fillUp(year, meeting);
  if (openMeeting(year, meeting))
    goThrough(year, meeting, { leaveOpen: Math.max(1, Math.floor(meeting.items.length / 2)) });
}
