import { whyNotGiveOpinion, whyNotHead, headPostOf } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, optionalText, type OwnKey } from '../schools/index.js';
import { findRound, settleRound, type FoundRound } from './find-consultation.js';
import { topicKey } from './find-topic.js';
import { headFor, makersOf, notifyOfTopic } from './notify-topic.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic } from './settle-topic.js';
import type { AnswerConsultationInput, ConsultationActInput } from './topic.input.js';

/**
 * The other side says its opinion, under its own account: no proxy, no clerk (意见（九）, SOD-2). A disagreement, or changes that
 * are not taken in, hold the topic back until a later round agrees.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function answerConsultation(ctx: WriteContext, input: AnswerConsultationInput): Promise<OwnKey> {
  const found = await findRound(ctx, input, 'answer');
  await refuseOther(ctx, found);
  if (found.round.opinion !== null) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_ANSWERED' });
  const text = optionalText(input.text);
  if (input.opinion !== 'AGREE' && text === null) throw badInput('text', 'REQUIRED');
  const { opinion } = input;
  await settleRound(ctx, found, { opinion, text, answeredOn: ctx.today, answeredAt: ctx.now });
  await refreshTopic(ctx, found.topic.row.id, { action: 'topic.opinion-given', reason: text, heldBackBy: text });
  await tell(ctx, found);
  return topicKey(found.topic);
}

/** Only who was asked, as long as the post lasts. */
async function refuseOther(ctx: WriteContext, { topic, round }: FoundRound): Promise<void> {
  const { row, facts } = topic;
  refuseBy(whyNotGiveOpinion(actorOf(ctx), facts, await contextOfTopic(ctx, row)));
  if (round.toPersonId !== ctx.grant.personId) throw new RuleViolation('FORBIDDEN', { reason: 'SOD-2' });
}

async function tell(ctx: WriteContext, { topic, round }: FoundRound): Promise<void> {
  const head = headFor(topic, await contextOfTopic(ctx, topic.row));
  const personIds = [...new Set([...makersOf(topic), ...head])];
  notifyOfTopic(ctx, topic, { kind: 'OPINION_GIVEN', personIds, params: { by: round.toPersonName } });
}

/**
 * Takes in the changes under which the other side agrees: the proposer does, or the head who will confirm the topic.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function acceptChanges(ctx: WriteContext, input: ConsultationActInput): Promise<OwnKey> {
  const found = await findRound(ctx, input, 'propose');
  const { topic, round } = found;
  const isOwn = ctx.grant.personId !== null && topic.row.proposerId === ctx.grant.personId;
  if (!isOwn) refuseBy(whyNotHead(actorOf(ctx), headPostOf(topic.row.meetingKind)));
  if (round.opinion !== 'AGREE_WITH_CHANGES' || round.changesAccepted) {
    throw new RuleViolation('BAD_STATE', { reason: 'NO_CHANGES_TO_ACCEPT' });
  }
  const set = { changesAcceptedAt: ctx.now, changesAcceptedByName: ctx.grant.accountName };
  await settleRound(ctx, found, set);
  await refreshTopic(ctx, topic.row.id, { action: 'topic.changes-accepted' });
  return topicKey(topic);
}
