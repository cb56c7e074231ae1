import { subtreeEnd } from '@zhixiao/domain';
import type { Alternative, SchoolTest, TenantTest } from '@zhixiao/policy';
import { RuleViolation } from '../errors.js';
import { bind, bindDay, bindOnce } from './compilation.js';
import type { Args, Binder, Compilation, Run } from './compilation.js';
import { decodeCursor } from './cursor.js';
import type { Filter } from './filters.js';
import type { Order, Source } from './kinds.js';
import type { Model } from './model.js';
import { parseKey } from './parse-key.js';
import { restrictedSql } from './condition-sql.js';
import { covers } from './permission.js';

/** One row source inside a statement: a model under an alias. */
export interface Row {
  readonly model: Model;
  readonly alias: string;
}

export function sourceSql(c: Compilation, source: Source, alias: string): string {
  if (typeof source === 'string') return `${alias}.${source}`;
  // an unused parameter has no type, so the day is bound only where it is asked for
  return source(alias, source.length > 1 ? bindDay(c) : '');
}

export function tenantColumn({ model, alias }: Row): string {
  return `${alias}.${model.scope.tenantId}`;
}

/** Every relation carries the tenant: the parent's, or the statement's own value or range, which also routes it. */
export function tenantCondition(c: Compilation, row: Row, parent?: Row): string {
  const lo = () => bindOnce(c, 'lo', (run) => run.lo);
  if (c.lo === c.hi) return `${tenantColumn(row)} = ${lo()}`;
  if (parent) return `${tenantColumn(row)} = ${tenantColumn(parent)}`;
  return `${tenantColumn(row)} BETWEEN ${lo()} AND ${bindOnce(c, 'hi', (run) => run.hi)}`;
}

/** What holds of every row of a model: the ability's condition, the model's own, the day. */
export function modelConditions(c: Compilation, row: Row, use: { during?: boolean; alongside?: true }): string[] {
  const { model, alias } = row;
  const asked = use.during ?? !model.during?.whenAsked;
  return [
    ...(use.alongside ? [] : permissionConditions(c, row)),
    ...(model.where ? [model.where(alias)] : []),
    ...(asked ? dayConditions(c, row) : []),
  ];
}

function dayConditions(c: Compilation, { model: { during }, alias }: Row): string[] {
  if (!during) return [];
  const day = bindDay(c);
  if ('range' in during) return [`${alias}.${during.range} @> ${day}`];
  return [`${alias}.${during.from} <= ${day}`, `${alias}.${during.to} > ${day}`];
}

function permissionConditions(c: Compilation, row: Row): string[] {
  c.types.add(row.model);
  const { condition } = c.permission(row.model);
  if (condition.kind === 'all') return [];
  if (condition.kind === 'none') return ['FALSE'];
  const alternatives = condition.of.map((alternative, i) => alternativeTests(c, row, { alternative, i }));
  if (alternatives.some((tests) => tests.length === 0)) return [];
  return [anyOf(alternatives.map((tests) => tests.join(' AND ')))];
}

function alternativeTests(c: Compilation, row: Row, at: { alternative: Alternative; i: number }): string[] {
  const { tenant, school, restricted, account } = at.alternative;
  const now = (run: Run): Alternative => {
    const { condition } = run.permission(row.model);
    const found = condition.kind === 'any' ? condition.of[at.i] : undefined;
    if (!found) throw new Error('The plan is of another ability');
    return found;
  };
  return [
    ...(covers(tenant, c)
      ? []
      : [tenantTest(c, tenantColumn(row), { test: tenant, value: (run) => valueOf(now(run).tenant) })]),
    ...(school ? [schoolTest(c, row, { test: school, value: (run) => valueOf(now(run).school) })] : []),
    ...(restricted === undefined
      ? []
      : [scopeTest(c, row, { name: 'restricted', sql: (column) => restrictedSql(column, { restricted }) })]),
    ...(account === undefined
      ? []
      : [
          scopeTest(c, row, {
            name: 'accountId',
            sql: (column) => `${column} = ${bind(c, (run) => now(run).account)}`,
          }),
        ]),
  ];
}

/** A test of what the model keeps beside tenant and school; a model that doesn't keep it lets nothing through. */
function scopeTest(
  c: Compilation,
  { model, alias }: Row,
  { name, sql }: { name: 'restricted' | 'accountId'; sql: (column: string) => string },
): string {
  const source = model.scope[name];
  return source ? sql(sourceSql(c, source, alias)) : 'FALSE';
}

