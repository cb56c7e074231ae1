import type { WriteContext } from '../../platform/context.js';
import { actorOf } from '../filings/index.js';
import { optionalText, type OwnKey } from '../schools/index.js';
import { findMeeting, meetingKey, refuseStale } from './find-meeting.js';
import { loadMeeting } from './load-meeting.js';
import { minutesNumber } from './meeting.dictionary.js';
import { listedPeople, notifyOfMeeting } from './notify-meeting.js';
import type { IssueMinutesInput } from './record.input.js';
import { stateAfter, writeMeeting } from './settle-meeting.js';

export const WRITE_MINUTES = 'write-minutes';

/**
 * Issues the minutes of a signed record: the secretary of the party meeting, the principal of his own (签发). The document is
 * written by a job and comes as an attachment.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function issueMinutes(ctx: WriteContext, input: IssueMinutesInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'issue');
  refuseStale(meeting.row, input.expectedVersion);
  const state = stateAfter(meeting, { type: 'ISSUE', by: actorOf(ctx) });
  const { id, year, number, heldOn } = meeting.row;
  const minutesNo = optionalText(input.minutesNo) ?? minutesNumber(year, number, heldOn);
  const set = { state, issuedAt: ctx.now, issuedByName: ctx.grant.accountName, minutesNo };
  await writeMeeting(ctx, meeting, { action: 'meeting.minutes-issued', set });
  await ctx.jobs.enqueue({ kind: WRITE_MINUTES, args: { meetingId: id, issuedOn: ctx.today } });
  const issued = await loadMeeting(ctx, meeting.row);
  notifyOfMeeting(ctx, issued, { kind: 'MINUTES_ISSUED', personIds: listedPeople(issued) });
  return meetingKey(meeting);
}
