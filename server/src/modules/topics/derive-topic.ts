import {
  consultationStatus,
  consultedSide,
  deciderOf,
  statesForTopicAct,
  topicGates,
  type Gate,
  type ProcedureContext,
} from '@zhixiao/domain';
import type { LoadedTopic } from './load-topic-facts.js';
import type { Topic } from './topic.entity.js';
import { concernedIn } from './waiting-for.js';

export type DerivedTopic = Pick<Topic, 'decider' | 'consultationStatus' | 'consultedSide' | 'gates' | 'concernedIds'>;

/** What lists show of a topic without asking its checks again. */
export function derivedOf(topic: LoadedTopic, context: ProcedureContext): DerivedTopic {
  const { facts } = topic;
  return {
    decider: deciderOf(facts, context),
    consultationStatus: consultationStatus(facts, context),
    consultedSide: consultedSide(facts, context),
    gates: openGates(topic, context),
    concernedIds: concernedIn(topic, context),
  };
}

/** What stands between a topic and its next step: being confirmed, then being decided. */
function openGates({ facts, row }: LoadedTopic, context: ProcedureContext): Gate[] {
  if (row.state === 'CONFIRMED' || row.state === 'HEARD') return topicGates(facts, context, 'DECIDE');
  const isOpen = row.state === 'DRAFT' || statesForTopicAct('CONFIRM').includes(row.state);
  return isOpen ? topicGates(facts, context, 'CONFIRM') : [];
}
