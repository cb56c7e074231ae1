import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { badInput, given, keyInOwnTenant, optionalText, type OwnKey } from '../schools/index.js';
import { addGuests } from './add-guests.js';
import { Attendance } from './attendance.entity.js';
import type { AttendanceEntryInput, SetAttendanceInput } from './attendance.input.js';
import { findMeeting, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import { loadMeeting, type LoadedMeeting } from './load-meeting.js';
import { Meeting } from './meeting.entity.js';
import { arriving, isThereNow, staying, type PresenceChange } from './presence.js';
import { refreshMeeting } from './refresh-meeting.js';
import type { StoredAttendance } from './stored-meeting.js';

/**
 * The list of a meeting as its recorder keeps it: who is there, on leave, absent, who else attends, and of a meeting of which
 * only numbers are recorded the numbers. What is closed stays (T-62).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function setAttendance(ctx: WriteContext, input: SetAttendanceInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseOtherHand(ctx, meeting);
  refuseState(ctx, meeting, ['DRAFT', 'CALLED', 'OPEN']);
  const { tenantId, id, schoolId } = meeting.row;
  await addNew(
    ctx,
    meeting,
    input.entries.filter((entry) => !entry.id),
  );
  for (const entry of input.entries) if (entry.id) await change(ctx, meeting, entry);
  const { statedExpected, statedPresent } = input;
  const stated = given({ statedExpected, statedPresent });
  if (Object.keys(stated).length > 0) await ctx.db.update(Meeting, { tenantId, id }, stated);
  await refreshMeeting(ctx, meeting.row);
  const after = { entries: input.entries.map(({ id: _id, expectedVersion: _version, ...said }) => said), ...stated };
  ctx.audit({ action: 'meeting.attendance-set', subjectType: 'Meeting', subjectId: id, schoolId, after });
  return meetingKey(meeting);
}

async function addNew(
  ctx: WriteContext,
  meeting: LoadedMeeting,
  entries: readonly AttendanceEntryInput[],
): Promise<void> {
  const guests = entries.map(({ capacity, ...entry }) => {
    if (!capacity) throw badInput('capacity', 'REQUIRED');
    return { ...entry, capacity };
  });
  if (guests.length === 0) return;
  await addGuests(ctx, meeting, guests);
  const listed = new Set(meeting.row.attendance.filter((one) => !one.removed).map((one) => one.id));
  const { row } = await loadMeeting(ctx, meeting.row);
  const added = row.attendance.filter((one) => !one.removed && !listed.has(one.id));
  for (const [i, one] of added.entries()) await set(ctx, meeting, { one, entry: entries[i] ?? {} });
}

async function change(ctx: WriteContext, meeting: LoadedMeeting, entry: AttendanceEntryInput): Promise<void> {
  const { id } = keyInOwnTenant(ctx, 'Attendance', entry.id ?? '');
  const one = meeting.row.attendance.find((row) => row.id === id && !row.removed);
  if (!one) throw notFound();
  refuseStale(one, entry.expectedVersion ?? 0);
  await set(ctx, meeting, { one, entry });
}

interface Change {
  readonly one: StoredAttendance;
  readonly entry: Partial<AttendanceEntryInput>;
}

async function set(ctx: WriteContext, meeting: LoadedMeeting, { one, entry }: Change): Promise<void> {
  const { post, reason, writtenOpinion, capacity } = entry;
  const changed = {
    ...given({ post: post === undefined ? undefined : optionalText(post) }),
    ...given({ reason: reason === undefined ? undefined : optionalText(reason) }),
    ...given({ writtenOpinion: writtenOpinion === undefined ? undefined : optionalText(writtenOpinion) }),
    ...(capacity ? capacityOf(one, capacity) : {}),
    ...(entry.status === undefined ? {} : statusOf(meeting, one, { status: entry.status, now: ctx.now })),
    ...(entry.remove ? { removedAt: removable(one, ctx.now) } : {}),
  };
  const where = { tenantId: meeting.row.tenantId, id: one.id };
  await ctx.db.update(Attendance, where, { ...changed, version: one.version + 1 });
}

/** Who is a member is so by appointment, and nobody else becomes one here (PM-6). */
function capacityOf({ capacity }: StoredAttendance, wanted: Attendance['capacity']): Partial<Attendance> {
  if ((capacity === 'MEMBER') !== (wanted === 'MEMBER')) throw badInput('capacity', 'MEMBERS_BY_APPOINTMENT');
  return { capacity: wanted };
}

function removable({ capacity, status }: StoredAttendance, now: Date): Date {
  if (capacity === 'MEMBER') throw badInput('remove', 'MEMBERS_BY_APPOINTMENT');
  if (status === 'PRESENT' || status === 'LATE') throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_THERE' });
  return now;
}

/** In an open meeting one who is there leaves (leaveMeeting); who is marked present comes now. */
function statusOf(
  meeting: LoadedMeeting,
  one: StoredAttendance,
  { status, now }: { readonly status: Attendance['status']; readonly now: Date },
): PresenceChange {
  const comes = status === 'PRESENT' || status === 'LATE';
  const isOpen = meeting.row.state === 'OPEN';
  if (isOpen && isThereNow(one)) {
    if (comes) return { status: one.status, spans: one.spans };
    throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_THERE' });
  }
  if (isOpen && !comes && one.spans.length > 0) throw new RuleViolation('BAD_STATE', { reason: 'WAS_THERE' });
  return comes ? arriving(meeting, one, { now, late: status === 'LATE' }) : staying(status);
}
