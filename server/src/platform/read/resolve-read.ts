import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLFieldResolver, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { ReadContext } from '../context.js';
import { collectFields } from './collect-fields.js';
import type { Model, RowKey } from './model.js';
import { createReader } from './plan-cache.js';
import type { Asking, Reader } from './plan-cache.js';
import { taskOfKey, taskOfKeys, taskOfRoot } from './plan-read.js';
import type { ReadTask } from './plan-read.js';
import type { ReadRegistry } from './registry.js';
import { runTasks } from './run-tasks.js';

/**
 * The way through graphql-js: mutations' payloads, mixed queries. The JSON of a read model is keyed by response keys, so
 * the resolvers of its types look there. Marks begin with `#`, which no GraphQL name does, and survive JSON.
 */
const PLAIN = '#plain';
const TYPE = '#type';
const LINKS = '#links';

const readers = new WeakMap<GraphQLSchema, Reader>();
const schemas = new WeakMap<ReadRegistry, GraphQLSchema>();

/** The reader of a schema. */
export function readerOf(schema: GraphQLSchema): Reader {
  const reader = readers.get(schema);
  if (!reader) throw new Error('attachReadResolvers was not called for this schema');
  return reader;
}

/** The schema that a registry was attached to. */
export function schemaOf(registry: ReadRegistry): GraphQLSchema {
  const schema = schemas.get(registry);
  if (!schema) throw new Error('attachReadResolvers was not called for this registry');
  return schema;
}

type Source = Record<string, unknown>;
const byResponseKey: GraphQLFieldResolver<Source, unknown> = (...[source, , , info]) =>
  source[PLAIN] ? source[info.fieldName] : source[info.path.key];
const byLink: GraphQLFieldResolver<Source, unknown> = (...[source, , , info]) =>
  (source[LINKS] as Source | undefined)?.[info.path.key];

