import { statesForTopicAct } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import type { OwnKey } from '../schools/index.js';
import { openRound } from './ask-consultation.js';
import { findTopic, refuseStale, topicKey } from './find-topic.js';
import type { LoadedTopic } from './load-topic-facts.js';
import { restrictTopic } from './restrict-topic.js';
import { refreshTopic } from './settle-topic.js';
import { contentOf, type TopicContent } from './topic-content.js';
import type { ChangeTopicInput } from './topic.input.js';

/**
 * Changes a topic that is not confirmed yet. The other side agreed to what it read (意见（九）): where the content changes after
 * that, a new round begins, and the topic waits for it.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function changeTopic(ctx: WriteContext, input: ChangeTopicInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'prepare');
  refuseStale(topic, input.expectedVersion);
  const { row } = topic;
  const allowed = ['DRAFT', ...statesForTopicAct('CONFIRM')];
  if (!allowed.includes(row.state)) throw new RuleViolation('BAD_STATE', { from: row.state, allowed });
  const content = await contentOf(ctx, input, { schoolId: row.schoolId, on: ctx.today });
  if (content.restricted !== row.restricted) await restrictTopic(ctx, row.id, { restricted: content.restricted });
  if (isAgreed(topic) && saysOtherwise(topic, content)) await openRound(ctx, topic);
  await refreshTopic(ctx, row.id, { action: 'topic.changed', set: content });
  return topicKey(topic);
}

/** The last round stands with an agreement that this change would outrun; changes that were asked for are no such thing. */
function isAgreed({ row }: LoadedTopic): boolean {
  const last = row.rounds.at(-1);
  return last !== undefined && (last.opinion === 'AGREE' || last.changesAccepted);
}

function saysOtherwise({ row }: LoadedTopic, content: TopicContent): boolean {
  const { title, body, matterCode, amount, meetingKind, itemKind } = row;
  return (
    title !== content.title ||
    body !== content.body ||
    matterCode !== content.matterCode ||
    amount !== content.amount ||
    meetingKind !== content.meetingKind ||
    itemKind !== content.itemKind
  );
}
