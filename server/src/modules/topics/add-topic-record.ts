import { isAmong, type ProcedureContext } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, keyInOwnTenant, plausibleDay, type OwnKey } from '../schools/index.js';
import { findTopic, topicKey } from './find-topic.js';
import type { LoadedTopic } from './load-topic-facts.js';
import { namedPeople } from './named-people.js';
import { notifyOfTopic } from './notify-topic.js';
import { postInUse } from './post-in-use.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic, reloadTopic } from './settle-topic.js';
import { TopicRecord, type Signature } from './topic-record.entity.js';
import type { TopicRecordKind } from './topic-words.js';
import type { AddTopicRecordInput } from './topic.input.js';
import { communicationOf, signatoryGroups, unsigned } from './waiting-for.js';

/** 酝酿 has participants: without them it was none (意见（七）（九）). */
const WITH_PARTICIPANTS: readonly TopicRecordKind[] = ['CADRE_DELIBERATION', 'INDIVIDUAL_DELIBERATION'];

/**
 * Records what was done to prepare a topic: proposal, investigation, 酝酿, hearing, assessment, advice, communication
 * (意见（七）（九）). A communication is signed by both heads, each under the own account.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT
 */
export async function addTopicRecord(ctx: WriteContext, input: AddTopicRecordInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.topicId, 'prepare');
  const context = await contextOfTopic(ctx, topic.row);
  const record = await recordOf(ctx, input, { topic, context });
  await ctx.db.insert(TopicRecord, record);
  await refreshTopic(ctx, topic.row.id, { action: `topic.recorded-${input.kind.toLowerCase().replaceAll('_', '-')}` });
  if (input.kind === 'COMMUNICATION' && input.agreed) await askSignatures(ctx, topic.row.id, context);
  return topicKey(topic);
}

interface At {
  readonly topic: LoadedTopic;
  readonly context: ProcedureContext;
}

async function recordOf(ctx: WriteContext, input: AddTopicRecordInput, at: At): Promise<Partial<TopicRecord>> {
  const { kind } = input;
  const { row } = at.topic;
  const heldOn = plausibleDay('heldOn', input.heldOn);
  if (heldOn > (row.paperOn ?? ctx.today))
    throw badInput('heldOn', row.paperOn ? 'AFTER_THE_MEETING' : 'IN_THE_FUTURE');
  const ids = [...new Set(input.participantIds ?? [])].map((id) => keyInOwnTenant(ctx, 'Person', id).id);
  const people = await namedPeople(ctx, ids, row.schoolId);
  if (people.length === 0 && WITH_PARTICIPANTS.includes(kind)) throw badInput('participantIds', 'REQUIRED');
  const { tenantId, accountId: createdBy, accountName: recordedByName } = ctx.grant;
  return {
    ...{ tenantId, id: newId(), schoolId: row.schoolId, topicId: row.id, kind, heldOn, createdBy, recordedByName },
    ...{ result: filledText('result', input.result), restricted: row.restricted, version: 1, ...hearingOf(input) },
    ...{ participantIds: people.map((one) => one.personId), participantNames: people.map((one) => one.personName) },
    ...{
      agreed: agreedOf(input),
      signatures: kind === 'COMMUNICATION' && input.agreed ? ownSignature(ctx, at.context) : [],
    },
  };
}

/** Only of a hearing is asked whom, how, and whether the congress passed it. */
function hearingOf(input: AddTopicRecordInput): Pick<TopicRecord, 'channel' | 'audience' | 'approved'> {
  const { kind, channel = null, audience = null, approved = null } = input;
  if (kind !== 'HEARING') return { channel: null, audience: null, approved: null };
  if (channel === null) throw badInput('channel', 'REQUIRED');
  if (audience === null) throw badInput('audience', 'REQUIRED');
  return { channel, audience, approved };
}

function agreedOf({ kind, agreed = null }: AddTopicRecordInput): boolean | null {
  if (kind !== 'COMMUNICATION') return null;
  if (agreed === null) throw badInput('agreed', 'REQUIRED');
  return agreed;
}

/** Whoever records the own communication has signed it by doing so. */
export function ownSignature(ctx: WriteContext, context: ProcedureContext): Signature[] {
  const { personId } = ctx.grant;
  const seat = postInUse(ctx, context);
  if (!personId || !seat || !isAmong(signatoryGroups(context).flat(), personId)) return [];
  return [{ personId, personName: seat.personName, post: seat.post, signedOn: ctx.today }];
}

async function askSignatures(ctx: WriteContext, topicId: string, context: ProcedureContext): Promise<void> {
  const topic = await reloadTopic(ctx, topicId);
  const communication = communicationOf(topic);
  if (!communication) throw new RuleViolation('BAD_STATE');
  notifyOfTopic(ctx, topic, { kind: 'COMMUNICATION_TO_SIGN', personIds: unsigned(communication, context) });
}
