import {
  consultedPeople,
  consultedSide,
  type ConsultedSide,
  type PersonRef,
  type ProcedureContext,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { Consultation } from './consultation.entity.js';
import { findTopic, refuseStale, topicKey } from './find-topic.js';
import type { LoadedTopic } from './load-topic-facts.js';
import { notifyOfTopic } from './notify-topic.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic } from './settle-topic.js';
import type { AskConsultationInput } from './topic.input.js';

/** The post under which each side is asked. */
const POST_OF = { SECRETARY: 'SECRETARY', PRINCIPAL: 'PRINCIPAL', FULL_TIME_DEPUTY: 'DEPUTY_SECRETARY' } as const;

/**
 * Asks the other side for its opinion before the meeting (意见（九）); where one person holds both posts the full-time deputy
 * (PRE-5). Each asking is a round, and all rounds stay in the record.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function askConsultation(ctx: WriteContext, input: AskConsultationInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'prepare');
  refuseStale(topic, input.expectedVersion);
  // a draft is nobody's word yet
  if (topic.row.state === 'DRAFT') throw new RuleViolation('BAD_STATE', { from: 'DRAFT' });
  const personId = input.personId ? keyInOwnTenant(ctx, 'Person', input.personId).id : null;
  await openRound(ctx, topic, personId);
  await refreshTopic(ctx, topic.row.id, { action: 'topic.consultation-asked' });
  return topicKey(topic);
}

/** Whom this topic's opinion is asked of, and for which side. */
export interface Asked {
  readonly side: ConsultedSide;
  readonly person: PersonRef;
}

/**
 * The next round. While one waits for somebody who may still answer there is no other.
 * @throws RuleViolation BAD_STATE, BAD_INPUT
 */
export async function openRound(ctx: WriteContext, topic: LoadedTopic, personId: string | null = null): Promise<void> {
  const context = await contextOfTopic(ctx, topic.row);
  const { side, person } = whomToAsk(topic, context, personId);
  const last = topic.row.rounds.at(-1);
  if (last?.opinion === null && last.toPersonId === person.personId) {
    throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_ASKED', round: last.round });
  }
  await insertRound(ctx, topic, { side, person });
  notifyOfTopic(ctx, topic, { kind: 'CONSULTATION_WAITING', personIds: [person.personId] });
}

/** @throws RuleViolation BAD_STATE where nobody is asked or there is nobody, BAD_INPUT where it must be said who of several */
export function whomToAsk(topic: LoadedTopic, context: ProcedureContext, personId: string | null): Asked {
  const side = consultedSide(topic.facts, context);
  if (side === null) throw new RuleViolation('BAD_STATE', { reason: 'NO_CONSULTATION_NEEDED' });
  const people = consultedPeople(side, context, context.on);
  if (people.length === 0) throw new RuleViolation('BAD_STATE', { reason: 'NOBODY_TO_ASK', side });
  const [only, second] = people;
  const person = personId === null && !second ? only : people.find((one) => one.personId === personId);
  if (!person) throw badInput('personId', personId === null ? 'SEVERAL_TO_ASK' : 'NOT_THE_OTHER_SIDE');
  return { side, person };
}

/** A round that nobody answered yet; an unanswered one before it, of somebody who left the post, stays unanswered. */
export async function insertRound(
  ctx: WriteContext,
  { row }: LoadedTopic,
  { side, person, ...said }: Asked & Partial<Consultation>,
): Promise<string> {
  const id = newId();
  const { tenantId, accountId: askedBy, accountName: askedByName } = ctx.grant;
  await ctx.db.insert(Consultation, {
    ...{ tenantId, id, schoolId: row.schoolId, topicId: row.id, round: (row.rounds.at(-1)?.round ?? 0) + 1, side },
    ...{ toPersonId: person.personId, toPersonName: person.personName, toPost: POST_OF[side], askedBy, askedByName },
    ...{ statedOnPaper: false, restricted: row.restricted, version: 1, ...said },
  });
  return id;
}
