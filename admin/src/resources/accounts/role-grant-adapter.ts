import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { RoleGrantsQuery, type RoleGrantRow } from './account.graphql.js';

export const roleGrantAdapter: ResourceAdapter<RoleGrantRow> = {
  list: async ({ filter, first, offset, asOf, signal }) => {
    const variables = { filter: filter as SchemaType<'RoleGrantFilter'>, first, offset, asOf };
    return (await execute(RoleGrantsQuery, variables, { signal })).roleGrants;
  },
};
