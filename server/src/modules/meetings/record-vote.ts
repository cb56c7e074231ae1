import { isPartyKind, whyNotVote, type VoteForm } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refusalOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, type OwnKey } from '../schools/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { findItem, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import type { CastVoteInput, RecordVoteInput } from './item.input.js';
import { ItemBallot } from './item-part.entity.js';
import { withItem, type LoadedItem } from './load-meeting.js';
import { refreshMeeting, storeVerdict } from './refresh-meeting.js';
import { ownRow } from './sign-in.js';
import { refuseUnlessCurrent } from './start-item.js';
import { unsoundVote } from './sound-vote.js';

/**
 * Records a counted vote (口头、举手、无记名) as its numbers, which together are exactly those entitled; or opens a named one, in
 * which each votes under the own account. Of a secret ballot nothing links a person to a choice.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED (VOTE_UNSOUND)
 */
export async function recordVote(ctx: WriteContext, input: RecordVoteInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'record');
  refuseOtherHand(ctx, item.meeting);
  refuseNoVote(ctx, item);
  refuseStale(item.row, input.expectedVersion);
  const counts = countsOf(input);
  const { form } = input;
  const tellers = (input.tellers ?? []).map((name) => filledText('tellers', name));
  if (counts) {
    const { votesFor: inFavour, votesAgainst: against, votesAbstained: abstained } = counts;
    const vote = { form: form as Exclude<VoteForm, 'OPEN_BALLOT'>, counts: { inFavour, against, abstained }, tellers };
    const why = unsoundVote(vote, item);
    if (why) throw refusalOf(why);
  }
  const { tenantId } = item.meeting.row;
  const none = { votesFor: null, votesAgainst: null, votesAbstained: null };
  const set = { voteForm: form, tellers, ...(counts ?? none), version: item.row.version + 1 };
  const isOpenBallot = form === 'OPEN_BALLOT';
  const voted = withItem(item.meeting, item.row.id, { ...set, ...(isOpenBallot ? {} : { ballots: [] }) });
  await Promise.all([
    ctx.db.update(AgendaItem, { tenantId, id: item.row.id }, set),
    ...(isOpenBallot ? [] : [dropBallots(ctx, item)]),
    storeVerdict(ctx, voted),
  ]);
  remember(ctx, item, { action: 'item.vote-recorded', after: { form, ...counts } });
  return meetingKey(item.meeting);
}

/**
 * Votes by name under one's own account (记名投票): the members there, but those who are recused, and only until the result.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN (SOD-5), BAD_STATE
 */
export async function castVote(ctx: WriteContext, input: CastVoteInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'attend');
  refuseNoVote(ctx, item);
  const one = ownRow(ctx, item.meeting);
  if (item.row.voteForm !== 'OPEN_BALLOT') throw new RuleViolation('BAD_STATE', { reason: 'NO_OPEN_BALLOT' });
  refuseBy(whyNotVote(actorOf(ctx), item.facts, item.meeting.facts));
  const { tenantId, id: meetingId, schoolId } = item.meeting.row;
  const who = { itemId: item.row.id, personId: one.personId ?? '' };
  const said = { choice: input.choice, castAt: ctx.now };
  const again = await ctx.db.update(ItemBallot, { tenantId, ...who }, said);
  if (again === 0) {
    const place = { tenantId, id: newId(), schoolId, meetingId, ...who, personName: one.personName };
    await ctx.db.insert(ItemBallot, { ...place, ...said, statedOnPaper: false, createdBy: ctx.grant.accountId });
  }
  await refreshMeeting(ctx, item.meeting.row);
  remember(ctx, item, { action: 'item.vote-cast', after: { person: one.personName } });
  return meetingKey(item.meeting);
}

/** @throws RuleViolation FORBIDDEN SOD-4, BAD_STATE, BAD_INPUT of a meeting at which nobody votes (意见（六）) */
function refuseNoVote(ctx: WriteContext, item: LoadedItem): void {
  refuseState(ctx, item.meeting, ['OPEN']);
  refuseUnlessCurrent(item);
  if (!isPartyKind(item.meeting.row.kind)) throw new RuleViolation('BAD_STATE', { reason: 'NOBODY_VOTES' });
}

interface Counts {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

function countsOf(input: RecordVoteInput): Counts | null {
  const { form, votesFor, votesAgainst, votesAbstained } = input;
  const given = [votesFor, votesAgainst, votesAbstained];
  if (form === 'OPEN_BALLOT') {
    if (given.some((count) => count != null)) throw badInput('votesFor', 'EACH_VOTES_UNDER_OWN_ACCOUNT');
    return null;
  }
  if (votesFor == null || votesAgainst == null || votesAbstained == null) throw badInput('votesFor', 'REQUIRED');
  return { votesFor, votesAgainst, votesAbstained };
}

/** A vote that is taken again in another form leaves nothing of the named one. */
async function dropBallots(ctx: WriteContext, { meeting, row }: LoadedItem): Promise<void> {
  const values = [meeting.row.tenantId, row.id];
  await ctx.db.query('DELETE FROM item_ballot WHERE tenant_id = $1 AND item_id = $2', values, 'drop-ballots');
}

interface Remembered {
  readonly action: string;
  readonly after: Readonly<Record<string, unknown>>;
}

function remember(ctx: WriteContext, { meeting, row }: LoadedItem, { action, after }: Remembered): void {
  const entry = { action, subjectType: 'AgendaItem', subjectId: row.id, schoolId: meeting.row.schoolId };
  ctx.audit({ ...entry, after: row.restricted ? {} : after });
}
