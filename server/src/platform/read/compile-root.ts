import { bind, nextAlias } from './compilation.js';
import type { Compilation } from './compilation.js';
import * as conditions from './compile-conditions.js';
import type { Row } from './compile-conditions.js';
import { argumentConditions, connectionColumns, openSlot, record, rowColumns } from './compile-selection.js';
import type { Selected, Slot } from './compile-selection.js';
import { keyOfModel } from './model.js';
import type { AllRoot, ListRoot, Model } from './model.js';

/** Rows by key: `single` rows as one equality, several as lists. */
export interface Keyed {
  readonly model: Model;
  readonly single: boolean;
  readonly during?: boolean;
}

/** One row a key found: `json` and, where several are asked for, `key` = tenant_uuid. */
export function compileKeyed(c: Compilation, { model, single, during }: Keyed, { nodes }: Selected): string {
  const row: Row = { model, alias: nextAlias(c) };
  const { column } = keyOfModel(model);
  const tenant = conditions.tenantColumn(row);
  const key = column && `${row.alias}.${column}`;
  const tests = [
    conditions.tenantCondition(c, row),
    ...(single ? [] : [`${tenant} = ANY (${bind(c, (run) => run.keys.map((k) => k.tenantId))})`]),
    ...(key && single ? [`${key} = ${bind(c, (run) => run.keys[0]?.id ?? null)}`] : []),
    ...(key && !single ? [`${key} = ANY (${bind(c, (run) => run.keys.map((k) => k.id))})`] : []),
    ...conditions.modelConditions(c, row, { during }),
  ];
  const name = single ? '' : `${tenant} || '_'${key ? ` || ${key}` : ''} AS key, `;
  const json = `row_to_json(${record(c, rowColumns(c, row, nodes))})::text AS json`;
  return `SELECT ${name}${json} FROM ${model.table} ${row.alias} WHERE ${tests.join(' AND ')}`;
}

interface Listed {
  readonly model: Model;
  readonly root: ListRoot | AllRoot;
}

/** FROM and WHERE of all rows of a root field: the range, the permissions, the day, the filters that are given. */
function allRows(c: Compilation, row: Row, { root, slot }: { root: ListRoot | AllRoot; slot: Slot }): string {
  const filter = (slot.args['filter'] ?? {}) as Record<string, unknown>;
  const read = (run: Parameters<Slot['read']>[0]): Record<string, unknown> =>
    (slot.read(run)['filter'] ?? {}) as Record<string, unknown>;
  // the tenant filter is already in the statement's own range
  const given = Object.fromEntries(
    Object.entries(filter).filter(([name]) => row.model.filters?.[name]?.op !== 'subtree'),
  );
  const tests = [
    conditions.tenantCondition(c, row),
    ...conditions.modelConditions(c, row, { during: root.during }),
    ...conditions.filterConditions(c, row, { given, read }),
    ...argumentConditions(c, row, { slot, args: root.args }),
  ];
  return `FROM ${row.model.table} ${row.alias} WHERE ${tests.join(' AND ')}`;
}

/** One row with the connection's `json`. */
export function compileList(c: Compilation, { model, root }: Listed, selected: Selected): string {
  const slot = openSlot(c, selected);
  const row: Row = { model, alias: nextAlias(c) };
  const orderName = String(slot.args['order'] ?? root.order);
  const order = model.orders?.[orderName];
  if (!order) throw new Error(`${model.type} has no order ${orderName}`);
  const name = `${model.type}.${orderName}`;
  const columns = connectionColumns(c, { ...selected, row, from: allRows(c, row, { root, slot }), order, name, slot });
  const alias = nextAlias(c);
  return `SELECT row_to_json(${alias})::text AS json FROM (SELECT ${columns}) ${alias}`;
}

/** One row with the whole list's `json`. */
export function compileAll(c: Compilation, { model, root }: Listed & { root: AllRoot }, selected: Selected): string {
  const slot = openSlot(c, selected);
  const row: Row = { model, alias: nextAlias(c) };
  const from = allRows(c, row, { root, slot });
  const terms = conditions.orderTerms(c, row, model.orders?.[root.order] ?? []);
  const alias = nextAlias(c);
  const rows = `SELECT ${rowColumns(c, row, selected.nodes)} ${from} ORDER BY ${conditions.orderBy(terms)} LIMIT ${root.max}`;
  return `SELECT coalesce(json_agg(${alias}), '[]'::json)::text AS json FROM (${rows}) ${alias}`;
}
