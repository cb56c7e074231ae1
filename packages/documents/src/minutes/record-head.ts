import { type FormRow } from './form-table.js';
import type { Attendee, RecordInput } from './minutes.type.js';
import { chineseDate, PUNCTUATION, sessionOf, WIDE_SPACE } from './paper.dictionary.js';
import { oneLine, withBrackets, withPost } from './paper-text.js';
import { countedText, NOBODY, NOT_RECORDED, RECORD_WORDS as WORDS } from './record.dictionary.js';

/** What the record says of the meeting as a whole. */
export function meetingRows(record: RecordInput): readonly FormRow[] {
  const { attendance } = record;
  const day = chineseDate(record.heldOn);
  return [
    row(WORDS.title, record.title),
    row(WORDS.session, sessionText(record)),
    row(WORDS.startsAt, `${day}${record.startsAt}`),
    row(WORDS.endsAt, record.endsAt === null ? null : `${day}${record.endsAt}`),
    row(WORDS.place, record.place),
    row(WORDS.chair, withPost(record.chair)),
    row(WORDS.recorder, record.recorder),
    row(WORDS.counted, countedText(record.expected, record.present)),
    people(WORDS.present, attendance.present),
    people(WORDS.leave, attendance.leave),
    people(WORDS.absent, attendance.absent),
    people(WORDS.observers, attendance.observers),
    people(WORDS.invitees, attendance.invitees),
  ];
}

/** A field of one line; one that nobody filled in says so. */
export function row(label: string, text: string | null): FormRow {
  return { label, lines: [oneLine(text ?? '') || NOT_RECORDED] };
}

function people(label: string, list: readonly Attendee[]): FormRow {
  return { label, lines: [list.length === 0 ? NOBODY : list.map(withBrackets).join(PUNCTUATION.list)] };
}

function sessionText({ term, heldOn, number }: RecordInput): string {
  return [oneLine(term ?? ''), number === null ? '' : sessionOf(heldOn, number)]
    .filter((text) => text !== '')
    .join(WIDE_SPACE);
}
