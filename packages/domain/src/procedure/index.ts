/** The procedure of the two meetings (意见（二）至（九）) as pure functions: topics, quorum, checks, decisions, tasks. */
export * from './decision-words.js';
export * from './leadership-on.js';
export * from './matter-type.js';
export * from './matter-types.dictionary.js';
export * from './meeting-words.js';
export * from './procedure-facts.js';
export * from './quorum-rule.js';
export * from './resolve-matter-type.js';
export * from './rules-of-procedure.js';
export * from './topic-words.js';
export {
  PROCEDURE_VIOLATIONS,
  SEPARATION_IDS,
  type ProcedureViolation,
  type ProcedureViolationCode,
  type SeparationId,
  type Transition,
} from './violation.js';
