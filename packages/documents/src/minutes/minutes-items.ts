import type { MeetingKind } from '@zhixiao/domain';
import type { Paragraph, TextRun } from 'docx';
import type { PaperItem } from './minutes.type.js';
import {
  DECIDED,
  headingOf,
  heardSentence,
  HELD,
  MINUTES_WORDS,
  NOTED_SENTENCE,
  recusedSentence,
  REQUIRED,
  RESULT_SENTENCES,
} from './minutes.dictionary.js';
import { chineseDate, PUNCTUATION, RESULT_WORDS } from './paper.dictionary.js';
import { body, heading, run } from './paper-style.js';
import { oneLine, paragraphsOf, sentence, withPost } from './paper-text.js';

/** 一、 … : who was heard, what the meeting held, what it decided. Opinions and votes stay in the record. */
export function minutesItem(item: PaperItem, index: number, kind: MeetingKind): readonly Paragraph[] {
  return [heading(headingOf(index, oneLine(item.title))), ...discussed(item), ...decided(item, kind)];
}

/** 会议听取了…会议认为…: one paragraph, and more where the clerk wrote more. */
function discussed(item: PaperItem): readonly Paragraph[] {
  const gone = item.recused.filter(({ stayed }) => !stayed).map(({ name }) => oneLine(name));
  const [first, ...rest] = paragraphsOf(item.discussion).map(sentence);
  const said = first === undefined || HELD.pattern.test(first) ? (first ?? '') : `${HELD.lead}，${first}`;
  const opening = [
    item.presenter ? heardSentence(item.kind, withPost(item.presenter)) : '',
    gone.length > 0 ? recusedSentence(gone) : '',
    said,
  ].join('');
  return [opening, ...rest].filter((text) => text !== '').map((text) => body([run(text)]));
}

/** **会议决定**：…, who is responsible and until when. */
function decided(item: PaperItem, kind: MeetingKind): readonly Paragraph[] {
  const { lead, lines } = decision(item, kind);
  const duty = dutyOf(item);
  const texts = duty === '' ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${duty}`];
  return texts.map((text, index) => body(index === 0 && lead !== '' ? led(lead, text) : [run(text)]));
}

const led = (lead: string, text: string): TextRun[] => [run(lead, { bold: true }), run(`${PUNCTUATION.colon}${text}`)];

function decision(item: PaperItem, kind: MeetingKind): { lead: string; lines: readonly string[] } {
  const [first, ...rest] = paragraphsOf(item.conclusion).map(sentence);
  if (item.result === null) return { lead: REQUIRED, lines: first === undefined ? [] : [first, ...rest] };
  if (item.result === 'NOTED')
    return first === undefined ? { lead: '', lines: [NOTED_SENTENCE] } : { lead: REQUIRED, lines: [first, ...rest] };
  const word = RESULT_WORDS[item.result];
  // the clerk may have begun with the result itself
  const result = first?.startsWith(word) ? '' : (RESULT_SENTENCES[item.result] ?? sentence(word));
  return { lead: DECIDED[kind], lines: [`${result}${first ?? ''}`, ...rest] };
}

function dutyOf({ responsible, dueOn }: PaperItem): string {
  const who = oneLine(responsible ?? '');
  const parts = [
    ...(who === '' ? [] : [`${MINUTES_WORDS.responsible}${who}`]),
    ...(dueOn === null ? [] : [`${MINUTES_WORDS.due}${chineseDate(dueOn)}`]),
  ];
  return parts.length === 0 ? '' : `${PUNCTUATION.open}${parts.join(PUNCTUATION.and)}${PUNCTUATION.close}`;
}
