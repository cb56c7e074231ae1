import { checkOf } from '../checks.js';
import { isCheckedScope } from '../scope.js';
import type { FindingParams } from '../staffing-facts.js';
import type { ProcedureCheckId, ProcedureFinding } from './finding.js';
import type { CheckOutcome, Severity } from '../vocabulary.js';
import type { ProceduralDeparture, ProcedureContext, Recorded } from './procedure-facts.js';

/** What a check of the procedure says before departures, scope and the way of recording are weighed. */
export type ProcedureVerdict =
  | { readonly kind: 'PASS'; readonly params: FindingParams }
  | { readonly kind: 'NOT_APPLICABLE' }
  /** The record says nothing. */
  | { readonly kind: 'MISSING'; readonly params: FindingParams }
  | {
      readonly kind: 'BROKEN';
      readonly params: FindingParams;
      /** Where this case is milder than the catalogue says. */
      readonly severity?: Severity;
      /** The filed rules leave no room to depart from this. */
      readonly final?: true;
    };

export const NOT_ASKED: ProcedureVerdict = { kind: 'NOT_APPLICABLE' };

export function kept(params: FindingParams = {}): ProcedureVerdict {
  return { kind: 'PASS', params };
}

export function broken(params: FindingParams = {}): ProcedureVerdict {
  return { kind: 'BROKEN', params };
}

export function missing(params: FindingParams = {}): ProcedureVerdict {
  return { kind: 'MISSING', params };
}

/** A record that is there. */
export function isRecorded<T>(record: Recorded<T>): record is T {
  return record !== 'NO_RECORD' && record !== 'NOT_DONE';
}

/** NO_RECORD is missing; NOT_DONE is broken; what is there is asked further. */
export function judgeRecord<T>(
  record: Recorded<T>,
  params: FindingParams,
  judge: (there: T) => ProcedureVerdict,
): ProcedureVerdict {
  if (record === 'NO_RECORD') return missing(params);
  return isRecorded(record) ? judge(record) : broken(params);
}

/**
 * The finding of one check. What a live record does not hold was not done; of a meeting entered afterwards (补录) it is
 * NO_RECORD and no violation. 参照执行 (by reference) lowers HARD to DEFAULT; 一般 may be departed from with a reason.
 */
export function judge(
  checkId: ProcedureCheckId,
  verdict: ProcedureVerdict,
  { context, subjectIds }: { readonly context: ProcedureContext; readonly subjectIds: readonly string[] },
): ProcedureFinding {
  const { clause, severity: written } = checkOf(checkId);
  const wanted = verdict.kind === 'BROKEN' ? (verdict.severity ?? written) : written;
  const severity = lowered(wanted, context);
  const finding = (outcome: CheckOutcome, params: FindingParams = {}): ProcedureFinding => ({
    checkId,
    outcome,
    severity,
    clause,
    params,
  });
  if (verdict.kind === 'NOT_APPLICABLE') return finding('NOT_APPLICABLE');
  if (verdict.kind === 'PASS') return finding('PASS', verdict.params);
  if (verdict.kind === 'MISSING' && context.recordMode === 'AFTERWARDS') return finding('NO_RECORD', verdict.params);
  const mayDepart = severity === 'DEFAULT' && !(verdict.kind === 'BROKEN' && verdict.final);
  return finding(mayDepart ? departed(context.departures, checkId, subjectIds) : 'FAIL', verdict.params);
}

function lowered(severity: Severity, { school }: ProcedureContext): Severity {
  return severity === 'HARD' && school.scope === 'BY_REFERENCE' ? 'DEFAULT' : severity;
}

function departed(
  departures: readonly ProceduralDeparture[],
  checkId: ProcedureCheckId,
  subjectIds: readonly string[],
): 'FAIL' | 'DEPARTURE_PENDING' | 'DEPARTURE_APPROVED' {
  const fitting = departures.filter(
    (departure) =>
      departure.checkId === checkId && (departure.subjectId === null || subjectIds.includes(departure.subjectId)),
  );
  if (fitting.some((departure) => departure.acceptedOn !== null)) return 'DEPARTURE_APPROVED';
  return fitting.length > 0 ? 'DEPARTURE_PENDING' : 'FAIL';
}

/** The rules on records hold in scope and by reference; the rules of the meetings wherever meetings are recorded. */
export function asksForRecords({ school }: ProcedureContext): boolean {
  return isCheckedScope(school.scope);
}

/**
 * Does the finding stand in the way of the act? A rule of 应当 does (HARD in the catalogue) while it is not kept. By reference
 * it may be departed from, and stands in the way until the departure is accepted. What is not recorded of a meeting long
 * past stands in no way.
 */
export function blocks({ checkId, outcome, severity }: ProcedureFinding): boolean {
  if (checkOf(checkId).severity !== 'HARD' || severity === 'ADVISORY') return false;
  return outcome === 'FAIL' || outcome === 'DEPARTURE_PENDING';
}

/** Not kept, or nobody knows: what a screen lists as open. */
export function isOpen({ outcome }: ProcedureFinding): boolean {
  return outcome === 'FAIL' || outcome === 'DEPARTURE_PENDING' || outcome === 'NO_RECORD';
}
