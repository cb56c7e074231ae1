import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { RuleViolation } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { Access } from './access.js';
import { rememberDenied } from './denied-attempts.js';
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
export function edgePlugin({ shippedOnly }: { readonly shippedOnly: boolean }): ApolloServerPlugin<GraphqlContext> {
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

function rootAccess(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  name: string,
): Access | 'free' | undefined {
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
  if (errors)
    throw new GraphQLError(withoutSuggestion(errors[0]?.message), {
      extensions: { code: 'BAD_INPUT', http: { status: 400 } },
    });
  try {
    refuseCost(operation, { schema, fragments: fragmentsOf(document), variables: coerced });
  } catch (error) {
    throw error instanceof RuleViolation ? refuse(error) : error;
  }
}

/** graphql-js would help to guess the names of the schema; Apollo hides that of the document's errors only. */
function withoutSuggestion(message = 'BAD_INPUT'): string {
  return message.replace(/ Did you mean .*$/s, '');
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
  const codes = errors.map((e) => String(e.extensions?.['code']));
  await rememberDenied(contextValue, { action: operationName ?? 'anonymous', codes });
}
