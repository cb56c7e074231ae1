import { isNonNullType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Field, Fields, ScalarField, Source } from './kinds.js';
import type { Model } from './model.js';
import type { ReadRegistry } from './registry.js';
import { schemaOf } from './resolve-read.js';

export type CatalogueQuery = (text: string) => Promise<unknown>;
type RowsOf = (text: string) => Promise<readonly Record<string, unknown>[]>;

/** PostgreSQL's types that a kind may stand on. */
const TYPES: Readonly<Record<ScalarField['kind'], readonly string[]>> = {
  text: ['text', 'character varying', 'character', 'uuid'],
  int: ['integer', 'smallint'],
  bigint: ['bigint', 'numeric'],
  float: ['double precision', 'real', 'numeric'],
  bool: ['boolean'],
  day: ['date'],
  instant: ['timestamp with time zone'],
  json: ['jsonb', 'json'],
  textArray: ['text[]'],
};

/**
 * Start-up check of the declarations against the database. @throws Error with every disagreement, a line each: a column
 * that is not there, a kind that differs from the column, SQL that PostgreSQL refuses, a non-null field that could be
 * null, an order whose nulls have no place.
 */
export async function verifyCatalogue(registry: ReadRegistry, query: CatalogueQuery): Promise<void> {
  const rowsOf: RowsOf = async (text) => {
    const result = await query(text);
    return (Array.isArray(result) ? result : (result as { rows: unknown }).rows) as Record<string, unknown>[];
  };
  const schema = schemaOf(registry);
  const problems: string[] = [];
  for (const model of registry.models.values())
    problems.push(...(await problemsOfModel(registry, schema, { model, rowsOf })));
  if (problems.length > 0) throw new Error(`The read models and the database disagree:\n${problems.join('\n')}`);
}

interface Checking {
  readonly model: Model;
  readonly rowsOf: RowsOf;
}

interface Column {
  readonly type: string;
  readonly nullable: boolean;
}

type Columns = ReadonlyMap<string, Column>;

