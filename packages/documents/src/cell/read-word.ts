import type { PartyOrgType } from '@zhixiao/domain';
import { squeeze } from './normalize-text.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type Reading } from './reading.type.js';
import { ORG_TYPE_WORDS } from './school.dictionary.js';

/** A word of a closed list; anything else is E_VALUE_UNKNOWN. */
export function readWord<T>(text: string, words: ReadonlyMap<string, T>): Reading<T> {
  const bare = squeeze(text);
  const known = words.get(bare) ?? words.get(bare.replace(/\(.*\)$/, ''));
  if (known !== undefined) return { value: known, warnings: [] };
  return isNothing(text) ? BLANK : { value: null, error: 'E_VALUE_UNKNOWN', warnings: [] };
}

export type OrgTypeReading = PartyOrgType | 'NONE';

/** 党组织类型; 未建 is NONE, which is something else than not said. */
export function readOrgType(text: string): Reading<OrgTypeReading> {
  const bare = squeeze(text)
    .replace(/\(.*\)$/, '')
    .replace(/^中共/, '');
  if (bare === '') return BLANK;
  const known = ORG_TYPE_WORDS.get(bare);
  if (known !== undefined) return { value: known ?? 'NONE', warnings: [] };
  return isNothing(text) ? BLANK : { value: null, error: 'E_ORG_TYPE_UNKNOWN', warnings: [] };
}
