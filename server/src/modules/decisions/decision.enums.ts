import { DECISION_STATES, EMERGENCY_STATES, TASK_LIGHTS, TASK_ROLES, TASK_STATES } from '@zhixiao/domain';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { SUPERIOR_OUTCOMES, TASK_REPORT_KINDS } from './decision-words.js';

export const DecisionStateEnum = graphqlEnum(
  'DecisionState',
  DECISION_STATES,
  '决议：生效、待上级批复、上级未批准、已办结、已被复议替代',
);
export const TaskStateEnum = graphqlEnum(
  'TaskState',
  TASK_STATES,
  '任务：已派发、办理中、已报完成（待审核）、已办结、已终止',
);
export const TaskLightEnum = graphqlEnum('TaskLight', TASK_LIGHTS, '红黄绿：逾期、临近、正常');
export const TaskRoleEnum = graphqlEnum('TaskRole', TASK_ROLES, '落实、督办、配合');
export const TaskReportKindEnum = graphqlEnum(
  'TaskReportKind',
  TASK_REPORT_KINDS,
  '进展、报完成、退回、办结、重新打开、终止',
);
export const SuperiorOutcomeEnum = graphqlEnum('SuperiorOutcome', SUPERIOR_OUTCOMES, '上级批复：批准、未批准');
export const EmergencyStateEnum = graphqlEnum(
  'EmergencyState',
  EMERGENCY_STATES,
  '紧急处置：待会议确认、已确认、未确认',
);
