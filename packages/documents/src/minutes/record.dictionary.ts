import type { ItemKind, Stance, VoteForm } from '@zhixiao/domain';
import { chineseDate, WIDE_SPACE } from './paper.dictionary.js';
import type { RecordCorrection, RecordSignature, VoteCounts } from './minutes.type.js';

/** 会议记录: its fields, in the order in which they are written. */
export const RECORD_WORDS = {
  record: '记录',
  title: '会议名称',
  session: '届次、次数',
  startsAt: '开始时间',
  endsAt: '结束时间',
  place: '会议地点',
  chair: '主持人',
  counted: '应到、实到',
  present: '出席',
  leave: '请假',
  absent: '缺席',
  observers: '列席',
  invitees: '邀请',
  recorder: '记录人',
  kind: '议题类别',
  presenter: '汇报人',
  materials: '材料清单',
  consultation: '会前沟通情况',
  hearing: '听取意见情况',
  expert: '专家评估咨询',
  opinions: '发言要点',
  discussion: '会议意见',
  voteForm: '表决方式',
  counts: '表决结果',
  tellers: '监票人、计票人',
  recused: '回避人员',
  conclusion: '会议结论',
  responsible: '责任人',
  due: '完成时限',
  closed: '散会',
  chairSigned: '主持人签名',
  recorderSigned: '记录人签名',
  corrections: '更正记录',
} as const;

/** Nobody on a list, as against a field that nobody filled in. */
export const NOBODY = '无';
export const NOT_RECORDED = '未记载';
export const NO_VOTE = '未表决';
export const ENTERED_AFTERWARDS = '（本记录根据纸质会议记录补录）';
export const RESTRICTED_MARK = '（限定范围知悉）';

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  AGREE: '同意',
  DISAGREE: '不同意',
  RESERVED: '保留意见',
  NO_COMMENT: '无意见',
};

export const VOTE_FORM_WORDS: Readonly<Record<VoteForm, string>> = {
  ORAL: '口头表决',
  SHOW_OF_HANDS: '举手表决',
  OPEN_BALLOT: '记名投票',
  SECRET_BALLOT: '无记名投票',
};

export const ITEM_KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  FIRST_TOPIC: '第一议题',
  STUDY: '传达学习',
  DECISION: '讨论决定',
  DRAFT_PROPOSAL: '研究方案',
  IMPLEMENTATION: '部署落实',
  HEAR_REPORT: '听取汇报',
  RECONSIDERATION: '复议',
  UNSCHEDULED: '临时动议',
};

export const countsText = ({ votesFor, votesAgainst, votesAbstained }: VoteCounts): string =>
  `同意${votesFor}票，反对${votesAgainst}票，弃权${votesAbstained}票`;

const head = (count: number | null): string => (count === null ? '未记载' : `${count}人`);

export const countedText = (expected: number | null, present: number | null): string =>
  `应到${head(expected)}，实到${head(present)}`;

export const itemHeading = (number: string, title: string): string => `议题${number}${WIDE_SPACE}${title}`;

export const recusalText = (name: string, reason: string): string => (reason === '' ? name : `${name}（${reason}）`);
export const stayedText = (name: string, reason: string): string => `${name}（${reason}，未离席）`;

/** A line to sign on, or who signed and when. */
export const signatureText = (signed: RecordSignature | null): string =>
  signed ? `${signed.name}${WIDE_SPACE}${chineseDate(signed.on)}` : '　　　　　　　　　　年　　月　　日';

export const correctionText = ({ on, by, itemOrder, text, reason }: RecordCorrection): string =>
  `${chineseDate(on)}，${by}更正${itemOrder === null ? '' : `第${itemOrder}项议题`}：${text}（理由：${reason}）`;

/** 第1页、共5页, around the two page fields. */
export const PAGE_OF = { before: '第', between: '页　共', after: '页' } as const;
