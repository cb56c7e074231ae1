import type { Fields, LinkField, Order } from './kinds.js';
import { keyOfModel } from './model.js';
import type { Extension, Model, Payloads, Root, Roots } from './model.js';

export interface ReadDeclarations {
  readonly models: readonly Model[];
  readonly extensions?: readonly Extension[];
  readonly roots: Roots;
  readonly payloads?: Payloads;
}

/** Every read model of the server, complete with the links that modules to the right added. */
export interface ReadRegistry {
  readonly models: ReadonlyMap<string, Model>;
  /** by the prefix of their opaque ids */
  readonly byPrefix: ReadonlyMap<string, Model>;
  readonly roots: ReadonlyMap<string, Root>;
  readonly payloads: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Puts the declarations together. @throws Error where they don't fit each other */
export function createReadRegistry(declared: ReadDeclarations): ReadRegistry {
  const models = new Map<string, Model>();
  for (const model of declared.models) {
    if (models.has(model.type)) throw new Error(`Read model ${model.type} is declared twice`);
    models.set(model.type, { ...model, fields: withExtensions(model, declared.extensions ?? []) });
  }
  for (const { type } of declared.extensions ?? []) modelOf(models, type);
  const registry = {
    models,
    byPrefix: byPrefix(models),
    roots: new Map(Object.entries(declared.roots)),
    payloads: new Map(Object.entries(declared.payloads ?? {})),
  };
  for (const model of models.values()) checkModel(registry, model);
  for (const [name, root] of registry.roots) checkRoot(registry, name, root);
  return registry;
}

function withExtensions(model: Model, extensions: readonly Extension[]): Fields {
  const fields = { ...model.fields };
  for (const { type, extend } of extensions) {
    if (type !== model.type) continue;
    for (const [name, field] of Object.entries(extend)) {
      if (fields[name]) throw new Error(`${type}.${name} is declared twice`);
      fields[name] = field;
    }
  }
  return fields;
}

function byPrefix(models: ReadonlyMap<string, Model>): ReadonlyMap<string, Model> {
  const found = new Map<string, Model>();
  for (const model of models.values()) {
    if (!model.fields.id) continue;
    const { prefix } = keyOfModel(model);
    if (found.has(prefix)) throw new Error(`Two types have ids beginning with ${prefix}_`);
    found.set(prefix, model);
  }
  return found;
}

function modelOf(models: ReadonlyMap<string, Model>, type: string): Model {
  const model = models.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}

function checkModel({ models }: ReadRegistry, model: Model): void {
  for (const [name, order] of Object.entries(model.orders ?? {})) checkTotal(model, order, `${model.type}.${name}`);
  for (const [name, field] of Object.entries(model.fields)) {
    const at = `${model.type}.${name}`;
    if (field.kind === 'count') linkOf(model, field.of);
    if (field.kind !== 'one' && field.kind !== 'many' && field.kind !== 'page') continue;
    const target = modelOf(models, field.type);
    if (field.during && !target.during) throw new Error(`${at} asks for a day, and ${field.type} has none`);
    if (field.kind !== 'one') checkTotal(target, field.order, at);
    if (field.kind === 'page') checkArgs(target, field.args, at);
  }
}

function checkRoot({ models }: ReadRegistry, name: string, root: Root): void {
  if (root.root === 'node' || root.root === 'nodes') return;
  const model = modelOf(models, root.type);
  if (root.root === 'byKey') return void keyOfModel(model);
  if (!model.orders?.[root.order]) throw new Error(`Query.${name} has an order that ${model.type} has not`);
  checkArgs(model, root.args, `Query.${name}`);
}

function checkArgs(model: Model, args: readonly string[] = [], at: string): void {
  const unknown = args.find((arg) => !model.filters?.[arg]);
  if (unknown) throw new Error(`${at} has an argument ${unknown}, which is no filter of ${model.type}`);
}

/** An order that ends in the key is total; without an id (a type that is only listed) any order will do. */
function checkTotal(model: Model, order: Order, at: string): void {
  if (!model.fields.id) return;
  const last = order.at(-1);
  const column = keyOfModel(model).column ?? model.scope.tenantId;
  if (typeof last !== 'string' || last.replace(/^-/, '') !== column) throw new Error(`${at} must end in ${column}`);
}

/** The link that a `count` repeats. */
export function linkOf(model: Model, name: string): LinkField {
  const field = model.fields[name];
  if (field?.kind === 'many' || field?.kind === 'page') return field;
  throw new Error(`${model.type}.${name} is no list, so it can't be counted`);
}
