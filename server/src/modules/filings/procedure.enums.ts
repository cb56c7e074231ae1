import {
  AMOUNT_APPROVERS,
  CHAIR_DELEGATIONS,
  DECIDERS,
  DECIDER_SOURCES,
  DISCLOSURE_MARKS,
  EXPERT_MARKS,
  FILING_STATES,
  FREQUENCY_UNITS,
  MATTER_CATEGORIES,
  MEETING_KINDS,
  PASS_BASES,
  RULED_MEETING_KINDS,
  STAFF_HEARINGS,
  SUPERIOR_MARKS,
  TWO_THIRDS_MARKS,
  UNSCHEDULED_MOTIONS,
  VOTE_FORMS,
} from '@zhixiao/domain';
import { graphqlEnum } from '../../platform/graphql/enums.js';

/** The words of catalogue and rules; the modules of the procedure to the right use them too. */
export const MeetingKindEnum = graphqlEnum(
  'MeetingKind',
  MEETING_KINDS,
  '会议类别：党组织会议、校长办公会议、党员大会、校务委员会、民主生活会、党风廉政专题会',
);
export const RuledMeetingKindEnum = graphqlEnum('RuledMeetingKind', RULED_MEETING_KINDS, '须有议事规则并备案的会议');
export const DeciderEnum = graphqlEnum('Decider', DECIDERS, '决定主体：党组织会议、校长办公会议、党员大会');
export const MatterCategoryEnum = graphqlEnum(
  'MatterCategory',
  MATTER_CATEGORIES,
  '议题类别：重大决策、重要干部任免、重大项目安排、大额度资金使用、党的建设、一般行政',
);
export const DeciderSourceEnum = graphqlEnum(
  'DeciderSource',
  DECIDER_SOURCES,
  '《意见》规定的，或由学校备案的规则确定的',
);
export const TwoThirdsMarkEnum = graphqlEnum(
  'TwoThirdsMark',
  TWO_THIRDS_MARKS,
  '三分之二以上到会：规定的、已要求的、建议的、选举、不要求',
);
export const StaffHearingMarkEnum = graphqlEnum('StaffHearingMark', STAFF_HEARINGS, '教职工：不需、听取意见、讨论通过');
export const ExpertMarkEnum = graphqlEnum('ExpertMark', EXPERT_MARKS, '专家评估：不需、逐项确认、必须');
export const DisclosureMarkEnum = graphqlEnum('DisclosureMark', DISCLOSURE_MARKS, '公开：不公开、党务公开、校务公开');
export const SuperiorMarkEnum = graphqlEnum('SuperiorMark', SUPERIOR_MARKS, '上级：不需、报批、备案');
export const FilingStateEnum = graphqlEnum(
  'FilingState',
  FILING_STATES,
  '议事规则：起草、已通过、已报送、退回、已备案、已被替代',
);
export const VoteFormEnum = graphqlEnum('VoteForm', VOTE_FORMS, '表决方式：口头、举手、记名投票、无记名投票');
export const FrequencyUnitEnum = graphqlEnum('FrequencyUnit', FREQUENCY_UNITS, '每几周或每几月');
export const PassBaseEnum = graphqlEnum('PassBase', PASS_BASES, '通过基数：应到会、实到会、有表决权的到会人数');
export const AmountApproverEnum = graphqlEnum(
  'AmountApprover',
  AMOUNT_APPROVERS,
  '资金审批：部门、分管副校长、校长、校长办公会议、党组织会议',
);
export const ChairDelegationEnum = graphqlEnum('ChairDelegation', CHAIR_DELEGATIONS, '委托主持：须有记录、不可委托');
export const UnscheduledMotionsEnum = graphqlEnum(
  'UnscheduledMotions',
  UNSCHEDULED_MOTIONS,
  '临时动议：一般不得、不得',
);
