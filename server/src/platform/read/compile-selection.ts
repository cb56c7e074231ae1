import { getArgumentValues, getNamedType, isNonNullType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { RuleViolation } from '../errors.js';
import { collectFields } from './collect-fields.js';
import { bind, nextAlias } from './compilation.js';
import type { Args, Compilation, Run } from './compilation.js';
import { filterConditions, modelConditions, orderBy, orderTerms, sourceSql, tenantColumn, tenantCondition } from './compile-conditions.js';
import type { Row } from './compile-conditions.js';
import { connectionColumns, limitOf } from './compile-connection.js';
import type { CountField, Field, KeyField, LinkField, ManyField, ObjectsField, OneField, PageField, ScalarField } from './kinds.js';
import { keyOfModel } from './model.js';
import type { Model } from './model.js';
import { linkOf } from './registry.js';

/** A field of the selection under its response key. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

type Column = (selected: Selected) => string;

/** The select list of a type's selection: one column a response key, `__typename` a constant. */
export function columnsOf(c: Compilation, typeName: string, at: { nodes: readonly FieldNode[]; column: Column }): string {
  const type = objectType(c, typeName);
  const columns: string[] = [];
  for (const [key, nodes] of collectFields(c, type, at.nodes.map((node) => node.selectionSet))) {
    // a column's name is cut at 63 bytes, and two keys could become one
    if (key.length > 63) throw new RuleViolation('BAD_INPUT', { longest: 63 });
    const name = nodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (!field && name !== '__typename') throw new Error(`${typeName} has no field ${name}`);
    columns.push(`${field ? at.column({ field, nodes }) : `'${typeName}'::text`} AS "${key}"`);
  }
  return columns.join(', ');
}

function objectType({ schema }: Compilation, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

/** The select list of a model's row. */
export function rowColumns(c: Compilation, row: Row, nodes: readonly FieldNode[]): string {
  return columnsOf(c, row.model.type, { nodes, column: (selected) => fieldSql(c, row, selected) });
}

/** A record as a value; json_agg and row_to_json write it as an object, nested ones too. */
export function record(c: Compilation, columns: string): string {
  const alias = nextAlias(c);
  return `(SELECT ${alias} FROM (SELECT ${columns}) ${alias})`;
}

/** A list of records from a select. */
export function listOf(c: Compilation, select: string): string {
  const alias = nextAlias(c);
  return `(SELECT coalesce(json_agg(${alias}), '[]'::json) FROM (${select}) ${alias})`;
}

function fieldSql(c: Compilation, row: Row, selected: Selected): string {
  const { field: { name, type } } = selected;
  const declared = row.model.fields[name];
  if (!declared) throw new Error(`${row.model.type}.${name} has no read model`);
  c.types.add(row.model);
  const { mask } = c.permission(row.model);
  if (mask.kind === 'only' && name !== 'id' && !mask.fields.includes(name)) {
    if (isNonNullType(type)) throw new RuleViolation('FORBIDDEN', { field: name });
    return 'NULL';
  }
  return valueSql(c, row, { ...selected, declared });
}

function valueSql(c: Compilation, row: Row, at: Selected & { declared: Field }): string {
  const { declared } = at;
  switch (declared.kind) {
    case 'key':
      return keySql(row, declared);
    case 'one':
      return oneSql(c, row, { ...at, declared });
    case 'many':
      return manySql(c, row, { ...at, declared });
    case 'page':
      return pageSql(c, row, { ...at, declared });
    case 'count':
      return countSql(c, row, declared);
    case 'objects':
      return objectsSql(c, row, { ...at, declared });
    default:
      return scalarSql(c, row, declared);
  }
}

export function keySql(row: Row, { prefix, column }: KeyField): string {
  const tenant = `'${prefix}_' || ${tenantColumn(row)}`;
  return column ? `${tenant} || '_' || ${row.alias}.${column}` : tenant;
}

/** JSON has its own forms; where PostgreSQL's differ from GraphQL's, SQL writes ours. */
export function scalarSql(c: Compilation, { alias }: Row, { kind, source }: ScalarField): string {
  const sql = sourceSql(c, source, alias);
  if (kind === 'bigint') return `(${sql})::text`;
  if (kind === 'day') return `NULLIF(${sql}, 'infinity')`;
  if (kind === 'instant') return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql;
}

interface Linked {
  readonly target: Row;
  /** FROM and WHERE */
  readonly from: string;
}

/** The target of a link: joined on the tenant and the named columns, under its own permissions and day. */
function linked(c: Compilation, row: Row, link: LinkField, more: (target: Row) => string[] = () => []): Linked {
  const model = c.registry.models.get(link.type);
  if (!model) throw new Error(`${link.type} has no read model`);
  const target: Row = { model, alias: nextAlias(c) };
  const conditions = [
    tenantCondition(c, target, row),
    ...Object.entries(link.on).map(([theirs, ours]) => `${target.alias}.${theirs} = ${row.alias}.${ours}`),
    ...(link.where ? [link.where(target.alias)] : []),
    ...modelConditions(c, target, link),
    ...more(target),
  ];
  return { target, from: `FROM ${model.table} ${target.alias} WHERE ${conditions.join(' AND ')}` };
}

function oneSql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: OneField }): string {
  const { target, from } = linked(c, row, declared);
  const { column } = keyOfModel(target.model);
  const isByKey = column === null || column in declared.on;
  const alias = nextAlias(c);
  return `(SELECT ${alias} FROM (SELECT ${rowColumns(c, target, nodes)} ${from}${isByKey ? '' : ' LIMIT 1'}) ${alias})`;
}

