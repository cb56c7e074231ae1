import type { ProcedureViolation, ProcedureViolationCode } from '@zhixiao/domain';
import { RuleViolation } from '../../platform/errors.js';
import type { ErrorCode, ErrorParams } from '../../platform/errors.js';

/** Refusals that are no question of rights or of the state. */
const CODES: Readonly<Partial<Record<ProcedureViolationCode, ErrorCode>>> = {
  'SOD-11': 'RULE_VIOLATED',
  NOT_YOUR_ACT: 'FORBIDDEN',
  GATES_OPEN: 'RULE_VIOLATED',
  RESULT_NOT_ALLOWED: 'RULE_VIOLATED',
  MEETING_DOES_NOT_DECIDE: 'RULE_VIOLATED',
  VOTE_UNSOUND: 'RULE_VIOLATED',
  ONLY_BY_RECONSIDERATION: 'RULE_VIOLATED',
  REQUIRED: 'BAD_INPUT',
};

/**
 * A named refusal of the procedure as an answer carries it: separation of duties is FORBIDDEN with its number, an open check
 * RULE_VIOLATED with what is open, the rest a matter of the state.
 */
export function refusalOf({ code, params, findings }: ProcedureViolation): RuleViolation {
  const known = CODES[code] ?? (code.startsWith('SOD-') ? 'FORBIDDEN' : 'BAD_STATE');
  const violations = findings.map(({ checkId, clause, severity, params: told }) => ({
    ...{ checkId, clause, severity, params: told, path: [] },
  }));
  const path: ErrorParams = code === 'REQUIRED' ? { path: [String(params['field'])] } : {};
  return new RuleViolation(known, { reason: code, ...params, ...path }, violations);
}

/** @throws RuleViolation where there is a reason against the act */
export function refuseBy(violation: ProcedureViolation | null): void {
  if (violation) throw refusalOf(violation);
}
