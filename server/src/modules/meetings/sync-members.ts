import { attendanceBase, contains, leadershipOn, POSTS, type MeetingFacts, type PersonRef } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { Attendance } from './attendance.entity.js';
import type { LoadedMeeting } from './load-meeting.js';
import type { StoredAttendance } from './stored-meeting.js';

/** Who is expected by office: the body of the two meetings; of 民主生活会 and its like the party committee. */
export function membersOf(meeting: MeetingFacts): readonly PersonRef[] {
  if (meeting.kind === 'MEMBERS_ASSEMBLY' || meeting.kind === 'SCHOOL_COUNCIL') return [];
  const base = attendanceBase(meeting);
  const people = base?.people ?? leadershipOn(meeting.school.seats, meeting.on, meeting.rules).committee;
  return base !== null && base.people === null
    ? []
    : people.toSorted((a, b) => rankIn(meeting, a) - rankIn(meeting, b));
}

/** Heads first, as a list is written. */
function rankIn({ school, on }: MeetingFacts, { personId }: PersonRef): number {
  const held = school.seats.filter((seat) => seat.personId === personId && contains(seat, on));
  return Math.min(POSTS.length, ...held.map(({ post }) => POSTS.indexOf(post)));
}

/** Are the members of such a meeting named by the appointments of the day, so that nobody adds one? */
export function membersAreGiven(meeting: MeetingFacts): boolean {
  return membersOf(meeting).length > 0;
}

/** The post under which a list shows somebody: the first of those held on the day. */
export function postOn({ school, on }: MeetingFacts, personId: string): string | null {
  const held = school.seats.filter((seat) => seat.personId === personId && contains(seat, on)).map(({ post }) => post);
  return POSTS.find((post) => held.includes(post)) ?? null;
}

/**
 * Brings the list in line with who is in office on the day of the meeting (意见（五）（六）): who has come into office is put on it,
 * who has left it is taken off, and attends as an observer where already there.
 */
export async function syncMembers(ctx: WriteContext, { row, facts }: LoadedMeeting): Promise<void> {
  const members = membersOf(facts);
  if (members.length === 0) return;
  const listed = new Map(row.attendance.map((one) => [one.personId, one]));
  const isMember = (personId: string | null): boolean => members.some((member) => member.personId === personId);
  await addMembers(
    ctx,
    { row, facts },
    members.filter(({ personId }) => !listed.has(personId)),
  );
  for (const one of row.attendance) {
    const change = isMember(one.personId) ? asMember(one) : noMember(one, ctx.now);
    if (change)
      await ctx.db.update(Attendance, { tenantId: row.tenantId, id: one.id }, { ...change, version: one.version + 1 });
  }
}

function asMember({ capacity, removed }: StoredAttendance): Partial<Attendance> | null {
  return capacity === 'MEMBER' && !removed ? null : { capacity: 'MEMBER', removedAt: null };
}

function noMember({ capacity, removed, status }: StoredAttendance, now: Date): Partial<Attendance> | null {
  if (capacity !== 'MEMBER' || removed) return null;
  return status === null ? { removedAt: now } : { capacity: 'OBSERVER' };
}

async function addMembers(
  ctx: WriteContext,
  { row, facts }: Pick<LoadedMeeting, 'row' | 'facts'>,
  members: readonly PersonRef[],
): Promise<void> {
  const { tenantId, id: meetingId, schoolId } = row;
  const rows = members.map(({ personId, personName }): Partial<Attendance> => ({
    ...{ tenantId, id: newId(), schoolId, meetingId, personId, personName, post: postOn(facts, personId) },
    ...{ capacity: 'MEMBER', spans: [], createdBy: ctx.grant.accountId },
  }));
  await ctx.db.insert(Attendance, rows);
}