/** Binds a registry to its schema: default resolvers of all that read models answer, and of the payloads' links. */
export function attachReadResolvers(schema: GraphQLSchema, registry: ReadRegistry): void {
  readers.set(schema, createReader(registry, schema));
  schemas.set(registry, schema);
  for (const type of readTypes(schema, registry)) {
    for (const field of Object.values(type.getFields())) field.resolve = byResponseKey;
  }
  for (const [name, links] of registry.payloads) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The payload ${name} is no object type`);
    for (const [fieldName, field] of Object.entries(type.getFields())) if (links[fieldName]) field.resolve = byLink;
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (value) => (value as Source)[TYPE] as string | undefined;
  }
}

/** The types of the models, and those that are reached from them and their roots only: connections, edges, embedded objects. */
export function readTypes(schema: GraphQLSchema, registry: ReadRegistry): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const visit = (name: string): void => {
    const type = schema.getType(name);
    if (!isObjectType(type) || found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type).name);
  };
  for (const name of registry.models.keys()) visit(name);
  const query = schema.getQueryType()?.getFields() ?? {};
  for (const name of registry.roots.keys()) if (query[name]) visit(getNamedType(query[name].type).name);
  return found;
}

/** An object of a read model's type that a resolver made itself, keyed by field names: `tenant: asFields({ id, name })`. */
export function asFields<T extends object>(fields: T): T {
  return { ...fields, [PLAIN]: true };
}

function askingOf(ctx: ReadContext, info: GraphQLResolveInfo): Asking {
  const { schema, operation, fragments, variableValues } = info;
  return { ctx, schema, operation, fragments, variables: variableValues };
}

/** The resolver of a root field that is a read model. */
export async function resolveRead(ctx: ReadContext, info: GraphQLResolveInfo): Promise<unknown> {
  const field = info.parentType.getFields()[info.fieldName];
  if (!field) throw new Error(`${info.fieldName} is not in the schema`);
  const place = { field, nodes: info.fieldNodes, path: String(info.path.key) };
  const [answer] = await runTasks(ctx, [taskOfRoot(readerOf(info.schema), askingOf(ctx, info), place)]);
  const value: unknown = JSON.parse(answer?.text ?? 'null');
  if (!answer?.types) return value;
  if (!Array.isArray(value)) return withType(value, answer.types[0]);
  return value.map((one: unknown, i) => withType(one, answer.types?.[i]));
}

function withType(value: unknown, type: string | null | undefined): unknown {
  return value === null ? null : { ...(value as Source), [TYPE]: type };
}

export interface TypedKey extends RowKey {
  readonly type: string;
}

/** What a mutation that answers with one row of a read model returns: the row, as the field's selection asks for it. */
export async function resolveReadByKey(ctx: ReadContext, info: GraphQLResolveInfo, key: TypedKey): Promise<unknown> {
  const field = info.parentType.getFields()[info.fieldName];
  if (!field) throw new Error(`${info.fieldName} is not in the schema`);
  const reader = readerOf(info.schema);
  const place = { field, nodes: info.fieldNodes, path: String(info.path.key), model: modelOf(reader, key.type) };
  const [answer] = await runTasks(ctx, [taskOfKey(reader, askingOf(ctx, info), { ...place, key, day: ctx.today })]);
  return JSON.parse(answer?.text ?? 'null');
}

/**
 * What a mutation with a payload type returns: `resolvePayload(ctx, info, { appointment: key, school: key })`. Other
 * fields of the payload may be spread beside it. All rows are read in one go.
 */
export async function resolvePayload(
  ctx: ReadContext,
  info: GraphQLResolveInfo,
  keys: Readonly<Record<string, RowKey>>,
): Promise<object> {
  const lists = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, [key]]));
  const [payload] = await resolveLinks(ctx, info, lists);
  return payload ?? {};
}

/**
 * The same for a root field that is a list of objects with links to read models: one object of links a row, to be spread
 * into it. `keys` by link, in the order of the rows.
 */
export async function resolveLinks(
  ctx: ReadContext,
  info: GraphQLResolveInfo,
  keys: Readonly<Record<string, readonly RowKey[]>>,
): Promise<object[]> {
  const reader = readerOf(info.schema);
  const asking = askingOf(ctx, info);
  const links = linksOf(reader, asking, info).filter(({ name }) => keys[name]);
  const tasks = links.map(({ name, ...link }): ReadTask => {
    const path = `${String(info.path.key)}.${link.key}`;
    return taskOfKeys(reader, asking, { ...link, path, keys: keys[name] ?? [], day: ctx.today });
  });
  const answers = (await runTasks(ctx, tasks)).map((answer) => JSON.parse(answer.text) as unknown[]);
  const rows = Math.max(0, ...Object.values(keys).map((list) => list.length));
  return Array.from({ length: rows }, (_, i) => ({
    [LINKS]: Object.fromEntries(links.map(({ key }, j) => [key, answers[j]?.[i] ?? null])),
  }));
}

interface Link {
  readonly name: string;
  readonly key: string;
  readonly field: ReturnType<GraphQLObjectType['getFields']>[string];
  readonly nodes: readonly FieldNode[];
  readonly model: Model;
}

/** The links that are selected in the payload, each under its response key. */
function linksOf(reader: Reader, asking: Asking, info: GraphQLResolveInfo): Link[] {
  const type = getNamedType(info.returnType);
  const links = reader.registry.payloads.get(type.name);
  if (!isObjectType(type) || !links) throw new Error(`${type.name} is no declared payload`);
  const selected = collectFields(
    asking,
    type,
    info.fieldNodes.map((node) => node.selectionSet),
  );
  return [...selected].flatMap(([key, nodes]) => {
    const name = String(nodes[0]?.name.value);
    const field = type.getFields()[name];
    const target = links[name];
    return field && target ? [{ name, key, field, nodes, model: modelOf(reader, target) }] : [];
  });
}

function modelOf({ registry }: Reader, type: string): Model {
  const model = registry.models.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}
