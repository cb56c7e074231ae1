/** The closed lists of topics and of what prepares them (意见（七）（九）). */

/** 重大决策, 重要干部任免, 重大项目安排, 大额度资金使用, 党的建设, 一般行政. */
export const MATTER_CATEGORIES = [
  'MAJOR_DECISION',
  'CADRE_APPOINTMENT',
  'MAJOR_PROJECT',
  'LARGE_FUNDS',
  'PARTY_BUILDING',
  'ADMINISTRATION',
] as const;
export type MatterCategory = (typeof MATTER_CATEGORIES)[number];

/** 三重一大: what the checks call a major matter. */
export const MAJOR_CATEGORIES = [
  'MAJOR_DECISION',
  'CADRE_APPOINTMENT',
  'MAJOR_PROJECT',
  'LARGE_FUNDS',
] as const satisfies readonly MatterCategory[];

/**
 * 草稿 → 已提出 → 已调研 → 已酝酿 → 已沟通 → 已确定 → 已听取意见 → 已决定 → 已分工 → 已执行 → 已报告; beside the line 暂缓上会,
 * 缓议, 已听取（知悉）, 已提交 (to another body), 撤回.
 */
export const TOPIC_STATES = [
  'DRAFT',
  'PROPOSED',
  'INVESTIGATED',
  'DELIBERATED',
  'CONSULTED',
  'HELD_BACK',
  'CONFIRMED',
  'HEARD',
  'DECIDED',
  'ASSIGNED',
  'EXECUTED',
  'REPORTED',
  'POSTPONED',
  'NOTED',
  'FORWARDED',
  'WITHDRAWN',
] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

/** 同意, 修改后同意, 不同意 (意见（九）: 会前听取意见). */
export const CONSULTATION_OPINIONS = ['AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE'] as const;
export type ConsultationOpinion = (typeof CONSULTATION_OPINIONS)[number];

/** Who is asked before the meeting: the other head, or the full-time deputy where there is no other head (PRE-5). */
export const CONSULTED_SIDES = ['SECRETARY', 'PRINCIPAL', 'FULL_TIME_DEPUTY'] as const;
export type ConsultedSide = (typeof CONSULTED_SIDES)[number];

/** How far prior consultation is: not asked for, waiting for the other side, agreed, 暂缓上会. */
export const CONSULTATION_STATUSES = ['NOT_NEEDED', 'WAITING', 'AGREED', 'HELD_BACK'] as const;
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];

/** 教代会, 教职工大会, 座谈会, 问卷, 公示, 学生座谈, 家长会 (意见（七）: 或其他方式). */
export const HEARING_CHANNELS = [
  'STAFF_CONGRESS',
  'STAFF_ASSEMBLY',
  'SYMPOSIUM',
  'QUESTIONNAIRE',
  'PUBLIC_NOTICE',
  'STUDENT_MEETING',
  'PARENT_MEETING',
] as const;
export type HearingChannel = (typeof HEARING_CHANNELS)[number];

/** Whose vital interest is concerned (意见（七）: 师生员工; parents for their children). */
export const HEARING_AUDIENCES = ['STAFF', 'STUDENTS', 'PARENTS'] as const;
export type HearingAudience = (typeof HEARING_AUDIENCES)[number];

/** 技术、政策、法律咨询 (意见（七）). */
export const ADVICE_KINDS = ['TECHNICAL', 'POLICY', 'LEGAL'] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** 无重大分歧, 有重大分歧: the result of communication within the leadership team (PRE-3). */
export const COMMUNICATION_RESULTS = ['NO_MAJOR_DISAGREEMENT', 'MAJOR_DISAGREEMENT'] as const;
export type CommunicationResult = (typeof COMMUNICATION_RESULTS)[number];

/** What a topic is asked for: to be confirmed, put on an agenda, decided. Each asks for all before it. */
export const GATE_PURPOSES = ['CONFIRM', 'SCHEDULE', 'DECIDE'] as const;
export type GatePurpose = (typeof GATE_PURPOSES)[number];
