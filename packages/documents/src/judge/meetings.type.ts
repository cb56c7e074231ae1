import type {
  AttendanceCapacity,
  AttendanceStatus,
  ConsultationOpinion,
  Decider,
  DecisionForm,
  HeadPost,
  ItemKind,
  ItemResult,
  MeetingKind,
  VoteForm,
} from '@zhixiao/domain';
import type { ITEM_NOT_DONE_WORDS, MEETING_NOT_DONE_WORDS } from '../cell/meeting.dictionary.js';
import type { Change, Difference } from './roster.type.js';

/** A meeting that is there already, by what tells it from others. */
export interface MeetingFact {
  readonly schoolId: string;
  readonly kind: MeetingKind;
  readonly heldOn: string;
  readonly number: number | null;
  readonly title: string;
}

/** A type of matter of the school's catalogue. */
export interface MatterFact {
  readonly code: string;
  readonly nameZh: string;
  readonly decidedBy: Decider;
}

/** Somebody whom a paper record names: of the school where the name is known there, else the name alone. */
export interface BatchPerson {
  readonly personId?: string;
  readonly name: string;
}

export interface BatchAttendee extends BatchPerson {
  readonly capacity: AttendanceCapacity;
  readonly status: AttendanceStatus;
  readonly reason?: string;
}

export type MeetingMark = (typeof MEETING_NOT_DONE_WORDS)[number][0];
export type ItemMark = (typeof ITEM_NOT_DONE_WORDS)[number][0];

export interface BatchVote {
  readonly form: VoteForm;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
  readonly tellers: readonly string[];
}

/** One item of a paper record; what the sheet does not say is null or empty. */
export interface BatchItem {
  readonly kind: ItemKind;
  readonly title: string;
  readonly matterCode: string | null;
  readonly amount: number | null;
  readonly presenterName: string | null;
  readonly proposer: BatchPerson | null;
  readonly confirmed: (BatchPerson & { readonly as: HeadPost | null; readonly on: string }) | null;
  readonly opinion: (BatchPerson & { readonly opinion: ConsultationOpinion; readonly on: string }) | null;
  readonly recusals: readonly (BatchPerson & { readonly reason: string })[];
  readonly vote: BatchVote | null;
  readonly chairSpokeLast: boolean | null;
  readonly decidedThrough: DecisionForm | null;
  readonly result: ItemResult;
  readonly conclusion: string | null;
  readonly discussion: string | null;
  readonly responsible: string | null;
  readonly dueOn: string | null;
  readonly notDone: readonly ItemMark[];
}

/** A meeting of a paper record without its items. */
export interface BatchMeeting {
  readonly kind: MeetingKind;
  readonly number: number | null;
  readonly title: string;
  readonly heldOn: string;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly place: string | null;
  readonly chair: BatchPerson | null;
  readonly delegatedBy: BatchPerson | null;
  readonly recorderName: string | null;
  readonly noticeOn: string | null;
  readonly papersOn: string | null;
  readonly statedExpected: number | null;
  readonly statedPresent: number | null;
  readonly attendance: readonly BatchAttendee[];
  readonly chairSignedOn: string | null;
  readonly recorderSignedOn: string | null;
  readonly notDone: readonly MeetingMark[];
}

/** What a row of the sheet of meetings comes to, as it is shown: people by name. */
export interface MeetingRecord extends Omit<BatchMeeting, 'chair' | 'delegatedBy' | 'attendance'> {
  readonly schoolName: string;
  readonly chair: string | null;
  readonly attending: readonly string[];
  readonly items: number;
}

/** The same of a row of the sheet of items. */
export interface MeetingItemRecord extends Pick<
  BatchItem,
  'kind' | 'title' | 'matterCode' | 'result' | 'conclusion' | 'responsible' | 'dueOn' | 'notDone'
> {
  readonly meetingKey: string;
  readonly matter: string | null;
  readonly proposer: string | null;
  readonly consulted: ConsultationOpinion | null;
  readonly voteForm: VoteForm | null;
  readonly votes: string | null;
}

/** One meeting to enter whole. */
export interface MeetingWrite {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly meeting: BatchMeeting;
  readonly items: readonly BatchItem[];
  readonly change: Change;
  readonly differences: readonly Difference[];
}
