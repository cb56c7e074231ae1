import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { AuditEntriesQuery, type AuditRow } from './audit.graphql.js';

export const auditAdapter: ResourceAdapter<AuditRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const variables = { filter: filter as SchemaType<'AuditFilter'>, first, offset };
    return (await execute(AuditEntriesQuery, variables, { signal })).auditEntries;
  },
};
