import { addYears, type CivilDate } from './civil-date.js';
import type { PartyOrgType } from './vocabulary.js';

/**
 * Thresholds of the party rules on grass-roots organisations. They are recommendations shown to the county, never a block:
 * the superior organisation decides the type.
 */
export const BRANCH_MIN_FULL_MEMBERS = 3;
export const BRANCH_MAX_MEMBERS = 50;
export const COMMITTEE_MIN_MEMBERS = 100;
/** A branch with this many full members sets up a 支部委员会; below it has a secretary, and a deputy if needed. */
export const BRANCH_COMMITTEE_MIN_FULL_MEMBERS = 7;
/** A term may be extended by at most this much, with the superior's approval (延期一般不超过1年). */
export const MAX_TERM_EXTENSION_YEARS = 1;

/** 委员人数: from `min` to `usual` people, at most `max`. */
export type CommitteeSizeRange = { readonly min: number; readonly usual: number; readonly max: number };

const COMMITTEE_SIZES: Readonly<Record<PartyOrgType, CommitteeSizeRange | null>> = {
  COMMITTEE: { min: 5, usual: 9, max: 9 },
  GENERAL_BRANCH: { min: 5, usual: 7, max: 9 },
  BRANCH: { min: 3, usual: 5, max: 7 },
  JOINT_BRANCH: null,
};

const TERM_YEARS: Readonly<Record<PartyOrgType, number>> = {
  COMMITTEE: 5,
  GENERAL_BRANCH: 3,
  BRANCH: 3,
  JOINT_BRANCH: 3,
};

/** Must a branch with so many full members have a committee (支部委员会)? */
export function branchNeedsCommittee(fullMembers: number): boolean {
  return fullMembers >= BRANCH_COMMITTEE_MIN_FULL_MEMBERS;
}

/** How many people the committee of this type has; null where the rules name no number (联合党支部). */
export function committeeSizeRange(type: PartyOrgType): CommitteeSizeRange | null {
  return COMMITTEE_SIZES[type];
}

/**
 * The types that fit so many members. Sources write 超过50人 and 50人及以上, so 50 fits a branch and a general branch alike;
 * fewer than three full members join a joint branch.
 */
export function suitableTypes(memberCount: number, fullMembers: number = memberCount): readonly PartyOrgType[] {
  if (fullMembers < BRANCH_MIN_FULL_MEMBERS) return ['JOINT_BRANCH'];
  if (memberCount < BRANCH_MAX_MEMBERS) return ['BRANCH'];
  if (memberCount === BRANCH_MAX_MEMBERS) return ['BRANCH', 'GENERAL_BRANCH'];
  return memberCount < COMMITTEE_MIN_MEMBERS ? ['GENERAL_BRANCH'] : ['COMMITTEE'];
}

/** 届期 in years: 党委 five, 党总支 and 党支部 three. */
export function termYears(type: PartyOrgType): number {
  return TERM_YEARS[type];
}

export type TermFacts = {
  readonly termStart: CivilDate | null;
  readonly termEnd: CivilDate | null;
  readonly termExtendedUntil: CivilDate | null;
};

/** The last day of the term: as recorded, else reckoned from its start; null while neither is known. */
export function termEndOf(type: PartyOrgType, term: Omit<TermFacts, 'termExtendedUntil'>): CivilDate | null {
  if (term.termEnd !== null) return term.termEnd;
  return term.termStart === null ? null : addYears(term.termStart, termYears(type));
}

/** The last day on which the committee may still act: the term's end, or its extension as far as one year allows. */
export function lastTermDay(type: PartyOrgType, term: TermFacts): CivilDate | null {
  const end = termEndOf(type, term);
  if (end === null || term.termExtendedUntil === null || term.termExtendedUntil <= end) return end;
  const limit = addYears(end, MAX_TERM_EXTENSION_YEARS);
  return term.termExtendedUntil < limit ? term.termExtendedUntil : limit;
}
