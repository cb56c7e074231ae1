const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const INVISIBLE = /[\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFE0E\uFE0F\u00AD]/g;

/** NFKC first: full-width digits, letters and brackets become plain, U+3000 and NBSP become spaces; marks that nobody sees go. */
export function normalize(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** As `normalize`, without any white space left. */
export function squeeze(text: string): string {
  return normalize(text).replace(/\s+/g, '');
}

/** Full-width letters and digits are worth a warning; full-width punctuation is how Chinese is written. */
export function hasFullWidth(text: string): boolean {
  return FULL_WIDTH.test(text);
}
