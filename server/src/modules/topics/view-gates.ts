import { topicGates, type Gate, type GatePurpose } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { keyOf } from '../schools/index.js';
import { visibleTopic } from './find-topic.js';
import { contextOfTopic } from './procedure-context.js';

/**
 * What still stands in the way of a topic right now, asked anew of all its records, of who sits where today and of the rules
 * in force.
 * @throws RuleViolation NOT_FOUND
 */
export async function viewGates(ctx: ReadContext, topicId: string, purpose: GatePurpose): Promise<Gate[]> {
  const { facts, row } = await visibleTopic(ctx, keyOf('Topic', topicId));
  return topicGates(facts, await contextOfTopic(ctx, row), purpose);
}
