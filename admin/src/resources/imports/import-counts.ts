import type { SchemaType } from '../../data/index.js';

export type Outcome = SchemaType<'ImportOutcome'>;

export const OUTCOMES: readonly Outcome[] = ['IMPORTED', 'REJECTED', 'DUPLICATE', 'VACANCY', 'IGNORED'];

/** A count by its name; what is not there is 0. */
export function countOf(counts: unknown, name: string): number {
  const value = counts !== null && typeof counts === 'object' ? (counts as Record<string, unknown>)[name] : 0;
  return typeof value === 'number' ? value : 0;
}

/** Texts by field: cells of a row, corrections typed. */
export function textsOf(json: unknown): Readonly<Record<string, string>> {
  if (json === null || typeof json !== 'object') return {};
  return Object.fromEntries(Object.entries(json).map(([field, text]) => [field, text === null ? '' : String(text)]));
}
