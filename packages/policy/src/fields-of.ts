import type { AnyAbility } from '@casl/ability';
import type { AppAbility } from './ability.js';
import type { ActionOf, SubjectName } from './actions.js';

/** Which fields of a type a grant may see or set. The names are those of GraphQL. */
export type FieldMask =
  { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'only'; readonly fields: readonly string[] };

/**
 * The field mask of a type under an ability. A masked field is answered with null, and may be neither filtered nor
 * ordered by. A mask that differs from row to row throws: a statement has one list of columns.
 */
export function fieldsOf<S extends SubjectName>(ability: AppAbility, action: ActionOf<S>, subject: S): FieldMask {
  const untyped: AnyAbility = ability;
  const rules = untyped.rulesFor(action, subject);
  if (rules.some((rule) => rule.inverted)) throw new Error('Prohibitions have no field mask');
  const [first, ...more] = rules;
  if (!first) return { kind: 'none' };
  if (more.some((rule) => String(rule.fields) !== String(first.fields))) {
    throw new Error(`The fields of ${subject} differ from row to row`);
  }
  return first.fields ? { kind: 'only', fields: first.fields } : { kind: 'all' };
}

/** Whether a mask lets a field through. */
export function letsThrough(mask: FieldMask, field: string): boolean {
  return mask.kind === 'all' || (mask.kind === 'only' && mask.fields.includes(field));
}
