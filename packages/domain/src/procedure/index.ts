/** The procedure of the two meetings (意见（二）至（九）) as pure functions: topics, quorum, checks, decisions, tasks. */
export { PROCEDURE_ACTS, rolesFor, whyNotAct, whyNotHead, type ProcedureAct } from './acts.js';
export * from './actor.js';
export {
  classOfResult,
  deciderOf,
  decidesFor,
  isAssembly,
  isDecidedHere,
  isDecidingItem,
  isDecidingKind,
  isMajor,
  isPartyKind,
  type ResultClass,
} from './bodies.js';
export * from './check-rules.js';
export * from './compliance.js';
export { consultationStatus, consultedPeople, consultedSide, isImportantTopic } from './consultation.js';
export * from './decision-words.js';
export * from './finding.js';
export { itemQuorum, openingQuorum, type QuorumBar } from './item-quorum.js';
export { isTechnical, isVitalInterest } from './judge-preparation.js';
export { blocks, isOpen, isRecorded } from './judge.js';
export * from './large-amount.js';
export * from './leadership-on.js';
export * from './matter-type.js';
export * from './matter-types.dictionary.js';
export * from './may-decide.js';
export * from './meeting-words.js';
export * from './next-decision-state.js';
export * from './next-filing-state.js';
export * from './next-meeting-state.js';
export * from './next-task-state.js';
export * from './next-topic-state.js';
export { attendanceBase, presenceAt, type AttendanceBase, type Presence } from './presence.js';
export * from './procedure-checks.js';
export * from './procedure-facts.js';
export * from './quorum-rule.js';
export * from './resolve-matter-type.js';
export * from './results.js';
export * from './rules-in-force.js';
export * from './rules-of-procedure.js';
export * from './semester.js';
export * from './semester-figures.js';
export * from './separation-of-duties.js';
export * from './suggested-rules.js';
export * from './topic-gates.js';
export * from './topic-words.js';
export {
  PROCEDURE_VIOLATIONS,
  SEPARATION_IDS,
  type ProcedureViolation,
  type ProcedureViolationCode,
  type SeparationId,
  type Transition,
} from './violation.js';
export * from './vote-count.js';
