import type { Ownership, PartyOrgType, SchoolStage, ScopeKind } from './vocabulary.js';

/** What decides whether the Opinion applies. `orgType` null: the school has no party organisation of its own. */
export type ScopeFacts = {
  readonly stage: SchoolStage;
  readonly ownership: Ownership | null;
  readonly legalPerson: boolean | null;
  readonly orgType: PartyOrgType | null;
  readonly hasCommittee: boolean | null;
};

export type ScopeSettings = {
  /** Counts a branch too small for a committee in as well; off unless the tenant decides so. */
  readonly countBranchWithoutCommittee: boolean;
};

/**
 * 适用范围 (SCO-1…4): public schools with legal person status and a 基层委员会, 总支部委员会 or 支部委员会 are in scope, public
 * kindergartens of that kind by reference, private schools under other rules; the rest are strongholds only.
 * UNKNOWN while a missing datum could still change the answer. No organisation at all is a fact (SCO-4: 无), not a gap.
 */
export function scopeOf(facts: ScopeFacts, settings: ScopeSettings): ScopeKind {
  if (facts.ownership === null) return 'UNKNOWN';
  if (facts.ownership === 'PRIVATE') return 'OTHER_RULES';
  const committee = ownCommittee(facts, settings);
  if (facts.legalPerson === false || committee === false) return 'STRONGHOLD_ONLY';
  if (facts.legalPerson === null || committee === null) return 'UNKNOWN';
  return facts.stage === 'KINDERGARTEN' ? 'BY_REFERENCE' : 'IN_SCOPE';
}

/** The text says 支部委员会: a branch alone is not enough. 党委 and 总支 have a committee by nature. */
function ownCommittee(facts: ScopeFacts, settings: ScopeSettings): boolean | null {
  if (facts.orgType === null || facts.orgType === 'JOINT_BRANCH') return false;
  if (facts.orgType !== 'BRANCH' || settings.countBranchWithoutCommittee) return true;
  return facts.hasCommittee;
}

/** In these scopes the checks of staffing, records, supervision and rollout apply (STF, REC, SUP, ROL). */
export const CHECKED_SCOPES = ['IN_SCOPE', 'BY_REFERENCE'] as const satisfies readonly ScopeKind[];

/** Do the Opinion's checks apply to a school of this scope at all? */
export function isCheckedScope(scope: ScopeKind): boolean {
  return scope === 'IN_SCOPE' || scope === 'BY_REFERENCE';
}
