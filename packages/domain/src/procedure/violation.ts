import type { FindingParams } from '../staffing-facts.js';
import type { ProcedureFinding } from './finding.js';

/** Separation of duties that the procedure holds, numbered as the duties are written down. */
export const SEPARATION_IDS = [
  'SOD-1',
  'SOD-2',
  'SOD-3',
  'SOD-4',
  'SOD-5',
  'SOD-6',
  'SOD-10',
  'SOD-11',
  'SOD-15',
  'SOD-16',
] as const;
export type SeparationId = (typeof SEPARATION_IDS)[number];

/** Every refusal has a name: the closed list. */
export const PROCEDURE_VIOLATIONS = [
  ...SEPARATION_IDS,
  /** The act does not belong to this state: params from, act, allowed. */
  'NOT_IN_THIS_STATE',
  /** This role may not do it: params act, role. */
  'NOT_YOUR_ACT',
  /** HARD checks are open: `findings` says which. */
  'GATES_OPEN',
  /** The result is none that this meeting may give on this item: params result, allowed. */
  'RESULT_NOT_ALLOWED',
  /** This kind of meeting decides nothing: params kind. */
  'MEETING_DOES_NOT_DECIDE',
  /** The item is not of a meeting that is open. */
  'MEETING_NOT_OPEN',
  /** The votes are no sound count: params problems. */
  'VOTE_UNSOUND',
  /** An item of the agenda has no result yet: params items. */
  'ITEMS_OPEN',
  /** Something that has to be said is not: params field. */
  'REQUIRED',
  /** A decision changes by reconsideration only (意见（七）). */
  'ONLY_BY_RECONSIDERATION',
  /** Tasks are not closed yet: params open. */
  'TASKS_OPEN',
] as const;
export type ProcedureViolationCode = (typeof PROCEDURE_VIOLATIONS)[number];

/** Why an act is refused: a code of the closed list, what the message needs, and the open checks if there are any. */
export type ProcedureViolation = {
  readonly code: ProcedureViolationCode;
  readonly params: FindingParams;
  readonly findings: readonly ProcedureFinding[];
};

/** The state after an act, or why there is none. */
export type Transition<State> =
  { readonly ok: true; readonly state: State } | { readonly ok: false; readonly violation: ProcedureViolation };

/** The state that follows. */
export function moved<State>(state: State): Transition<State> {
  return { ok: true, state };
}

/** A named refusal. */
export function violation(
  code: ProcedureViolationCode,
  params: FindingParams = {},
  findings: readonly ProcedureFinding[] = [],
): ProcedureViolation {
  return { code, params, findings };
}

/** The refusal as the outcome of an act. */
export function refused<State>(why: ProcedureViolation): Transition<State> {
  return { ok: false, violation: why };
}
