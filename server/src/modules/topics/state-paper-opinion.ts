import { consultedPeople, consultedSide, whyNotGiveOpinion } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, keyInOwnTenant, optionalText, plausibleDay, type OwnKey } from '../schools/index.js';
import { insertRound } from './ask-consultation.js';
import { findRound, settleRound } from './find-consultation.js';
import { findTopic, topicKey } from './find-topic.js';
import { notifyOfTopic } from './notify-topic.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic } from './settle-topic.js';
import type { ConsultationActInput, StatePaperOpinionInput } from './topic.input.js';

/**
 * Enters an opinion that was given on paper. It counts for nothing until its person confirms it under the own account (SOD-2).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT
 */
export async function statePaperOpinion(ctx: WriteContext, input: StatePaperOpinionInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.topicId, 'prepare');
  const answeredOn = plausibleDay('answeredOn', input.answeredOn);
  if (answeredOn > ctx.today) throw badInput('answeredOn', 'IN_THE_FUTURE');
  const context = await contextOfTopic(ctx, topic.row);
  const side = consultedSide(topic.facts, context);
  if (side === null) throw new RuleViolation('BAD_STATE', { reason: 'NO_CONSULTATION_NEEDED' });
  const { id: personId } = keyInOwnTenant(ctx, 'Person', input.personId);
  const person = consultedPeople(side, context, answeredOn).find((one) => one.personId === personId);
  if (!person) throw badInput('personId', 'NOT_THE_OTHER_SIDE');
  const said = {
    ...{ opinion: input.opinion, text: optionalText(input.text), answeredOn, answeredAt: ctx.now },
    ...{ statedOnPaper: true, statedByName: ctx.grant.accountName },
  };
  const open = topic.row.rounds.at(-1);
  if (open?.opinion === null && open.toPersonId === personId) await settleRound(ctx, { topic, round: open }, said);
  else await insertRound(ctx, topic, { side, person, ...said });
  await refreshTopic(ctx, topic.row.id, { action: 'topic.paper-opinion-stated' });
  notifyOfTopic(ctx, topic, { kind: 'OPINION_TO_CONFIRM', personIds: [personId] });
  return topicKey(topic);
}

/**
 * The person confirms what was entered of the own opinion. Of a topic in the pool it has to be the other side still; of one
 * from paper whoever said it then.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function confirmPaperOpinion(ctx: WriteContext, input: ConsultationActInput): Promise<OwnKey> {
  const found = await findRound(ctx, input, 'answer');
  const { topic, round } = found;
  if (round.toPersonId !== ctx.grant.personId) throw new RuleViolation('FORBIDDEN', { reason: 'SOD-2' });
  if (!topic.row.enteredAfterwards) {
    refuseBy(whyNotGiveOpinion(actorOf(ctx), topic.facts, await contextOfTopic(ctx, topic.row)));
  }
  if (!round.statedOnPaper || round.confirmed) throw new RuleViolation('BAD_STATE', { reason: 'NOTHING_TO_CONFIRM' });
  await settleRound(ctx, found, { confirmedAt: ctx.now });
  const heldBackBy = round.opinion === 'AGREE' ? null : round.text;
  await refreshTopic(ctx, topic.row.id, { action: 'topic.paper-opinion-confirmed', heldBackBy });
  return topicKey(topic);
}
