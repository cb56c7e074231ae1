import { headOf, isRecorded, leadershipOn, type ProcedureContext, type TopicState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import type { LoadedTopic } from './load-topic-facts.js';
import type { TOPIC_NOTIFICATIONS } from './notifications.dictionary.js';

export interface Told {
  readonly kind: keyof typeof TOPIC_NOTIFICATIONS;
  readonly personIds: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  readonly once?: string;
}

/** Tells people of a topic; nobody hears in the system's mail what a restricted one is about. */
export function notifyOfTopic(ctx: WriteContext, { row }: LoadedTopic, told: Told): void {
  const { tenantId, id, schoolId, restricted, title } = row;
  const { kind, personIds, params = {}, once } = told;
  if (personIds.length === 0) return;
  const subject = { type: 'Topic', tenantId, id, schoolId } as const;
  ctx.notify({ kind, subject, personIds, params: { title, ...params }, restricted, ...(once ? { once } : {}) });
}

/** The people who made a topic: proposer and member in charge. */
export function makersOf({ facts }: LoadedTopic): string[] {
  return [facts.proposer, facts.memberInCharge].flatMap((one) => (isRecorded(one) ? [one.personId] : []));
}

/** Who confirms it today; nobody while the post is vacant. */
export function headFor({ row }: LoadedTopic, { school, on, rules }: ProcedureContext): string[] {
  const head = headOf(leadershipOn(school.seats, on, rules), row.meetingKind);
  return head ? [head.personId] : [];
}

interface Change {
  readonly before: TopicState;
  readonly state: TopicState;
  readonly topic: LoadedTopic;
  readonly context: ProcedureContext;
}

/** What a change of state means for somebody. */
export function announceState(ctx: WriteContext, { before, state, topic, context }: Change): void {
  if (before === state || topic.row.enteredAfterwards) return;
  const [makers, head] = [makersOf(topic), headFor(topic, context)];
  if (state === 'HELD_BACK') notifyOfTopic(ctx, topic, { kind: 'TOPIC_HELD_BACK', personIds: [...makers, ...head] });
  if (state === 'CONSULTED') notifyOfTopic(ctx, topic, { kind: 'TOPIC_TO_CONFIRM', personIds: head });
}
