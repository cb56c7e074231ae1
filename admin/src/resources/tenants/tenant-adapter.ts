import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { TenantsOfQuery, type TenantRow } from './tenants.graphql.js';

/** The API gives the tenants below one whole; the list pages through them. */
export const tenantAdapter: ResourceAdapter<TenantRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const { parentId, level, q } = filter as { parentId?: string; level?: SchemaType<'TenantLevel'>; q?: string };
    const { tenants } = await execute(TenantsOfQuery, { parentId: parentId ?? null, level: level ?? null }, { signal });
    const found = q ? tenants.filter(({ name, code }) => `${name} ${code}`.includes(q)) : tenants;
    return { nodes: found.slice(offset, offset + first), totalCount: found.length };
  },
};
