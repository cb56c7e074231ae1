import {
  countsOf,
  itemChecks,
  makesDecision,
  whyNotResult,
  type ItemFacts,
  type ItemResult,
  type VoteCounts,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { filledText, optionalText, plausibleDays, type OwnKey } from '../schools/index.js';
import { recordChecks, settleLockedTopic } from '../topics/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { announceDecided } from './decided-items.js';
import { findItemAndTopic, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import type { DecideItemInput } from './item.input.js';
import type { LoadedItem } from './load-meeting.js';
import { beginCurrent, refuseUnlessCurrent } from './start-item.js';
import { verdictOnItem } from './verdict.js';

/**
 * Gives an item its result (意见（五）（六）): a party meeting by its vote, recorded by its chair or clerk; the principal's meeting
 * by the principal after hearing those there; what another body decides is handed on. Every gate, the quorum as it is now and
 * the vote are asked anew here. Its numbers are frozen, its topic moves on, and the register hears of it, all in one.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED with the open checks
 */
export async function decideItem(ctx: WriteContext, input: DecideItemInput): Promise<OwnKey> {
  const found = await findItemAndTopic(ctx, input.itemId, 'record');
  refuseState(ctx, found.meeting, ['OPEN']);
  refuseUnlessCurrent(found);
  refuseStale(found.row, input.expectedVersion);
  plausibleDays({ dueOn: input.dueOn });
  const item = spoken(found, input);
  const { result } = input;
  const decided = { ...item, facts: { ...item.facts, result } };
  // asked in this order, without waiting for each: what is refused undoes the rest
  const settled = settle(ctx, item, result);
  const written = [freeze(ctx, decided, input), recordItemChecks(ctx, decided), beginCurrent(ctx, found.meeting.row)];
  await Promise.all([settled, ...written]);
  remember(ctx, decided, input);
  if (makesDecision(decided.facts, found.meeting.facts)) await announceDecided(ctx, { itemId: found.row.id });
  return meetingKey(found.meeting);
}

/** Whether the chair spoke last is said with the result (PM-13). */
function spoken(item: LoadedItem, { chairSpokeLast }: DecideItemInput): LoadedItem {
  if (chairSpokeLast == null) return item;
  return { ...item, facts: { ...item.facts, chairSpokeLast: chairSpokeLast ? 'SPOKE_LAST' : 'NOT_DONE' } };
}

/** The topic moves as the domain says; without a topic only what needs none is said, by the hand that writes the record. */
async function settle(ctx: WriteContext, item: LoadedItem, result: ItemResult): Promise<void> {
  const { meeting, row, facts } = item;
  const by = actorOf(ctx);
  if (row.topicId !== null) {
    const topic = meeting.topics.get(row.topicId);
    if (!topic) throw notFound();
    await settleLockedTopic(ctx, topic, { type: 'DECIDE', by, item: facts, meeting: meeting.facts, result });
    return;
  }
  refuseOtherHand(ctx, meeting);
  refuseBy(whyNotResult(facts, meeting.facts, result));
}

/** 应到、实到、需 and the votes as they were at the decision. */
async function freeze(ctx: WriteContext, item: LoadedItem, input: DecideItemInput): Promise<void> {
  const { meeting, row, facts } = item;
  const { tenantId } = meeting.row;
  const { personId, accountName } = ctx.grant;
  const set: Partial<AgendaItem> = {
    ...verdictOnItem(facts, meeting.facts),
    ...votesOf(facts),
    ...{ result: input.result, conclusion: filledText('conclusion', input.conclusion) },
    ...{ responsible: optionalText(input.responsible) ?? row.responsible, dueOn: input.dueOn ?? row.dueOn },
    ...(input.chairSpokeLast == null ? {} : { chairSpokeLast: input.chairSpokeLast }),
    ...{ decidedThrough: 'MEETING', makesDecision: makesDecision(facts, meeting.facts) },
    ...{ decidedAt: ctx.now, decidedById: personId, decidedByName: accountName, version: row.version + 1 },
  };
  const where = { tenantId, id: row.id, version: row.version };
  const changed = await ctx.db.update(AgendaItem, where, set);
  if (changed === 0) throw new RuleViolation('CONFLICT', { currentVersion: row.version + 1 });
}

/** An open ballot is counted when it is over. */
function votesOf({ vote }: ItemFacts): Partial<AgendaItem> {
  if (vote === null) return {};
  const { inFavour, against, abstained }: VoteCounts = countsOf(vote);
  return { votesFor: inFavour, votesAgainst: against, votesAbstained: abstained };
}

/** Leaves the rows of an item's checks as they stand with its result. */
export async function recordItemChecks(ctx: WriteContext, { meeting, row, facts }: LoadedItem): Promise<void> {
  const { id: meetingId, schoolId } = meeting.row;
  const about = { subjectType: 'ITEM', subjectId: row.id, meetingId, schoolId, restricted: row.restricted } as const;
  await recordChecks(ctx, about, itemChecks(facts, meeting.facts));
}

/** Of a personnel or secret matter the audit holds that it was decided, not how. */
function remember(ctx: WriteContext, { meeting, row }: LoadedItem, input: DecideItemInput): void {
  const { id, schoolId } = meeting.row;
  const { result, conclusion, responsible, dueOn } = input;
  const entry = { action: 'item.decided', subjectType: 'AgendaItem', subjectId: row.id, schoolId };
  const after = row.restricted ? {} : { title: row.title, result, conclusion, responsible, dueOn };
  ctx.audit({ ...entry, after: { position: row.position, ...after } });
  ctx.live('Meeting', id, schoolId);
}
