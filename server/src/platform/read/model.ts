import type { SubjectName } from '@zhixiao/policy';
import type { Fields, KeyField, Order, Source } from './kinds.js';
import type { Filters } from './filters.js';

/** The only names that abilities may use, and the columns (or SQL) that they mean in this table. */
export interface ModelScope {
  readonly tenantId: string;
  readonly schoolId?: Source;
  /** every school of the row, as a uuid[]: a person's, an organisation's */
  readonly schoolIds?: Source;
  /** whether the row is of a personnel or secret matter */
  readonly restricted?: Source;
  /** the account that the row is for */
  readonly accountId?: Source;
}

/** When a row holds: a daterange column, or first day and the day after the last. */
export type During = ({ readonly range: string } | { readonly from: string; readonly to: string }) & {
  /** Rows of every day are shown, except by a link or filter that asks for the day. */
  readonly whenAsked?: true;
};

export interface ModelSpec {
  readonly table: string;
  /** Whose `read` rules apply. Default: the subject of the type's own name. */
  readonly subject?: SubjectName;
  readonly scope: ModelScope;
  readonly during?: During;
  /** What is never shown otherwise, e.g. `superseded_at IS NULL`. */
  readonly where?: (row: string) => string;
  readonly fields: Fields;
  readonly filters?: Filters;
  /** By the names of the GraphQL enum, or any name where a root or link refers to it. */
  readonly orders?: Readonly<Record<string, Order>>;
}

export interface Model extends ModelSpec {
  readonly type: string;
}

export interface Extension {
  readonly type: string;
  readonly extend: Fields;
}

/** What a GraphQL type reads: its table, who may see it, when it holds, its fields, filters and orders. */
export function readModel(type: string, spec: ModelSpec): Model {
  return { type, ...spec };
}

/** Links and counts that a module adds to a type of a module to its left. */
export function extend(type: string, fields: Fields): Extension {
  return { type, extend: fields };
}

interface RootOptions {
  /** Only what holds on the as-of day. Default: as the model says. */
  readonly during?: boolean;
}

export interface ByKeyRoot extends RootOptions {
  readonly root: 'byKey';
  readonly type: string;
}

/** `args`: arguments of the root field that are filters of the model under the same name. */
interface ListOptions extends RootOptions {
  readonly args?: readonly string[];
}

export interface ListRoot extends ListOptions {
  readonly root: 'list';
  readonly type: string;
  /** the order where the `order` argument is absent or null */
  readonly order: string;
}

export interface AllRoot extends ListOptions {
  readonly root: 'all';
  readonly type: string;
  readonly order: string;
  readonly max: number;
}

export interface NodeRoot {
  readonly root: 'node';
}

export interface NodesRoot {
  readonly root: 'nodes';
}

export type Root = ByKeyRoot | ListRoot | AllRoot | NodeRoot | NodesRoot;
export type Roots = Readonly<Record<string, Root>>;

/** `school(id: ID!, asOf: Date): School` */
export function byKey(type: string, options: RootOptions = {}): ByKeyRoot {
  return { root: 'byKey', type, ...options };
}

/** `schools(filter, order, first, after, offset, asOf): SchoolConnection!` */
export function list(type: string, options: ListOptions & { readonly order: string }): ListRoot {
  return { root: 'list', type, ...options };
}

/** A whole list without pages, at most `max` rows: `tenants(level, parentId): [Tenant!]!` */
export function all(type: string, options: ListOptions & { readonly order: string; readonly max: number }): AllRoot {
  return { root: 'all', type, ...options };
}

/** `node(id: ID!): Node` */
export const node: NodeRoot = { root: 'node' };
/** `nodes(ids: [ID!]!): [Node]!`, in the order of the ids, null for what is not there. */
export const nodes: NodesRoot = { root: 'nodes' };

/** Fields of a mutation's payload type and the types that they show: `{ AppointPayload: { school: 'School' } }`. */
export type Payloads = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The key of a row as the database has it. A tenant's row has no uuid. */
export interface RowKey {
  readonly tenantId: number;
  readonly id: string | null;
}

/** The key field of a model, by which its rows are found. */
export function keyOfModel(model: Model): KeyField {
  const { id } = model.fields;
  if (id?.kind !== 'key') throw new Error(`${model.type} has no id of kind key`);
  return id;
}
