import { whyNotConfirm } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { filledText, keyOf, type OwnKey } from '../schools/index.js';
import { findTopic, refuseStale, topicKey, topicSubject, visibleTopic } from './find-topic.js';
import { makersOf, notifyOfTopic } from './notify-topic.js';
import { postInUse } from './post-in-use.js';
import { contextOfTopic } from './procedure-context.js';
import { moveTopic } from './settle-topic.js';
import type { TopicActInput, TopicReasonInput } from './topic.input.js';

/**
 * The secretary confirms a topic of the party meeting, the principal one of the principal's meeting, each under that post
 * (意见（五）（六）, SOD-1); whoever proposed it only as that head (SOD-3). Not before what clauses seven and nine ask is done.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, RULE_VIOLATED with the open checks
 */
export async function confirmTopic(ctx: WriteContext, input: TopicActInput): Promise<OwnKey> {
  await refuseWhoMayNotConfirm(ctx, input.id);
  const topic = await findTopic(ctx, input.id, 'confirm');
  refuseStale(topic, input.expectedVersion);
  const context = await contextOfTopic(ctx, topic.row);
  const seat = postInUse(ctx, context);
  const { personId } = ctx.grant;
  if (!seat || !personId) throw new RuleViolation('FORBIDDEN');
  const set = {
    ...{ confirmedById: personId, confirmedByName: seat.personName, confirmedActing: seat.acting },
    ...{ confirmedAs: seat.post === 'PRINCIPAL' ? ('PRINCIPAL' as const) : ('SECRETARY' as const) },
    ...{ confirmedOn: ctx.today, confirmedAt: ctx.now },
  };
  const act = { type: 'CONFIRM', by: actorOf(ctx) } as const;
  await moveTopic(ctx, topic.row.id, { act, action: 'topic.confirmed', set });
  const told = makersOf(topic).filter((id) => id !== personId);
  notifyOfTopic(ctx, topic, { kind: 'TOPIC_CONFIRMED', personIds: told, params: { by: seat.personName } });
  return topicKey(topic);
}

/** Says which separation of duties stands in the way, where the topic may be read at all. */
async function refuseWhoMayNotConfirm(ctx: WriteContext, opaque: string): Promise<void> {
  const { row, facts } = await visibleTopic(ctx, keyOf('Topic', opaque));
  if (ctx.ability.can('confirm', topicSubject(ctx, row))) return;
  const violation = whyNotConfirm(actorOf(ctx), facts, await contextOfTopic(ctx, row));
  throw violation ? refusalOf(violation) : new RuleViolation('FORBIDDEN');
}

/**
 * The head returns a topic to those who proposed it, with what is to be worked on.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function returnTopic(ctx: WriteContext, input: TopicReasonInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'confirm');
  refuseStale(topic, input.expectedVersion);
  const reason = filledText('reason', input.reason);
  const act = { type: 'RETURN', by: actorOf(ctx), reason } as const;
  await moveTopic(ctx, topic.row.id, { act, action: 'topic.returned', set: { returnedReason: reason }, reason });
  const params = { by: ctx.grant.accountName };
  notifyOfTopic(ctx, topic, { kind: 'TOPIC_RETURNED', personIds: makersOf(topic), params });
  return topicKey(topic);
}

/**
 * The proposer takes a topic back, or its head does.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function withdrawTopic(ctx: WriteContext, input: TopicReasonInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'propose');
  refuseStale(topic, input.expectedVersion);
  const reason = filledText('reason', input.reason);
  const act = { type: 'WITHDRAW', by: actorOf(ctx), reason } as const;
  await moveTopic(ctx, topic.row.id, { act, action: 'topic.withdrawn', set: { withdrawnReason: reason }, reason });
  return topicKey(topic);
}

/**
 * A topic that was put off (缓议), or came back from the staff congress, is prepared again.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function resumeTopic(ctx: WriteContext, input: TopicActInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'propose');
  refuseStale(topic, input.expectedVersion);
  await moveTopic(ctx, topic.row.id, { act: { type: 'RESUME', by: actorOf(ctx) }, action: 'topic.resumed' });
  return topicKey(topic);
}
