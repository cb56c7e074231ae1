import type { Decider } from './meeting-words.js';
import type { MatterCategory } from './topic-words.js';

/** 干部任免 is fixed by the Opinion; RECOMMENDED may be taken up by filed rules; REQUIRED was; ELECTION asks four fifths. */
export const TWO_THIRDS_MARKS = ['FIXED', 'REQUIRED', 'RECOMMENDED', 'ELECTION', 'NONE'] as const;
export type TwoThirdsMark = (typeof TWO_THIRDS_MARKS)[number];

/** The Opinion names the decider (nobody changes it), or the school's filed rules do. */
export const DECIDER_SOURCES = ['OPINION', 'FILED'] as const;
export type DeciderSource = (typeof DECIDER_SOURCES)[number];

/** 听取意见, 讨论通过（教代会）. */
export const STAFF_HEARINGS = ['NONE', 'HEAR', 'APPROVE'] as const;
export type StaffHearingMark = (typeof STAFF_HEARINGS)[number];

/** 专业性、技术性较强: always, asked for each item, never preset. */
export const EXPERT_MARKS = ['NONE', 'ASK', 'ALWAYS'] as const;
export type ExpertMark = (typeof EXPERT_MARKS)[number];

/** 党务公开, 校务公开. */
export const DISCLOSURE_MARKS = ['NONE', 'PARTY', 'SCHOOL'] as const;
export type DisclosureMark = (typeof DISCLOSURE_MARKS)[number];

/** 报批, 备案. */
export const SUPERIOR_MARKS = ['NONE', 'APPROVAL', 'FILING'] as const;
export type SuperiorMark = (typeof SUPERIOR_MARKS)[number];

/** One kind of matter (议事清单): who drafts and decides it and what must come before. */
export type MatterType = {
  readonly code: string;
  readonly nameZh: string;
  readonly category: MatterCategory;
  readonly draftedBy: Decider;
  readonly decidedBy: Decider;
  readonly deciderSource: DeciderSource;
  readonly twoThirds: TwoThirdsMark;
  readonly staffHearing: StaffHearingMark;
  readonly expert: ExpertMark;
  /** The other side's prior opinion is asked: an important topic (意见（九）). */
  readonly priorConsultation: boolean;
  readonly disclosure: DisclosureMark;
  readonly superior: SuperiorMark;
  readonly basis: string;
};
