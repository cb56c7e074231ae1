import type { Attendee, MinutesInput, NamedPerson, PaperItem, PreparationNote } from '@zhixiao/documents';
import { countsOf, POSTS, type AttendanceCapacity, type HeadPost } from '@zhixiao/domain';
import type { LoadedTopic } from '../topics/index.js';
import type { LoadedMeeting } from './load-meeting.js';
import { namesInRow, POST_NAMES } from './meeting.dictionary.js';
import { isThereNow } from './presence.js';
import type { StoredAttendance, StoredItem } from './stored-meeting.js';

/** Who issues the minutes, for whom. */
export interface Issuer {
  readonly schoolName: string;
  readonly issuingBody: string;
  readonly name: string;
  readonly post: HeadPost;
  readonly issuedOn: string;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const clockOf = (instant: string): string => clock.format(new Date(instant));

/** A recorded meeting as its issued paper says it. */
export function minutesInput(meeting: LoadedMeeting, issuer: Issuer): MinutesInput {
  const { row } = meeting;
  return {
    ...{ schoolName: issuer.schoolName, issuingBody: issuer.issuingBody, kind: row.kind, title: row.title },
    ...{ number: row.number, heldOn: row.heldOn, startsAt: clockOf(row.startsAt), place: row.place },
    endsAt: row.endsAt && clockOf(row.endsAt),
    chair: { name: row.chairName ?? '', post: row.chairPost && POST_NAMES[row.chairPost] },
    recorder: row.recorderName ?? row.recorderSignedName,
    attendance: groupsOf(row.attendance),
    items: row.items.map((item) => paperItem(meeting, item)),
    minutesNo: row.minutesNo,
    issuer: { name: issuer.name, post: POST_NAMES[issuer.post] },
    issuedOn: issuer.issuedOn,
  };
}

/** A list keeps a post by its code, or a guest's as it was typed. */
function postName(post: string | null): string | null {
  const known = POSTS.find((one) => one === post);
  return known ? POST_NAMES[known] : post;
}

function groupsOf(attendance: readonly StoredAttendance[]): MinutesInput['attendance'] {
  const kept = attendance.filter((one) => !one.removed);
  const came = ({ status }: StoredAttendance): boolean => status === 'PRESENT' || status === 'LATE';
  const members = kept.filter((one) => one.capacity === 'MEMBER');
  const guests = (capacity: AttendanceCapacity): Attendee[] =>
    kept.filter((one) => one.capacity === capacity && came(one)).map(attendee);
  return {
    present: members.filter(came).map(attendee),
    leave: members.filter(({ status }) => status === 'LEAVE').map(attendee),
    absent: members.filter(({ status }) => status === 'ABSENT' || status === null).map(attendee),
    observers: guests('OBSERVER'),
    invitees: guests('INVITEE'),
  };
}

function attendee({ personName, post, reason }: StoredAttendance): Attendee {
  return { name: personName, post: postName(post), note: reason };
}

function paperItem({ row, facts, topics }: LoadedMeeting, item: StoredItem): PaperItem {
  const topic = item.topicId === null ? undefined : topics.get(item.topicId);
  const vote = facts.items.find(({ itemId }) => itemId === item.id)?.vote ?? null;
  const counts = vote && countsOf(vote);
  return {
    ...{ order: item.position, kind: item.kind, title: item.title, presenter: presenterOf(item, row.attendance) },
    ...{ materials: [], ...preparation(topic) },
    opinions: item.opinions.map((one) => ({ name: one.personName, post: null, stance: one.stance, text: one.text })),
    ...{ voteForm: item.voteForm, tellers: item.tellers, result: item.result },
    counts: counts && {
      ...{ votesFor: counts.inFavour, votesAgainst: counts.against, votesAbstained: counts.abstained },
    },
    recused: item.recusals.map(({ personName, stayed }) => ({ name: personName, reason: '', stayed })),
    ...{ discussion: item.discussion, conclusion: item.conclusion, responsible: item.responsible },
    ...{ dueOn: item.dueOn, restricted: item.restricted },
  };
}

function presenterOf({ presenterName }: StoredItem, attendance: readonly StoredAttendance[]): NamedPerson | null {
  if (presenterName === null) return null;
  const listed = attendance.find((one) => one.personName === presenterName && isThereNow(one));
  return { name: presenterName, post: postName(listed?.post ?? null) };
}

const HEARD = ['HEARING'] as const;
const ASKED = ['EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'] as const;

/** What was done before the meeting (意见（七）（九）), as far as the topic's records say it. */
function preparation(topic: LoadedTopic | undefined): Pick<PaperItem, 'consultation' | 'hearing' | 'expert'> {
  const records = topic?.row.records ?? [];
  const notes = (kinds: readonly string[]): PreparationNote[] =>
    records
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ heldOn, participantNames }) => ({ on: heldOn, who: namesInRow(participantNames), text: '' }));
  const rounds = topic?.row.rounds ?? [];
  const consultation = rounds
    .filter(({ opinion }) => opinion !== null)
    .map(({ answeredOn, toPersonName, text }) => ({ on: answeredOn, who: toPersonName, text: text ?? '' }));
  return { consultation, hearing: notes(HEARD), expert: notes(ASKED) };
}
