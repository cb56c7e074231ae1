import { execute, parse, validate } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { passThrough } from '../../graphql/pass-through.js';
import { reading } from '../../graphql/graphql-context.js';
import type { GraphqlContext } from '../../graphql/graphql-context.js';
import { attachReadResolvers, createReadRegistry, resolveRead } from '../index.js';
import type { ReadDeclarations } from '../index.js';
import type { Actor } from './acting.js';
import { declarations } from './models.js';
import { testSchema } from './schema.js';

/** The test schema over its read models, with the resolvers that a module would write. */
export function readSchema(declared: ReadDeclarations = declarations): GraphQLSchema {
  const schema = testSchema();
  attachReadResolvers(schema, createReadRegistry(declared));
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve =
      field.name === 'greeting'
        ? () => 'hello'
        : (_source, _args, ctx: GraphqlContext, info) => resolveRead(reading(ctx), info);
  }
  return schema;
}

export interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const documents = new Map<string, ReturnType<typeof parse>>();

function documentOf(schema: GraphQLSchema, query: string): ReturnType<typeof parse> {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const [invalid] = validate(schema, document);
  if (invalid) throw invalid;
  return document;
}

/** Through graphql-js. */
export async function byGraphql(
  schema: GraphQLSchema,
  actor: Actor,
  { query, variables = {} }: Request,
): Promise<ExecutionResult> {
  const document = documentOf(schema, query);
  const result = await execute({ schema, document, contextValue: actor.ctx, variableValues: variables });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}

/** As the text that PostgreSQL made; null where it was left to graphql-js. */
export async function byText(
  schema: GraphQLSchema,
  actor: Actor,
  { query, variables = {} }: Request,
): Promise<string | null> {
  const document = documentOf(schema, query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('The operation comes first');
  const passed = await passThrough({ ctx: actor.ctx, schema, document, operation, variables });
  return passed?.text ?? null;
}
