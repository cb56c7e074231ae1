import { createHash } from 'node:crypto';
import { getArgumentValues, isEnumType, typeFromAST } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { ReadContext } from '../context.js';
import type { Statement } from '../database/read-pool.js';
import { finish } from './compilation.js';
import type { Args, Binder, Compilation, Run, Selecting, Slot } from './compilation.js';
import type { Selected } from './compile-selection.js';
import type { Model, RowKey } from './model.js';
import { permissionOf, shapeOfPermission } from './permission.js';
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
  /** by type, whether its look-up by key narrows to the day: `node` and payloads do as the root field does */
  readonly keyedDuring: ReadonlyMap<string, boolean | undefined>;
}

const MOST_VARIANTS = 1000;
let operationsSeen = 0;

export function createReader(registry: ReadRegistry, schema: GraphQLSchema): Reader {
  const keyed = [...registry.roots.values()].flatMap((root) => (root.root === 'byKey' ? [root] : []));
  const keyedDuring = new Map(keyed.map(({ type, during }) => [type, during]));
  return { registry, schema, keyedDuring, variants: new Map(), operations: new WeakMap() };
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

/** A statement to be had: where it stands, over which tenants, and how it is compiled if no plan is there yet. */
export interface Preparing extends Place {
  readonly model: Model;
  readonly range: TenantRange;
  /** the root field's, coerced; null where the selection is not a root field's */
  readonly args: Args | null;
  readonly day: string;
  readonly keys: readonly RowKey[];
  readonly form: string;
  readonly compile: (c: Compilation) => string;
}

/** The statement of a plan, remembered or made, with the values of this request. */
export function prepare(reader: Reader, asking: Asking, at: Preparing): ReadStatement {
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
