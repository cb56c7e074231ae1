/** The closed lists of meetings, attendance, votes and results. Their Chinese names belong to the admin and the glossary. */

/**
 * 党组织会议（五）and 校长办公会议（六）decide; 党员大会 decides elections and members' matters; 校务委员会 advises;
 * 民主生活会 and 党风廉政专题会 are records.
 */
export const MEETING_KINDS = [
  'PARTY_ORG',
  'PRINCIPAL_OFFICE',
  'MEMBERS_ASSEMBLY',
  'SCHOOL_COUNCIL',
  'DEMOCRATIC_LIFE',
  'INTEGRITY',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The bodies that may decide a matter: 党组织会议, 校长办公会议, 党员大会. */
export const DECIDERS = ['PARTY_MEETING', 'OFFICE_MEETING', 'MEMBERS_ASSEMBLY'] as const;
export type Decider = (typeof DECIDERS)[number];

/** The two meetings that have filed rules of procedure (意见（七）). */
export const RULED_MEETING_KINDS = ['PARTY_ORG', 'PRINCIPAL_OFFICE'] as const satisfies readonly MeetingKind[];
export type RuledMeetingKind = (typeof RULED_MEETING_KINDS)[number];

/** The post that convenes, chairs and confirms the topics of a meeting (意见（五）（六）). */
export const HEAD_POSTS = ['SECRETARY', 'PRINCIPAL'] as const;
export type HeadPost = (typeof HEAD_POSTS)[number];

/** 筹备 → 已通知 → 进行中 → 已散会 → 已签字 → 纪要已签发; 未开成 (no quorum, cancelled, put off). */
export const MEETING_STATES = ['DRAFT', 'CALLED', 'OPEN', 'CLOSED', 'SIGNED', 'ISSUED', 'NOT_HELD'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Why a meeting that was called did not take place. */
export const NOT_HELD_REASONS = ['NO_QUORUM', 'PUT_OFF', 'CANCELLED'] as const;
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number];

/** Recorded while it happens, or entered afterwards from paper (补录). */
export const RECORD_MODES = ['LIVE', 'AFTERWARDS'] as const;
export type RecordMode = (typeof RECORD_MODES)[number];

/** 出席（成员）, 列席, 邀请, 记录. An observer is a capacity, not a status. */
export const ATTENDANCE_CAPACITIES = ['MEMBER', 'OBSERVER', 'INVITEE', 'RECORDER'] as const;
export type AttendanceCapacity = (typeof ATTENDANCE_CAPACITIES)[number];

/** 到会, 迟到, 请假, 缺席. */
export const ATTENDANCE_STATUSES = ['PRESENT', 'LATE', 'LEAVE', 'ABSENT'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** 第一议题, 传达学习, 讨论决定, 研究方案, 部署落实, 听取汇报, 复议, 临时动议. */
export const ITEM_KINDS = [
  'FIRST_TOPIC',
  'STUDY',
  'DECISION',
  'DRAFT_PROPOSAL',
  'IMPLEMENTATION',
  'HEAR_REPORT',
  'RECONSIDERATION',
  'UNSCHEDULED',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** 口头, 举手, 记名投票, 无记名投票. */
export const VOTE_FORMS = ['ORAL', 'SHOW_OF_HANDS', 'OPEN_BALLOT', 'SECRET_BALLOT'] as const;
export type VoteForm = (typeof VOTE_FORMS)[number];

/** 赞成, 反对, 弃权. */
export const VOTE_CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** What each attending member says at the principal's meeting: 同意, 不同意, 保留, 无意见 (意见（六）: 广泛听取). */
export const STANCES = ['AGREE', 'DISAGREE', 'RESERVED', 'NO_COMMENT'] as const;
export type Stance = (typeof STANCES)[number];

/** 同意, 原则同意, 修改后同意, 不同意, 缓议, 撤回, 听取（知悉）, 提交党组织会议, 提交教代会, 报上级审批. */
export const ITEM_RESULTS = [
  'APPROVED',
  'APPROVED_IN_PRINCIPLE',
  'APPROVED_AS_AMENDED',
  'REJECTED',
  'POSTPONED',
  'WITHDRAWN',
  'NOTED',
  'SUBMIT_TO_PARTY_MEETING',
  'SUBMIT_TO_STAFF_CONGRESS',
  'SUBMIT_TO_SUPERIOR',
] as const;
export type ItemResult = (typeof ITEM_RESULTS)[number];

/** How a decision came about; only a meeting is allowed for what the party meeting decides (PM-8). */
export const DECISION_FORMS = ['MEETING', 'CIRCULATION', 'COUNTERSIGNING', 'ONE_BY_ONE'] as const;
export type DecisionForm = (typeof DECISION_FORMS)[number];
