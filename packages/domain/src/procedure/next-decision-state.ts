import { whyNotAct } from './acts.js';
import type { Actor } from './actor.js';
import { classOfResult } from './bodies.js';
import type { DecisionState } from './decision-words.js';
import type { ItemKind, ItemResult, MeetingKind } from './meeting-words.js';
import { moved, refused, violation, type ProcedureViolation, type Transition } from './violation.js';

/** The item whose result is to take the place of a decision. */
export type ReplacingItem = {
  readonly kind: ItemKind;
  readonly meetingKind: MeetingKind;
  readonly result: ItemResult | null;
};

export type DecisionInState = { readonly state: DecisionState; readonly body: MeetingKind };

/** What can be done with a decision. There is no act that changes its text: SUPERSEDE is the only way (意见（七）). */
export type DecisionAct =
  | { readonly type: 'SUPERIOR_APPROVES' | 'SUPERIOR_REFUSES'; readonly by: Actor }
  | { readonly type: 'COMPLETE'; readonly by: Actor; readonly openTasks: number }
  | { readonly type: 'SUPERSEDE'; readonly by: Actor; readonly item: ReplacingItem }
  | { readonly type: 'CHANGE'; readonly by: Actor };
export type DecisionActType = DecisionAct['type'];

const FROM: Readonly<Record<DecisionActType, readonly DecisionState[]>> = {
  SUPERIOR_APPROVES: ['AWAITING_SUPERIOR'],
  SUPERIOR_REFUSES: ['AWAITING_SUPERIOR'],
  COMPLETE: ['IN_FORCE'],
  SUPERSEDE: ['IN_FORCE', 'AWAITING_SUPERIOR', 'COMPLETED'],
  CHANGE: ['IN_FORCE', 'AWAITING_SUPERIOR', 'NOT_APPROVED', 'COMPLETED', 'SUPERSEDED'],
};

/** The state in which a decision enters the register; a rejection has nothing to carry out. null: no decision. */
export function initialDecisionState(result: ItemResult): DecisionState | null {
  if (classOfResult(result) !== 'DECIDING') return null;
  if (result === 'SUBMIT_TO_SUPERIOR') return 'AWAITING_SUPERIOR';
  return result === 'REJECTED' ? 'COMPLETED' : 'IN_FORCE';
}

/** The state after the act, or the named reason why there is none. */
export function nextDecisionState(decision: DecisionInState, act: DecisionAct): Transition<DecisionState> {
  const from = decision.state;
  if (!FROM[act.type].includes(from)) {
    return refused(violation('NOT_IN_THIS_STATE', { from, act: act.type, allowed: [...FROM[act.type]] }));
  }
  const why = whyNotDo(decision, act);
  return why === null ? moved(AFTER[act.type]) : refused(why);
}

const AFTER: Readonly<Record<DecisionActType, DecisionState>> = {
  SUPERIOR_APPROVES: 'IN_FORCE',
  SUPERIOR_REFUSES: 'NOT_APPROVED',
  COMPLETE: 'COMPLETED',
  SUPERSEDE: 'SUPERSEDED',
  CHANGE: 'SUPERSEDED',
};

function whyNotDo({ body }: DecisionInState, act: DecisionAct): ProcedureViolation | null {
  switch (act.type) {
    case 'SUPERIOR_APPROVES':
    case 'SUPERIOR_REFUSES':
      return whyNotAct(act.by, 'ENTER_SUPERIOR_ANSWER');
    case 'COMPLETE':
      return whyNotAct(act.by, 'CLOSE_TASK') ?? whyNotClosed(act.openTasks);
    case 'SUPERSEDE':
      return whyNotAct(act.by, 'WRITE_RECORD') ?? whyNotReplaced(act.item, body);
    case 'CHANGE':
      return violation('ONLY_BY_RECONSIDERATION', { body });
  }
}

function whyNotClosed(openTasks: number): ProcedureViolation | null {
  return openTasks === 0 ? null : violation('TASKS_OPEN', { open: openTasks });
}

/** PRE-10: as a reconsideration, by the same kind of meeting, which has decided it anew. */
function whyNotReplaced({ kind, meetingKind, result }: ReplacingItem, body: MeetingKind): ProcedureViolation | null {
  const decided = result !== null && classOfResult(result) === 'DECIDING' && result !== 'REJECTED';
  const isReconsidered = kind === 'RECONSIDERATION' && meetingKind === body && decided;
  return isReconsidered ? null : violation('ONLY_BY_RECONSIDERATION', { body, kind, meetingKind });
}
