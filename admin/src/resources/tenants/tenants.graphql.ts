import { graphql, type ResultOf } from '../../data/index.js';

export const TenantsOfQuery = graphql(`
  query TenantsOf($parentId: ID, $level: TenantLevel) {
    tenants(parentId: $parentId, level: $level) {
      id
      code
      name
      level
    }
  }
`);

export type TenantRow = ResultOf<typeof TenantsOfQuery>['tenants'][number];
