import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, TabStopType } from 'docx';
import type { MinutesInput } from './minutes.type.js';
import { MINUTES_WORDS, numberLine } from './minutes.dictionary.js';
import { chineseDate, FONTS } from './paper.dictionary.js';
import { brokenLines, CHARACTER, emptyLines, exactLines, fontOf, run, TEXT_WIDTH } from './paper-style.js';
import { oneLine, titleLines, widthOf } from './paper-text.js';
import { meetingName } from './meeting-name.js';

const RED = 'FF0000';
/** 35 mm below the top of the text area. */
const ABOVE_MARK = 1984;
/** Points in a line of the text area, with a little to spare for fonts that stand in. */
const LINE_POINTS = 430;
const LARGEST_MARK = 40;
/** Twips a line for each point of size: little above the characters, since their edge is what is 35 mm down. */
const MARK_LINE = 23;
/** Below this the mark is set in two lines, broken before the meeting's name and nowhere else. */
const SMALLEST_ON_ONE_LINE = 26;

/** Mark, number, issuing body with date, and the red line. */
export function minutesHead(minutes: MinutesInput): readonly Paragraph[] {
  const number = oneLine(minutes.minutesNo ?? '');
  return [
    mark(oneLine(minutes.schoolName), `${meetingName(minutes)}${MINUTES_WORDS.minutes}`),
    ...emptyLines(2),
    ...(number === '' ? [] : [centred(numberLine(number)), ...emptyLines(1)]),
    ...bodyAndDate(oneLine(minutes.issuingBody), chineseDate(minutes.issuedOn ?? minutes.heldOn)),
    ...emptyLines(1),
  ];
}

function mark(school: string, name: string): Paragraph {
  const lines = titleLines([school, name], LINE_POINTS / SMALLEST_ON_ONE_LINE);
  const points = Math.min(LARGEST_MARK, Math.floor(LINE_POINTS / Math.max(...lines.map(widthOf))));
  const look = { font: fontOf(FONTS.title), color: RED, size: points * 2, sizeComplexScript: points * 2 };
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: ABOVE_MARK, ...exactLines(points * MARK_LINE) },
    children: brokenLines(lines, look),
  });
}

const centred = (text: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text)] });

/** In one line where both fit, each one character in; the red line is the border below. */
function bodyAndDate(issuer: string, date: string): readonly Paragraph[] {
  const border = { bottom: { style: BorderStyle.SINGLE, color: RED, size: 12, space: 6 } };
  const indent = { firstLine: CHARACTER, firstLineChars: 100 };
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHARACTER }];
  const room = TEXT_WIDTH / CHARACTER - 3;
  if (widthOf(issuer) + widthOf(date) <= room)
    return [new Paragraph({ border, indent, tabStops, children: [run(`${issuer}\t${date}`)] })];
  return [
    new Paragraph({ indent, children: [run(issuer)] }),
    new Paragraph({ border, tabStops, children: [run(`\t${date}`)] }),
  ];
}
