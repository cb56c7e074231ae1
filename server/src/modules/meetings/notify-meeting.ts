import type { WriteContext } from '../../platform/context.js';
import type { LoadedMeeting } from './load-meeting.js';
import type { MEETING_NOTIFICATIONS } from './meeting.dictionary.js';

export interface MeetingTold {
  readonly kind: keyof typeof MEETING_NOTIFICATIONS;
  readonly personIds: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** Tells people of a meeting: its name, day, time and place, nothing of what is on the agenda. */
export function notifyOfMeeting(ctx: WriteContext, { row }: Pick<LoadedMeeting, 'row'>, told: MeetingTold): void {
  const { tenantId, id, schoolId, title, heldOn, place, startsAt } = row;
  const personIds = [...new Set(told.personIds)];
  if (personIds.length === 0) return;
  const subject = { type: 'Meeting', tenantId, id, schoolId } as const;
  const params = { title, heldOn, place, time: clock.format(new Date(startsAt)), ...told.params };
  ctx.notify({ kind: told.kind, subject, personIds, params });
}

/** Everybody on the list who is of the school. */
export function listedPeople({ row }: Pick<LoadedMeeting, 'row'>): string[] {
  return row.attendance.flatMap(({ personId, removed }) => (removed || personId === null ? [] : [personId]));
}
