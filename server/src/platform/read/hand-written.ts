import { GraphQLSchema } from 'graphql';
import type { ReadContext } from '../context.js';
import type { Statement } from '../database/read-pool.js';
import type { Args, Compilation, Run } from './compilation.js';
import { bind, finish } from './compilation.js';
import * as conditions from './compile-conditions.js';
import type { Model } from './model.js';
import { narrow, permissionOf } from './permission.js';
import type { TenantRange } from './permission.js';
import { createReadRegistry } from './registry.js';

/** A statement written by hand over the rows of read models (roll-ups, reports, exports): its WHERE is that of a list. */
export interface HandWritten {
  /** the tenant's range, the ability's condition, the model's own, the day and the filter, under an alias of the table */
  where(model: Model, alias: string, filter?: Args): string;
  /** a parameter, to be written with its type: `${bind(7)}::int` */
  bind(value: unknown): string;
  /** the tenants that it looks at */
  readonly range: TenantRange;
  statement(text: string): Statement;
}

export interface HandWrittenAt {
  readonly day: string;
  /** SQL that holds the day, where a statement looks at several: `d.day` */
  readonly dayColumn?: string;
  /** opaque id of a tenant: its subtree, as far as the grant reaches */
  readonly tenantId?: string | null;
  /** the model whose rules narrow the range of tenants */
  readonly model: Model;
}

const nowhere = new GraphQLSchema({});
const nothing = createReadRegistry({ models: [], roots: {} });

/** Opens a statement under a grant's ability. Filters are those that the models declare for their lists. */
export function handWritten(ctx: ReadContext, at: HandWrittenAt): HandWritten {
  const permission = (model: Model) => permissionOf(ctx.ability, model);
  const [lo, hi] = at.tenantId ? conditions.subtreeOf(at.tenantId) : [ctx.grant.lo, ctx.grant.hi];
  const within = { lo: Math.max(lo, ctx.grant.lo), hi: Math.min(hi, ctx.grant.hi) };
  const range = narrow(within, permission(at.model).condition);
  const compiling = {
    schema: nowhere,
    registry: nothing,
    fragments: {},
    variables: {},
    slots: [],
    aliases: 0,
    cursor: false,
  };
  const shared = new Map(at.dayColumn ? [['day', at.dayColumn]] : []);
  const c: Compilation = { ...compiling, ...range, permission, shared, binders: [], types: new Set() };
  const run: Run = { ...range, permission, args: [], keys: [], day: at.day };
  return {
    where: (model, alias, filter = {}) => whereSql(c, { model, alias }, filter),
    bind: (value) => bind(c, () => value),
    range,
    statement: (written) => {
      const { text, binders } = finish(c, written);
      return { text, values: binders.map((binder) => binder(run)) };
    },
  };
}

function whereSql(c: Compilation, row: conditions.Row, filter: Args): string {
  // the tenant filter is given as tenantId: it is in the range already
  const given = Object.fromEntries(
    Object.entries(filter).filter(([name]) => row.model.filters?.[name]?.op !== 'subtree'),
  );
  const tests = [
    conditions.tenantCondition(c, row),
    ...conditions.modelConditions(c, row, {}),
    ...conditions.filterConditions(c, row, { given, read: () => given }),
  ];
  return tests.join(' AND ');
}
