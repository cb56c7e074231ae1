import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { newId } from '../ids.js';
import { log } from '../log.js';
import { RuleViolation } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { Access } from './access.js';
import type { GraphqlContext } from './graphql-context.js';
import { refuseCost } from './limits.js';
import { fragmentsOf, rootFieldNames } from './root-fields.js';

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/** A refusal before execution, with the HTTP status that goes with it. */
function refuse(violation: RuleViolation): GraphQLError {
  const status = STATUS[violation.code] ?? 400;
  return new GraphQLError(violation.code, { originalError: violation, extensions: { http: { status } } });
}

const MAX_ERRORS = 5;

type Request = GraphQLRequestContext<GraphqlContext>;

/**
 * What every operation passes before any of it runs: only shipped operations where so configured, who may ask each root
 * field (one without a rule is refused), what it may cost. What was refused is counted by the auth role, which commits by itself.
 */
export function edgePlugin(shippedOnly: boolean): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
      return {
        async didResolveSource({ contextValue }) {
          if (shippedOnly && !contextValue.shipped) throw refuse(new RuleViolation('OPERATION_NOT_SHIPPED'));
        },
        async didResolveOperation(request) {
          refuseAccess(request);
          refuseTooCostly(request);
        },
        async willSendResponse(request) {
          await finishErrors(request);
        },
      };
    },
  };
}

function rootAccess(schema: GraphQLSchema, operation: OperationDefinitionNode, name: string): Access | 'free' | undefined {
  if (name.startsWith('__')) return 'free';
  const type = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return type?.getFields()[name]?.extensions['access'] as Access | undefined;
}

function refuseAccess(request: Request): void {
  const { operation, document, schema, contextValue } = request;
  if (!operation || !document) return;
  for (const name of rootFieldNames(operation, document)) {
    const access = rootAccess(schema, operation, name);
    if (access === 'free' || access === 'anonymous') continue;
    if (!access) throw refuse(new RuleViolation('FORBIDDEN'));
    if (!contextValue.signedIn) throw refuse(new RuleViolation('UNAUTHENTICATED'));
    if (access === 'grant' && !contextValue.grant) throw refuse(new RuleViolation('FORBIDDEN'));
  }
}

function refuseTooCostly({ operation, document, schema, request }: Request): void {
  if (!operation || !document) return;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (errors) throw new GraphQLError(errors[0]?.message ?? 'BAD_INPUT', { extensions: { code: 'BAD_INPUT', http: { status: 400 } } });
  try {
    refuseCost(operation, { schema, fragments: fragmentsOf(document), variables: coerced });
  } catch (error) {
    throw error instanceof RuleViolation ? refuse(error) : error;
  }
}

/** At most five errors, each with the request's id; a denied act is remembered although its transaction is gone. */
async function finishErrors({ response, contextValue, operationName }: Request): Promise<void> {
  const body = response?.body;
  if (body?.kind !== 'single') return;
  const { errors } = body.singleResult;
  if (!errors?.length) return;
  const { requestId } = contextValue;
  body.singleResult.errors = errors
    .slice(0, MAX_ERRORS)
    .map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  const denied = errors.find((e) => DENIED.has(String(e.extensions?.['code'])));
  if (denied && contextValue.signedIn) await rememberDenied(contextValue, operationName ?? 'anonymous', String(denied.extensions?.['code']));
}

const DENIED = new Set(['FORBIDDEN', 'NOT_FOUND']);

async function rememberDenied(ctx: GraphqlContext, action: string, code: string): Promise<void> {
  const values = [newId(), ctx.signedIn?.accountId, ctx.grant?.id ?? null, action.slice(0, 200), code, ctx.requestId, ctx.ip];
  await ctx.ports.auth
    .query('INSERT INTO denied_attempt (id, account_id, grant_id, action, code, request_id, ip) VALUES ($1, $2, $3, $4, $5, $6, $7)', values)
    .catch((error: unknown) => log.error({ err: error }, 'a denied attempt could not be recorded'));
}
