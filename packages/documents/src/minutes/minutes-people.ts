import { Paragraph } from 'docx';
import type { MinutesInput } from './minutes.type.js';
import { MINUTES_WORDS } from './minutes.dictionary.js';
import { chineseDate, PUNCTUATION, WIDE_SPACE } from './paper.dictionary.js';
import { brokenLines, CHARACTER, emptyLines, label, TEXT_WIDTH } from './paper-style.js';
import { listedName, nameLines, oneLine, withBrackets } from './paper-text.js';

/** Two characters in, then the word of two and its colon. */
const HANGING = 3 * CHARACTER;
const LEFT = 2 * CHARACTER + HANGING;
const NAMES_WIDTH = Math.floor((TEXT_WIDTH - LEFT) / CHARACTER);

/** 出席, 请假, 列席 and who issued it. Why somebody was away is the record's business. */
export function minutesPeople(minutes: MinutesInput): readonly Paragraph[] {
  const { present, leave, absent, observers, invitees } = minutes.attendance;
  const recorder = minutes.recorder === null ? [] : [listedName(minutes.recorder)];
  const guests = [...observers, ...invitees].map(({ name, post }) => withBrackets({ name, post }));
  return [
    ...emptyLines(1),
    ...list(
      MINUTES_WORDS.present,
      present.map(({ name }) => listedName(name)),
    ),
    ...list(
      MINUTES_WORDS.leave,
      leave.map(({ name }) => listedName(name)),
    ),
    ...list(
      MINUTES_WORDS.absent,
      absent.map(({ name }) => listedName(name)),
    ),
    ...list(MINUTES_WORDS.observers, guests),
    ...list(MINUTES_WORDS.recorder, recorder),
    ...list(MINUTES_WORDS.issued, issued(minutes)),
  ];
}

function issued({ issuer, issuedOn }: MinutesInput): readonly string[] {
  if (issuer === null) return [];
  const who = [oneLine(issuer.post ?? ''), listedName(issuer.name), issuedOn === null ? '' : chineseDate(issuedOn)];
  return [who.filter((text) => text !== '').join(WIDE_SPACE)];
}

/** The word in 黑体, the names in 仿宋, wrapped lines below the first name. */
function list(word: string, names: readonly string[]): readonly Paragraph[] {
  if (names.length === 0) return [];
  const lines = nameLines(names, NAMES_WIDTH);
  return [
    new Paragraph({
      indent: { left: LEFT, hanging: HANGING },
      // the lists stay on one page, and no name goes over to the next alone
      keepNext: true,
      keepLines: true,
      children: [label(`${word}${PUNCTUATION.colon}`), ...brokenLines(lines)],
    }),
  ];
}
