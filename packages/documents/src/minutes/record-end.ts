import { Paragraph } from 'docx';
import type { RecordCorrection, RecordInput } from './minutes.type.js';
import { chineseDate, PUNCTUATION } from './paper.dictionary.js';
import { body, emptyLines, heading, label, run } from './paper-style.js';
import { oneLine } from './paper-text.js';
import { correctionText, NOT_RECORDED, RECORD_WORDS as WORDS, signatureText } from './record.dictionary.js';

/** 散会, the two signatures (REC-1), and what was appended after them. */
export function recordEnd(record: RecordInput): readonly Paragraph[] {
  const closed = record.endsAt === null ? NOT_RECORDED : `${chineseDate(record.heldOn)}${record.endsAt}`;
  return [
    ...emptyLines(1),
    line(WORDS.closed, closed),
    line(WORDS.chairSigned, signatureText(record.chairSigned)),
    line(WORDS.recorderSigned, signatureText(record.recorderSigned)),
    ...corrections(record.corrections),
  ];
}

function line(word: string, text: string): Paragraph {
  return new Paragraph({
    keepLines: true,
    children: [label(`${word}${PUNCTUATION.colon}`), run(text)],
  });
}

function corrections(list: readonly RecordCorrection[]): readonly Paragraph[] {
  if (list.length === 0) return [];
  const texts = list.map((one) =>
    correctionText({ ...one, by: oneLine(one.by), text: oneLine(one.text), reason: oneLine(one.reason) }),
  );
  return [...emptyLines(1), heading(WORDS.corrections), ...texts.map((text) => body([run(text)]))];
}
