import { execute, type ResourceAdapter, type VariablesOf } from '../../data/index.js';
import { CheckOutcomesQuery, type OutcomeEntry } from './outcome.graphql.js';

/** One outcome of one check, as a row of the list. */
export type OutcomeRow = OutcomeEntry & { readonly id: string };

/** What the list is narrowed down by; its names are those of the query. */
export type OutcomeFilter = Pick<
  VariablesOf<typeof CheckOutcomesQuery>,
  'checkId' | 'outcome' | 'schoolId' | 'tenantId' | 'from' | 'to'
>;

/** The same check may have said something of the same subject in several semesters. */
const rowOf = (entry: OutcomeEntry): OutcomeRow => ({
  ...entry,
  id: `${entry.checkId} ${entry.subjectId} ${entry.on}`,
});

export const outcomeAdapter: ResourceAdapter<OutcomeRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const variables = { ...(filter as OutcomeFilter), first, offset };
    const { nodes, totalCount } = (await execute(CheckOutcomesQuery, variables, { signal })).checkOutcomes;
    return { nodes: nodes.map(rowOf), totalCount };
  },
};
