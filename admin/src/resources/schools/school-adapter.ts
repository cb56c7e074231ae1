import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { SchoolsQuery, type SchoolRow } from './school.graphql.js';

type Order = SchemaType<'SchoolOrder'>;

/** The orders of the API under react-admin's names of columns. */
const ORDERS: Readonly<Record<string, Readonly<Partial<Record<'ASC' | 'DESC', Order>>>>> = {
  code: { ASC: 'CODE_ASC', DESC: 'CODE_DESC' },
  name: { ASC: 'NAME_ASC', DESC: 'NAME_DESC' },
  findings: { DESC: 'FINDINGS_DESC' },
  rolloutSince: { ASC: 'ROLLOUT_SINCE_ASC', DESC: 'ROLLOUT_SINCE_DESC' },
  members: { DESC: 'MEMBERS_DESC' },
};

/** Schools by the API's list; what is written goes through the school page's own forms. */
export const schoolAdapter: ResourceAdapter<SchoolRow> = {
  list: async ({ filter, sort, first, offset, asOf, signal }) => {
    const order = ORDERS[sort.field]?.[sort.order] ?? 'CODE_ASC';
    const variables = { filter: filter as SchemaType<'SchoolFilter'>, order, first, offset, asOf };
    return (await execute(SchoolsQuery, variables, { signal })).schools;
  },
};
