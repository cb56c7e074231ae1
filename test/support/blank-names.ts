/** Names of which nothing is to be seen, by what they are made of. */
export const BLANK_NAMES: readonly (readonly [what: string, name: string])[] = [
  ['nothing', ''],
  ['blanks', ' \t\n'],
  ['an ideographic space', '\u3000'],
  ['a no-break space', '\u00A0\u202F'],
  ['a zero-width space', '\u200B'],
  ['a zero-width joiner and non-joiner', '\u200D\u200C'],
  ['a byte order mark', '\uFEFF'],
  ['a word joiner', '\u2060'],
  ['a soft hyphen', '\u00AD'],
  ['directions of text', '\u202E\u2066\u200F\u2069'],
  ['control characters', '\u0001\u001F\u007F\u0085'],
  ['a Hangul filler', '\u3164\u115F\uFFA0'],
  ['a Braille blank', '\u2800'],
  ['a variation of nothing', '\uFE0F\u{E0100}'],
  ['a mixture', '\u200B\u3000\u202D\u00A0\u0007'],
];

/** Some of it, to stand before and after a text. */
export const EDGES = '\u200B\u3000\u202E\u00A0\uFEFF\u0007';
