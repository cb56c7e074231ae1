import { isDecidingKind } from './bodies.js';
import type { ProcedureCheckId, ProcedureFinding } from './finding.js';
import { blocks, isOpen } from './judge.js';
import { topicChecks } from './procedure-checks.js';
import type { ProcedureContext, TopicFacts } from './procedure-facts.js';
import { GATE_PURPOSES, type GatePurpose, type TopicState } from './topic-words.js';
import { consultationStatus } from './consultation.js';

/** An open check on the way of a topic: it stands in the way of the act, or is only listed. */
export type Gate = ProcedureFinding & { readonly blocks: boolean };

/** What each purpose asks beyond the one before it. */
const ASKED: Readonly<Record<GatePurpose, readonly ProcedureCheckId[]>> = {
  CONFIRM: ['PM-2', 'OM-2', 'PRE-1', 'PRE-2', 'PRE-3', 'PRE-4', 'PRE-5', 'PRE-6', 'PRE-7', 'PRE-10'],
  SCHEDULE: ['PM-3', 'OM-3'],
  DECIDE: ['PM-10', 'PRE-8', 'PRE-9'],
};

/** All that is still open before the topic is confirmed, put on an agenda or decided (意见（七）（九）), in catalogue order. */
export function topicGates(topic: TopicFacts, context: ProcedureContext, purpose: GatePurpose): Gate[] {
  const asked = GATE_PURPOSES.slice(0, GATE_PURPOSES.indexOf(purpose) + 1).flatMap((one) => ASKED[one]);
  return topicChecks(topic, context)
    .filter((finding) => asked.includes(finding.checkId) && isOpen(finding))
    .map((finding) => ({ ...finding, blocks: blocks(finding) }));
}

/** The gates that stand in the way. */
export function blockingGates(topic: TopicFacts, context: ProcedureContext, purpose: GatePurpose): Gate[] {
  return topicGates(topic, context, purpose).filter((gate) => gate.blocks);
}

/** 已调研, 已酝酿, 已沟通: what stands behind each state of preparation. */
const STEPS: readonly (readonly [TopicState, readonly ProcedureCheckId[]])[] = [
  ['INVESTIGATED', ['PM-2', 'OM-2', 'PRE-1', 'PRE-2', 'PRE-10']],
  ['DELIBERATED', ['PRE-6', 'PRE-7']],
  ['CONSULTED', ['PRE-3', 'PRE-4', 'PRE-5']],
];

/**
 * How far a proposed topic is prepared, from its records alone: the last step before which nothing stands in the way. What
 * its type does not ask for counts as done, so that a routine matter is ready to be confirmed at once. 意见不一致 → 暂缓上会.
 */
export function preparedState(topic: TopicFacts, context: ProcedureContext): TopicState {
  if (isHeldBack(topic, context)) return 'HELD_BACK';
  const open = blockingGates(topic, context, 'CONFIRM').map((gate) => gate.checkId);
  const stop = STEPS.findIndex(([, checks]) => checks.some((checkId) => open.includes(checkId)));
  if (stop === -1) return 'CONSULTED';
  return STEPS[stop - 1]?.[0] ?? 'PROPOSED';
}

/** Do the two sides disagree (意见（九）)? Asked of the other head only; a deputy's different opinion is noted (PRE-5). */
export function isHeldBack(topic: TopicFacts, context: ProcedureContext): boolean {
  if (!isDecidingKind(topic.meetingKind) || consultationStatus(topic, context) !== 'HELD_BACK') return false;
  return blockingGates(topic, context, 'CONFIRM').some((gate) => gate.checkId === 'PRE-4');
}

/** 已确定, or 已听取意见 where hearing and assessment are done (or not asked for). */
export function confirmedState(topic: TopicFacts, context: ProcedureContext): TopicState {
  if (isHeldBack(topic, context)) return 'HELD_BACK';
  const open = blockingGates(topic, context, 'DECIDE').map((gate) => gate.checkId);
  return open.includes('PRE-8') || open.includes('PRE-9') ? 'CONFIRMED' : 'HEARD';
}
