import { useOperation, type ResultOf } from '../../data/index.js';
import type { TenantChoicesQuery as Query } from './tenants.graphql.js';
import { TenantChoicesQuery } from './tenants.graphql.js';

export type TenantChoice = ResultOf<typeof Query>['tenants'][number];

/** The tenants that the grant reads, in code order; none while they are on their way. */
export function useTenants(): readonly TenantChoice[] {
  return useOperation(TenantChoicesQuery, {}).data?.tenants ?? [];
}
