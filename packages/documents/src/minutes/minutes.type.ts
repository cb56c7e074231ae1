import type { ItemKind, ItemResult, MeetingKind, Stance, VoteForm } from '@zhixiao/domain';

/** A person as the paper names him: name and post are copied words, not references. */
export interface NamedPerson {
  readonly name: string;
  /** 职务 in words, e.g. of a secretary or an office head; null where there is none to say. */
  readonly post: string | null;
}

/** Somebody on a list of attendance, with the reason of an absence or the times of one who came late or left early. */
export interface Attendee extends NamedPerson {
  readonly note: string | null;
}

/** 出席, 请假, 缺席, 列席, 邀请: each person in one group. */
export interface AttendanceGroups {
  readonly present: readonly Attendee[];
  readonly leave: readonly Attendee[];
  readonly absent: readonly Attendee[];
  readonly observers: readonly Attendee[];
  readonly invitees: readonly Attendee[];
}

/** One act of preparation: who consulted, heard or assessed, on which day, with what outcome. */
export interface PreparationNote {
  /** YYYY-MM-DD */
  readonly on: string | null;
  readonly who: string;
  readonly text: string;
}

/** What somebody said in the meeting, with the stance where one was stated (同意, 不同意, 保留, 无意见). */
export interface SpokenOpinion extends NamedPerson {
  readonly stance: Stance | null;
  readonly text: string;
}

export interface VoteCounts {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

export interface Recusal {
  readonly name: string;
  readonly reason: string;
  /** An interest was recorded, but the person stayed (PM-11). */
  readonly stayed?: boolean;
}

/** An item of the agenda as both papers need it; the minutes print the issued part, the record all of it. */
export interface PaperItem {
  /** Position on the agenda, from 1. */
  readonly order: number;
  readonly kind: ItemKind;
  readonly title: string;
  /** 汇报人 */
  readonly presenter: NamedPerson | null;
  /** 材料清单: titles. */
  readonly materials: readonly string[];
  readonly opinions: readonly SpokenOpinion[];
  /** 会前沟通 (PRE-3, PRE-4) */
  readonly consultation: readonly PreparationNote[];
  /** 听取师生员工意见 (PRE-8) */
  readonly hearing: readonly PreparationNote[];
  /** 专家评估及技术、政策、法律咨询 (PRE-9) */
  readonly expert: readonly PreparationNote[];
  readonly voteForm: VoteForm | null;
  readonly counts: VoteCounts | null;
  /** 监票人、计票人 of a ballot. */
  readonly tellers: readonly string[];
  readonly recused: readonly Recusal[];
  readonly result: ItemResult | null;
  /** What the meeting held (会议认为), in the clerk's words; empty: the sentence is left out. */
  readonly discussion: string;
  /** What was decided in words (会议决定); empty: the result alone is said. */
  readonly conclusion: string;
  readonly responsible: string | null;
  /** YYYY-MM-DD */
  readonly dueOn: string | null;
  /** Personnel or secret: not for general distribution. */
  readonly restricted: boolean;
}

/** What both papers of a meeting say of it. Dates are YYYY-MM-DD, times HH:MM, of Asia/Shanghai. */
export interface PaperInput {
  readonly schoolName: string;
  readonly kind: MeetingKind;
  /** What the school calls such a meeting where it is not the usual name of its kind, e.g. in a kindergarten. */
  readonly kindName?: string | null;
  /** 会议名称 as entered. */
  readonly title: string;
  /** 第几次 of its kind in the year. */
  readonly number: number | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly chair: NamedPerson;
  readonly recorder: string | null;
  readonly attendance: AttendanceGroups;
  readonly items: readonly PaperItem[];
}

/** 会议纪要: the issued result of a meeting. */
export interface MinutesInput extends PaperInput {
  /** Who issues it, as the head names it: the party organisation or the school. */
  readonly issuingBody: string;
  /** 3 is printed as （第3号）, any other text (〔2026〕3号) as it is; null: no line. */
  readonly minutesNo: string | null;
  /** 签发: the secretary or the principal; null in a draft. */
  readonly issuer: NamedPerson | null;
  /** YYYY-MM-DD; null in a draft. */
  readonly issuedOn: string | null;
  /** Default false: restricted items are left out, and a line says that they are recorded separately. */
  readonly includeRestricted?: boolean;
}

/** A signature on the record (REC-1); on is YYYY-MM-DD. */
export interface RecordSignature {
  readonly name: string;
  readonly on: string;
}

/** What was appended after the signatures. */
export interface RecordCorrection {
  /** null: of the record as a whole. */
  readonly itemOrder: number | null;
  readonly text: string;
  readonly reason: string;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** 会议记录: the full log, all items and all fields, kept and not issued. */
export interface RecordInput extends PaperInput {
  /** 届次 in words; null where the organisation has none. */
  readonly term: string | null;
  /** 应到、实到, as counted by the quorum of the meeting; null: not recorded. */
  readonly expected: number | null;
  readonly present: number | null;
  /** 补录: held on paper, entered afterwards. */
  readonly enteredAfterwards: boolean;
  readonly chairSigned: RecordSignature | null;
  readonly recorderSigned: RecordSignature | null;
  readonly corrections: readonly RecordCorrection[];
}
