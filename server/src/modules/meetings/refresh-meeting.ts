import type { WriteContext } from '../../platform/context.js';
import { loadMeeting, type LoadedMeeting, type MeetingKey } from './load-meeting.js';
import { Meeting } from './meeting.entity.js';
import { verdictOnItem, verdictOnMeeting } from './verdict.js';

const ITEMS_SQL = `UPDATE agenda_item i SET quorum_check = v.quorum_check, expected = v.expected, present = v.present, needed = v.needed,
    quorum_met = v.quorum_met, absent_names = v.absent_names, entitled = v.entitled, votes_needed = v.votes_needed,
    may_decide = v.may_decide, allowed_results = v.allowed_results, findings = v.findings
  FROM jsonb_to_recordset($3::jsonb) AS v (id uuid, quorum_check text, expected int, present int, needed int, quorum_met boolean,
    absent_names text[], entitled int, votes_needed int, may_decide boolean, allowed_results text[], findings jsonb)
  WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.id = v.id AND i.result IS NULL`;

/**
 * Works out anew how a meeting and its undecided items stand (应到、实到、需, what is open) after something was written, and
 * sends word of it. What is decided keeps the numbers with which it was decided.
 */
export async function refreshMeeting(ctx: WriteContext, key: MeetingKey): Promise<LoadedMeeting> {
  const meeting = await loadMeeting(ctx, key);
  await storeVerdict(ctx, meeting);
  return meeting;
}

/** The same of one that is known as it is now. */
export async function storeVerdict(ctx: WriteContext, meeting: LoadedMeeting): Promise<void> {
  const { tenantId, id, schoolId } = meeting.row;
  await Promise.all([
    ctx.db.update(Meeting, { tenantId, id }, { ...verdictOnMeeting(meeting.facts), checkedAt: ctx.now }),
    ctx.db.query(ITEMS_SQL, [tenantId, id, JSON.stringify(itemRows(meeting))], 'item-verdicts'),
  ]);
  ctx.live('Meeting', id, schoolId);
}

function itemRows({ facts }: LoadedMeeting): object[] {
  return facts.items
    .filter((item) => item.result === null)
    .map((item) => {
      const verdict = verdictOnItem(item, facts);
      const { quorumCheck, quorumMet, absentNames, votesNeeded, allowedResults, ...same } = verdict;
      const { expected, present, needed, entitled, findings } = same;
      return {
        ...{ id: item.itemId, quorum_check: quorumCheck, expected, present, needed, quorum_met: quorumMet },
        ...{ absent_names: absentNames, entitled, votes_needed: votesNeeded, may_decide: verdict.mayDecide },
        ...{ allowed_results: allowedResults, findings },
      };
    });
}
