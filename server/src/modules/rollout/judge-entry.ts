import { CHECKS, READINESS_DIMENSIONS, canTransition, isAdjusted, nextStates } from '@zhixiao/domain';
import type { CivilDate, ReadinessDimension, RolloutState } from '@zhixiao/domain';
import { RuleViolation } from '../../platform/errors.js';

/** An entry that is in force. */
export interface DatedEntry {
  readonly state: RolloutState;
  readonly effectiveOn: CivilDate;
  readonly readiness: readonly ReadinessDimension[];
}

export interface WantedEntry {
  readonly state: RolloutState;
  readonly effectiveOn: CivilDate;
  readonly documentNo: string | null;
  readonly reason: string | null;
  /** null: as far as it was before */
  readonly readiness: readonly ReadinessDimension[] | null;
}

/**
 * Whether a state is declared rather than recorded: what was adjusted before the tenant came to the system. Where nobody has
 * said since when the tenant takes part, nothing is.
 */
export function isDeclared(
  { state, effectiveOn }: Pick<DatedEntry, 'state' | 'effectiveOn'>,
  enrolledOn: CivilDate | null,
): boolean {
  return isAdjusted(state) && enrolledOn !== null && effectiveOn < enrolledOn;
}

export interface JudgedEntry extends WantedEntry {
  readonly readiness: readonly ReadinessDimension[];
  readonly declared: boolean;
}

/**
 * Whether an entry fits into a school's history (意见（十五）: 成熟一个调整一个). Before the tenant came to the system, that a
 * school is adjusted is declared with date and document; what led to it is not known here.
 * @throws RuleViolation BAD_STATE, BAD_INPUT, RULE_VIOLATED (ROL-1)
 */
export function judgeEntry(
  history: readonly DatedEntry[],
  wanted: WantedEntry,
  enrolledOn: CivilDate | null,
): JudgedEntry {
  const { state, effectiveOn } = wanted;
  const before = history.filter((entry) => entry.effectiveOn < effectiveOn).at(-1);
  const after = history.find((entry) => entry.effectiveOn > effectiveOn);
  const isCorrection = history.some((entry) => entry.effectiveOn === effectiveOn);
  const declared = isDeclared(wanted, enrolledOn);
  const readiness = READINESS_DIMENSIONS.filter((one) => (wanted.readiness ?? before?.readiness ?? []).includes(one));
  if (!declared) refuseStep(before?.state ?? 'NOT_STARTED', state);
  if (after) refuseStep(state, after.state);
  if (state === 'ADJUSTED') refuseUnready({ ...wanted, readiness }, { declared });
  const needsReason = isCorrection || state === 'DEFERRED' || state === 'SUSPENDED_BY_CHANGE';
  if (needsReason && !wanted.reason) throw new RuleViolation('BAD_INPUT', { path: ['reason'], reason: 'REQUIRED' });
  return { ...wanted, readiness, declared };
}

function refuseStep(from: RolloutState, to: RolloutState): void {
  // nothing recorded and 未启动 recorded are the same
  if (from === 'NOT_STARTED' && to === 'NOT_STARTED') return;
  if (!canTransition(from, to)) throw new RuleViolation('BAD_STATE', { from, to, allowed: nextStates(from) });
}

/** 已调整 rests on a document and, by ROL-1, on all three preparations. */
function refuseUnready(
  entry: WantedEntry & { readiness: readonly ReadinessDimension[] },
  { declared }: { declared: boolean },
): void {
  if (!entry.documentNo) throw new RuleViolation('BAD_INPUT', { path: ['documentNo'], reason: 'REQUIRED' });
  const missing = READINESS_DIMENSIONS.filter((one) => !entry.readiness.includes(one));
  if (declared || missing.length === 0) return;
  const check = CHECKS.find(({ id }) => id === 'ROL-1');
  if (!check) throw new Error('ROL-1 is not in the catalogue');
  const { id: checkId, clause, severity } = check;
  throw new RuleViolation('RULE_VIOLATED', {}, [
    { checkId, clause, severity, params: { missing }, path: ['readiness'] },
  ]);
}
