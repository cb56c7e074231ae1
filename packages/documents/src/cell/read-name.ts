import { normalize } from './normalize-text.js';
import { BLANK, type Reading, type WarningCode } from './reading.type.js';

/** U+2022, U+30FB, a full stop and their like: the dot in the names of several peoples is U+00B7. */
const DOTS = /[\u2022\u2027\u2219\u22C5\u30FB\u0387\u1427.\u3002]/g;
const NOTE = /[([【〔{<《][^)\]】〕}>》]*[)\]】〕}>》]?|[*※#]+/g;

/** A person's name: notes in brackets removed, spaces out, dots made one. */
export function readName(text: string): Reading<string> {
  const normal = normalize(text);
  if (normal === '') return BLANK;
  const warnings: WarningCode[] = [];
  const withoutNote = normal.replace(NOTE, '');
  if (withoutNote !== normal) warnings.push('W_NAME_NOTE_REMOVED');
  if (/\s/.test(text)) warnings.push('W_NAME_SPACES');
  const tight = withoutNote.replace(/\s+/g, '');
  const dotted = tight.replace(DOTS, '·');
  if (dotted !== tight) warnings.push('W_NAME_DOT');
  const name = dotted.replace(/^·+|·+$/g, '');
  const readable = /^[\p{L}·'’-]{1,50}$/u.test(name) && /\p{L}/u.test(name);
  return readable ? { value: name, warnings } : { value: null, error: 'E_NAME_REQUIRED', warnings: [] };
}

/** Several people in one cell: 张三、李四 or one a line. A note in brackets doesn't divide. Two-character names padded with one space stay one. */
export function splitNames(text: string): string[] {
  const guarded = text.replace(/[(（【[][^)）】\]]*[)）】\]]/g, (note) => note.replace(/[、,，;；/\n\r\s]/g, ''));
  const parts = guarded.split(/[、,，;；/／|\n\r]+/).filter((part) => part.trim() !== '');
  return parts.length > 1 ? parts : splitBySpaces(parts[0] ?? '');
}

/** 王建国 李明 is two people, 李 明 one: divide at spaces only where each side is a name of its own. */
function splitBySpaces(text: string): string[] {
  const words = text.trim().split(/[\s\u3000]+/);
  const eachIsName = words.length > 1 && words.every((word) => /^\p{Script=Han}{2,4}([(（].*)?$/u.test(word));
  return eachIsName ? words : text.trim() === '' ? [] : [text];
}
