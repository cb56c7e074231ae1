import {
  CONFIDENTIALITIES,
  CONSULTATION_OPINIONS,
  CONSULTATION_STATUSES,
  CONSULTED_SIDES,
  GATE_PURPOSES,
  HEAD_POSTS,
  HEARING_AUDIENCES,
  HEARING_CHANNELS,
  ITEM_KINDS,
  TOPIC_STATES,
} from '@zhixiao/domain';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { CHECK_SUBJECTS, DEPARTURE_SUBJECTS, TOPIC_RECORD_KINDS } from './topic-words.js';

/** The words of topics; the modules of the procedure to the right use them too. */
export const ItemKindEnum = graphqlEnum(
  'ItemKind',
  ITEM_KINDS,
  '议题种类：第一议题、传达学习、讨论决定、研究方案、部署落实、听取汇报、复议、临时动议',
);
export const TopicStateEnum = graphqlEnum(
  'TopicState',
  TOPIC_STATES,
  '议题状态：草稿、已提出、已调研、已酝酿、已沟通、暂缓上会、已确定、已听取意见、已决定、已分工、已执行、已报告、缓议、知悉、已提交、撤回',
);
export const ConfidentialityEnum = graphqlEnum('Confidentiality', CONFIDENTIALITIES, '公开、内部、秘密（班子成员）');
export const ConsultationOpinionEnum = graphqlEnum(
  'ConsultationOpinion',
  CONSULTATION_OPINIONS,
  '同意、修改后同意、不同意',
);
export const ConsultationStatusEnum = graphqlEnum(
  'ConsultationStatus',
  CONSULTATION_STATUSES,
  '会前听取意见：不需、待对方、已取得共识、暂缓上会',
);
export const ConsultedSideEnum = graphqlEnum('ConsultedSide', CONSULTED_SIDES, '听取谁的意见：书记、校长、专职副书记');
export const HeadPostEnum = graphqlEnum('HeadPost', HEAD_POSTS, '以何职务确定');
export const HearingChannelEnum = graphqlEnum(
  'HearingChannel',
  HEARING_CHANNELS,
  '听取意见方式：教代会、教职工大会、座谈会、问卷、公示、学生座谈、家长会',
);
export const HearingAudienceEnum = graphqlEnum('HearingAudience', HEARING_AUDIENCES, '教职工、学生、家长');
export const GatePurposeEnum = graphqlEnum('GatePurpose', GATE_PURPOSES, '确定上会、列入议程、作出决定');
export const TopicRecordKindEnum = graphqlEnum(
  'TopicRecordKind',
  TOPIC_RECORD_KINDS,
  '会前记录：建议方案、调查研究、班子沟通、干部酝酿、个别酝酿、听取意见、专家评估、技术咨询、政策咨询、法律咨询',
);
export const CheckSubjectEnum = graphqlEnum('CheckSubject', CHECK_SUBJECTS, '检查的对象：议题、会议、议程事项、决议');
export const DepartureSubjectEnum = graphqlEnum('DepartureSubject', DEPARTURE_SUBJECTS, '不按一般要求办理的对象');
