import { CHECKS, type CheckId } from '../checks.js';
import type { FindingParams } from '../staffing-facts.js';
import type { CheckOutcome, Severity } from '../vocabulary.js';

/** The checks on how topics, meetings and decisions go (意见（五）至（九）), and the two on their records. */
export type ProcedureCheckId =
  Extract<CheckId, `PM-${number}` | `OM-${number}` | `PRE-${number}`> | Extract<CheckId, 'REC-1' | 'REC-5'>;

/** They in catalogue order. */
export const PROCEDURE_CHECK_IDS = CHECKS.map((check) => check.id).filter((id): id is ProcedureCheckId =>
  /^(PM|OM|PRE)-|^REC-[15]$/.test(id),
);

/** The outcome of one check on a meeting, an item, a topic or a decision. */
export type ProcedureFinding = {
  readonly checkId: ProcedureCheckId;
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
  readonly clause: string;
  readonly params: FindingParams;
};
