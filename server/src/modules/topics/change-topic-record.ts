import { ID_PREFIXES, encodeId } from '@zhixiao/domain';
import type { ActionOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { filledText, keyOf, type OwnKey } from '../schools/index.js';
import { ownSignature } from './add-topic-record.js';
import { findTopic, topicKey } from './find-topic.js';
import type { LoadedTopic } from './load-topic-facts.js';
import { contextOfTopic } from './procedure-context.js';
import { refreshTopic } from './settle-topic.js';
import type { StoredRecord } from './topic-facts.js';
import { TopicRecord } from './topic-record.entity.js';
import type { SignCommunicationInput, SupersedeTopicRecordInput } from './topic.input.js';

interface FoundRecord {
  readonly topic: LoadedTopic;
  readonly record: StoredRecord;
}

/** @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT */
async function findRecord(
  ctx: WriteContext,
  target: { readonly id: string; readonly expectedVersion: number },
  action: Exclude<ActionOf<'Topic'>, 'read'>,
): Promise<FoundRecord> {
  const { tenantId, id } = keyOf('TopicRecord', target.id);
  const [row] = await ctx.db.query<{ topicId: string; version: number }>(
    'SELECT topic_id AS "topicId", version FROM topic_record WHERE tenant_id = $1 AND id = $2',
    [tenantId, id],
  );
  if (!row) throw notFound();
  const topic = await findTopic(ctx, encodeId(ID_PREFIXES.Topic, tenantId, row.topicId), action);
  const record = topic.row.records.find((one) => one.id === id);
  const currentVersion = record?.version ?? row.version;
  if (!record || currentVersion !== target.expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion });
  return { topic, record };
}

/**
 * Puts a record out of force, with a reason; what it said stays.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function supersedeTopicRecord(ctx: WriteContext, input: SupersedeTopicRecordInput): Promise<OwnKey> {
  const { topic, record } = await findRecord(ctx, input, 'prepare');
  const reason = filledText('reason', input.reason);
  const said = { supersededAt: ctx.now, supersededByName: ctx.grant.accountName, supersededReason: reason };
  const where = { tenantId: topic.row.tenantId, id: record.id };
  await ctx.db.update(TopicRecord, where, { ...said, version: record.version + 1 });
  await refreshTopic(ctx, topic.row.id, { action: 'topic.record-superseded', reason });
  return topicKey(topic);
}

/**
 * One of the two heads (or the deputy beside one who holds both posts) signs that there is no major disagreement, under the
 * own account (意见（七）, PRE-3).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function signCommunication(ctx: WriteContext, input: SignCommunicationInput): Promise<OwnKey> {
  const target = { id: input.recordId, expectedVersion: input.expectedVersion };
  const { topic, record } = await findRecord(ctx, target, 'answer');
  if (record.kind !== 'COMMUNICATION' || !record.agreed)
    throw new RuleViolation('BAD_STATE', { reason: 'NOTHING_TO_SIGN' });
  const [signature] = ownSignature(ctx, await contextOfTopic(ctx, topic.row));
  if (!signature) throw new RuleViolation('FORBIDDEN', { reason: 'SOD-2' });
  if (record.signatures.some(({ personId }) => personId === signature.personId)) {
    throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_SIGNED' });
  }
  const where = { tenantId: topic.row.tenantId, id: record.id };
  const signatures = [...record.signatures, signature];
  await ctx.db.update(TopicRecord, where, { signatures, version: record.version + 1 });
  await refreshTopic(ctx, topic.row.id, { action: 'topic.communication-signed' });
  return topicKey(topic);
}
