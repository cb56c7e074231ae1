import {
  nextTopicState,
  statesForTopicAct,
  topicChecks,
  type ProcedureContext,
  type TopicAct,
  type TopicState,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { refusalOf } from '../filings/index.js';
import { derivedOf } from './derive-topic.js';
import { contextOfTopic } from './procedure-context.js';
import { loadTopicFacts, type LoadedTopic } from './load-topic-facts.js';
import { announceState } from './notify-topic.js';
import { recordChecks } from './record-checks.js';
import { Topic } from './topic.entity.js';
import { waitingFor } from './waiting-for.js';

/** What an act changes beside the state, and how it is remembered. */
export interface TopicOutcome {
  /** e.g. `topic.confirmed`; default: by the act's name */
  readonly action?: string;
  readonly set?: Partial<Topic>;
  readonly reason?: string | null;
  /** said where the act leads to 暂缓上会 */
  readonly heldBackBy?: string | null;
}

/**
 * A topic of the grant's tenant, locked until COMMIT, with all that the checks ask. Who else acts on it waits, so that there
 * is one order and no half state.
 * @throws RuleViolation NOT_FOUND
 */
export async function lockTopic(ctx: WriteContext, topicId: string): Promise<LoadedTopic> {
  const { tenantId } = ctx.grant;
  await ctx.db.query('SELECT 1 AS ok FROM topic WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, topicId]);
  return reloadTopic(ctx, topicId);
}

/** The same topic with what this transaction wrote since. */
export async function reloadTopic(ctx: WriteContext, topicId: string): Promise<LoadedTopic> {
  const loaded = (await loadTopicFacts(ctx, { tenantId: ctx.grant.tenantId, topicIds: [topicId] })).get(topicId);
  if (!loaded) throw notFound();
  return loaded;
}

/**
 * Moves a topic by an act, as the domain says: the new state, its checks, whom it waits for, who hears of it. Rights beside
 * those that the act itself asks are the caller's to check; rows that the act added are there already.
 * @returns the new state
 * @throws RuleViolation BAD_STATE, FORBIDDEN, BAD_INPUT, RULE_VIOLATED with the open checks
 */
export async function settleTopic(ctx: WriteContext, topicId: string, act: TopicAct): Promise<TopicState> {
  return moveTopic(ctx, topicId, { act });
}

/** The same of one that is locked and was read since. */
export async function settleLockedTopic(ctx: WriteContext, topic: LoadedTopic, act: TopicAct): Promise<TopicState> {
  return moveLocked(ctx, topic, { act });
}

/** The same with what the act changes beside the state. */
export async function moveTopic(
  ctx: WriteContext,
  topicId: string,
  moved: TopicOutcome & { readonly act: TopicAct },
): Promise<TopicState> {
  return moveLocked(ctx, await lockTopic(ctx, topicId), moved);
}

async function moveLocked(
  ctx: WriteContext,
  topic: LoadedTopic,
  { act, ...outcome }: TopicOutcome & { readonly act: TopicAct },
): Promise<TopicState> {
  const context = act.type === 'DECIDE' ? act.meeting : await contextOfTopic(ctx, topic.row);
  const next = nextTopicState({ state: topic.row.state, topic: topic.facts, context }, act);
  if (!next.ok) throw refusalOf(next.violation);
  const action = outcome.action ?? `topic.${act.type.toLowerCase().replace('_', '-')}`;
  await write(ctx, { topic, context, state: next.state }, { ...outcome, action });
  return next.state;
}

/**
 * After a record, an opinion or a change: the state is worked out anew where the topic is being prepared; a draft, and what
 * was entered from paper, keeps its state, and its checks are looked at again.
 * @throws RuleViolation BAD_STATE where it is decided, withdrawn or handed on
 */
export async function refreshTopic(ctx: WriteContext, topicId: string, outcome: TopicOutcome): Promise<TopicState> {
  const topic = await lockTopic(ctx, topicId);
  const context = await contextOfTopic(ctx, topic.row);
  const { state } = topic.row;
  if (topic.row.enteredAfterwards || state === 'DRAFT') {
    await write(ctx, { topic, context, state }, outcome);
    return state;
  }
  const by = { personId: ctx.grant.personId, role: ctx.grant.role, on: ctx.today };
  const next = nextTopicState({ state, topic: topic.facts, context }, { type: 'PREPARE', by });
  if (!next.ok) throw refusalOf(next.violation);
  await write(ctx, { topic, context, state: next.state }, outcome);
  return next.state;
}

interface Moved {
  readonly topic: LoadedTopic;
  readonly context: ProcedureContext;
  readonly state: TopicState;
}

async function write(ctx: WriteContext, moved: Moved, outcome: TopicOutcome): Promise<void> {
  const { topic, state } = moved;
  const { row } = topic;
  const set = { ...outcome.set, ...unconfirmed(moved), ...heldBack(ctx, moved, outcome) };
  const after = await changed(ctx, moved, set);
  const facts = { ...derivedOf(after, moved.context), waitingIds: waitingFor(after, state, moved.context) };
  const where = { tenantId: row.tenantId, id: row.id };
  const { schoolId, restricted } = after.row;
  const about = { subjectType: 'TOPIC', subjectId: row.id, schoolId, restricted } as const;
  await Promise.all([
    ctx.db.update(Topic, where, { ...set, ...facts, state, version: row.version + 1 }),
    recordChecks(ctx, about, topicChecks(after.facts, moved.context)),
  ]);
  remember(ctx, moved, { ...outcome, set });
  announceState(ctx, { before: row.state, state, topic: after, context: moved.context });
  ctx.live('Topic', row.id, { schoolId, restricted });
}

/** What goes back to be prepared is confirmed anew. */
function unconfirmed({ topic: { row }, state }: Moved): Partial<Topic> {
  const isConfirmed = row.confirmedById !== null && !row.enteredAfterwards;
  const isBack = state === 'HELD_BACK' || statesForTopicAct('CONFIRM').includes(state) || state === 'DRAFT';
  if (!isConfirmed || !isBack) return {};
  const nobody = { confirmedById: null, confirmedByName: null, confirmedAs: null, confirmedActing: null };
  return { ...nobody, confirmedOn: null, confirmedAt: null };
}

/** 暂缓上会: since when and why; it stays said after the two sides agreed. */
function heldBack(ctx: WriteContext, { topic, state }: Moved, { heldBackBy }: TopicOutcome): Partial<Topic> {
  if (state !== 'HELD_BACK' || (topic.row.state === 'HELD_BACK' && !heldBackBy)) return {};
  return { heldBackOn: ctx.today, heldBackReason: heldBackBy ?? topic.row.rounds.at(-1)?.text ?? '' };
}

/** The topic as it will be: confirmation and the like change what the checks say. */
async function changed(ctx: WriteContext, { topic, state }: Moved, set: Partial<Topic>): Promise<LoadedTopic> {
  if (Object.keys(set).length === 0) return { ...topic, row: { ...topic.row, state } };
  await ctx.db.update(Topic, { tenantId: topic.row.tenantId, id: topic.row.id }, { ...set, state });
  return reloadTopic(ctx, topic.row.id);
}

/** Of a personnel or secret matter the audit holds that something was done, not what it says. */
function remember(ctx: WriteContext, { topic, state }: Moved, { action = '', set, reason = null }: TopicOutcome): void {
  const { row } = topic;
  const restricted = set?.restricted ?? row.restricted;
  const shown = restricted ? {} : { title: set?.title ?? row.title, ...set };
  const entry = { action, subjectType: 'Topic', subjectId: row.id, schoolId: row.schoolId };
  ctx.audit({ ...entry, before: { state: row.state }, after: { ...shown, state }, reason: restricted ? null : reason });
}
