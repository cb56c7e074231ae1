import { execute, type ResourceAdapter } from '../../data/index.js';
import { ImportBatchesQuery, type BatchRow } from './import.graphql.js';

export const importAdapter: ResourceAdapter<BatchRow> = {
  list: async ({ first, offset, signal }) =>
    (await execute(ImportBatchesQuery, { first, offset }, { signal })).importBatches,
};
