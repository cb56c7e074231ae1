import { createHash } from 'node:crypto';
import { getArgumentValues, isEnumType, typeFromAST } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { ReadContext } from '../context.js';
import type { Rows, Statement } from '../database/read-pool.js';
import { RuleViolation } from '../errors.js';
import { subtreeOf } from './compile-conditions.js';
import { finish } from './compilation.js';
import type { Args, Binder, Compilation, Run, Selecting, Slot } from './compilation.js';
import { compileAll, compileKeyed, compileList } from './compile-root.js';
import { MOST_ROWS } from './compile-selection.js';
import type { Selected } from './compile-selection.js';
import type { AllRoot, ListRoot, Model, RowKey } from './model.js';
import { parseKey } from './parse-key.js';
import { narrow, permissionOf, shapeOfPermission } from './permission.js';
import type { TenantRange } from './permission.js';
import type { ReadRegistry } from './registry.js';

interface Plan {
  readonly text: string;
  readonly name: string;
  readonly binders: readonly Binder[];
  readonly slots: readonly Slot[];
  readonly cursor: boolean;
}

/** The plans of one selection and shape of variables: by the shape of the permissions of the types in it. */
interface Variant {
  readonly models: readonly Model[];
  readonly plans: Map<string, Plan>;
}

/** A registry over a schema, with the plans that its queries got. */
export interface Reader {
  readonly registry: ReadRegistry;
  readonly schema: GraphQLSchema;
  readonly variants: Map<string, Variant>;
  readonly operations: WeakMap<OperationDefinitionNode, number>;
}

const MOST_VARIANTS = 1000;
let operationsSeen = 0;

export function createReader(registry: ReadRegistry, schema: GraphQLSchema): Reader {
  return { registry, schema, variants: new Map(), operations: new WeakMap() };
}

/** A request that asks for read models. */
export interface Asking extends Selecting {
  readonly ctx: ReadContext;
  readonly operation: OperationDefinitionNode;
  /** The operation is a shipped one: its statements are named, so that connections keep their plans. */
  readonly named?: boolean;
}

/** Where in the operation a selection stands; a part of the plan's key. */
export interface Place extends Selected {
  readonly path: string;
}

export interface ReadStatement extends Statement {
  readonly cursor: boolean;
}

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
  const root = [...reader.registry.roots.values()].find((r) => r.root === 'byKey' && r.type === model.type);
  const during = root?.root === 'byKey' ? root.during : undefined;
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

interface Preparing extends Place {
  readonly model: Model;
  readonly range: TenantRange;
  /** the root field's, coerced; null where the selection is not a root field's */
  readonly args: Args | null;
  readonly day: string;
  readonly keys: readonly RowKey[];
  readonly form: string;
  readonly compile: (c: Compilation) => string;
}

function prepare(reader: Reader, asking: Asking, at: Preparing): ReadStatement {
  const permission = (model: Model) => permissionOf(asking.ctx.ability, model);
  const plan = planFor(reader, asking, at);
  const args = plan.slots.map(({ field, node }) =>
    at.args && node === at.nodes[0] ? at.args : getArgumentValues(field, node, asking.variables),
  );
  const run: Run = { ...at.range, args, keys: at.keys, day: at.day, permission };
  const values = plan.binders.map((binder) => binder(run));
  const { text, cursor, name } = plan;
  return asking.named ? { text, cursor, values, name } : { text, cursor, values };
}

function planFor(reader: Reader, asking: Asking, at: Preparing): Plan {
  const { operation, variables, ctx } = asking;
  const { lo, hi } = at.range;
  const shape = shapeOfVariables(reader, operation, variables);
  const key = `${numberOf(reader, operation)} ${at.path} ${at.model.type} ${at.form} ${lo === hi} ${shape}`;
  const variant = reader.variants.get(key);
  const shapeFor = (models: readonly Model[]): string =>
    models.map((model) => shapeOfPermission(permissionOf(ctx.ability, model), at.range)).join(' ');
  const found = variant?.plans.get(shapeFor(variant.models));
  if (variant && found) {
    reader.variants.delete(key);
    reader.variants.set(key, variant);
    return found;
  }
  const { plan, models } = compilePlan(reader, asking, at);
  remember(reader, key, variant ?? { models, plans: new Map() }).plans.set(shapeFor(models), plan);
  return plan;
}

function compilePlan(reader: Reader, asking: Asking, at: Preparing): { plan: Plan; models: Model[] } {
  const c: Compilation = {
    ...at.range,
    schema: reader.schema,
    fragments: asking.fragments,
    variables: asking.variables,
    registry: reader.registry,
    permission: (model) => permissionOf(asking.ctx.ability, model),
    binders: [],
    shared: new Map(),
    slots: [],
    types: new Set(),
    aliases: 0,
    cursor: false,
  };
  const { text, binders } = finish(c, at.compile(c));
  const name = createHash('md5').update(text).digest('hex');
  return { plan: { text, name, cursor: c.cursor, binders, slots: c.slots }, models: [...c.types] };
}

function remember({ variants }: Reader, key: string, variant: Variant): Variant {
  variants.set(key, variant);
  const [oldest] = variants.keys();
  if (variants.size > MOST_VARIANTS && oldest !== undefined) variants.delete(oldest);
  return variant;
}

function numberOf({ operations }: Reader, operation: OperationDefinitionNode): number {
  const number = operations.get(operation) ?? ++operationsSeen;
  operations.set(operation, number);
  return number;
}

/** What of the variables changes the SQL: presence, booleans, the members of an enum; never another value. */
function shapeOfVariables({ schema }: Reader, operation: OperationDefinitionNode, variables: Args): string {
  const shapes = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const value = variables[variable.name.value];
    return typeof value === 'string' && isOrder(schema, type) ? value : shapeOf(value);
  });
  return shapes.join('');
}

function isOrder(schema: GraphQLSchema, type: Parameters<typeof typeFromAST>[1]): boolean {
  const named = type.kind === 'NonNullType' ? type.type : type;
  return named.kind === 'NamedType' && isEnumType(schema.getType(named.name.value));
}

function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'object' || Array.isArray(value)) return 'v';
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}${shapeOf(inner)}`)
    .join()}}`;
}