async function columnsOf(table: string, rowsOf: RowsOf): Promise<Columns> {
  const rows = await rowsOf(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable FROM pg_attribute
     WHERE attrelid = to_regclass('${table}') AND attnum > 0 AND NOT attisdropped`,
  );
  return new Map(
    rows.map(({ name, type, nullable }) => [String(name), { type: String(type), nullable: nullable === true }]),
  );
}

async function problemsOfModel(
  registry: ReadRegistry,
  schema: GraphQLSchema,
  { model, rowsOf }: Checking,
): Promise<string[]> {
  const columns = await columnsOf(model.table, rowsOf);
  if (columns.size === 0) return [`${model.type}: the table ${model.table} is not there`];
  const type = schema.getType(model.type);
  const graphql = isObjectType(type) ? type.getFields() : {};
  const problems = namedColumns(registry, model)
    .filter(({ name }) => !columns.has(name))
    .map(({ at, name }) => `${at}: the column ${model.table}.${name} is not there`);
  for (const [name, field] of Object.entries(model.fields)) {
    const nonNull = graphql[name] !== undefined && isNonNullType(graphql[name].type);
    problems.push(...(await problemsOfField(`${model.type}.${name}`, { field, nonNull, columns, model, rowsOf })));
  }
  return [...problems, ...nullableOrders(model, columns), ...(await problemsOfTests({ model, rowsOf }))];
}

type CheckedField = Checking & { readonly field: Field; readonly nonNull: boolean; readonly columns: Columns };

async function problemsOfField(
  at: string,
  { field, nonNull, columns, model, rowsOf }: CheckedField,
): Promise<string[]> {
  const column = columnOf(field);
  const could = `${at} is non-null and could be null`;
  if (column && nonNull && columns.get(column)?.nullable) return [could];
  if (!('source' in field)) return [];
  const { kind, source } = field;
  const type = typeof source === 'string' ? columns.get(source)?.type : await typeOfSql(source, { model, rowsOf });
  if (type === undefined) return [];
  const wrong = TYPES[kind].includes(type) ? [] : [`${at} is of kind ${kind}, and its SQL is ${type}`];
  return nonNull && typeof source !== 'string' && !field.nonNull
    ? [...wrong, `${could}: declare it nonNull if it never is`]
    : wrong;
}

function columnOf(field: Field): string | null {
  if ('source' in field) return typeof field.source === 'string' ? field.source : null;
  return field.kind === 'key' || field.kind === 'objects' ? field.column : null;
}

/** The type of computed SQL, or PostgreSQL's refusal in place of it. */
async function typeOfSql(source: Exclude<Source, string>, { model, rowsOf }: Checking): Promise<string> {
  const sql = source('"#1"', 'CURRENT_DATE');
  return rowsOf(
    `SELECT pg_typeof(${sql})::text AS type FROM (SELECT 1) one LEFT JOIN ${model.table} "#1" ON FALSE`,
  ).then(
    ([row]) => String(row?.['type']),
    (error: unknown) => `refused: ${(error as Error).message}`,
  );
}

interface NamedColumn {
  readonly at: string;
  readonly name: string;
}

/** Every column of the model's own table that a declaration names. */
function namedColumns({ models }: ReadRegistry, model: Model): NamedColumn[] {
  const { scope, during, type } = model;
  const own = [...Object.values(scope), ...Object.values({ ...during, whenAsked: undefined })];
  const listed: [string, unknown][] = [
    ...own.map((name): [string, unknown] => [type, name]),
    ...Object.entries(model.fields).flatMap(([name, field]) =>
      ownColumns(field).map((c): [string, unknown] => [`${type}.${name}`, c]),
    ),
    ...Object.entries(model.filters ?? {}).flatMap(([name, filter]) =>
      Object.entries(filter).flatMap(([part, value]: [string, unknown]) =>
        ['source', 'column', 'asTyped', 'lower'].includes(part)
          ? [value].flat().map((c): [string, unknown] => [`${type} filter ${name}`, c])
          : [],
      ),
    ),
    ...Object.entries(model.orders ?? {}).flatMap(([name, order]) =>
      order.map((part): [string, unknown] => [`${type} order ${name}`, bare(part)]),
    ),
    ...[...models.values()].flatMap((other) => theirColumns(other, model)),
  ];
  return listed.flatMap(([at, name]) => (typeof name === 'string' ? [{ at, name }] : []));
}

function bare(part: unknown): unknown {
  return typeof part === 'string' ? part.replace(/^-|\?$/g, '') : null;
}

function ownColumns(field: Field): unknown[] {
  return 'on' in field ? Object.values(field.on) : [columnOf(field)];
}

/** Columns of this model's table that links of another name: what they join on, how they sort. */
function theirColumns(other: Model, model: Model): [string, unknown][] {
  return Object.entries(other.fields as Fields).flatMap(([name, field]) => {
    if (!('on' in field) || field.type !== model.type) return [];
    const order = 'order' in field ? field.order.map(bare) : [];
    return [...Object.keys(field.on), ...order].map((column): [string, unknown] => [`${other.type}.${name}`, column]);
  });
}

/** A cursor over nulls that were not announced would lose rows. */
function nullableOrders({ type, orders = {} }: Model, columns: Columns): string[] {
  return Object.entries(orders).flatMap(([name, order]) =>
    order.flatMap((part) => {
      if (typeof part !== 'string' || part.endsWith('?')) return [];
      const column = String(bare(part));
      return columns.get(column)?.nullable ? [`${type} order ${name}: ${column} could be null, write '${part}?'`] : [];
    }),
  );
}

/** The SQL of conditions, filters and computed orders, prepared once without being run. */
async function problemsOfTests({ model, rowsOf }: Checking): Promise<string[]> {
  const tests = Object.entries(model.filters ?? {}).flatMap(([name, filter]): [string, string][] => {
    if (filter.op === 'whether') return [true, false].map((on) => [`filter ${name}`, filter.sql('"#1"', on)]);
    return filter.op === 'where' ? [[`filter ${name}`, filter.sql('"#1"', 'NULL', 'CURRENT_DATE')]] : [];
  });
  if (model.where) tests.push(['where', model.where('"#1"')]);
  for (const [name, order] of Object.entries(model.orders ?? {})) {
    for (const part of order)
      if (typeof part !== 'string') tests.push([`order ${name}`, `(${part.sql('"#1"')}) IS NULL`]);
  }
  const problems: string[] = [];
  for (const [at, test] of tests) {
    await rowsOf(`SELECT 1 FROM ${model.table} "#1" WHERE FALSE AND (${test})`).catch((error: unknown) => {
      problems.push(`${model.type} ${at}: ${(error as Error).message}`);
    });
  }
  return problems;
}
