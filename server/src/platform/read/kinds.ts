/**
 * Kinds of field that a read model may have. A `Source` is a column's name or, for what no column holds, SQL over the
 * row's alias; the second argument is the as-of day of the root field (a `date`).
 */
export type Source = string | ((row: string, day: string) => string);

export type ScalarKind = 'text' | 'int' | 'bigint' | 'float' | 'bool' | 'day' | 'instant' | 'json' | 'textArray';

export interface ScalarOptions {
  /** The SQL of a computed field is never null: start-up can't see that by itself. */
  readonly nonNull?: true;
}

export interface ScalarField extends ScalarOptions {
  readonly kind: ScalarKind;
  readonly source: Source;
}

/** The opaque id `<prefix>_<tenant>_<uuid>`, made by SQL; without a column `<prefix>_<tenant>`. */
export interface KeyField {
  readonly kind: 'key';
  readonly prefix: string;
  readonly column: string | null;
}

/** Columns of the target = columns of the own row. The tenant is never written: the compiler joins on it. */
export type On = Readonly<Record<string, string>>;

interface LinkOptions {
  /** SQL over the target's alias */
  readonly where?: (row: string) => string;
  /** Only what holds on the as-of day. Default: as the target's model says. */
  readonly during?: boolean;
}

export interface OneOptions extends LinkOptions {
  /** The target is shown to whoever reads the row (its tenant): no rule of its own enters, so it may be non-null. */
  readonly alongside?: true;
}

export interface OneField extends OneOptions {
  readonly kind: 'one';
  readonly type: string;
  readonly on: On;
}

/** One part of an order: `code`, `-held_on` (descending), `tenure_end?` (nullable, nulls last), or SQL over
 * the field that it `uses`. */
export type OrderPart =
  | string
  | { readonly sql: (row: string) => string; readonly down?: true; readonly nullable?: true; readonly uses: string };

/** Ends in the key's column, so that it is total and a cursor can name a place in it. */
export type Order = readonly OrderPart[];

export interface ManyOptions extends LinkOptions {
  readonly order: Order;
  readonly max: number;
}

export interface ManyField extends ManyOptions {
  readonly kind: 'many';
  readonly type: string;
  readonly on: On;
}

export interface PageOptions extends LinkOptions {
  readonly order: Order;
  /** Arguments of the field that are filters of the target under the same name. */
  readonly args?: readonly string[];
}

export interface PageField extends PageOptions {
  readonly kind: 'page';
  readonly type: string;
  readonly on: On;
}

/** How many rows a `many` or `page` of the same type has: the same join, day and permissions. */
export interface CountField {
  readonly kind: 'count';
  readonly of: string;
}

/** A list of objects kept in a jsonb column: GraphQL field = key in the object. */
export interface ObjectsField {
  readonly kind: 'objects';
  readonly type: string;
  readonly column: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type LinkField = OneField | ManyField | PageField;
export type Field = ScalarField | KeyField | CountField | ObjectsField | LinkField;
export type Fields = Readonly<Record<string, Field>>;

type ScalarMaker = (source: Source, options?: ScalarOptions) => ScalarField;
const scalar =
  (kind: ScalarKind): ScalarMaker =>
  (source, options = {}) => ({ kind, source, ...options });

/** Text; also uuid and enums, which are stored under their GraphQL names. */
export const text = scalar('text');
export const int = scalar('int');
/** Leaves as text: JavaScript would round it. */
export const bigint = scalar('bigint');
export const float = scalar('float');
export const bool = scalar('bool');
/** A civil date; 'infinity' is null. */
export const day = scalar('day');
/** An instant: ISO 8601 in UTC with milliseconds. */
export const instant = scalar('instant');
export const json = scalar('json');
export const textArray = scalar('textArray');

/** The opaque id of a row, or of a row that a column points to: `key('S')`, `key('O', 'organization_id')`. */
export function key(prefix: string, column = 'id'): KeyField {
  return { kind: 'key', prefix, column };
}

/** The opaque id of a tenant, which is its number alone: `T_522636`. */
export function tenantKey(prefix: string): KeyField {
  return { kind: 'key', prefix, column: null };
}

/** A link to at most one row: `one('Person', { id: 'person_id' })`, `one('Tenant', {}, { alongside: true })`. */
export function one(type: string, on: On, options: OneOptions = {}): OneField {
  return { kind: 'one', type, on, ...options };
}

/** A short list: `many('Appointment', { school_id: 'id' }, { order: ['post', 'id'], max: 50 })`. */
export function many(type: string, on: On, options: ManyOptions): ManyField {
  return { kind: 'many', type, on, ...options };
}

/** A Relay connection with nodes, edges, pageInfo and totalCount; arguments first, after, offset. */
export function page(type: string, on: On, options: PageOptions): PageField {
  return { kind: 'page', type, on, ...options };
}

export function count(of: string): CountField {
  return { kind: 'count', of };
}

export function objects(
  type: string,
  options: { readonly column: string; readonly fields: readonly string[] | Readonly<Record<string, string>> },
): ObjectsField {
  const { column, fields } = options;
  const byName = Array.isArray(fields) ? Object.fromEntries(fields.map((name: string) => [name, name])) : fields;
  return { kind: 'objects', type, column, fields: byName as Readonly<Record<string, string>> };
}
