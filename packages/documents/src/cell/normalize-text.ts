const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
// Zero-width marks, direction overrides, soft hyphens, the variation selector behind ✔.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

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
