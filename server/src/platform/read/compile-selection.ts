import { getArgumentValues, getNamedType, isNonNullType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLField } from 'graphql';
import { RuleViolation } from '../errors.js';
import { collectFields } from './collect-fields.js';
import { bind, nextAlias } from './compilation.js';
import type { Args, Compilation, Run } from './compilation.js';
import * as conditions from './compile-conditions.js';
import type { OrderTerm, Row } from './compile-conditions.js';
import { cursorSql } from './cursor.js';
import type {
  Field,
  KeyField,
  LinkField,
  ManyField,
  ObjectsField,
  OneField,
  Order,
  PageField,
  ScalarField,
} from './kinds.js';
import { keyOfModel } from './model.js';
import { linkOf } from './registry.js';

/** A field of the selection under its response key. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

type Pair = readonly [key: string, sql: string];

/** The selection of an object type: what SQL stands under which response key; `__typename` is a constant. */
function pairsOf(
  c: Compilation,
  typeName: string,
  at: { nodes: readonly FieldNode[]; sqlOf: (selected: Selected) => string },
): Pair[] {
  const type = c.schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  const sets = at.nodes.map((node) => node.selectionSet);
  return [...collectFields(c, type, sets)].map(([key, nodes]) => {
    const field = type.getFields()[String(nodes[0]?.name.value)];
    // a column's name is cut at 63 bytes, and two keys could become one
    if (key.length > 63) throw new RuleViolation('BAD_INPUT', { longest: 63 });
    return [key, field ? at.sqlOf({ field, nodes }) : `'${typeName}'::text`];
  });
}

function selectList(pairs: readonly Pair[]): string {
  return pairs.map(([key, sql]) => `${sql} AS "${key}"`).join(', ');
}

/** The select list of a model's row. */
export function rowColumns(c: Compilation, row: Row, nodes: readonly FieldNode[]): string {
  return selectList(pairsOf(c, row.model.type, { nodes, sqlOf: (selected) => fieldSql(c, row, selected) }));
}

/** A record as a value; json_agg and row_to_json write it as an object, and those in it too. */
export function record(c: Compilation, columns: string): string {
  const alias = nextAlias(c);
  return `(SELECT ${alias} FROM (SELECT ${columns}) ${alias})`;
}

function listOf(c: Compilation, select: string): string {
  const alias = nextAlias(c);
  return `(SELECT coalesce(json_agg(${alias}), '[]'::json) FROM (SELECT ${select}) ${alias})`;
}

function fieldSql(c: Compilation, row: Row, selected: Selected): string {
  const { name, type } = selected.field;
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
      return `(SELECT count(*) ${linked(c, row, { link: linkOf(row.model, declared.of) }).from})`;
    case 'objects':
      return objectsSql(c, row, { ...at, declared });
    default:
      return scalarSql(c, row, declared);
  }
}

function keySql(row: Row, { prefix, column }: KeyField): string {
  const tenant = `'${prefix}_' || ${conditions.tenantColumn(row)}`;
  return column ? `${tenant} || '_' || ${row.alias}.${column}` : tenant;
}

/** JSON has its own forms; where PostgreSQL's differ from GraphQL's, SQL writes ours. */
export function scalarSql(c: Compilation, { alias }: Row, { kind, source }: ScalarField): string {
  const sql = conditions.sourceSql(c, source, alias);
  if (kind === 'bigint') return `(${sql})::text`;
  if (kind === 'day') return `NULLIF(${sql}, 'infinity')`;
  if (kind === 'instant') return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql;
}

/** The target of a link: joined on the tenant and the named columns, under its own permissions and day. */
function linked(
  c: Compilation,
  row: Row,
  { link, more = () => [] }: { link: LinkField; more?: (target: Row) => string[] },
): { target: Row; from: string } {
  const model = c.registry.models.get(link.type);
  if (!model) throw new Error(`${link.type} has no read model`);
  const target: Row = { model, alias: nextAlias(c) };
  const tests = [
    conditions.tenantCondition(c, target, row),
    ...Object.entries(link.on).map(([theirs, ours]) => `${target.alias}.${theirs} = ${row.alias}.${ours}`),
    ...(link.where ? [link.where(target.alias)] : []),
    ...conditions.modelConditions(c, target, link),
    ...more(target),
  ];
  return { target, from: `FROM ${model.table} ${target.alias} WHERE ${tests.join(' AND ')}` };
}

