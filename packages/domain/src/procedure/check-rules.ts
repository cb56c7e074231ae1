import type { LargeAmountStep, RulesOfProcedure } from './rules-of-procedure.js';
import {
  isAsStrict,
  isSoundShare,
  MORE_THAN_HALF,
  OPINION_HALF,
  OPINION_TWO_THIRDS,
  type Share,
} from './quorum-rule.js';
import { resolveCatalogue, type CatalogueLayer } from './resolve-matter-type.js';

/** What rules of procedure may not say. */
export const RULES_VIOLATIONS = [
  'LOOSER_THAN_OPINION',
  'UNSOUND_SHARE',
  'NOT_A_MAJORITY',
  'PASS_RULE_MISSING',
  'PRINCIPAL_IS_NOT_OUTVOTED',
  'NOT_A_WHOLE_NUMBER',
  'STEPS_UNORDERED',
  'LAST_STEP_NOT_PARTY_MEETING',
  'MATTER_NOT_ALLOWED',
] as const;
export type RulesViolationCode = (typeof RULES_VIOLATIONS)[number];
export type RulesViolation = { readonly code: RulesViolationCode; readonly field: string };

/**
 * What is wrong in a school's rules; none where they may be adopted. They become stricter than the Opinion, never looser
 * (SOD-11). `handedDown` is the catalogue above the school.
 */
export function checkRules(rules: RulesOfProcedure, handedDown: readonly CatalogueLayer[]): readonly RulesViolation[] {
  return [
    ...checkQuorum('openingQuorum', rules.openingQuorum, OPINION_HALF),
    ...checkQuorum('importantQuorum', rules.importantQuorum, OPINION_TWO_THIRDS),
    ...checkPass(rules),
    ...checkNumbers(rules),
    ...checkSteps(rules.largeAmounts),
    ...checkMatters(rules, handedDown),
  ];
}

function checkQuorum(field: string, share: Share, opinion: Share): RulesViolation[] {
  if (!isSoundShare(share)) return [{ code: 'UNSOUND_SHARE', field }];
  return isAsStrict(share, opinion) ? [] : [{ code: 'LOOSER_THAN_OPINION', field }];
}

/** A vote passes by more than half; at the principal's meeting nobody outvotes the principal (意见（六）). */
function checkPass({ meetingKind, pass }: RulesOfProcedure): RulesViolation[] {
  const field = 'pass';
  if (meetingKind === 'PRINCIPAL_OFFICE') return pass === null ? [] : [{ code: 'PRINCIPAL_IS_NOT_OUTVOTED', field }];
  if (pass === null) return [{ code: 'PASS_RULE_MISSING', field }];
  if (!isSoundShare(pass.share)) return [{ code: 'UNSOUND_SHARE', field }];
  return isAsStrict(pass.share, MORE_THAN_HALF) ? [] : [{ code: 'NOT_A_MAJORITY', field }];
}

function checkNumbers(rules: RulesOfProcedure): RulesViolation[] {
  const least = { noticeDays: 0, topicFormDays: 0, executionReportsPerSemester: 1 } as const;
  const fields = Object.keys(least) as (keyof typeof least)[];
  const wrong = fields.filter((field) => !isWhole(rules[field], least[field]));
  const found = wrong.map((field): RulesViolation => ({ code: 'NOT_A_WHOLE_NUMBER', field }));
  return isWhole(rules.frequency.every, 1) ? found : [...found, { code: 'NOT_A_WHOLE_NUMBER', field: 'frequency' }];
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

/** Ascending whole sums; only the last step is open, and it is the party meeting's (意见（一）3: 大额度资金使用). */
function checkSteps(steps: readonly LargeAmountStep[]): RulesViolation[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const sums = steps.slice(0, -1).map((step) => step.upTo);
  const rises = sums.every((sum, index) => sum !== null && isWhole(sum, 1) && sum > (sums[index - 1] ?? 0));
  const found: RulesViolation[] =
    rises && last.upTo === null ? [] : [{ code: 'STEPS_UNORDERED', field: 'largeAmounts' }];
  if (last.approver === 'PARTY_MEETING') return found;
  return [...found, { code: 'LAST_STEP_NOT_PARTY_MEETING', field: 'largeAmounts' }];
}

function checkMatters({ matters }: RulesOfProcedure, handedDown: readonly CatalogueLayer[]): RulesViolation[] {
  const layer: CatalogueLayer = { level: 'SCHOOL', types: [], changes: matters };
  const { violations } = resolveCatalogue([...handedDown, layer]);
  return violations
    .filter(({ level }) => level === 'SCHOOL')
    .map(({ matter }) => ({ code: 'MATTER_NOT_ALLOWED', field: `matters.${matter}` }));
}
