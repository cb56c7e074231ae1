/**
 * What nobody sees: white space, ideographic and no-break spaces among it, control characters, zero-width marks and
 * directions of text (Cf), fillers, the blank of Braille.
 */
const UNSEEN = /^[\p{Z}\p{Cc}\p{Cf}\u{034F}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}]$/u;
/** Says how the character before it looks (葛󠄀), so it is cut off from none; alone it is nothing either. */
const VARIATION = /^\p{Variation_Selector}$/u;

const isUnseen = (character: string): boolean => UNSEEN.test(character);

/**
 * A text as somebody meant it: without what nobody sees at its ends; empty where nothing of it is to be seen. Character by
 * character: an expression that looks for the end of a long run of blanks would look again from each of them.
 */
export function visibleText(text: string): string {
  const characters = [...text];
  if (characters.every((one) => isUnseen(one) || VARIATION.test(one))) return '';
  const first = characters.findIndex((one) => !isUnseen(one));
  const last = characters.findLastIndex((one) => !isUnseen(one));
  return characters.slice(first, last + 1).join('');
}
