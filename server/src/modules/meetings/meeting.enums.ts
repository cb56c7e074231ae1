import {
  ATTENDANCE_CAPACITIES,
  ATTENDANCE_STATUSES,
  DECISION_FORMS,
  ITEM_RESULTS,
  MEETING_STATES,
  NOT_HELD_REASONS,
  STANCES,
  VOTE_CHOICES,
} from '@zhixiao/domain';
import { graphqlEnum } from '../../platform/graphql/enums.js';

export const MeetingStateEnum = graphqlEnum(
  'MeetingState',
  MEETING_STATES,
  '会议：筹备、已通知、进行中、已散会、已签字、纪要已签发、未开成',
);
export const NotHeldReasonEnum = graphqlEnum('NotHeldReason', NOT_HELD_REASONS, '未开成：到会人数不足、改期、取消');
export const AttendanceCapacityEnum = graphqlEnum(
  'AttendanceCapacity',
  ATTENDANCE_CAPACITIES,
  '到会身份：成员、列席、邀请、记录',
);
export const AttendanceStatusEnum = graphqlEnum(
  'AttendanceStatus',
  ATTENDANCE_STATUSES,
  '到会情况：到会、迟到、请假、缺席',
);
export const ItemResultEnum = graphqlEnum(
  'ItemResult',
  ITEM_RESULTS,
  '结论：同意、原则同意、修改后同意、不同意、缓议、撤回、听取（知悉）、提交党组织会议、提交教代会、报上级审批',
);
export const StanceEnum = graphqlEnum('Stance', STANCES, '与会意见：同意、不同意、保留、无意见');
export const VoteChoiceEnum = graphqlEnum('VoteChoice', VOTE_CHOICES, '赞成、反对、弃权');
export const DecisionFormEnum = graphqlEnum(
  'DecisionForm',
  DECISION_FORMS,
  '作出决定的方式：会议、传阅、会签、逐个征求意见',
);

/** Who signs a record (REC-1). */
export const SIGNERS = ['CHAIR', 'RECORDER'] as const;
export type Signer = (typeof SIGNERS)[number];
export const SignerEnum = graphqlEnum('Signer', SIGNERS, '签字：主持人、记录人');
