import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { RulesListQuery, type RulesRow } from './rules.graphql.js';

export const rulesAdapter: ResourceAdapter<RulesRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const variables = { filter: filter as SchemaType<'RulesFilter'>, first, offset };
    return (await execute(RulesListQuery, variables, { signal })).rulesOfProcedure;
  },
};
