import type { FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLSchema } from 'graphql';
import type { Model, RowKey } from './model.js';
import type { Permission, TenantRange } from './permission.js';
import type { ReadRegistry } from './registry.js';

export type Args = Readonly<Record<string, unknown>>;

/** The values of one request, from which a plan's parameters are filled. */
export interface Run extends TenantRange {
  /** coerced arguments by slot; slot 0 is the root field */
  readonly args: readonly Args[];
  readonly keys: readonly RowKey[];
  readonly day: string;
  readonly permission: (model: Model) => Permission;
}

export type Binder = (run: Run) => unknown;

/** A field with arguments: they are coerced for every request, since a literal may hold variables. */
export interface Slot {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** A selection as the request gave it. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A statement in the making. Its parts add parameters and aliases; values are read only for their shape. */
export interface Compilation extends Selecting, TenantRange {
  readonly registry: ReadRegistry;
  readonly permission: (model: Model) => Permission;
  readonly binders: Binder[];
  readonly shared: Map<string, string>;
  readonly slots: Slot[];
  /** the models whose permissions are in the SQL */
  readonly types: Set<Model>;
  aliases: number;
  /** a page begins after a cursor, whose values PostgreSQL judges */
  cursor: boolean;
}

/** A parameter of the statement. */
export function bind(c: Compilation, binder: Binder): string {
  return `$${c.binders.push(binder)}`;
}

/** A parameter that several parts use: the tenant, the day. */
export function bindOnce(c: Compilation, name: string, binder: Binder): string {
  const found = c.shared.get(name) ?? bind(c, binder);
  c.shared.set(name, found);
  return found;
}

/** The as-of day of the root field. */
export function bindDay(c: Compilation): string {
  return bindOnce(c, 'day', (run) => run.day) + '::date';
}

/** An alias that no GraphQL name can be, so that a response key can't capture a column. */
export function nextAlias(c: Compilation): string {
  return `"#${++c.aliases}"`;
}

/** The finished text: parameters that no part of it uses (the rows of a connection asked for its `__typename`) are gone. */
export function finish(c: Compilation, text: string): { text: string; binders: Binder[] } {
  const used = new Map<string, number>();
  const renumbered = text.replace(/\$(\d+)/g, (_, no: string) => {
    used.set(no, used.get(no) ?? used.size + 1);
    return `$${used.get(no)}`;
  });
  return { text: renumbered, binders: [...used.keys()].map((no) => c.binders[Number(no) - 1] as Binder) };
}
