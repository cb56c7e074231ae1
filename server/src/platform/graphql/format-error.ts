import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, RuleViolation, fromDatabase } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { log } from '../log.js';

/** Messages of graphql-js repeat what was sent, however long. */
const LONGEST_MESSAGE = 300;

const APOLLO_CODES: Readonly<Record<string, ErrorCode>> = {
  [ApolloServerErrorCode.GRAPHQL_PARSE_FAILED]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.BAD_USER_INPUT]: 'BAD_INPUT',
  [ApolloServerErrorCode.BAD_REQUEST]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED]: 'GRAPHQL_INVALID',
};

/** The refusal behind an error, however it was wrapped; null for a fault of ours. */
export function refusalOf(error: unknown): RuleViolation | null {
  if (error instanceof RuleViolation) return error;
  const { originalError, driverError } = (error ?? {}) as { originalError?: unknown; driverError?: unknown };
  if (originalError) return refusalOf(originalError);
  return fromDatabase(driverError ?? error) ?? invalidArgument(error);
}

interface ArgumentError {
  extensions?: { code?: string; validationErrors?: unknown };
}

/** type-graphql's refusal of an argument that class-validator turned down. */
function invalidArgument(error: unknown): RuleViolation | null {
  const invalid = (error as ArgumentError).extensions?.validationErrors;
  if (!invalid) return null;
  // a JSON argument with a key like `constructor` makes the validator itself fail, and that is no list
  const list = Array.isArray(invalid) ? (invalid as { property: string }[]) : [];
  return new RuleViolation('BAD_INPUT', { path: list.map((e) => e.property) });
}

/**
 * An error as the answer carries it: a stable code, parameters, violations; never a stack, an SQL text or a foreign value.
 * What is not known leaves as INTERNAL, and its details go to the log under the request's id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const refusal = refusalOf(error);
  if (refusal) {
    const { code, params, violations } = refusal;
    return { message: code, ...place, extensions: { code, params, ...(violations.length > 0 ? { violations } : {}) } };
  }
  const code = codeOf(formatted);
  if (code === 'INTERNAL') log.error({ err: error instanceof Error ? error : String(error) }, 'unexpected error');
  const message = code === 'INTERNAL' ? code : formatted.message.slice(0, LONGEST_MESSAGE);
  return { message, ...place, extensions: { code } };
}

function codeOf({ extensions }: GraphQLFormattedError): ErrorCode {
  const code = String(extensions?.['code'] ?? '');
  if ((ERROR_CODES as readonly string[]).includes(code)) return code as ErrorCode;
  return APOLLO_CODES[code] ?? 'INTERNAL';
}

/** A refusal outside of graphql-js, in the same form. */
export function asGraphqlError(error: unknown): GraphQLFormattedError {
  const wrapped = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  return formatError(wrapped.toJSON(), wrapped);
}
