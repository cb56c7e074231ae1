import type { ActionOf } from '@zhixiao/policy';
import { ID_PREFIXES, encodeId } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { keyOf } from '../schools/index.js';
import { Consultation } from './consultation.entity.js';
import { findTopic } from './find-topic.js';
import type { LoadedTopic } from './load-topic-facts.js';
import type { StoredRound } from './topic-facts.js';

export interface FoundRound {
  readonly topic: LoadedTopic;
  readonly round: StoredRound;
}

/**
 * A round of consultation with its topic, locked.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function findRound(
  ctx: WriteContext,
  target: { readonly id: string; readonly expectedVersion: number },
  action: Exclude<ActionOf<'Topic'>, 'read'>,
): Promise<FoundRound> {
  const { tenantId, id } = keyOf('Consultation', target.id);
  const [row] = await ctx.db.query<{ topicId: string }>(
    'SELECT topic_id AS "topicId" FROM consultation WHERE tenant_id = $1 AND id = $2',
    [tenantId, id],
  );
  if (!row) throw notFound();
  const topic = await findTopic(ctx, encodeId(ID_PREFIXES.Topic, tenantId, row.topicId), action);
  const round = topic.row.rounds.find((one) => one.id === id);
  if (!round) throw notFound();
  if (round.version !== target.expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: round.version });
  return { topic, round };
}

/** Writes what was said in a round that is locked. */
export async function settleRound(
  ctx: WriteContext,
  { topic, round }: FoundRound,
  set: Partial<Consultation>,
): Promise<void> {
  const where = { tenantId: topic.row.tenantId, id: round.id };
  await ctx.db.update(Consultation, where, { ...set, version: round.version + 1 });
}
