import { isPartyKind } from '@zhixiao/domain';
import type { AttendanceRow, Item, Meeting, MeetingFinding } from './meeting.graphql.js';
import type { Hands } from './use-hands.js';

/** What the cards of the agenda are given. */
export interface ItemProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly hands: Hands;
}

const OPEN = ['FAIL', 'NO_RECORD', 'DEPARTURE_PENDING'];

/** What is in the way of opening or deciding. */
export function blockersOf(findings: readonly MeetingFinding[]): readonly MeetingFinding[] {
  return findings.filter(({ blocks, outcome }) => blocks && OPEN.includes(outcome));
}

/** It is being discussed now. */
export const isCurrent = (meeting: Meeting, item: Item): boolean =>
  meeting.state === 'OPEN' && item.startedAt !== null && item.result === null;

/** Each is in the room: 到会 or 迟到, and has not left. */
export const isThere = ({ status, leftAt }: AttendanceRow): boolean =>
  (status === 'PRESENT' || status === 'LATE') && !leftAt;

const isRecused = ({ recusals }: Item, { personId }: AttendanceRow): boolean =>
  recusals.some((one) => one.personId === personId);

/** May say an opinion on it: whoever is there and need not stay away. */
export const maySpeak = (meeting: Meeting, item: Item, one: AttendanceRow | null): boolean =>
  one !== null && isCurrent(meeting, item) && isThere(one) && !isRecused(item, one);

/** 记名投票: a member who is there, until there is a result. */
export const mayCast = ({ meeting, item, hands: { own } }: ItemProps): boolean =>
  item.voteForm === 'OPEN_BALLOT' && own?.capacity === 'MEMBER' && maySpeak(meeting, item, own);

/** Whether it is voted on at all: the principal decides after hearing all (意见（六）), a first topic is only heard. */
export const isVotedOn = (meeting: Meeting, item: Item): boolean => isPartyKind(meeting.kind) && item.topicId !== null;
