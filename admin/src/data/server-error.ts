/** The closed list of the server's codes, and NETWORK for a request that got no answer. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'POST_ALREADY_HELD',
  'ALREADY_APPOINTED',
  'CODE_ALREADY_USED',
  'RULE_VIOLATED',
  'BAD_STATE',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'LOGIN_FAILED',
  'TOO_COMPLEX',
  'BAD_CURSOR',
  'TIMEOUT',
  'UNAVAILABLE',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'FILE_EXPIRED',
  'INTERNAL',
  'GRAPHQL_INVALID',
  'OPERATION_NOT_SHIPPED',
  'NETWORK',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One check that refused the act: the text is `checks.<checkId>.message` with `params`. */
export interface Violation {
  readonly checkId: string;
  readonly clause: string;
  readonly severity: 'HARD' | 'DEFAULT' | 'ADVISORY';
  readonly params: Readonly<Record<string, unknown>>;
  readonly path?: readonly string[] | string | null;
}

interface ErrorFacts {
  readonly code: ErrorCode;
  readonly violations?: readonly Violation[];
  readonly params?: Readonly<Record<string, unknown>>;
  readonly requestId?: string | null;
}

/** What the server refused, typed. `message` is an i18n key, so that react-admin's own notifications are readable too. */
export class ServerError extends Error {
  readonly code: ErrorCode;
  readonly violations: readonly Violation[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor({ code, violations = [], params = {}, requestId = null }: ErrorFacts) {
    super(`errors.${code}`);
    this.name = 'ServerError';
    this.code = code;
    this.violations = violations;
    this.params = params;
    this.requestId = requestId;
  }
}

/** Is this an answer of the server (or its silence) rather than a fault of the page? */
export function isServerError(error: unknown): error is ServerError {
  return error instanceof ServerError;
}

interface AnsweredError {
  readonly extensions?: Partial<ErrorFacts> & { readonly code?: string };
}

const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  410: 'FILE_EXPIRED',
  413: 'FILE_TOO_LARGE',
  429: 'UNAVAILABLE',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'TIMEOUT',
};

function knownCode(code: string | undefined): ErrorCode | undefined {
  return ERROR_CODES.find((known) => known === code);
}

/** Reads the error out of a GraphQL or REST answer; the status speaks where the body says nothing. */
export function toServerError(status: number, body: unknown): ServerError {
  const { errors, extensions } = (body ?? {}) as { errors?: readonly AnsweredError[]; extensions?: ErrorFacts };
  const facts = errors?.[0]?.extensions ?? extensions ?? (body as Partial<ErrorFacts> | null) ?? {};
  return new ServerError({
    code: knownCode(facts.code) ?? codesByStatus[status] ?? 'INTERNAL',
    violations: facts.violations ?? [],
    params: facts.params ?? {},
    requestId: facts.requestId ?? null,
  });
}
