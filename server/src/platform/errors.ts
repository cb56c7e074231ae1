import type { Severity } from '@zhixiao/domain';

/** Every code that an answer may carry. The text that a person reads belongs to the admin's i18n. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'LOGIN_FAILED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'BAD_CURSOR',
  'BAD_STATE',
  'CONFLICT',
  'POST_ALREADY_HELD',
  'ALREADY_APPOINTED',
  'CODE_ALREADY_USED',
  'RULE_VIOLATED',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'OPERATION_NOT_SHIPPED',
  'GRAPHQL_INVALID',
  'TOO_COMPLEX',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'FILE_EXPIRED',
  'TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorParams = Readonly<Record<string, string | number | readonly string[] | null>>;

/** One broken check of the Opinion, as the answer's `extensions.violations[]` shows it. */
export interface Violation {
  readonly checkId: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly params: ErrorParams;
  readonly path?: readonly string[];
}

/** A refusal: a code of the closed list with its parameters. */
export class RuleViolation extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly violations: readonly Violation[] = [],
  ) {
    super(code);
    this.name = 'RuleViolation';
  }
}

/** What is not allowed to be seen looks like what does not exist. */
export function notFound(): RuleViolation {
  return new RuleViolation('NOT_FOUND');
}

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
}

const CONSTRAINTS: Readonly<Record<string, ErrorCode>> = {
  appointment_one_head: 'POST_ALREADY_HELD',
  appointment_once: 'ALREADY_APPOINTED',
  school_tenant_id_code_key: 'CODE_ALREADY_USED',
  rollout_entry_once: 'BAD_STATE',
  matter_type_layer_once: 'CONFLICT',
  rules_of_procedure_open: 'BAD_STATE',
  rules_of_procedure_tenant_id_school_id_meeting_kind_number_key: 'CONFLICT',
  meeting_number: 'CONFLICT',
  meeting_delegation_once: 'CONFLICT',
  attendance_tenant_id_meeting_id_person_id_key: 'BAD_INPUT',
  agenda_item_topic_once: 'BAD_STATE',
};

/** What the driver says, without a code, of a pool that is used up and of a connection that is lost. */
const NO_CONNECTION = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** PostgreSQL's own refusals under stable codes; null for what is a fault of ours. */
export function fromDatabase(error: unknown): RuleViolation | null {
  const { code, constraint, message } = (error ?? {}) as DatabaseError;
  const known = constraint ? CONSTRAINTS[constraint] : undefined;
  if (known) return new RuleViolation(known);
  // row security on write (42501) and a missing parent row (23503) say no more than "does not exist"
  if (code === '42501' || code === '23503') return notFound();
  if (isUnstorableText(code, message)) return new RuleViolation('BAD_INPUT');
  if (code === '57014' || code === '55P03') return new RuleViolation('TIMEOUT');
  if (code === '40001' || code === '40P01') return new RuleViolation('CONFLICT');
  // ended by an administrator, too many connections, no server, no room on its disk
  if (code === '57P01' || code === '53300' || code === 'ECONNREFUSED' || code === '53100')
    return new RuleViolation('UNAVAILABLE');
  if (message !== undefined && NO_CONNECTION.test(message)) return new RuleViolation('UNAVAILABLE');
  return null;
}

/** A text that no column can hold: NUL, or half a surrogate pair, which as JSON is no JSON to PostgreSQL. */
function isUnstorableText(code: string | undefined, message = ''): boolean {
  return code === '22021' || code === '22P05' || (code === '22P02' && message.includes('type json'));
}
