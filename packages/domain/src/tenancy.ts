import type { TenantLevel } from './vocabulary.js';

/** The platform root; its range is every tenant's. */
export const PLATFORM_TENANT_ID = 0;
const MAX_TENANT_ID = 999_999;

/** The tree is the number: a tenant's id is laid out like GB/T 2260 (province 520000, city 522600, county 522636). */
export function isTenantId(id: number): boolean {
  return Number.isInteger(id) && (id === PLATFORM_TENANT_ID || (id >= 10_000 && id <= MAX_TENANT_ID));
}

/** The level that the id's trailing zeros say. */
export function levelOf(id: number): TenantLevel {
  if (id === PLATFORM_TENANT_ID) return 'PLATFORM';
  if (id % 10_000 === 0) return 'PROVINCE';
  return id % 100 === 0 ? 'CITY' : 'COUNTY';
}

/** The last id of the tenant's subtree: `id` to `subtreeEnd(id)` are the tenant and all below it. */
export function subtreeEnd(id: number): number {
  if (id === PLATFORM_TENANT_ID) return MAX_TENANT_ID;
  if (id % 10_000 === 0) return id + 9_999;
  return id % 100 === 0 ? id + 99 : id;
}

/** Is the tenant the root itself or below it? */
export function isWithin(id: number, root: number): boolean {
  return root <= id && id <= subtreeEnd(root);
}

/**
 * The ids above a tenant, the platform first: at most three. Arithmetic only: a municipality's county names a city id
 * (110100) that is no tenant.
 */
export function ancestorsOf(id: number): number[] {
  const above = [PLATFORM_TENANT_ID, id - (id % 10_000), id - (id % 100)];
  return [...new Set(above)].filter((one) => one < id);
}
