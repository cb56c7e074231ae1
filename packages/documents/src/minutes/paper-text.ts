import { withoutUnprintable } from '../write/safe-text.js';
import type { Attendee, NamedPerson } from './minutes.type.js';
import { PUNCTUATION, WIDE_SPACE } from './paper.dictionary.js';

const ENDED = /[。！？；…!?;][”’）]?$/u;
const TWO_CHARACTERS = /^\p{sc=Han}{2}$/u;

/** One line of entered text: what XML can't carry goes, white space is one space. */
export function oneLine(text: string): string {
  return withoutUnprintable(text)
    .replace(/\s+/gu, (space) => (space.includes(WIDE_SPACE) ? WIDE_SPACE : ' '))
    .trim();
}

/** Entered text as its paragraphs, the empty ones left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');
}

/** With a full stop, unless it ends with a mark of its own. */
export function sentence(text: string): string {
  return text === '' || ENDED.test(text) ? text : `${text}${PUNCTUATION.stop}`;
}

/** In a list, two characters stand as wide as three. */
export function listedName(name: string): string {
  const plain = oneLine(name);
  return TWO_CHARACTERS.test(plain) ? [...plain].join(WIDE_SPACE) : plain;
}

/** Post and name as running text has them. */
export function withPost({ name, post }: NamedPerson): string {
  return `${oneLine(post ?? '')}${oneLine(name)}`;
}

/** Name with what is said of the person in brackets. */
export function withBrackets(person: NamedPerson & Partial<Attendee>): string {
  const said = [person.post, person.note].map((text) => oneLine(text ?? '')).filter((text) => text !== '');
  const name = listedName(person.name);
  return said.length === 0 ? name : `${name}${PUNCTUATION.open}${said.join(PUNCTUATION.and)}${PUNCTUATION.close}`;
}

/** Names in lines of at most `width` characters, so that no line ends within a name. */
export function nameLines(names: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line) + 1 + widthOf(name) <= width)
      lines[lines.length - 1] = `${line}${WIDE_SPACE}${name}`;
    else lines.push(name);
  }
  return lines;
}

/** A title in one line, or broken between its two parts where it is wider than the line. */
export function titleLines([whose, what]: readonly [string, string], width: number): readonly string[] {
  return widthOf(whose + what) <= width ? [whose + what] : [whose, what];
}

/** Width in Chinese characters: what is not East Asian takes half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0000-\u00ff]/.test(char) ? 0.5 : 1), 0);
}
