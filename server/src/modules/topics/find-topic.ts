import { whyNotEnter } from '@zhixiao/domain';
import { subjectOf, type ActionOf } from '@zhixiao/policy';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf, type OwnKey } from '../schools/index.js';
import { loadTopicFacts, type LoadedTopic } from './load-topic-facts.js';
import { lockTopic } from './settle-topic.js';
import type { StoredTopic } from './topic-facts.js';

export interface TopicTarget {
  readonly id: string;
  readonly expectedVersion: number;
}

/** The topic as the ability looks at it: restricted ones are for those who have a part in them as well. */
export function topicSubject(ctx: ReadContext, row: StoredTopic): ReturnType<typeof subjectOf<'Topic'>> {
  const { tenantId, schoolId, restricted } = row;
  const { accountId, personId } = ctx.grant;
  const isConcerned = row.createdBy === accountId || (personId !== null && row.concernedIds.includes(personId));
  return subjectOf('Topic', { tenantId, schoolId, restricted, ...(isConcerned ? { accountId } : {}) });
}

/**
 * A topic that the grant may read, not locked.
 * @throws RuleViolation NOT_FOUND
 */
export async function visibleTopic(ctx: ReadContext, key: OwnKey): Promise<LoadedTopic> {
  const { tenantId, id } = key;
  const loaded = (await loadTopicFacts(ctx, { tenantId, topicIds: [id] })).get(id);
  if (!loaded || !ctx.ability.can('read', topicSubject(ctx, loaded.row))) throw notFound();
  return loaded;
}

/**
 * The topic that is to be acted on, locked. County and city read it and enter nothing (SOD-10).
 * @param topicId opaque
 * @throws RuleViolation NOT_FOUND, FORBIDDEN
 */
export async function findTopic(
  ctx: WriteContext,
  topicId: string,
  action: Exclude<ActionOf<'Topic'>, 'read'>,
): Promise<LoadedTopic> {
  const seen = await visibleTopic(ctx, keyOf('Topic', topicId));
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!ctx.ability.can(action, topicSubject(ctx, seen.row))) throw new RuleViolation('FORBIDDEN');
  return lockTopic(ctx, seen.row.id);
}

/** @throws RuleViolation CONFLICT with the version that the topic has */
export function refuseStale({ row }: LoadedTopic, expectedVersion: number): void {
  if (row.version !== expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: row.version });
}

/** The key by which the read models find it. */
export function topicKey({ row }: LoadedTopic): OwnKey {
  return { type: 'Topic', tenantId: row.tenantId, id: row.id };
}
