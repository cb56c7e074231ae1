import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { Field } from './kinds.js';
import type { Model, Root } from './model.js';
import type { ReadRegistry } from './registry.js';

/**
 * Start-up check of the declarations against the GraphQL schema. @throws Error with every disagreement, a line each: a
 * field without an entry, an entry without a field, a kind that is not the field's type, an argument, filter or order
 * that nobody answers.
 */
export function verifySchema(registry: ReadRegistry, schema: GraphQLSchema): void {
  const problems = [
    ...[...registry.models.values()].flatMap((model) => problemsOfModel(registry, schema, model)),
    ...[...registry.roots].flatMap(([name, root]) => problemsOfRoot(registry, schema, { name, root })),
    ...[...registry.payloads].flatMap(([name, links]) => problemsOfPayload(registry, schema, { name, links })),
  ];
  if (problems.length > 0) throw new Error(`The read models and the schema disagree:\n${problems.join('\n')}`);
}

function problemsOfModel(registry: ReadRegistry, schema: GraphQLSchema, model: Model): string[] {
  const type = schema.getType(model.type);
  if (!isObjectType(type)) return [`${model.type} is no object type of the schema`];
  const fields = type.getFields();
  const unknown = Object.keys(model.fields).filter((name) => !fields[name]);
  return [
    ...unknown.map((name) => `${model.type}.${name} is declared and not in the schema`),
    ...Object.values(fields).flatMap((field) => {
      const declared = model.fields[field.name];
      const at = `${model.type}.${field.name}`;
      if (!declared) return [`${at} has no entry in the read model`];
      return [
        ...problemsOfKind(schema, at, { field, declared }),
        ...problemsOfArguments(registry, at, { field, declared }),
      ];
    }),
  ];
}

const SCALARS: Readonly<Record<string, readonly string[]>> = {
  key: ['ID'],
  text: ['String', 'ID', 'enum'],
  bigint: ['String', 'ID'],
  int: ['Int', 'Float'],
  float: ['Float'],
  bool: ['Boolean'],
  day: ['Date'],
  instant: ['DateTime'],
  json: ['JSON'],
  textArray: ['String', 'ID', 'enum'],
  count: ['Int'],
};

interface Declared {
  readonly field: GraphQLField<unknown, unknown>;
  readonly declared: Field;
}

function problemsOfKind(schema: GraphQLSchema, at: string, { field, declared }: Declared): string[] {
  const { kind } = declared;
  const isList = isListType(getNullableType(field.type));
  const named = getNamedType(field.type);
  if (isList !== ['many', 'objects', 'textArray'].includes(kind))
    return [`${at} is ${String(field.type)}, not of kind ${kind}`];
  if (SCALARS[kind]) {
    const name = isEnumType(named) ? 'enum' : named.name;
    return SCALARS[kind].includes(name) ? [] : [`${at} is ${String(field.type)}, not of kind ${kind}`];
  }
  if (declared.kind === 'page') return problemsOfConnection(schema, at, { type: field.type, node: declared.type });
  if ('type' in declared && declared.type !== named.name)
    return [`${at} is ${String(field.type)}, not a link to ${declared.type}`];
  if (declared.kind === 'objects') return problemsOfObjects(schema, at, declared);
  if (declared.kind === 'one' && isNonNullType(field.type) && !declared.alongside) {
    return [`${at} is non-null, but ${declared.type} has rules of its own: make it nullable or declare it alongside`];
  }
  return [];
}

function problemsOfObjects(schema: GraphQLSchema, at: string, declared: Extract<Field, { kind: 'objects' }>): string[] {
  const type = schema.getType(declared.type);
  const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
  return names.filter((name) => !declared.fields[name]).map((name) => `${at} has no key for ${declared.type}.${name}`);
}

const CONNECTION = ['edges', 'nodes', 'pageInfo', 'totalCount'];

