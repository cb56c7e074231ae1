import { squeeze } from './normalize-text.js';
import { NOTHING_WORDS, VACANT_WORDS } from './placeholders.dictionary.js';

/** 空缺, 暂缺, 待定: the seat is there and nobody in it. Brackets around the word, or a note behind it, change nothing. */
export function isVacant(text: string): boolean {
  const bare = squeeze(text).replace(/^[([【<]+|[)\]】>]+$/g, '');
  return VACANT_WORDS.has(bare) || VACANT_WORDS.has(bare.replace(/[(【[].*$/, ''));
}

/** 无, —, /: nothing is said or nothing is there. */
export function isNothing(text: string): boolean {
  const bare = squeeze(text);
  return bare === '' || NOTHING_WORDS.has(bare.toLowerCase());
}
