import { whyNotEnter } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { Attendance } from './attendance.entity.js';
import type { PresenceInput } from './attendance.input.js';
import { findMeeting, meetingKey, refuseOtherHand, refuseState } from './find-meeting.js';
import type { LoadedMeeting } from './load-meeting.js';
import { arriving, isThereNow, leaving, type PresenceChange } from './presence.js';
import { refreshMeeting } from './refresh-meeting.js';
import type { StoredAttendance } from './stored-meeting.js';

/**
 * Signs in under one's own account; once there, again changes nothing.
 * @param opaque the meeting's id
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function signIn(ctx: WriteContext, opaque: string): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, opaque, 'attend');
  refuseState(ctx, meeting, ['CALLED', 'OPEN']);
  const one = ownRow(ctx, meeting);
  if (isThereNow(one)) return meetingKey(meeting);
  const change = { ...arriving(meeting, one, { now: ctx.now, late: false }), byOwnAccount: true };
  await move(ctx, meeting, { one, change, action: 'meeting.signed-in' });
  return meetingKey(meeting);
}

/**
 * Leaves an open meeting, for good or for a while: oneself, or somebody whom the recorder sees go.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function leaveMeeting(ctx: WriteContext, input: PresenceInput): Promise<OwnKey> {
  const { meeting, one } = await findPresent(ctx, input);
  if (!isThereNow(one)) throw new RuleViolation('BAD_STATE', { reason: 'NOT_THERE' });
  const change = leaving(meeting, one, ctx.now);
  await move(ctx, meeting, { one, change, action: 'meeting.left' });
  return meetingKey(meeting);
}

/**
 * Comes back to the meeting that one has left.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function returnToMeeting(ctx: WriteContext, input: PresenceInput): Promise<OwnKey> {
  const { meeting, one } = await findPresent(ctx, input);
  if (isThereNow(one)) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_THERE' });
  const change = arriving(meeting, one, { now: ctx.now, late: true });
  await move(ctx, meeting, { one, change, action: 'meeting.returned' });
  return meetingKey(meeting);
}

interface Present {
  readonly meeting: LoadedMeeting;
  readonly one: StoredAttendance;
}

async function findPresent(ctx: WriteContext, { id, personId }: PresenceInput): Promise<Present> {
  const meeting = await findMeeting(ctx, id, personId ? 'record' : 'attend');
  refuseState(ctx, meeting, ['CALLED', 'OPEN']);
  if (!personId) return { meeting, one: ownRow(ctx, meeting) };
  refuseOtherHand(ctx, meeting);
  const key = keyInOwnTenant(ctx, 'Person', personId);
  const one = meeting.row.attendance.find((row) => row.personId === key.id && !row.removed);
  if (!one) throw notFound();
  return { meeting, one };
}

/** @throws RuleViolation FORBIDDEN for one who is not on the list */
export function ownRow(ctx: WriteContext, { row }: LoadedMeeting): StoredAttendance {
  refuseBy(whyNotEnter(actorOf(ctx)));
  const { personId } = ctx.grant;
  const one = row.attendance.find((listed) => personId !== null && listed.personId === personId && !listed.removed);
  if (!one) throw new RuleViolation('FORBIDDEN', { reason: 'NOT_ON_THE_LIST' });
  return one;
}

interface Move {
  readonly one: StoredAttendance;
  readonly change: PresenceChange & Partial<Attendance>;
  readonly action: string;
}

async function move(ctx: WriteContext, { row }: LoadedMeeting, { one, change, action }: Move): Promise<void> {
  const { tenantId, id, schoolId } = row;
  await ctx.db.update(Attendance, { tenantId, id: one.id }, { ...change, version: one.version + 1 });
  await refreshMeeting(ctx, row);
  const { status, spans } = change;
  ctx.audit({
    action,
    subjectType: 'Meeting',
    subjectId: id,
    schoolId,
    after: { person: one.personName, status, spans },
  });
}
