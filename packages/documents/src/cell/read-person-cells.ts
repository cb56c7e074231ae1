import type { Membership, Sex } from '@zhixiao/domain';
import { normalize, squeeze } from './normalize-text.js';
import { POLITICAL_WORDS, SEX_WORDS } from './people.dictionary.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type Reading } from './reading.type.js';

/** 性别. Blank is unknown, not wrong. */
export function readSex(text: string): Reading<Sex> {
  if (isNothing(text)) return BLANK;
  const sex = SEX_WORDS.get(squeeze(text).toLowerCase());
  return sex ? { value: sex, warnings: [] } : { value: null, error: 'E_GENDER_INVALID', warnings: [] };
}

export interface PoliticalReading {
  /** The usual word for it; the cell's own where the word isn't known. */
  readonly text: string;
  readonly membership: Membership;
}

/** 政治面貌. An unknown word is kept as it is: it decides nothing. */
export function readPolitical(text: string): Reading<PoliticalReading> {
  const bare = squeeze(text).replace(/\((\d{4}.*|.*入党.*)\)$/, '');
  const known = POLITICAL_WORDS.get(bare);
  if (known) return { value: known, warnings: [] };
  return isNothing(text) ? BLANK : { value: { text: normalize(text), membership: 'UNKNOWN' }, warnings: [] };
}

/** 民族: 苗 is 苗族. */
export function readEthnicity(text: string): string | null {
  if (isNothing(text)) return null;
  const bare = squeeze(text);
  return /^\p{Script=Han}{1,4}$/u.test(bare) && !bare.endsWith('族') && !bare.endsWith('人') ? `${bare}族` : bare;
}