function oneSql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: OneField }): string {
  const { target, from } = linked(c, row, { link: declared });
  const { column } = keyOfModel(target.model);
  const limit = column === null || column in declared.on ? '' : ' LIMIT 1';
  const alias = nextAlias(c);
  return `(SELECT ${alias} FROM (SELECT ${rowColumns(c, target, nodes)} ${from}${limit}) ${alias})`;
}

function manySql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: ManyField }): string {
  const { target, from } = linked(c, row, { link: declared });
  const order = conditions.orderBy(conditions.orderTerms(c, target, declared.order));
  return listOf(c, `${rowColumns(c, target, nodes)} ${from} ORDER BY ${order} LIMIT ${declared.max}`);
}

function pageSql(c: Compilation, row: Row, { declared, ...selected }: Selected & { declared: PageField }): string {
  const slot = openSlot(c, selected);
  const more = (target: Row): string[] => argumentConditions(c, target, { slot, args: declared.args });
  const { target, from } = linked(c, row, { link: declared, more });
  const name = `${row.model.type}.${selected.field.name}`;
  return record(c, connectionColumns(c, { ...selected, row: target, from, order: declared.order, name, slot }));
}

function objectsSql(c: Compilation, row: Row, { declared, nodes }: Selected & { declared: ObjectsField }): string {
  const element = nextAlias(c);
  const sqlOf = ({ field: { name } }: Selected): string => `${element}.value -> '${declared.fields[name] ?? name}'`;
  const columns = selectList(pairsOf(c, declared.type, { nodes, sqlOf }));
  return listOf(c, `${columns} FROM jsonb_array_elements(${row.alias}.${declared.column}) ${element}`);
}

/** The arguments of a field: as they are now, for their shape only, and how a later request finds its own. */
export interface Slot {
  readonly args: Args;
  readonly read: (run: Run) => Args;
}

export function openSlot(c: Compilation, { field, nodes: [node] }: Selected): Slot {
  if (!node) throw new Error('A field without nodes');
  const no = c.slots.push({ field, node }) - 1;
  return { args: getArgumentValues(field, node, c.variables), read: (run) => run.args[no] ?? {} };
}

/** Arguments of the field itself that are filters. */
export function argumentConditions(c: Compilation, row: Row, at: { slot: Slot; args?: readonly string[] }): string[] {
  const pick = (args: Args): Args => Object.fromEntries((at.args ?? []).map((name) => [name, args[name]]));
  return conditions.filterConditions(c, row, { given: pick(at.slot.args), read: at.slot.read });
}

export interface Connection extends Selected {
  readonly row: Row;
  /** FROM and WHERE of all its rows */
  readonly from: string;
  readonly order: Order;
  /** what its cursors are good for */
  readonly name: string;
  readonly slot: Slot;
}

/** The select list of a connection, with the FROM of its page where more than the nodes are made of it. */
export function connectionColumns(c: Compilation, at: Connection): string {
  const terms = conditions.orderTerms(c, at.row, at.order);
  const type = getNamedType(at.field.type).name;
  const total = `(SELECT count(*) ${at.from})`;
  const plain = pairsOf(c, type, { nodes: at.nodes, sqlOf: ({ field }) => field.name });
  if (plain.every(([, name]) => name !== 'edges' && name !== 'pageInfo')) {
    const nodesSql = (nodes: readonly FieldNode[]): string =>
      listOf(c, `${rowColumns(c, at.row, nodes)} FROM ${pageRows(c, at, { terms, limit: limitSql(c, at.slot) })}`);
    const sqlOf = ({ field, nodes }: Selected): string => (field.name === 'nodes' ? nodesSql(nodes) : total);
    return selectList(pairsOf(c, type, { nodes: at.nodes, sqlOf }));
  }
  const first = limitSql(c, at.slot);
  const rows = pageRows(c, at, { terms, limit: `${first} + 1` });
  const { alias } = at.row;
  const columns = selectList(
    pairsOf(c, type, { nodes: at.nodes, sqlOf: (s) => aggregateSql(c, at, { ...s, terms, first, total }) }),
  );
  // HAVING makes it one row even where nothing of the selection counts the rows (hasPreviousPage alone)
  return `${columns} FROM (SELECT *, row_number() OVER () AS "#no" FROM ${rows}) ${alias} HAVING TRUE`;
}

