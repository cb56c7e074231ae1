import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The operations that the admin ships, by the sha256 of their text. */
export interface ShippedOperations {
  has(query: string): boolean;
}

/** @param path schema/operations.json: `{ "<sha256>": { name, query } }`; where it is absent, nothing is shipped */
export function loadShippedOperations(path: string): ShippedOperations {
  const manifest: Record<string, unknown> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)
    : {};
  const hashes = new Set(Object.keys(manifest));
  const known = new Map<string, boolean>();
  return {
    has: (query) => {
      const before = known.get(query);
      if (before !== undefined) return before;
      const shipped = hashes.has(createHash('sha256').update(query).digest('hex'));
      if (known.size > 1000) known.clear();
      known.set(query, shipped);
      return shipped;
    },
  };
}
