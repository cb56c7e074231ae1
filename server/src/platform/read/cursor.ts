import { RuleViolation } from '../errors.js';
import type { OrderTerm } from './compile-conditions.js';

/**
 * A cursor is the place of a row in an order: the order's name and the row's own values of it, as base64url of JSON made
 * by SQL. It carries nothing else, and is good for that order only.
 */
export function cursorSql(name: string, terms: readonly OrderTerm[]): string {
  const values = [`'${name}'`, ...terms.map((t) => t.sql)].join(', ');
  return `translate(encode(convert_to(json_build_array(${values})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** The values of a cursor. @throws RuleViolation BAD_CURSOR where it is none, or one of another order */
export function decodeCursor(cursor: unknown, order: { name: string; length: number }): readonly unknown[] {
  const [name, ...values] = parse(String(cursor));
  const scalar = values.every((value) => value === null || typeof value !== 'object');
  if (name !== order.name || values.length !== order.length || !scalar) throw new RuleViolation('BAD_CURSOR');
  return values;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
