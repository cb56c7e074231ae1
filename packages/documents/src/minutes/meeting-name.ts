import type { PaperInput } from './minutes.type.js';
import { KIND_NAMES } from './paper.dictionary.js';
import { oneLine } from './paper-text.js';

/** What the school calls the meeting, or the name of its kind. */
export function meetingName({ kind, kindName }: PaperInput): string {
  return oneLine(kindName ?? '') || KIND_NAMES[kind];
}
