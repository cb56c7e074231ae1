import type { FormRow } from './form-table.js';
import type { PaperItem, PreparationNote, Recusal, SpokenOpinion } from './minutes.type.js';
import { chineseDate, PUNCTUATION, RESULT_WORDS } from './paper.dictionary.js';
import { listedName, oneLine, paragraphsOf, sentence, withBrackets, withPost } from './paper-text.js';
import {
  countsText,
  ITEM_KIND_WORDS,
  NO_VOTE,
  NOBODY,
  NOT_RECORDED,
  RECORD_WORDS as WORDS,
  recusalText,
  STANCE_WORDS,
  stayedText,
  VOTE_FORM_WORDS,
} from './record.dictionary.js';
import { row } from './record-head.js';

/** Every field of an item, filled in or not: a record with a gap shows the gap. */
export function itemRows(item: PaperItem): readonly FormRow[] {
  return [
    row(WORDS.kind, ITEM_KIND_WORDS[item.kind]),
    row(WORDS.presenter, item.presenter === null ? null : withPost(item.presenter)),
    { label: WORDS.materials, lines: numbered(item.materials.map(oneLine)) },
    notes(WORDS.consultation, item.consultation),
    notes(WORDS.hearing, item.hearing),
    notes(WORDS.expert, item.expert),
    { label: WORDS.opinions, lines: orNone(item.opinions.flatMap(opinionLines), NOT_RECORDED) },
    { label: WORDS.discussion, lines: orNone(paragraphsOf(item.discussion), NOT_RECORDED) },
    ...voteRows(item),
    { label: WORDS.recused, lines: [item.recused.map(recusal).join(PUNCTUATION.list) || NOBODY] },
    { label: WORDS.conclusion, lines: conclusion(item) },
    row(WORDS.responsible, item.responsible),
    row(WORDS.due, item.dueOn === null ? null : chineseDate(item.dueOn)),
  ];
}

function voteRows({ voteForm, counts, tellers }: PaperItem): readonly FormRow[] {
  const names = tellers.map(listedName).join(PUNCTUATION.list);
  return [
    row(WORDS.voteForm, voteForm === null ? NO_VOTE : VOTE_FORM_WORDS[voteForm]),
    row(WORDS.counts, counts === null ? (voteForm === null ? NO_VOTE : null) : countsText(counts)),
    // 监票人、计票人: a ballot has them, other ways of voting need none
    ...(names !== '' || voteForm === 'SECRET_BALLOT' ? [row(WORDS.tellers, names)] : []),
  ];
}

function notes(label: string, list: readonly PreparationNote[]): FormRow {
  return { label, lines: orNone(list.map(noteLine), NOT_RECORDED) };
}

function noteLine({ on, who, text }: PreparationNote): string {
  const head = [on === null ? '' : chineseDate(on), oneLine(who)].filter((part) => part !== '').join(' ');
  return `${head}${PUNCTUATION.colon}${oneLine(text) || NOT_RECORDED}`;
}

/** 王建国（校长；同意）：… and further lines as they were written. */
function opinionLines({ stance, text, ...person }: SpokenOpinion): readonly string[] {
  const [first = '', ...rest] = paragraphsOf(text);
  const name = withBrackets({ ...person, note: stance === null ? null : STANCE_WORDS[stance] });
  return [first === '' ? name : `${name}${PUNCTUATION.colon}${first}`, ...rest];
}

const recusal = ({ name, reason, stayed }: Recusal): string =>
  stayed ? stayedText(listedName(name), oneLine(reason)) : recusalText(listedName(name), oneLine(reason));

function conclusion({ result, conclusion: text }: PaperItem): readonly string[] {
  const lines = paragraphsOf(text);
  if (result === null) return orNone(lines, NOT_RECORDED);
  return [`${sentence(RESULT_WORDS[result])}${lines[0] ?? ''}`, ...lines.slice(1)];
}

const numbered = (texts: readonly string[]): readonly string[] =>
  orNone(texts.length < 2 ? texts : texts.map((text, index) => `${index + 1}. ${text}`), NOBODY);

const orNone = (lines: readonly string[], none: string): readonly string[] => (lines.length === 0 ? [none] : lines);
