import type { RowKey } from './model.js';

const OPAQUE = /^([A-Z]{1,3})_(\d{1,6})(?:_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))?$/;

export interface OpaqueKey extends RowKey {
  readonly prefix: string;
}

/** Takes an opaque id apart; null where it is malformed, which answers like an id that doesn't exist. */
export function parseKey(id: unknown): OpaqueKey | null {
  const [, prefix, tenant, uuid] = OPAQUE.exec(String(id)) ?? [];
  return prefix && tenant ? { prefix, tenantId: Number(tenant), id: uuid ?? null } : null;
}

/** The last tenant of a subtree: 520000 → 529999, 522600 → 522699, a county itself. The tree is the number. */
export function subtreeEnd(tenantId: number): number {
  if (tenantId === 0) return 999_999;
  if (tenantId % 10_000 === 0) return tenantId + 9_999;
  return tenantId % 100 === 0 ? tenantId + 99 : tenantId;
}
