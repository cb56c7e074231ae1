import type { Role } from '../vocabulary.js';
import { FILING_ROLES, isOneOf, LEADER_ROLES, SCHOOL_ROLES, type Actor } from './actor.js';
import type { HeadPost } from './meeting-words.js';
import { violation, type ProcedureViolation } from './violation.js';

const HEADS = ['Secretary', 'Principal'] as const satisfies readonly Role[];
const TRACKERS = [...HEADS, 'DeputySecretary'] as const satisfies readonly Role[];

/**
 * Which roles may do an act at all. Which head, which side, which member is asked beside it (`whyNotConfirm` and its like).
 * What only the head of the meeting does has its own function, `whyNotHead`.
 */
const MAY: Readonly<Record<ProcedureAct, readonly Role[]>> = {
  DRAFT_TOPIC: SCHOOL_ROLES,
  PROPOSE_TOPIC: LEADER_ROLES,
  PREPARE_TOPIC: SCHOOL_ROLES,
  WITHDRAW_TOPIC: LEADER_ROLES,
  RESUME_TOPIC: LEADER_ROLES,
  WRITE_RECORD: SCHOOL_ROLES,
  REQUEST_RECONSIDERATION: LEADER_ROLES,
  ASSIGN_TASK: TRACKERS,
  CLOSE_TASK: TRACKERS,
  WORK_ON_TASK: SCHOOL_ROLES,
  REPORT_EXECUTION: SCHOOL_ROLES,
  ENTER_SUPERIOR_ANSWER: TRACKERS,
  DRAFT_RULES: [...HEADS, 'SchoolClerk'],
  ADOPT_RULES: HEADS,
  REVIEW_RULES: FILING_ROLES,
  TAKE_EMERGENCY_ACTION: HEADS,
};

export const PROCEDURE_ACTS = [
  'DRAFT_TOPIC',
  'PROPOSE_TOPIC',
  'PREPARE_TOPIC',
  'WITHDRAW_TOPIC',
  'RESUME_TOPIC',
  'WRITE_RECORD',
  'REQUEST_RECONSIDERATION',
  'ASSIGN_TASK',
  'CLOSE_TASK',
  'WORK_ON_TASK',
  'REPORT_EXECUTION',
  'ENTER_SUPERIOR_ANSWER',
  'DRAFT_RULES',
  'ADOPT_RULES',
  'REVIEW_RULES',
  'TAKE_EMERGENCY_ACTION',
] as const;
export type ProcedureAct = (typeof PROCEDURE_ACTS)[number];

/** The roles to which an act belongs. */
export function rolesFor(act: ProcedureAct): readonly Role[] {
  return MAY[act];
}

/** Why this role does not do this; null where it does. */
export function whyNotAct({ role }: Actor, act: ProcedureAct): ProcedureViolation | null {
  if (isOneOf(role, MAY[act])) return null;
  // what a school does itself nobody outside does for it; what its superior does, no school
  if (act === 'REVIEW_RULES') return violation('SOD-6', { role, grant: 'FILE_RULES' });
  return violation(isOneOf(role, SCHOOL_ROLES) ? 'NOT_YOUR_ACT' : 'SOD-10', { act, role });
}

/** Why one who acts under this role is not the head of that meeting; null where he is. */
export function whyNotHead({ role }: Actor, post: HeadPost): ProcedureViolation | null {
  const head: Role = post === 'SECRETARY' ? 'Secretary' : 'Principal';
  return role === head ? null : violation('NOT_YOUR_ACT', { act: post, role });
}