function valueOf(test: TenantTest | SchoolTest | undefined): unknown {
  return test && Object.values(test)[0];
}

function tenantTest(c: Compilation, column: string, { test, value }: { test: TenantTest; value: Binder }): string {
  if ('eq' in test) return `${column} = ${bind(c, value)}`;
  if ('in' in test) return `${column} = ANY (${bind(c, value)})`;
  const end = (i: number) => bind(c, (run) => (value(run) as readonly number[])[i]);
  return `${column} BETWEEN ${end(0)} AND ${end(1)}`;
}

/** A rule about schools over a type that knows of none lets nothing through. */
function schoolTest(
  c: Compilation,
  { model, alias }: Row,
  { test, value }: { test: SchoolTest; value: Binder },
): string {
  const { schoolId, schoolIds } = model.scope;
  const one = 'eq' in test;
  if (schoolId) return `${sourceSql(c, schoolId, alias)} = ${one ? bind(c, value) : `ANY (${bind(c, value)})`}`;
  if (!schoolIds) return 'FALSE';
  const column = sourceSql(c, schoolIds, alias);
  return one ? `${column} @> ARRAY[${bind(c, value)}::uuid]` : `${column} && ${bind(c, value)}::uuid[]`;
}

/** The tests of the filters that were given. `read` finds their values again in a later request. */
export function filterConditions(
  c: Compilation,
  row: Row,
  { given, read }: { given: Args; read: (run: Run) => Args },
): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const filter = row.model.filters?.[name];
    if (!filter) throw new Error(`${row.model.type} has no filter ${name}`);
    refuseMasked(c, row.model, columnsOfFilter(filter));
    return filterTests(c, row, { filter, value, read: (run) => sizedValue(read(run)[name]) });
  });
}

const OPERATORS = { equals: '=', atLeast: '>=', atMost: '<=', before: '<' } as const;

function filterTests(c: Compilation, row: Row, use: { filter: Filter; value: unknown; read: Binder }): string[] {
  const { filter, value, read } = use;
  const { alias } = row;
  switch (filter.op) {
    case 'oneOf':
      return [`${sourceSql(c, filter.source, alias)} = ANY (${bind(c, read)})`];
    case 'startsWith':
      return [`${sourceSql(c, filter.source, alias)} LIKE ${bind(c, (run) => `${escapeLike(read(run))}%`)}`];
    case 'search':
      return [searchTest(c, row, { filter, read })];
    case 'keyOf':
      return [
        `${tenantColumn(row)} = ${bind(c, (run) => keyIn(read(run), filter.prefix)?.tenantId ?? -1)}`,
        `${alias}.${filter.column} = ${bind(c, (run) => keyIn(read(run), filter.prefix)?.id ?? null)}`,
      ];
    case 'tenantRef':
      return [`${alias}.${filter.column} = ${bind(c, (run) => keyIn(read(run), filter.prefix)?.tenantId ?? -1)}`];
    case 'subtree':
      return [tenantTest(c, tenantColumn(row), { test: { between: [0, 0] }, value: (run) => subtreeOf(read(run)) })];
    case 'onDay':
      return value === true ? dayConditions(c, row) : [];
    case 'whether':
      return [filter.sql(alias, value === true)];
    case 'where':
      return [filter.sql(alias, bind(c, read), filter.sql.length > 2 ? bindDay(c) : '')];
    default:
      return [`${sourceSql(c, filter.source, alias)} ${OPERATORS[filter.op]} ${bind(c, read)}`];
  }
}

function searchTest(c: Compilation, { alias }: Row, use: { filter: Filter & { op: 'search' }; read: Binder }): string {
  const like = (columns: readonly string[], term: (run: Run) => string): string[] => {
    const parameter = columns.length > 0 ? bind(c, (run) => `%${term(run)}%`) : '';
    return columns.map((column) => `${alias}.${column} LIKE ${parameter}`);
  };
  const typed = (run: Run): string => escapeLike(use.read(run));
  return anyOf([...like(use.filter.asTyped, typed), ...like(use.filter.lower, (run) => typed(run).toLowerCase())]);
}

const LONGEST_TERM = 64;
const LONGEST_LIST = 200;