function problemsOfConnection(
  schema: GraphQLSchema,
  at: string,
  { type, node }: { type: GraphQLOutputType; node: string },
): string[] {
  const connection = getNamedType(type);
  if (!isObjectType(connection)) return [`${at} is no connection`];
  const fields = connection.getFields();
  const strange = Object.keys(fields).filter((name) => !CONNECTION.includes(name));
  const edge = fields['edges'] && getNamedType(fields['edges'].type);
  const targets = [fields['nodes'], isObjectType(edge) ? edge.getFields()['node'] : undefined];
  const wrong = targets.some((target) => target && getNamedType(target.type) !== schema.getType(node));
  return [
    ...strange.map((name) => `${at}: ${connection.name}.${name} is no field of a connection`),
    ...(wrong || !fields['nodes'] ? [`${at} is no connection of ${node}`] : []),
  ];
}

function problemsOfArguments(registry: ReadRegistry, at: string, { field, declared }: Declared): string[] {
  if (declared.kind !== 'page')
    return field.args.map(({ name }) => `${at} has an argument ${name}, which nobody answers`);
  const known = ['first', 'after', 'offset', ...(declared.args ?? [])];
  const target = registry.models.get(declared.type);
  return field.args.flatMap(({ name }) =>
    known.includes(name) && target ? [] : [`${at} has an argument ${name}, which nobody answers`],
  );
}

interface NamedRoot {
  readonly name: string;
  readonly root: Root;
}

function problemsOfRoot(registry: ReadRegistry, schema: GraphQLSchema, { name, root }: NamedRoot): string[] {
  const field = schema.getQueryType()?.getFields()[name];
  const at = `Query.${name}`;
  if (!field) return [`${at} is not in the schema`];
  if (root.root === 'node' || root.root === 'nodes') return problemsOfNodes(registry, schema, field);
  const model = registry.models.get(root.type);
  if (!model) return [`${root.type} has no read model`];
  const problems = field.args.flatMap((arg) => problemsOfArgument(schema, at, { name: arg.name, root, model, field }));
  if (root.root === 'list')
    return [...problems, ...problemsOfConnection(schema, at, { type: field.type, node: root.type })];
  const nullable = root.root === 'byKey' && isNonNullType(field.type);
  const wrong =
    getNamedType(field.type).name !== root.type || isListType(getNullableType(field.type)) !== (root.root === 'all');
  return [...problems, ...(wrong || nullable ? [`${at} is ${String(field.type)}, which is not what it reads`] : [])];
}

function problemsOfArgument(
  schema: GraphQLSchema,
  at: string,
  { name, root, model, field }: NamedRoot & { model: Model; field: GraphQLField<unknown, unknown> },
): string[] {
  const arg = field.args.find((one) => one.name === name);
  const type = arg && getNamedType(arg.type);
  const nobody = [`${at} has an argument ${name}, which nobody answers`];
  if (name === 'asOf') return [];
  if (root.root === 'byKey') return name === 'id' ? [] : nobody;
  if (root.root === 'node' || root.root === 'nodes') return [];
  if (root.args?.includes(name)) return [];
  if (name === 'filter' && isInputObjectType(type)) {
    const missing = Object.keys(type.getFields()).filter((filter) => !model.filters?.[filter]);
    return missing.map((filter) => `${type.name}.${filter} is no filter of ${model.type}`);
  }
  if (root.root === 'all') return nobody;
  if (name === 'order' && isEnumType(type)) {
    const missing = type.getValues().filter((value) => !model.orders?.[value.name]);
    return missing.map((value) => `${type.name}.${value.name} is no order of ${model.type}`);
  }
  return ['first', 'after', 'offset'].includes(name) ? [] : nobody;
}

function problemsOfNodes(
  { models }: ReadRegistry,
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): string[] {
  const node = getNamedType(field.type);
  const concrete = node && 'name' in node ? schema.getPossibleTypes(node as never) : [];
  const missing = concrete.filter(({ name }) => models.get(name)?.fields['id']?.kind !== 'key');
  return missing.map(({ name }) => `${name} is a Node and has no read model with a key`);
}

function problemsOfPayload(
  registry: ReadRegistry,
  schema: GraphQLSchema,
  { name, links }: { name: string; links: Readonly<Record<string, string>> },
): string[] {
  const type = schema.getType(name);
  const fields = isObjectType(type) ? type.getFields() : {};
  const wrong = Object.entries(links).filter(
    ([field, target]) =>
      !fields[field] || getNamedType(fields[field].type).name !== target || !registry.models.has(target),
  );
  return wrong.map(([field, target]) => `${name}.${field} is no link to ${target}`);
}
