import type { AttendanceStatus, PresenceSpan } from '@zhixiao/domain';
import type { Attendance } from './attendance.entity.js';
import { currentItem, type LoadedMeeting } from './load-meeting.js';
import type { StoredAttendance } from './stored-meeting.js';

/** What of a list changes when somebody comes or goes. */
export type PresenceChange = Pick<Attendance, 'status' | 'spans'> & Partial<Pick<Attendance, 'arrivedAt' | 'leftAt'>>;

/** Before the first item. */
const OPENING = 0;

/** Is one there now: signed in and not gone since? */
export function isThereNow({ status, spans }: Pick<StoredAttendance, 'status' | 'spans'>): boolean {
  if (status !== 'PRESENT' && status !== 'LATE') return false;
  const last = spans.at(-1);
  return last === undefined || last.toItem === null;
}

/** The item from which on somebody is there who comes now; after the last one nothing is left. */
function nextItem(meeting: LoadedMeeting): number {
  const { items } = meeting.row;
  return currentItem(meeting)?.position ?? (items.at(-1)?.position ?? OPENING) + 1;
}

/**
 * Somebody comes. Before the opening it makes no difference for the quorum whether in time; who comes later is there from the
 * item on that the meeting has before it, and changes the bar of no earlier one.
 */
export function arriving(
  meeting: LoadedMeeting,
  one: StoredAttendance,
  at: { now: Date; late: boolean },
): PresenceChange {
  const isOpen = meeting.row.state === 'OPEN';
  const arrivedAt = { arrivedAt: at.now, leftAt: null };
  if (!isOpen) return { status: at.late ? 'LATE' : 'PRESENT', spans: at.late ? [through(OPENING)] : [], ...arrivedAt };
  if (one.status !== 'PRESENT' && one.status !== 'LATE') {
    return { status: 'LATE', spans: [through(nextItem(meeting))], ...arrivedAt };
  }
  const before = one.spans.length > 0 ? one.spans : [];
  return { status: one.status, spans: [...before, through(nextItem(meeting))], leftAt: null };
}

/** Somebody goes: of the item that is being discussed he hears no end, so he is not there for it. */
export function leaving(meeting: LoadedMeeting, one: StoredAttendance, now: Date): PresenceChange {
  if (meeting.row.state !== 'OPEN') return { status: null, spans: [], arrivedAt: null, leftAt: null };
  const last = nextItem(meeting) - 1;
  const spans = one.spans.length > 0 ? one.spans : [through(one.status === 'LATE' ? 1 : OPENING)];
  const ended = spans.map((span) => (span.toItem === null ? { ...span, toItem: last } : span));
  return { status: one.status, spans: ended, leftAt: now };
}

/** Not there, and why: only of one who has not come. */
export function staying(status: AttendanceStatus | null): PresenceChange {
  return { status, spans: [], arrivedAt: null, leftAt: null };
}

function through(fromItem: number): PresenceSpan {
  return { fromItem, toItem: null };
}
