import type {
  ConsultationOpinion,
  Decider,
  DecisionForm,
  ItemKind,
  ItemResult,
  MeetingKind,
  VoteForm,
} from '@zhixiao/domain';

/** The words of the template, in the order of its drop-down lists, with others that are written for them. */
type Words<T> = readonly (readonly [meaning: T, template: string, ...others: string[]])[];

export const MEETING_KIND_WORDS: Words<MeetingKind> = [
  [
    'PARTY_ORG',
    '党组织会议',
    ...['党组织会', '党委会', '党委会议', '党委委员会会议', '党总支会', '党总支会议', '党总支委员会会议', '总支会'],
    ...['党支部会', '党支部会议', '党支部委员会会议', '支部委员会会议', '支部委员会', '支委会', '支委会议'],
  ],
  ['PRINCIPAL_OFFICE', '校长办公会议', '校长办公会', '校务会议', '校务会', '行政办公会', '园长办公会议', '园长办公会'],
  ['MEMBERS_ASSEMBLY', '党员大会', '支部党员大会', '全体党员大会', '支部大会'],
  ['SCHOOL_COUNCIL', '校务委员会会议', '校务委员会'],
  ['DEMOCRATIC_LIFE', '民主生活会', '专题民主生活会'],
  ['INTEGRITY', '党风廉政建设专题会议', '党风廉政专题会', '党风廉政建设会议', '党风廉政会议'],
];

export const ITEM_KIND_WORDS: Words<ItemKind> = [
  ['FIRST_TOPIC', '第一议题'],
  ['STUDY', '传达学习', '学习', '传达', '学习传达'],
  ['DECISION', '讨论决定', '研究决定', '审议', '决定', '讨论'],
  ['DRAFT_PROPOSAL', '研究方案', '研究拟定方案', '拟定方案'],
  ['IMPLEMENTATION', '部署落实', '落实', '部署'],
  ['HEAR_REPORT', '听取汇报', '汇报', '听取'],
  ['RECONSIDERATION', '复议'],
  ['UNSCHEDULED', '临时动议', '临时议题'],
];

export const ITEM_RESULT_WORDS: Words<ItemResult> = [
  ['APPROVED', '同意', '通过', '审议通过', '一致同意', '一致通过'],
  ['APPROVED_IN_PRINCIPLE', '原则同意', '原则通过'],
  ['APPROVED_AS_AMENDED', '修改后同意', '修改后通过'],
  ['REJECTED', '不同意', '不通过', '未通过', '否决'],
  ['POSTPONED', '缓议', '暂缓', '暂缓审议'],
  ['WITHDRAWN', '撤回'],
  ['NOTED', '听取(知悉)', '听取', '知悉', '已学习', '已传达'],
  ['SUBMIT_TO_PARTY_MEETING', '提交党组织会议', '提交党组织会议决定'],
  ['SUBMIT_TO_STAFF_CONGRESS', '提交教代会', '提交教职工代表大会'],
  ['SUBMIT_TO_SUPERIOR', '报上级审批', '报上级', '报上级批准'],
];

export const VOTE_FORM_WORDS: Words<VoteForm> = [
  ['ORAL', '口头', '口头表决'],
  ['SHOW_OF_HANDS', '举手', '举手表决'],
  ['OPEN_BALLOT', '记名投票', '记名'],
  ['SECRET_BALLOT', '无记名投票', '无记名', '票决', '不记名投票'],
];

export const OPINION_WORDS: Words<ConsultationOpinion> = [
  ['AGREE', '同意', '一致', '赞成', '无意见'],
  ['AGREE_WITH_CHANGES', '修改后同意', '同意修改后上会'],
  ['DISAGREE', '不同意', '反对', '有分歧'],
];

export const DECISION_FORM_WORDS: Words<DecisionForm> = [
  ['MEETING', '会议', '会议讨论', '会议决定', '集体讨论'],
  ['CIRCULATION', '传阅', '传阅会签'],
  ['COUNTERSIGNING', '会签'],
  ['ONE_BY_ONE', '个别征求意见', '个别征求'],
];

export const DECIDER_WORDS: Words<Decider> = [
  ['PARTY_MEETING', '党组织会议', '党组织', '党委会', '党总支会', '党支部会', '支委会'],
  ['OFFICE_MEETING', '校长办公会议', '校长办公会', '校长', '校务会议'],
  ['MEMBERS_ASSEMBLY', '党员大会'],
];

/** What paper may say that it was not done: of the meeting, and of an item or its topic. */
export const MEETING_NOT_DONE_WORDS = [
  ['CHAIR', '无人主持'],
  ['NOTICE', '未通知', '未发通知'],
  ['PAPERS', '未送材料', '未送达材料'],
  ['CHAIR_SIGNATURE', '主持人未签字'],
  ['RECORDER_SIGNATURE', '记录人未签字'],
] as const satisfies Words<string>;

export const ITEM_NOT_DONE_WORDS = [
  ['OPINIONS', '未发表意见', '未听取与会人员意见'],
  ['CHAIR_SPOKE_LAST', '主持人未末位表态', '未末位表态'],
  ['IMPLEMENTS', '未关联党组织决议'],
  ['PROPOSER', '无提出人'],
  ['CONFIRMATION', '未经确定', '议题未经确定'],
  ['MEMBER_IN_CHARGE', '无分管领导'],
  ['CONSULTATION', '未会前沟通', '会前未沟通', '未听取意见'],
] as const satisfies Words<string>;

/** Every word to its meaning. */
export function meaningsOf<T>(words: Words<T>): ReadonlyMap<string, T> {
  return new Map(words.flatMap(([meaning, ...said]) => said.map((word) => [word, meaning] as const)));
}

/** The words of a drop-down list. */
export function templateWords(words: Words<unknown>): readonly string[] {
  return words.map(([, word]) => word);
}

/** A reason in brackets behind a name that says leave of absence. */
export const LEAVE_REASON = /假|出差|公出|外出|培训|学习|开会|参会/;
