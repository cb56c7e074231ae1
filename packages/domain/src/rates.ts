import { isAdjusted } from './rollout.js';
import { isCheckedScope } from './scope.js';
import type { Standing } from './standing-facts.js';

/** The columns of a standing that the rates read. */
export type RateInputs = Pick<
  Standing,
  | 'scope'
  | 'orgType'
  | 'combined'
  | 'rolloutState'
  | 'needsFullTimeDeputy'
  | 'hasFullTimeDeputy'
  | 'principalIsMember'
  | 'memberPrincipalIsDeputy'
  | 'memberViceHeads'
  | 'memberViceHeadsInCommittee'
  | 'termInForce'
>;

/** What one school adds to a rate: 0 or 1, or a number of people. The numerator never exceeds the denominator. */
export type RateDefinition = {
  readonly numerator: (row: RateInputs) => number;
  readonly denominator: (row: RateInputs) => number;
};

export const RATE_IDS = [
  'completion',
  'byReferenceCompletion',
  'separation',
  'branchCombined',
  'combined',
  'fullTimeDeputy',
  'memberPrincipalDeputy',
  'crossAppointment',
  'termRenewal',
] as const;
export type RateId = (typeof RATE_IDS)[number];

type Test = (row: RateInputs) => boolean;

const adjusted: Test = (row) => isAdjusted(row.rolloutState);
/** Scope only filters rates: a school to which the checks do not apply is in none of the staffing rates. */
const checked: Test = (row) => isCheckedScope(row.scope);
const higherType: Test = (row) => row.orgType === 'COMMITTEE' || row.orgType === 'GENERAL_BRANCH';
const adjustedChecked: Test = (row) => checked(row) && adjusted(row);
const adjustedHigher: Test = (row) => adjustedChecked(row) && higherType(row);
const adjustedBranch: Test = (row) => adjustedChecked(row) && row.orgType === 'BRANCH';
const memberPrincipal: Test = (row) => checked(row) && higherType(row) && row.principalIsMember;

/** Share of the schools passing `all` that pass `some` too. */
function share(all: Test, some: Test): RateDefinition {
  return { denominator: (row) => Number(all(row)), numerator: (row) => Number(all(row) && some(row)) };
}

/**
 * The rates by their exact definitions; people argue about them, so they are printed beside the figures (口径).
 * 完成率 · 参照执行率 · 分设率 · 党支部学校一肩挑率 · 一肩挑率 · 专职副书记配备率 · 党员校长任副书记率 · 交叉任职率 · 按期换届率
 */
export const RATES: Readonly<Record<RateId, RateDefinition>> = {
  completion: share((row) => row.scope === 'IN_SCOPE', adjusted),
  byReferenceCompletion: share((row) => row.scope === 'BY_REFERENCE', adjusted),
  separation: share(adjustedHigher, (row) => row.combined === false),
  branchCombined: share(adjustedBranch, (row) => row.combined === true),
  combined: share(adjustedChecked, (row) => row.combined === true),
  fullTimeDeputy: share(
    (row) => row.needsFullTimeDeputy,
    (row) => row.hasFullTimeDeputy,
  ),
  memberPrincipalDeputy: share(memberPrincipal, (row) => row.memberPrincipalIsDeputy),
  crossAppointment: {
    numerator: (row) => (checked(row) ? row.memberViceHeadsInCommittee : 0),
    denominator: (row) => (checked(row) ? row.memberViceHeads : 0),
  },
  termRenewal: share(
    (row) => row.orgType !== null,
    (row) => row.termInForce === true,
  ),
};

export type Rate = { readonly numerator: number; readonly denominator: number; readonly percent: number | null };

/** The rate over these schools. */
export function rateOver(id: RateId, rows: readonly RateInputs[]): Rate {
  const numerator = rows.reduce((sum, row) => sum + RATES[id].numerator(row), 0);
  const denominator = rows.reduce((sum, row) => sum + RATES[id].denominator(row), 0);
  return { numerator, denominator, percent: percent(numerator, denominator) };
}

/** One decimal, halves up, in integers until the last step; null (shown as —) when there is nothing to divide by. */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  return Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10;
}
