import { decodeId, decodeTenantId, TENANT_ID_PREFIX } from '@zhixiao/domain';
import type { RowKey } from './model.js';

export interface OpaqueKey extends RowKey {
  readonly prefix: string;
}

/** Takes an opaque id apart; null where it is malformed, which answers like an id that doesn't exist. */
export function parseKey(id: unknown): OpaqueKey | null {
  const text = String(id);
  const tenantId = decodeTenantId(text);
  if (tenantId !== null) return { prefix: TENANT_ID_PREFIX, tenantId, id: null };
  const key = decodeId(text);
  return key && { prefix: key.prefix, tenantId: key.tenantId, id: key.uuid };
}
