import type { Call, OpenRecord } from './my-day.graphql.js';

/** What a meeting that is ahead or running asks of one: the first of it. */
export type CallPart =
  'CALL' | 'PREPARED' | 'COME' | 'SIGN_IN' | 'VOTE' | 'OPINION' | 'FOLLOW' | 'ATTENDANCE' | 'WRITE';

/** What a record that is not finished asks of one, or of whom it waits. */
export type RecordPart = 'SIGN' | 'ISSUE' | 'CHAIR' | 'RECORDER' | 'HEAD';

/** Who one is in the meetings of the school. */
export interface Hand {
  /** The head who calls this kind of meeting and issues its minutes. */
  readonly isHead: boolean;
  /** Keeps records for others, and is nobody's member. */
  readonly keeps: boolean;
}

type Seat = Call['attendance'][number];

const isThere = ({ status, leftAt }: Seat): boolean => (status === 'PRESENT' || status === 'LATE') && !leftAt;

/** In the room: a vote by name first, then an opinion on what is being discussed. */
function partInItem({ items }: Call, { personId, capacity }: Seat): CallPart {
  const item = items.find(({ startedAt, result }) => startedAt !== null && result === null);
  const isOf = (one: { readonly personId: string }): boolean => one.personId === personId;
  if (!item?.topicId || item.recusals.some(isOf)) return 'FOLLOW';
  if (item.voteForm === 'OPEN_BALLOT' && capacity === 'MEMBER' && !item.ballots.some(isOf)) return 'VOTE';
  return item.opinions.some(isOf) ? 'FOLLOW' : 'OPINION';
}

/** What the meeting asks of the one who looks at it, on the day. */
export function callPart(meeting: Call, { isHead, keeps }: Hand, today: string): CallPart {
  const { state, heldOn, attendance } = meeting;
  if (state === 'DRAFT') return isHead ? 'CALL' : 'PREPARED';
  if (keeps) return state === 'OPEN' ? 'WRITE' : 'ATTENDANCE';
  const own = attendance.find((one) => one.own);
  if (!own) return 'FOLLOW';
  if (state === 'CALLED' && heldOn > today) return 'COME';
  if (!isThere(own)) return 'SIGN_IN';
  return state === 'OPEN' ? partInItem(meeting, own) : 'FOLLOW';
}

/** Whose hand a record waits for: one's own first. */
export function recordPart(record: OpenRecord, { isHead, keeps }: Hand): RecordPart {
  const { state, chairId, chairSignedOn, recorderSignedOn, attendance } = record;
  if (state === 'SIGNED') return isHead ? 'ISSUE' : 'HEAD';
  const own = attendance.find((one) => one.own);
  const isChair = own !== undefined && own.personId === chairId;
  if (isChair && chairSignedOn === null) return 'SIGN';
  if ((keeps || own?.capacity === 'RECORDER') && recorderSignedOn === null) return 'SIGN';
  return recorderSignedOn === null ? 'RECORDER' : 'CHAIR';
}
