import type { Source } from './kinds.js';

/**
 * The closed list of what a filter may do. A filter's name is that of the field of the GraphQL input (or of the
 * argument) that gives its value; null is "not given". Values are parameters; only booleans enter the SQL itself.
 */
export type Filter =
  | { readonly op: 'equals' | 'oneOf' | 'atLeast' | 'atMost' | 'before' | 'startsWith'; readonly source: Source }
  | { readonly op: 'search'; readonly asTyped: readonly string[]; readonly lower: readonly string[] }
  | { readonly op: 'keyOf'; readonly prefix: string | null; readonly column: string }
  | { readonly op: 'tenantRef'; readonly prefix: string; readonly column: string }
  | { readonly op: 'subtree' }
  | { readonly op: 'onDay' }
  | { readonly op: 'whether'; readonly sql: (row: string, on: boolean) => string; readonly uses: readonly string[] }
  | {
      readonly op: 'where';
      readonly sql: (row: string, value: string, day: string) => string;
      readonly uses: readonly string[];
    };

export type Filters = Readonly<Record<string, Filter>>;

export const equals = (source: Source): Filter => ({ op: 'equals', source });
/** One of a list of values. */
export const oneOf = (source: Source): Filter => ({ op: 'oneOf', source });
export const atLeast = (source: Source): Filter => ({ op: 'atLeast', source });
export const atMost = (source: Source): Filter => ({ op: 'atMost', source });
export const before = (source: Source): Filter => ({ op: 'before', source });
export const startsWith = (source: Source): Filter => ({ op: 'startsWith', source });

/** The term anywhere in a column; `lower` columns (pinyin, initials) hold lower case and are asked in lower case. */
export function search(asTyped: readonly string[], lower: readonly string[] = []): Filter {
  return { op: 'search', asTyped, lower };
}

/** An opaque id: its tenant and its uuid. A malformed one, or one of another kind, finds nothing. */
export function keyOf(prefix: string | null, column: string): Filter {
  return { op: 'keyOf', prefix, column };
}

/** The opaque id of a tenant in a column that holds its number (`parent_id`). */
export function tenantRef(prefix: string, column: string): Filter {
  return { op: 'tenantRef', prefix, column };
}

/** The id of a tenant: its whole subtree, as far as the grant reaches. */
export function subtree(): Filter {
  return { op: 'subtree' };
}

/** true: only what holds on the as-of day (the model's `during`). */
export function onDay(): Filter {
  return { op: 'onDay' };
}

/** A boolean: the SQL for true and for false. `uses`: the fields that it looks at, for field permissions. */
export function whether(uses: readonly string[], sql: (row: string, on: boolean) => string): Filter {
  return { op: 'whether', sql, uses };
}

/** Any other test; `value` is a parameter, to be written with its type: `${value}::text[]`. */
export function where(uses: readonly string[], sql: (row: string, value: string, day: string) => string): Filter {
  return { op: 'where', sql, uses };
}