function manySql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: ManyField }): string {
  const { target, from } = linked(c, row, declared);
  const order = orderBy(orderTerms(c, target, declared.order));
  return listOf(c, `SELECT ${rowColumns(c, target, nodes)} ${from} ORDER BY ${order} LIMIT ${declared.max}`);
}

function countSql(c: Compilation, row: Row, { of }: CountField): string {
  return `(SELECT count(*) ${linked(c, row, linkOf(row.model, of)).from})`;
}

function pageSql(c: Compilation, row: Row, { declared, field, nodes }: Selected & { declared: PageField }): string {
  const slot = openSlot(c, { field, nodes });
  const { target, from } = linked(c, row, declared, (rows) => argumentConditions(c, rows, { slot, args: declared.args }));
  const name = `${row.model.type}.${field.name}`;
  const columns = connectionColumns(c, { rows: target, from, order: declared.order, name, slot, nodes, type: getNamedType(field.type).name });
  return record(c, columns);
}

/** Keeps a field with arguments, so that every request fills its parameters anew. */
export function openSlot(c: Compilation, { field, nodes: [node] }: Selected): OpenSlot {
  if (!node) throw new Error('A field without nodes');
  const no = c.slots.push({ field, node }) - 1;
  return { args: getArgumentValues(field, node, c.variables), read: (run) => run.args[no] ?? {} };
}

export interface OpenSlot {
  /** as they are now: for their shape only */
  readonly args: Args;
  /** as they are in a later request */
  readonly read: (run: Run) => Args;
}

/** Arguments of the field itself that are filters. */
export function argumentConditions(c: Compilation, rows: Row, at: { slot: OpenSlot; args?: readonly string[] }): string[] {
  const pick = (args: Args): Args => Object.fromEntries((at.args ?? []).map((name) => [name, args[name]]));
  return filterConditions(c, rows, { given: pick(at.slot.args), read: at.slot.read });
}

function objectsSql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: ObjectsField }): string {
  const element = nextAlias(c);
  const columns = columnsOf(c, declared.type, {
    nodes,
    column: ({ field: { name } }) => `${element}.value -> '${declared.fields[name] ?? name}'`,
  });
  return listOf(c, `SELECT ${columns} FROM jsonb_array_elements(${row.alias}.${declared.column}) ${element}`);
}

/** The rows of one page as a FROM item under the alias of the rows. */
export function modelOf(c: Compilation, type: string): Model {
  const model = c.registry.models.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}

export { bind, limitOf };
