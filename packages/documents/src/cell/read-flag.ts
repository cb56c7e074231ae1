import { squeeze } from './normalize-text.js';
import { NO_WORDS, YES_WORDS } from './marks.dictionary.js';
import { BLANK, type Reading } from './reading.type.js';

/** √ ✓ ✔ 是 1 V is a mark, × 否 0 / is none; blank says nothing. */
export function readFlag(text: string): Reading<boolean> {
  const bare = squeeze(text).toLowerCase();
  if (bare === '') return BLANK;
  if (YES_WORDS.has(bare)) return { value: true, warnings: [] };
  if (NO_WORDS.has(bare)) return { value: false, warnings: [] };
  return { value: null, error: 'E_VALUE_UNKNOWN', warnings: [] };
}