/** What a filter is given, in every request anew: ids, dates, words and search terms are short, lists of them too. */
function sizedValue(value: unknown): unknown {
  if (Array.isArray(value) && value.length > LONGEST_LIST) throw new RuleViolation('BAD_INPUT', { most: LONGEST_LIST });
  for (const one of [value].flat()) {
    if (typeof one === 'string' && one.trim().length > LONGEST_TERM)
      throw new RuleViolation('BAD_INPUT', { longest: LONGEST_TERM });
  }
  return value;
}

function escapeLike(term: unknown): string {
  return String(term)
    .trim()
    .replace(/[\\%_]/g, '\\$&');
}

function keyIn(value: unknown, prefix: string | null): ReturnType<typeof parseKey> {
  const key = parseKey(value);
  return prefix === null || key?.prefix === prefix ? key : null;
}

/** The range of a tenant's subtree; nothing for what is no tenant's id. */
export function subtreeOf(value: unknown): readonly [number, number] {
  const key = parseKey(value);
  return key && key.id === null ? [key.tenantId, subtreeEnd(key.tenantId)] : [-1, -1];
}

export function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? String(tests[0]) : `(${tests.join(' OR ')})`;
}

function columnsOfFilter(filter: Filter): readonly Source[] {
  if ('source' in filter) return [filter.source];
  if ('uses' in filter) return filter.uses;
  if (filter.op === 'search') return [...filter.asTyped, ...filter.lower];
  return 'column' in filter ? [filter.column] : [];
}

/** Who may not see a field can't learn it from what a filter or an order does: each column must be one of a field seen. */
function refuseMasked(c: Compilation, model: Model, sources: readonly Source[]): void {
  c.types.add(model);
  const { mask } = c.permission(model);
  if (mask.kind !== 'only') return;
  const seen = new Set<Source>([model.scope.tenantId, 'id', ...mask.fields]);
  for (const name of ['id', ...mask.fields]) {
    const field = model.fields[name];
    if (field && 'source' in field) seen.add(field.source);
    if (field && 'column' in field && field.column) seen.add(field.column);
  }
  if (!sources.every((source) => seen.has(source))) throw new RuleViolation('FORBIDDEN');
}

export interface OrderTerm {
  readonly sql: string;
  readonly down: boolean;
  readonly nullable: boolean;
}

/** An order over the row; refused where it would sort by what is masked. */
export function orderTerms(c: Compilation, { model, alias }: Row, order: Order): OrderTerm[] {
  return order.map((part) => {
    if (typeof part !== 'string') {
      refuseMasked(c, model, [part.uses]);
      return { sql: part.sql(alias), down: part.down ?? false, nullable: part.nullable ?? false };
    }
    const column = part.replace(/^-|\?$/g, '');
    refuseMasked(c, model, [column]);
    return { sql: `${alias}.${column}`, down: part.startsWith('-'), nullable: part.endsWith('?') };
  });
}

export function orderBy(terms: readonly OrderTerm[]): string {
  return terms.map((t) => t.sql + (t.down ? ' DESC' : '') + (t.nullable ? ' NULLS LAST' : '')).join(', ');
}

/** What comes after the cursor. One row comparison where an index can follow it, else term by term. */
export function afterCondition(
  c: Compilation,
  terms: readonly OrderTerm[],
  cursor: { name: string; read: Binder },
): string {
  c.cursor = true;
  const values = terms.map((_, i) =>
    bind(c, (run) => decodeCursor(cursor.read(run), { name: cursor.name, length: terms.length })[i]),
  );
  const [first] = terms;
  if (terms.every((t) => !t.nullable && t.down === first?.down)) {
    return `(${terms.map((t) => t.sql).join(', ')}) ${first?.down ? '<' : '>'} (${values.join(', ')})`;
  }
  const beyond = terms.map((term, i) => {
    const same = terms.slice(0, i).map((t, j) => `${t.sql} ${t.nullable ? 'IS NOT DISTINCT FROM' : '='} ${values[j]}`);
    return [...same, termAfter(term, String(values[i]))].join(' AND ');
  });
  return anyOf(beyond);
}

function termAfter({ sql, down, nullable }: OrderTerm, value: string): string {
  const test = `${sql} ${down ? '<' : '>'} ${value}`;
  return nullable ? `(${test} OR (${sql} IS NULL AND ${value} IS NOT NULL))` : test;
}
