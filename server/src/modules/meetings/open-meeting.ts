import { headPostOf, isRecorded, meetingChecks } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf } from '../filings/index.js';
import type { OwnKey } from '../schools/index.js';
import { findMeeting, meetingKey, refuseStale } from './find-meeting.js';
import { loadMeeting, type LoadedMeeting } from './load-meeting.js';
import { Meeting } from './meeting.entity.js';
import { listedPeople, notifyOfMeeting } from './notify-meeting.js';
import { isThereNow } from './presence.js';
import type { CancelMeetingInput, MeetingActInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { recordMeetingChecks, stateAfter, writeMeeting } from './settle-meeting.js';
import { beginCurrent } from './start-item.js';
import { syncMembers } from './sync-members.js';

/**
 * Opens a meeting: rightly chaired and with half of its members there at least (意见（五）（六）), by those in office today. Then
 * it gets its number, and begins its first item.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, RULE_VIOLATED with what is open
 */
export async function openMeeting(ctx: WriteContext, input: MeetingActInput): Promise<OwnKey> {
  const found = await findMeeting(ctx, input.id, 'record');
  refuseStale(found.row, input.expectedVersion);
  const meeting = await asOfToday(ctx, found);
  const state = stateAfter(meeting, { type: 'OPEN', by: actorOf(ctx) });
  refuseWithoutChair(meeting);
  const set = { state, openedAt: ctx.now, mayOpen: false, ...chairOf(meeting), number: await nextNumber(ctx, meeting) };
  await writeMeeting(ctx, meeting, { action: 'meeting.opened', set });
  await beginCurrent(ctx, meeting.row);
  const opened = await refreshMeeting(ctx, meeting.row);
  await recordMeetingChecks(ctx, opened, meetingChecks(opened.facts));
  return meetingKey(meeting);
}

/**
 * Chaired means being there (意见（五）（六）): a head who does not come entrusts another with the chair. Where only numbers are
 * recorded there is nobody to look for.
 * @throws RuleViolation BAD_STATE
 */
function refuseWithoutChair({ row, facts }: LoadedMeeting): void {
  const { chair } = facts;
  if (!isRecorded(chair)) return;
  const listed = row.attendance.find((one) => one.personId === chair.personId && !one.removed);
  if (listed && !isThereNow(listed))
    throw new RuleViolation('BAD_STATE', { reason: 'CHAIR_ABSENT', chair: chair.personName });
}

/** A meeting that is held on another day than planned is judged by that day: who is in office, which rules are in force. */
async function asOfToday(ctx: WriteContext, found: LoadedMeeting): Promise<LoadedMeeting> {
  const { tenantId, id, heldOn, state } = found.row;
  if (state !== 'CALLED') return found;
  if (heldOn !== ctx.today) {
    await ctx.db.update(Meeting, { tenantId, id }, { heldOn: ctx.today, year: Number(ctx.today.slice(0, 4)) });
  }
  await syncMembers(ctx, heldOn === ctx.today ? found : await loadMeeting(ctx, found.row));
  return loadMeeting(ctx, found.row);
}

function chairOf({ facts }: LoadedMeeting): Partial<Meeting> {
  if (!isRecorded(facts.chair)) return {};
  const { personId, personName, delegatedById } = facts.chair;
  return { chairId: personId, chairName: personName, chairPost: headPostOf(facts.kind), delegatedById };
}

/** 第几次 of that kind in the year. */
async function nextNumber(ctx: WriteContext, { row }: LoadedMeeting): Promise<number> {
  const [last] = await ctx.db.query<{ number: number }>(
    `SELECT COALESCE(max(number), 0) AS number FROM meeting WHERE tenant_id = $1 AND school_id = $2 AND kind = $3 AND year = $4`,
    [row.tenantId, row.schoolId, row.kind, row.year],
  );
  return (last?.number ?? 0) + 1;
}

/**
 * Closes a meeting whose items all have a result; then its record is to be signed.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function closeMeeting(ctx: WriteContext, input: MeetingActInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseStale(meeting.row, input.expectedVersion);
  const state = stateAfter(meeting, { type: 'CLOSE', by: actorOf(ctx) });
  const { tenantId, id } = meeting.row;
  await ctx.db.query(
    `UPDATE attendance SET status = 'ABSENT', version = version + 1
     WHERE tenant_id = $1 AND meeting_id = $2 AND status IS NULL AND removed_at IS NULL AND capacity = 'MEMBER'`,
    [tenantId, id],
  );
  await writeMeeting(ctx, meeting, { action: 'meeting.closed', set: { state, closedAt: ctx.now, endsAt: ctx.now } });
  const closed = await refreshMeeting(ctx, meeting.row);
  await recordMeetingChecks(ctx, closed, meetingChecks(closed.facts));
  const chair = isRecorded(closed.facts.chair) ? [closed.facts.chair.personId] : [];
  notifyOfMeeting(ctx, closed, { kind: 'RECORD_TO_SIGN', personIds: chair });
  return meetingKey(meeting);
}

/**
 * A meeting that does not take place, and why; it has no number, and its topics wait for another.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function cancelMeeting(ctx: WriteContext, input: CancelMeetingInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseStale(meeting.row, input.expectedVersion);
  const { reason, note, putOffTo = null } = input;
  const state = stateAfter(meeting, { type: 'NOT_HELD', by: actorOf(ctx), reason });
  const { tenantId, id } = meeting.row;
  await ctx.db.query(
    'UPDATE agenda_item SET released_at = $3, may_decide = false WHERE tenant_id = $1 AND meeting_id = $2 AND removed_at IS NULL',
    [tenantId, id, ctx.now],
  );
  const set = { state, mayOpen: false, notHeldReason: reason, notHeldNote: note, putOffTo };
  await writeMeeting(ctx, meeting, { action: 'meeting.not-held', set, reason: note });
  await recordMeetingChecks(ctx, meeting, []);
  if (meeting.row.state === 'CALLED') {
    const kind = reason === 'PUT_OFF' ? 'MEETING_PUT_OFF' : 'MEETING_CANCELLED';
    notifyOfMeeting(ctx, meeting, { kind, personIds: listedPeople(meeting) });
  }
  return meetingKey(meeting);
}
