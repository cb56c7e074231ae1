import type { PartyOrgType, SchoolStage } from '@zhixiao/domain';
import words from './words.data.json' with { type: 'json' };

/** Every text that generated data says is in words.data.json; this only gives it types. */
export const WORDS = words;

const stages: Readonly<Record<string, string>> = words.stages;
const organizationTypes: Readonly<Record<string, string>> = words.organizationTypes;

/** 小学 → PRIMARY */
export function stageOf(type: string): SchoolStage {
  return stages[type] as SchoolStage;
}

/** 党支部 → BRANCH */
export function orgTypeOf(word: string): PartyOrgType {
  return organizationTypes[word] as PartyOrgType;
}

/** Puts the parts in place of each %s, in order. */
export function fill(template: string, ...parts: readonly (string | number)[]): string {
  const left = [...parts];
  return template.replaceAll('%s', () => String(left.shift() ?? ''));
}
