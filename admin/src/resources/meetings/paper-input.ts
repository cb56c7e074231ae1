import type {
  AttendanceCapacity,
  AttendanceStatus,
  ItemKind,
  ItemResult,
  MeetingKind,
  VoteForm,
} from '@zhixiao/domain';
import type { VariablesOf } from '../../data/index.js';
import type { EnterMeetingMutation } from './meeting-acts.graphql.js';

type Input = VariablesOf<typeof EnterMeetingMutation>['input'];

interface PaperPerson {
  readonly capacity?: AttendanceCapacity | null;
  readonly status?: AttendanceStatus | null;
}

interface PaperItem {
  readonly kind: ItemKind;
  readonly title: string;
  readonly matterCode?: string | null;
  readonly proposerId?: string | null;
  readonly voteForm?: VoteForm | null;
  readonly votesFor?: number | null;
  readonly votesAgainst?: number | null;
  readonly votesAbstained?: number | null;
  readonly chairSpokeLast?: boolean | null;
  readonly result: ItemResult;
  readonly conclusion?: string | null;
  readonly responsible?: string | null;
  readonly dueOn?: string | null;
}

/** The form of 补录, as its fields are named. */
export interface PaperForm {
  readonly kind: MeetingKind;
  readonly title?: string | null;
  readonly heldOn: string;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  readonly place?: string | null;
  readonly chairId?: string | null;
  readonly recorderName?: string | null;
  readonly noticeOn?: string | null;
  readonly papersOn?: string | null;
  readonly chairSignedOn?: string | null;
  readonly recorderSignedOn?: string | null;
  readonly statedExpected?: number | null;
  readonly statedPresent?: number | null;
  /** By the person's id. */
  readonly people?: Readonly<Record<string, PaperPerson>>;
  readonly items: readonly PaperItem[];
}

/** A line of the agenda that is still to be filled. */
export function emptyItem(): Readonly<Record<string, string | null>> {
  return { kind: 'DECISION', title: null, matterCode: null, result: null, conclusion: null };
}

function voteOf({ voteForm, votesFor, votesAgainst, votesAbstained }: PaperItem) {
  return voteForm ? { form: voteForm, votesFor, votesAgainst, votesAbstained } : null;
}

function itemOf(item: PaperItem): Input['items'][number] {
  const { kind, title, matterCode, proposerId, chairSpokeLast, result, conclusion, responsible, dueOn } = item;
  const proposer = proposerId ? { personId: proposerId } : null;
  return {
    ...{ kind, title, result, conclusion, responsible, dueOn, chairSpokeLast },
    topic: matterCode ? { matterCode, proposer } : null,
    vote: voteOf(item),
  };
}

function attendanceOf(people: PaperForm['people']): Input['attendance'] {
  const listed = Object.entries(people ?? {}).flatMap(([personId, { capacity, status }]) =>
    status ? [{ personId, capacity: capacity ?? ('MEMBER' as const), status }] : [],
  );
  return listed.length > 0 ? listed : null;
}

/** What the paper says; what it does not say is left out, not said to be missing. */
export function paperInput(schoolId: string, form: PaperForm): Input {
  const { people, items, chairId, ...about } = form;
  return {
    ...about,
    schoolId,
    chair: chairId ? { personId: chairId } : null,
    attendance: attendanceOf(people),
    items: items.map(itemOf),
  };
}
