import { headOf, leadershipOn } from '@zhixiao/domain';
import type { AttendanceCapacity, AttendanceStatus, MeetingFacts, PersonRef, PresenceSpan } from '@zhixiao/domain';
import { membersOf, postOn } from '../../modules/meetings/index.js';
import { BLANK_ATTENDANCE } from './blank-rows.js';
import { factsOfMeeting } from './meetings.js';
import type { SchoolYear } from './school-year.js';
import type { DemoAttendance, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** Puts the members in office on the day on the list, heads first. */
export function listMembers(year: SchoolYear, meeting: DemoMeeting): void {
  const facts = factsOfMeeting(year, meeting);
  for (const person of membersOf(facts)) listPerson(year, meeting, { person, facts, capacity: 'MEMBER' });
}

interface Listed {
  readonly person: PersonRef | { readonly personName: string };
  readonly facts: MeetingFacts;
  readonly capacity: AttendanceCapacity;
  readonly reason?: string | null;
}

/** Puts somebody on the list; a guest from outside has a name only. */
export function listPerson(
  year: SchoolYear,
  meeting: DemoMeeting,
  { person, facts, capacity, reason = null }: Listed,
): DemoAttendance {
  const personId = 'personId' in person ? person.personId : null;
  const { createdAt, createdBy } = meeting;
  const row: DemoAttendance = {
    ...BLANK_ATTENDANCE,
    ...{ id: year.newId(createdAt), personId, personName: person.personName, capacity, reason, createdAt, createdBy },
    post: personId === null ? null : postOn(facts, personId),
  };
  meeting.attendance.push(row);
  // in the order in which the server reads them
  meeting.attendance.sort((a, b) => (a.id < b.id ? -1 : 1));
  return row;
}

/** Observers of the admin team, now and then somebody else with a reason or a guest from outside, and who writes. */
export function listGuests(year: SchoolYear, meeting: DemoMeeting): void {
  const { random } = year;
  const facts = factsOfMeeting(year, meeting);
  const { adminTeam } = leadershipOn(facts.school.seats, facts.on, facts.rules);
  const isOn = (personId: string): boolean => meeting.attendance.some((one) => one.personId === personId);
  const observers = adminTeam.filter(({ personId }) => !isOn(personId)).slice(0, 2);
  for (const person of observers)
    if (random.chance(0.6)) listPerson(year, meeting, { person, facts, capacity: 'OBSERVER' });
  const others = year.seats.filter((seat) => seat.post === 'MIDDLE_MANAGER' || seat.post === 'UNION_CHAIR');
  const [other] = others.filter(
    ({ personId, from, to }) => from <= facts.on && (to === null || facts.on < to) && !isOn(personId),
  );
  const reason = random.chance(0.9) ? YEAR_WORDS.reasons.observer : null;
  if (other && random.chance(0.25)) {
    listPerson(year, meeting, {
      person: { personId: other.personId, personName: other.personName },
      facts,
      capacity: 'OBSERVER',
      reason,
    });
  }
  if (random.chance(0.12)) {
    const person = { personName: random.pick(YEAR_WORDS.guests) };
    listPerson(year, meeting, { person, facts, capacity: 'INVITEE', reason: YEAR_WORDS.reasons.observer });
  }
  listPerson(year, meeting, { person: { personName: meeting.recorderName ?? '' }, facts, capacity: 'RECORDER' });
}

/** Who comes: nearly all, a few late or gone early; the chair always. */
export function comeAndGo(
  year: SchoolYear,
  meeting: DemoMeeting,
  { chairId }: { readonly chairId: string | null },
): void {
  const { random } = year;
  for (const one of meeting.attendance) {
    const isGuest = one.capacity !== 'MEMBER';
    if (one.personId === chairId || isGuest || random.chance(0.92)) arrive(year, meeting, one);
    else
      stayAway(one, { status: random.chance(0.8) ? 'LEAVE' : 'ABSENT', reason: random.pick(YEAR_WORDS.reasons.leave) });
    const mayMove = one.capacity === 'MEMBER' && one.personId !== chairId && one.status === 'PRESENT';
    if (mayMove && meeting.items.length > 2 && random.chance(0.05)) comeLate(meeting, one, 2);
    else if (mayMove && meeting.items.length > 3 && random.chance(0.03))
      leaveAfter(meeting, one, meeting.items.length - 1);
  }
}

/** There from the beginning, some signed in under their own account. */
export function arrive(year: SchoolYear, meeting: DemoMeeting, one: DemoAttendance): void {
  const byOwnAccount = one.personId !== null && year.random.chance(0.5);
  Object.assign(one, { status: 'PRESENT', spans: [], reason: one.capacity === 'MEMBER' ? null : one.reason });
  Object.assign(one, { arrivedAt: meeting.startsAt, byOwnAccount, version: one.version + 1 });
}

export function stayAway(
  one: DemoAttendance,
  said: { readonly status: AttendanceStatus; readonly reason: string },
): void {
  Object.assign(one, { ...said, spans: [], arrivedAt: null, version: one.version + 1 });
  if (said.status === 'ABSENT') one.reason = null;
}

function minutesAfter(meeting: DemoMeeting, minutes: number): string {
  return new Date(Date.parse(meeting.startsAt) + minutes * 60_000).toISOString();
}

/** Comes while the item before `fromItem` is being dealt with. */
export function comeLate(meeting: DemoMeeting, one: DemoAttendance, fromItem: number): void {
  const spans: PresenceSpan[] = [{ fromItem, toItem: null }];
  Object.assign(one, {
    status: 'LATE',
    spans,
    arrivedAt: minutesAfter(meeting, 10 * fromItem),
    version: one.version + 1,
  });
}

/** Hears the end of no item after `toItem`. */
export function leaveAfter(meeting: DemoMeeting, one: DemoAttendance, toItem: number): void {
  const spans: PresenceSpan[] = [{ fromItem: 0, toItem }];
  Object.assign(one, { spans, leftAt: minutesAfter(meeting, 15 * toItem), version: one.version + 1 });
}

/** The head of the meeting on its day. */
export function headOfMeeting(facts: MeetingFacts): PersonRef | null {
  return headOf(leadershipOn(facts.school.seats, facts.on, facts.rules), facts.kind);
}
