import { graphql } from '../data/index.js';

/** Tenants of one level, or those below one. */
export const TenantsQuery = graphql(`
  query Tenants($level: TenantLevel, $parentId: ID) {
    tenants(level: $level, parentId: $parentId) {
      id
      code
      name
      level
    }
  }
`);
