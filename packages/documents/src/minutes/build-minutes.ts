import type { Paragraph } from 'docx';
import { meetingName } from './meeting-name.js';
import { meetingOf, MINUTES_WORDS, openingSentence, restrictedLine } from './minutes.dictionary.js';
import { minutesHead } from './minutes-head.js';
import { minutesItem } from './minutes-items.js';
import { minutesPeople } from './minutes-people.js';
import type { MinutesInput, PaperItem } from './minutes.type.js';
import { packPaper } from './pack-paper.js';
import { outerPageNumbers } from './page-numbers.js';
import { sessionOf } from './paper.dictionary.js';
import { body, run } from './paper-style.js';
import { oneLine, withPost } from './paper-text.js';

/** Sets the minutes in the layout of GB/T 9704; see `meetingMinutes`. */
export function buildMinutes(minutes: MinutesInput): Promise<Uint8Array> {
  const inOrder = [...minutes.items].sort((a, b) => a.order - b.order);
  const issued = inOrder.filter(({ restricted }) => minutes.includeRestricted === true || !restricted);
  const left = inOrder.length - issued.length;
  return packPaper({
    title: `${oneLine(minutes.schoolName)}${meetingName(minutes)}${MINUTES_WORDS.minutes}`,
    author: oneLine(minutes.issuingBody),
    dated: minutes.issuedOn ?? minutes.heldOn,
    children: [
      ...minutesHead(minutes),
      body([run(opening(minutes, issued))]),
      ...issued.flatMap((item, index) => minutesItem(item, index + 1, minutes.kind)),
      ...(left > 0 ? [body([run(restrictedLine(left))])] : []),
      ...minutesPeople(minutes),
    ] satisfies Paragraph[],
    footers: outerPageNumbers(),
  });
}

function opening(minutes: MinutesInput, issued: readonly PaperItem[]): string {
  const { heldOn, number } = minutes;
  return openingSentence({
    heldOn,
    chair: withPost(minutes.chair),
    place: oneLine(minutes.place),
    meeting: meetingOf(
      oneLine(minutes.schoolName),
      meetingName(minutes),
      number === null ? null : sessionOf(heldOn, number),
    ),
    titles: issued.map(({ title }) => oneLine(title)),
  });
}
