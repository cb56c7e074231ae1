import { getArgumentValues } from 'graphql';
import type { ReadContext } from '../context.js';
import type { Rows } from '../database/read-pool.js';
import { RuleViolation } from '../errors.js';
import type { Args, Compilation } from './compilation.js';
import { subtreeOf } from './compile-conditions.js';
import { compileAll, compileKeyed, compileList } from './compile-root.js';
import { MOST_ROWS } from './compile-selection.js';
import type { AllRoot, ListRoot, Model, RowKey } from './model.js';
import { parseKey } from './parse-key.js';
import { narrow, permissionOf } from './permission.js';
import type { TenantRange } from './permission.js';
import { prepare } from './plan-cache.js';
import type { Asking, Place, Reader, ReadStatement } from './plan-cache.js';

/** Statements to run, and what their rows answer. */
export interface ReadTask {
  readonly statements: readonly ReadStatement[];
  readonly answer: (results: readonly Rows[]) => Answer;
}

/** One text, or one an id; `types`: the concrete types where the field's is abstract. */
export interface Answer {
  readonly text: string;
  readonly types?: readonly (string | null)[];
}

/** The task of a root field that is a read model. @throws RuleViolation for bad input, before anything is run */
export function taskOfRoot(reader: Reader, asking: Asking, place: Place): ReadTask {
  const root = reader.registry.roots.get(place.field.name);
  const [node] = place.nodes;
  if (!root || !node) throw new Error(`${place.field.name} is no read model`);
  const args = getArgumentValues(place.field, node, asking.variables);
  const day = String(args['asOf'] ?? asking.ctx.today);
  if (root.root === 'node') return taskOfNodes(reader, asking, { ...place, ids: [args['id']], list: false });
  if (root.root === 'nodes')
    return taskOfNodes(reader, asking, { ...place, ids: args['ids'] as unknown[], list: true });
  const model = modelOf(reader, root.type);
  if (root.root === 'byKey') {
    const key = keyFor(asking.ctx, model, args['id']);
    return key ? taskOfKey(reader, asking, { ...place, model, key, day }) : nothing;
  }
  const range = rangeOf(asking, model, args);
  const compile = (c: Compilation): string => compileListed(c, { model, root }, place);
  const statement = prepare(reader, asking, { ...place, model, range, args, day, keys: [], form: root.root, compile });
  return { statements: [statement], answer: ([rows]) => ({ text: jsonOf(rows) }) };
}

function compileListed(c: Compilation, at: { model: Model; root: ListRoot | AllRoot }, place: Place): string {
  const { model, root } = at;
  return root.root === 'list' ? compileList(c, { model, root }, place) : compileAll(c, { model, root }, place);
}

const nothing: ReadTask = { statements: [], answer: () => ({ text: 'null' }) };

function jsonOf(rows: Rows | undefined): string {
  return (rows?.rows[0]?.['json'] as string | undefined) ?? 'null';
}

interface ModelPlace extends Place {
  readonly model: Model;
  readonly day: string;
}

/** The task of one row by key; a key outside of the grant's range finds nothing. */
export function taskOfKey(reader: Reader, asking: Asking, place: ModelPlace & { readonly key: RowKey }): ReadTask {
  if (!isInRange(asking.ctx, place.key)) return nothing;
  const statement = prepareKeyed(reader, asking, { ...place, keys: [place.key] });
  return { statements: [statement], answer: ([rows]) => ({ text: jsonOf(rows) }) };
}

/** The task of a list of rows by key, in the order of the keys, null for what is not there. */
export function taskOfKeys(
  reader: Reader,
  asking: Asking,
  place: ModelPlace & { readonly keys: readonly RowKey[] },
): ReadTask {
  const keys = place.keys.filter((key) => isInRange(asking.ctx, key));
  const statements = keys.length === 0 ? [] : [prepareKeyed(reader, asking, { ...place, keys })];
  const answer = ([rows]: readonly Rows[]): Answer => ({
    text: `[${place.keys.map((key) => (isInRange(asking.ctx, key) && rowOf(rows, key)) || 'null').join(',')}]`,
  });
  return { statements, answer };
}

function prepareKeyed(
  reader: Reader,
  asking: Asking,
  place: ModelPlace & { readonly keys: readonly RowKey[] },
): ReadStatement {
  const { model, keys } = place;
  const single = keys.length === 1;
  const tenants = keys.map((key) => key.tenantId);
  const range = { lo: Math.min(...tenants), hi: Math.max(...tenants) };
  const during = reader.keyedDuring.get(model.type);
  const compile = (c: Compilation): string => compileKeyed(c, { model, single, during }, place);
  return prepare(reader, asking, { ...place, range, args: null, form: single ? 'key' : 'keys', compile });
}

/** Rows of several types by their opaque ids: one statement a type, the order of the ids, null for what is not there. */
function taskOfNodes(reader: Reader, asking: Asking, at: Place & { ids: readonly unknown[]; list: boolean }): ReadTask {
  if (at.ids.length > MOST_ROWS) throw new RuleViolation('BAD_INPUT', { field: 'ids', most: MOST_ROWS });
  const asked = at.ids.map((id) => {
    const model = reader.registry.byPrefix.get(parseKey(id)?.prefix ?? '');
    const key = model && keyFor(asking.ctx, model, id);
    return model && key ? { model, key } : null;
  });
  const models = [...new Set(asked.flatMap((one) => (one ? [one.model] : [])))];
  const statements = models.map((model) => {
    const keys = asked.flatMap((one) => (one?.model === model ? [one.key] : []));
    return prepareKeyed(reader, asking, { ...at, model, keys, day: asking.ctx.today });
  });
  const answer = (results: readonly Rows[]): Answer => {
    const found = asked.map((one) => one && rowOf(results[models.indexOf(one.model)], one.key));
    const types = found.map((text, i) => (text ? (asked[i]?.model.type ?? null) : null));
    const texts = found.map((text) => text ?? 'null');
    return { types, text: at.list ? `[${texts.join(',')}]` : String(texts[0]) };
  };
  return { statements, answer };
}

/** A single row comes without its key. */
function rowOf(rows: Rows | undefined, { tenantId, id }: RowKey): string | null {
  const row = rows?.rows.find(({ key }) => key === undefined || key === `${tenantId}_${id ?? ''}`);
  return (row?.['json'] as string | undefined) ?? null;
}

function keyFor(ctx: ReadContext, model: Model, id: unknown): RowKey | null {
  const key = parseKey(id);
  const { id: declared } = model.fields;
  if (!key || declared?.kind !== 'key' || key.prefix !== declared.prefix) return null;
  if ((key.id === null) !== (declared.column === null)) return null;
  return isInRange(ctx, key) ? key : null;
}

function isInRange({ grant }: ReadContext, { tenantId }: RowKey): boolean {
  return tenantId >= grant.lo && tenantId <= grant.hi;
}

function modelOf({ registry }: Reader, type: string): Model {
  const model = registry.models.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}

/** The tenants of a list: the grant's range, inside it the filter's subtree, inside it the one that the rules leave. */
function rangeOf({ ctx }: Asking, model: Model, args: Args): TenantRange {
  const filter = Object.entries((args['filter'] ?? {}) as Args);
  const [, within] = filter.find(([name, value]) => value != null && model.filters?.[name]?.op === 'subtree') ?? [];
  const [lo, hi] = within === undefined ? [0, Infinity] : subtreeOf(within);
  const range = { lo: Math.max(lo, ctx.grant.lo), hi: Math.min(hi, ctx.grant.hi) };
  return narrow(range, permissionOf(ctx.ability, model).condition);
}
