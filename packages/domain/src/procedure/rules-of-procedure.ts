import type { AdminLeadershipPost, Post } from '../vocabulary.js';
import type { RuledMeetingKind, VoteForm } from './meeting-words.js';
import type { MatterTypeChange } from './resolve-matter-type.js';
import type { Share } from './quorum-rule.js';

export const FREQUENCY_UNITS = ['WEEK', 'MONTH'] as const;
export type FrequencyUnit = (typeof FREQUENCY_UNITS)[number];

/** Every so many weeks or months at least one meeting. */
export type MeetingFrequency = { readonly every: number; readonly unit: FrequencyUnit };

/** Of whom the votes in favour are a share: 应到会, 实到会, 有表决权的到会人数. */
export const PASS_BASES = ['EXPECTED', 'PRESENT', 'ENTITLED'] as const;
export type PassBase = (typeof PASS_BASES)[number];

/** What passes a vote: more than a share of a base (意见 does not say; the filed rules do). */
export type PassRule = { readonly base: PassBase; readonly share: Share };

/** Who may approve a sum: 部门, 分管副校长, 校长, 校长办公会议, 党组织会议. */
export const AMOUNT_APPROVERS = [
  'DEPARTMENT',
  'VICE_PRINCIPAL',
  'PRINCIPAL',
  'OFFICE_MEETING',
  'PARTY_MEETING',
] as const;
export type AmountApprover = (typeof AMOUNT_APPROVERS)[number];

/** One step of the table of large amounts, up to and including `upTo` fen; null is the last, open one. */
export type LargeAmountStep = {
  readonly upTo: number | null;
  readonly approver: AmountApprover;
  readonly needsTender: boolean;
};

/** May the head entrust another with the chair: with a record only, or not at all (意见 is silent). */
export const CHAIR_DELEGATIONS = ['RECORDED', 'NEVER'] as const;
export type ChairDelegation = (typeof CHAIR_DELEGATIONS)[number];

/** 临时动议: generally not (with a reason), or never. */
export const UNSCHEDULED_MOTIONS = ['WITH_REASON', 'NEVER'] as const;
export type UnscheduledMotions = (typeof UNSCHEDULED_MOTIONS)[number];

/**
 * A school's rules of procedure for one of the two meetings, as filed with the education authority (意见（七）).
 * What the Opinion fixes may only be stricter here (`checkRules`); what it leaves open is said here and nowhere else.
 */
export type RulesOfProcedure = {
  readonly meetingKind: RuledMeetingKind;
  readonly frequency: MeetingFrequency;
  /** PM-14: notice and papers so many days before. */
  readonly noticeDays: number;
  /** The request form of a topic is due so many days before. */
  readonly topicFormDays: number;
  /** PM-4, OM-4: half at least. */
  readonly openingQuorum: Share;
  /** PM-5: two thirds at least, for 干部任免等重要事项. */
  readonly importantQuorum: Share;
  /** Does a member who is recused count as present for the quorum of that item? He never votes. */
  readonly recusedCountAsPresent: boolean;
  /** PM-9; null for the principal's meeting, where the principal decides and nobody outvotes him (意见（六）). */
  readonly pass: PassRule | null;
  readonly usualVoteForm: VoteForm;
  /** The form for 干部任免. */
  readonly cadreVoteForm: VoteForm;
  /** 逐项表决 where an item has several matters. */
  readonly itemByItem: boolean;
  /** PM-13 末位表态. */
  readonly chairSpeaksLast: boolean;
  /** PM-15 第一议题. */
  readonly firstTopic: boolean;
  /** PM-12: the member in charge of the matter is present. */
  readonly memberInChargePresent: boolean;
  /** PM-11 回避. */
  readonly recusal: boolean;
  /** PM-10. */
  readonly unscheduledMotions: UnscheduledMotions;
  readonly chairDelegation: ChairDelegation;
  /** An absent member may write an opinion; it is never a vote. */
  readonly writtenOpinions: boolean;
  /** 紧急处置: the head may act and must report to the next meeting. */
  readonly emergencyAction: boolean;
  /** Posts of the admin team beside principal and vice-principals (OM-4). */
  readonly adminTeamPosts: readonly Exclude<Post, 'PRINCIPAL' | 'VICE_PRINCIPAL'>[];
  /** Empty: this document says nothing about sums. There is no default amount. */
  readonly largeAmounts: readonly LargeAmountStep[];
  /** What these rules say on types of matters: deciders left to them, further two-thirds types. */
  readonly matters: readonly MatterTypeChange[];
  /** REC-1: chair and recorder sign. */
  readonly signatures: boolean;
  /** REC-5: so many execution reports to the party organisation a semester. */
  readonly executionReportsPerSemester: number;
};

/** The posts that make the admin team by themselves; the filed rules add others. */
export const ADMIN_TEAM_POSTS = ['PRINCIPAL', 'VICE_PRINCIPAL'] as const satisfies readonly AdminLeadershipPost[];