/** Nodes, edges and page info in one pass over the page and, to know whether there is more, one row beyond it. */
function aggregateSql(
  c: Compilation,
  at: Connection,
  { field, nodes, terms, first, total }: Selected & { terms: OrderTerm[]; first: string; total: string },
): string {
  const no = `${at.row.alias}."#no"`;
  const rows = (columns: string): string =>
    `coalesce(json_agg(${record(c, columns)}) FILTER (WHERE ${no} <= ${first}), '[]'::json)`;
  if (field.name === 'nodes') return rows(rowColumns(c, at.row, nodes));
  if (field.name === 'totalCount') return total;
  const cursor = cursorSql(at.name, terms);
  if (field.name === 'edges') {
    const sqlOf = (s: Selected): string =>
      s.field.name === 'cursor' ? cursor : record(c, rowColumns(c, at.row, s.nodes));
    return rows(selectList(pairsOf(c, getNamedType(field.type).name, { nodes, sqlOf })));
  }
  const { after, offset } = at.slot.args;
  const info: Record<string, string> = {
    hasNextPage: `count(*) > ${first}`,
    hasPreviousPage:
      after != null ? 'TRUE' : offset != null ? `${bind(c, (run) => offsetOf(at.slot.read(run)))}::int > 0` : 'FALSE',
    startCursor: `max(${cursor}) FILTER (WHERE ${no} = 1)`,
    endCursor: `(array_agg(${cursor} ORDER BY ${no} DESC) FILTER (WHERE ${no} <= ${first}))[1]`,
  };
  const pairs = pairsOf(c, 'PageInfo', { nodes, sqlOf: (s) => info[s.field.name] ?? 'NULL' });
  return `json_build_object(${pairs.map(([key, sql]) => `'${key}', ${sql}`).join(', ')})`;
}

export const MOST_ROWS = 200;
const FARTHEST = 10_000;
const DEFAULT_ROWS = 20;

/**
 * The page as a FROM item. The inner, literal limit tells the planner of a generic plan that few rows are wanted; a
 * parameter alone is taken for a tenth of the table.
 */
function pageRows(
  c: Compilation,
  { row, from, slot, name }: Connection,
  at: { terms: OrderTerm[]; limit: string },
): string {
  const { after, offset } = slot.args;
  const beyond =
    after != null
      ? ` AND ${conditions.afterCondition(c, at.terms, { name, read: (run) => slot.read(run)['after'] })}`
      : '';
  const skip = offset != null ? ` OFFSET ${bind(c, (run) => offsetOf(slot.read(run)))}` : '';
  const most = MOST_ROWS + 1 + (offset != null ? FARTHEST : 0);
  const inner = `SELECT ${row.alias}.* ${from}${beyond} ORDER BY ${conditions.orderBy(at.terms)} LIMIT ${most}`;
  return `(SELECT * FROM (${inner}) ${row.alias} LIMIT ${at.limit}${skip}) ${row.alias}`;
}

function limitSql(c: Compilation, slot: Slot): string {
  return `${bind(c, (run) => inBounds('first', slot.read(run)['first'] ?? DEFAULT_ROWS, [1, MOST_ROWS]))}::bigint`;
}

function offsetOf(args: Args): number {
  return inBounds('offset', args['offset'] ?? 0, [0, FARTHEST]);
}

function inBounds(field: string, value: unknown, [least, most]: readonly [number, number]): number {
  if (typeof value !== 'number' || value < least || value > most)
    throw new RuleViolation('BAD_INPUT', { field, least, most });
  return value;
}
