import { isAssembly } from './bodies.js';
import { isRecorded } from './judge.js';
import { isAmong, leadershipOn } from './leadership-on.js';
import type { AttendanceFacts, ItemFacts, MeetingFacts, PersonRef, PresenceSpan } from './procedure-facts.js';

/** 应到: those in office on the day, by name or, of a members' assembly and of bare numbers, as a number. */
export type AttendanceBase = { readonly total: number; readonly people: readonly PersonRef[] | null };

/** 实到 of them. */
export type Presence = { readonly count: number; readonly people: readonly PersonRef[] | null };

/** The opening of a meeting, before its first item. */
const OPENING = 0;

/**
 * Who should be there: 党组织班子成员 or 行政班子成员 in office that day; vacant seats don't count, people on leave do. null: not
 * known, or a kind of meeting that has no quorum.
 */
export function attendanceBase(meeting: MeetingFacts): AttendanceBase | null {
  if (isAssembly(meeting.kind, meeting.school)) {
    const total = meeting.stated?.expected ?? meeting.school.fullMembers;
    return total === null ? null : { total, people: null };
  }
  if (meeting.kind !== 'PARTY_ORG' && meeting.kind !== 'PRINCIPAL_OFFICE') return null;
  const leadership = leadershipOn(meeting.school.seats, meeting.on, meeting.rules);
  const people = meeting.kind === 'PARTY_ORG' ? leadership.committee : leadership.adminTeam;
  if (people.length > 0) return { total: people.length, people };
  return meeting.recordMode === 'AFTERWARDS' ? baseAsRecorded(meeting) : null;
}

/** Of a time from which no appointments are recorded, only the paper knows who was expected. */
function baseAsRecorded(meeting: MeetingFacts): AttendanceBase | null {
  if (isRecorded(meeting.attendance)) {
    const people = meeting.attendance.filter((one) => one.capacity === 'MEMBER');
    return { total: people.length, people: people.map(refOf) };
  }
  return meeting.stated && { total: meeting.stated.expected, people: null };
}

/** Who of those expected is there for the item (null: at the opening); null where nothing says so. */
export function presenceAt(item: ItemFacts | null, meeting: MeetingFacts): Presence | null {
  const base = attendanceBase(meeting);
  if (base === null) return null;
  if (base.people === null || !isRecorded(meeting.attendance)) {
    const count = item?.statedPresent ?? meeting.stated?.present ?? null;
    return count === null ? null : { count, people: null };
  }
  const expected = base.people;
  const people = meeting.attendance
    .filter((one) => one.capacity === 'MEMBER' && isAmong(expected, one.personId))
    .filter((one) => isThere(one, item?.order ?? OPENING))
    .map(refOf);
  return { count: people.length, people };
}

/** Is one there for the item of this order? Arrival and leaving count by item. */
export function isThere(attendance: Pick<AttendanceFacts, 'status' | 'spans'>, order: number): boolean {
  if (attendance.status !== 'PRESENT' && attendance.status !== 'LATE') return false;
  const whole: PresenceSpan = { fromItem: attendance.status === 'LATE' ? 1 : OPENING, toItem: null };
  const spans = attendance.spans.length > 0 ? attendance.spans : [whole];
  return spans.some(({ fromItem, toItem }) => fromItem <= order && (toItem === null || order <= toItem));
}

/** Those of them with an interest in the item or already out for it: they do not vote on it (回避). */
export function recusedFrom(item: ItemFacts, meeting: MeetingFacts): readonly string[] {
  const bound = meeting.rules?.recusal === true ? item.interested.map((person) => person.personId) : [];
  return [...new Set([...item.recusedIds, ...bound])];
}

function refOf({ personId, personName }: PersonRef): PersonRef {
  return { personId, personName };
}
