import { statesForTopicAct, type TopicAct } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { lockTopic, settleTopic } from '../topics/index.js';
import { Decision } from './decision.entity.js';
import { decisionKey, type FoundDecision } from './find-decision.js';
import type { OwnKey } from '../schools/index.js';

export interface DecisionOutcome {
  /** e.g. `decision.published` */
  readonly action: string;
  readonly set: Partial<Decision>;
  readonly reason?: string | null;
}

/** Writes what became of a decision, remembers it and sends word of it. Of a restricted one the audit holds no text. */
export async function settleDecision(
  ctx: WriteContext,
  found: FoundDecision,
  { action, set, reason = null }: DecisionOutcome,
): Promise<OwnKey> {
  const { tenantId, id, schoolId, state, version } = found;
  const restricted = set.restricted ?? found.restricted;
  await ctx.db.update(Decision, { tenantId, id }, { ...set, version: version + 1 });
  const shown = restricted ? { state: set.state ?? state } : set;
  const entry = { action, subjectType: 'Decision', subjectId: id, schoolId, reason: restricted ? null : reason };
  ctx.audit({ ...entry, before: { state }, after: { number: found.number, ...shown } });
  ctx.live('Decision', id, { schoolId, restricted });
  return decisionKey(found);
}

/** Carries the topic along: divided up, carried out, reported on. One that is elsewhere by now stays where it is. */
export async function carryTopic(ctx: WriteContext, topicId: string | null, act: TopicAct): Promise<void> {
  if (topicId === null) return;
  const { row } = await lockTopic(ctx, topicId);
  if (statesForTopicAct(act.type).includes(row.state)) await settleTopic(ctx, topicId, act);
}
