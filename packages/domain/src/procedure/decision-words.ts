/** The closed lists of decisions, of the tasks that carry them out, and of filed documents. */

/** 生效, 待上级批复, 上级未批准, 已办结, 已被复议替代. */
export const DECISION_STATES = ['IN_FORCE', 'AWAITING_SUPERIOR', 'NOT_APPROVED', 'COMPLETED', 'SUPERSEDED'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** 已派发, 办理中, 已报完成（待审核）, 已办结, 已终止 (its decision was superseded). */
export const TASK_STATES = ['ASSIGNED', 'IN_PROGRESS', 'REPORTED_DONE', 'CLOSED', 'CANCELLED'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** 红黄绿. */
export const TASK_LIGHTS = ['GREEN', 'YELLOW', 'RED'] as const;
export type TaskLight = (typeof TASK_LIGHTS)[number];

/** 落实, 督办, 配合. */
export const TASK_ROLES = ['IMPLEMENT', 'SUPERVISE', 'SUPPORT'] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

/** 公开, 内部, 秘密（班子成员）: how far the text of an item or decision is told before it is published. */
export const CONFIDENTIALITIES = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** 紧急处置: taken, then confirmed (or not) at the next meeting. */
export const EMERGENCY_STATES = ['TAKEN', 'CONFIRMED', 'NOT_CONFIRMED'] as const;
export type EmergencyState = (typeof EMERGENCY_STATES)[number];

/** 起草 → 已通过 → 已报送 → 退回 / 已备案; 已被新版本替代 (意见（七）: 审查和备案). */
export const FILING_STATES = ['DRAFT', 'ADOPTED', 'SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED'] as const;
export type FilingState = (typeof FILING_STATES)[number];
