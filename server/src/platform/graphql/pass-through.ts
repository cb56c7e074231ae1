import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { getVariableValues, Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { collectFields } from '../read/collect-fields.js';
import { taskOfRoot } from '../read/plan-read.js';
import type { Asking } from '../read/plan-cache.js';
import type { ReadTask } from '../read/plan-read.js';
import type { ReadRegistry } from '../read/registry.js';
import { readerOf } from '../read/resolve-read.js';
import { runTasks } from '../read/run-tasks.js';
import { asGraphqlError } from './format-error.js';
import { reading } from './graphql-context.js';
import type { GraphqlContext } from './graphql-context.js';

/** The data of an answer as the text that PostgreSQL made. */
export class PassedText {
  constructor(readonly text: string) {}
}

/** Apollo's `stringifyResult`: passed text goes out as it is. */
export function stringifyResult(result: unknown): string {
  const { data } = result as { data?: unknown };
  return data instanceof PassedText ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
}

export interface QueryToRead {
  readonly ctx: GraphqlContext;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Part = { readonly key: string } & ({ readonly task: ReadTask } | { readonly text: string });

/**
 * Answers a query whose root fields are all read models: all statements in one pipelined transaction. Null where it is
 * not for here: other root fields, variables that can't be coerced, a refusal before anything ran. graphql-js then says so
 * in its own way, with the place of the error.
 * @throws what the database throws
 */
export async function passThrough(query: QueryToRead): Promise<PassedText | null> {
  const parts = plan(query);
  if (!parts) return null;
  const tasks = parts.flatMap((part) => ('task' in part ? [part.task] : []));
  const answers = await runTasks(reading(query.ctx), tasks);
  const texts = parts.map((part) => {
    const text = 'task' in part ? answers[tasks.indexOf(part.task)]?.text : part.text;
    return `${JSON.stringify(part.key)}:${text ?? 'null'}`;
  });
  return new PassedText(`{${texts.join(',')}}`);
}

function plan(query: QueryToRead): Part[] | null {
  const { schema, operation, ctx, document } = query;
  const type = schema.getQueryType();
  if (operation.operation !== 'query' || !type) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], query.variables);
  if (!coerced) return null;
  const reader = readerOf(schema);
  const fragments = fragmentsOf(document);
  const selected = collectFields({ schema, fragments, variables: coerced }, type, [operation.selectionSet]);
  const names = [...selected.values()].map(([node]) => String(node?.name.value));
  if (!names.every((name) => name === '__typename' || reader.registry.roots.has(name))) return null;
  try {
    const asking: Asking = { ctx: reading(ctx), schema, operation, fragments, variables: coerced, named: ctx.shipped };
    return [...selected].map(([key, nodes]): Part => {
      const field = type.getFields()[String(nodes[0]?.name.value)];
      // __typename is the one name that is no field of the type
      if (!field) return { key, text: JSON.stringify(type.name) };
      return { key, task: taskOfRoot(reader, asking, { field, nodes, path: key }) };
    });
  } catch {
    return null;
  }
}

type Fragments = Record<string, FragmentDefinitionNode>;
const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>();

function fragmentsOf(document: DocumentNode): Fragments {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    const pairs = document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    );
    fragments = Object.fromEntries(pairs);
    fragmentsByDocument.set(document, fragments);
  }
  return fragments;
}

/** Answers in `responseForOperation`; Apollo then formats nothing, so errors take the same formatter by hand. */
export function passThroughPlugin(registry: ReadRegistry): ApolloServerPlugin<GraphqlContext> {
  return {
    async serverWillStart({ schema }) {
      if (readerOf(schema).registry !== registry) throw new Error('The schema was attached to another registry');
    },
    async requestDidStart() {
      return { responseForOperation };
    },
  };
}

type Answered = Awaited<ReturnType<NonNullable<GraphQLRequestListener<GraphqlContext>['responseForOperation']>>>;
type SingleResult = Extract<NonNullable<Answered>['body'], { kind: 'single' }>['singleResult'];

async function responseForOperation(request: GraphQLRequestContext<GraphqlContext>): Promise<Answered> {
  const { operation, document, schema, contextValue: ctx } = request;
  if (!operation || !document) return null;
  const variables = request.request.variables ?? {};
  try {
    const data = await passThrough({ ctx, schema, document, operation, variables });
    return data && respond({ data: data as never });
  } catch (error) {
    return respond({ data: null, errors: [asGraphqlError(error)] });
  }
}

function respond(singleResult: SingleResult): NonNullable<Answered> {
  return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}
