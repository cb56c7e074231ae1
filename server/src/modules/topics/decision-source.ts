import type { DecisionState, MeetingKind } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';

/** What a topic must know of a decision that it carries out or reconsiders. */
export interface KnownDecision {
  readonly schoolId: string;
  readonly body: MeetingKind;
  readonly state: DecisionState;
  /** the topic by which it was reconsidered and replaced */
  readonly replacedByTopicId: string | null;
}

export interface AskedDecisions {
  readonly tenantId: number;
  readonly ids: readonly string[];
}

export type DecisionSource = (ctx: ReadContext, asked: AskedDecisions) => Promise<ReadonlyMap<string, KnownDecision>>;

let source: DecisionSource = () => Promise.resolve(new Map());

/** The module that keeps the register of decisions stands to the right: modules.ts says how it is asked. */
export function registerDecisions(registered: DecisionSource): void {
  source = registered;
}

/** Decisions by their uuid; what is not in the register is left out. */
export async function knownDecisions(
  ctx: ReadContext,
  asked: AskedDecisions,
): Promise<ReadonlyMap<string, KnownDecision>> {
  return asked.ids.length > 0 ? source(ctx, asked) : new Map<string, KnownDecision>();
}
