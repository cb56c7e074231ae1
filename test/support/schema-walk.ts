import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
  astFromValue,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  IntrospectionQuery,
} from 'graphql';
import type { Client } from './client.js';

/** The schema as the server itself tells it. */
export async function schemaOf(client: Client): Promise<GraphQLSchema> {
  return buildClientSchema(
    await client.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true })),
  );
}

export type RootField = GraphQLField<unknown, unknown> & { operation: 'query' | 'mutation' };

export function rootFields(schema: GraphQLSchema): RootField[] {
  const of = (operation: 'query' | 'mutation'): RootField[] => {
    const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({ ...field, operation }));
  };
  return [...of('query'), ...of('mutation')];
}

const NOWHERE = 'S_522636_00000000-0000-7000-8000-000000000000';
const SCALARS: Record<string, unknown> = {
  ID: NOWHERE,
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2024-01-01',
  JSON: { a: 'b' },
};

/** Some value of an input type, with what is required in it. */
function someValue(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [someValue(nullable.ofType as GraphQLInputType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.value;
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, someValue(field.type)]));
  }
  return SCALARS[(nullable as GraphQLNamedType).name];
}

function literal(arg: GraphQLArgument): string {
  if (getNamedType(arg.type).name === 'JSON') return `${arg.name}: { a: "b" }`;
  const ast = astFromValue(someValue(arg.type), arg.type);
  return `${arg.name}: ${ast ? print(ast) : 'null'}`;
}

/** A whole operation for a root field, with some value for each required argument and the smallest selection. */
export function someCall(field: RootField): string {
  const args = field.args.filter(isRequiredArgument).map(literal);
  const leaf = isLeafType(getNamedType(field.type));
  return `${field.operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${leaf ? '' : ' { __typename }'} }`;
}

/**
 * Every field of a type, through its links as deep as asked; lists three rows at a time.
 * @param path the types on the way here, so that a link back to one of them still shows its plain fields, once
 */
export function everyField(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isInterfaceType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} { ${everyField(schema, one, depth)} }`);
    return `__typename ${parts.join(' ')}`;
  }
  if (!isObjectType(type)) return '__typename';
  const { plain, links } = selectionsOf(schema, type, depth);
  return ['__typename', ...plain, ...links].join(' ');
}

/**
 * The same in several questions, for a type with more links than one may ask for: its plain fields, and then each link by
 * itself; of a page, those of its nodes.
 */
export function everyPart(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string[] {
  if (!isObjectType(type)) return [everyField(schema, type, depth)];
  const node = isPage(type) ? type.getFields()['nodes'] : undefined;
  if (node) return everyPart(schema, getNamedType(node.type), depth).map((part) => `__typename nodes { ${part} }`);
  const { plain, links } = selectionsOf(schema, type, depth);
  return [['__typename', ...plain].join(' '), ...links.map((link) => `__typename ${link}`)];
}

function selectionsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
): { plain: string[]; links: string[] } {
  const plain: string[] = [];
  const links: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    if (isLeafType(named)) plain.push(field.name);
    else if (field.args.some(isRequiredArgument) || field.name === 'edges' || depth === 0) continue;
    else {
      const inner = isPage(named) || isPage(type) ? depth : depth - 1;
      links.push(`${field.name}${pageOf(field)} { ${everyField(schema, named, inner)} }`);
    }
  }
  return { plain, links };
}

const isPage = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');
const pageOf = (field: GraphQLField<unknown, unknown>): string =>
  field.args.some((arg) => arg.name === 'first') ? '(first: 3)' : '';

/** Whether an argument of a field, or anything inside it, is an id. */
export function takesIds(field: RootField): boolean {
  const holds = (type: GraphQLInputType, seen: Set<string>): boolean => {
    const named = getNamedType(type);
    if (named.name === 'ID') return true;
    if (!isInputObjectType(named) || seen.has(named.name)) return false;
    seen.add(named.name);
    return Object.values(named.getFields()).some((inner) => holds(inner.type, seen));
  };
  return field.args.some((arg) => holds(arg.type, new Set()));
}

/** Every input object that mutations take, with the names of its fields. */
export function mutationInputs(schema: GraphQLSchema): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || found.has(named.name)) return;
    const fields = Object.values(named.getFields());
    found.set(
      named.name,
      fields.map(({ name }) => name),
    );
    fields.forEach((field) => visit(field.type));
  };
  Object.values(schema.getMutationType()?.getFields() ?? {}).forEach((field) =>
    field.args.forEach((arg) => visit(arg.type)),
  );
  return found;
}
