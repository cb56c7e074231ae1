import type { ItemKind } from '@zhixiao/domain';
import type { SchemaType, VariablesOf } from '../../data/index.js';
import type { EnterMeetingMutation } from './meeting-acts.graphql.js';

export type PaperMeetingInput = VariablesOf<typeof EnterMeetingMutation>['input'];
export type PaperItemInput = PaperMeetingInput['items'][number];
type Topic = NonNullable<PaperItemInput['topic']>;
type Row<K extends keyof PaperItemInput> = NonNullable<
  NonNullable<PaperItemInput[K]>[number & keyof PaperItemInput[K]]
>;

/** What preparation can be recorded as, in the order in which it comes. */
export const RECORD_KINDS = [
  ...(['PROPOSAL', 'INVESTIGATION', 'COMMUNICATION', 'CADRE_DELIBERATION', 'INDIVIDUAL_DELIBERATION'] as const),
  ...(['HEARING', 'EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'] as const),
] satisfies readonly SchemaType<'TopicRecordKind'>[];
export const MEETING_MARKS = ['CHAIR', 'NOTICE', 'PAPERS', 'CHAIR_SIGNATURE', 'RECORDER_SIGNATURE'] as const;
export const ITEM_MARKS = ['OPINIONS', 'CHAIR_SPOKE_LAST', 'IMPLEMENTS'] as const;
export const TOPIC_MARKS = ['PROPOSER', 'CONFIRMATION', 'MEMBER_IN_CHARGE', 'CONSULTATION'] as const;

/** What is decided has a matter, so that its checks know what to ask. */
export const NEEDS_MATTER: readonly ItemKind[] = ['DECISION', 'RECONSIDERATION', 'UNSCHEDULED'];

type Maybe<T> = T | null | undefined;
type Attendance = NonNullable<PaperMeetingInput['attendance']>[number];

export interface PaperPerson extends Partial<Pick<Attendance, 'reason' | 'fromItem' | 'toItem'>> {
  readonly capacity?: Maybe<Attendance['capacity']>;
  readonly status?: Maybe<Attendance['status']>;
  readonly name?: Maybe<string>;
  readonly post?: Maybe<string>;
}

export interface PaperRecord extends Omit<NonNullable<Topic['records']>[number], 'participants'> {
  readonly participantIds?: Maybe<readonly string[]>;
}

/** What came before the meeting; each part is left out where the paper does not say it. */
export interface PaperTopic extends Partial<
  Pick<Topic, 'body' | 'amount' | 'vitalInterest' | 'specialised' | 'twoThirds' | 'important' | 'confidentiality'>
> {
  readonly leadId?: Maybe<string>;
  readonly confirmedById?: Maybe<string>;
  readonly confirmedAs?: NonNullable<Topic['confirmed']>['as'];
  readonly confirmedOn?: Maybe<string>;
  readonly opinionById?: Maybe<string>;
  readonly opinion?: Maybe<NonNullable<Topic['opinion']>['opinion']>;
  readonly opinionOn?: Maybe<string>;
  readonly opinionText?: Maybe<string>;
  readonly records?: Maybe<readonly PaperRecord[]>;
  readonly notDone?: Topic['notDone'];
  readonly implementsDecisionId?: Maybe<string>;
  readonly reconsidersDecisionId?: Maybe<string>;
}

type Vote = NonNullable<PaperItemInput['vote']>;

export interface PaperItem extends Omit<PaperItemInput, 'topic' | 'vote' | 'recusals' | 'opinions'> {
  readonly matterCode?: Maybe<string>;
  readonly proposerId?: Maybe<string>;
  readonly topic?: Maybe<PaperTopic>;
  readonly voteForm?: Maybe<Vote['form']>;
  readonly votesFor?: Maybe<number>;
  readonly votesAgainst?: Maybe<number>;
  readonly votesAbstained?: Maybe<number>;
  readonly tellers?: Maybe<string>;
  /** By the person's id. */
  readonly ballots?: Maybe<Readonly<Record<string, Maybe<NonNullable<Vote['ballots']>[number]['choice']>>>>;
  readonly recusals?: Maybe<readonly Row<'recusals'>[]>;
  readonly opinions?: Maybe<readonly Row<'opinions'>[]>;
}

/** The form of 补录, as its fields are named. */
export interface PaperForm extends Omit<PaperMeetingInput, 'schoolId' | 'chair' | 'attendance' | 'items'> {
  readonly chairId?: Maybe<string>;
  /** By the person's id. */
  readonly people?: Readonly<Record<string, PaperPerson>>;
  readonly guests?: Maybe<readonly PaperPerson[]>;
  readonly items: readonly PaperItem[];
}

/** A line of the agenda that is still to be filled. */
export function emptyItem(): Readonly<Record<string, unknown>> {
  return { kind: 'DECISION', title: null, matterCode: null, result: null, conclusion: null };
}
