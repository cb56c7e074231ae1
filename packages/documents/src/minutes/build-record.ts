import { AlignmentType, HeadingLevel, Paragraph, type Table } from 'docx';
import { formTable } from './form-table.js';
import { meetingName } from './meeting-name.js';
import type { PaperItem, RecordInput } from './minutes.type.js';
import { packPaper } from './pack-paper.js';
import { countedPageNumbers } from './page-numbers.js';
import { chineseNumber } from './paper.dictionary.js';
import { brokenLines, emptyLines, heading, run } from './paper-style.js';
import { oneLine, titleLines } from './paper-text.js';
import { recordEnd } from './record-end.js';
import { meetingRows } from './record-head.js';
import { itemRows } from './record-items.js';
import { ENTERED_AFTERWARDS, itemHeading, RECORD_WORDS, RESTRICTED_MARK } from './record.dictionary.js';

/** Characters of 2号 in a line. */
const TITLE_WIDTH = 20;

/** Sets the record; see `meetingRecord`. */
export function buildRecord(record: RecordInput): Promise<Uint8Array> {
  const title = [oneLine(record.schoolName), `${meetingName(record)}${RECORD_WORDS.record}`] as const;
  const items = [...record.items].sort((a, b) => a.order - b.order);
  return packPaper({
    title: title.join(''),
    author: oneLine(record.recorder ?? record.schoolName),
    dated: record.heldOn,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: brokenLines(titleLines(title, TITLE_WIDTH)) }),
      ...(record.enteredAfterwards ? [centred(ENTERED_AFTERWARDS)] : emptyLines(1)),
      formTable(meetingRows(record)),
      ...items.flatMap(itemPart),
      ...recordEnd(record),
    ],
    footers: countedPageNumbers(),
  });
}

/** Counted as on the agenda, so that an item that is not there leaves its number. */
function itemPart(item: PaperItem): readonly (Paragraph | Table)[] {
  const mark = item.restricted ? RESTRICTED_MARK : '';
  const text = `${itemHeading(chineseNumber(item.order), oneLine(item.title))}${mark}`;
  return [heading(text, { indent: {}, spacing: { before: 240, after: 120 } }), formTable(itemRows(item))];
}

const centred = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text)] });
