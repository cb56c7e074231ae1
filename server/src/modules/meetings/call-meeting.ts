import { meetingChecks } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf } from '../filings/index.js';
import type { OwnKey } from '../schools/index.js';
import { findMeeting, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import { listedPeople, notifyOfMeeting } from './notify-meeting.js';
import type { Meeting } from './meeting.entity.js';
import type { CallMeetingInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { CHECKED_AT_CALL, recordMeetingChecks, stateAfter, writeMeeting } from './settle-meeting.js';
import { syncMembers } from './sync-members.js';

/**
 * Calls a meeting: by its head or by whom the head has entrusted (意见（五）（六）), with topics that are confirmed and held back by
 * nothing. The notice is dated today and goes to everybody on the list.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, RULE_VIOLATED
 */
export async function callMeeting(ctx: WriteContext, input: CallMeetingInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'lead');
  refuseStale(meeting.row, input.expectedVersion);
  const state = stateAfter(meeting, { type: 'CALL', by: actorOf(ctx) });
  const set = { state, ...noticeOf(ctx), ...(input.papersSent ? papersOf(ctx) : {}) };
  await writeMeeting(ctx, meeting, { action: 'meeting.called', set });
  await syncMembers(ctx, meeting);
  const called = await refreshMeeting(ctx, meeting.row);
  const said = meetingChecks(called.facts).filter(({ checkId }) => CHECKED_AT_CALL.includes(checkId));
  await recordMeetingChecks(ctx, called, said);
  notifyOfMeeting(ctx, called, { kind: 'MEETING_CALLED', personIds: listedPeople(called) });
  return meetingKey(meeting);
}

/**
 * Sends the notice of a called meeting again, or the papers later than the notice: their day is what counts for both (PM-14).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function sendNotice(ctx: WriteContext, input: CallMeetingInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseOtherHand(ctx, meeting);
  refuseState(ctx, meeting, ['CALLED']);
  refuseStale(meeting.row, input.expectedVersion);
  const set = input.papersSent && meeting.row.papersOn === null ? papersOf(ctx) : {};
  await writeMeeting(ctx, meeting, { action: 'meeting.notice-sent', set });
  const sent = await refreshMeeting(ctx, meeting.row);
  notifyOfMeeting(ctx, sent, { kind: 'MEETING_CALLED', personIds: listedPeople(sent) });
  return meetingKey(meeting);
}

function noticeOf(ctx: WriteContext): Partial<Meeting> {
  return { noticeAt: ctx.now, noticeOn: ctx.today };
}

function papersOf(ctx: WriteContext): Partial<Meeting> {
  return { papersAt: ctx.now, papersOn: ctx.today };
}
