import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';

const batchRow = graphql(`
  fragment BatchRow on ImportBatch {
    id
    kind
    fileName
    status
    dataAsOf
    createdAt
    createdBy
    confirmedAt
    counts
  }
`);

export type BatchRow = FragmentOf<typeof batchRow>;

export const ImportBatchesQuery = graphql(
  `
    query ImportBatches($first: Int, $offset: Int) {
      importBatches(first: $first, offset: $offset) {
        totalCount
        nodes {
          ...BatchRow
        }
      }
    }
  `,
  [batchRow],
);

export const ImportBatchQuery = graphql(
  `
    query ImportBatch($id: ID!) {
      importBatch(id: $id) {
        ...BatchRow
        mapping
        result
        canUndo
        version
        job {
          id
          status
          message
        }
      }
    }
  `,
  [batchRow],
);

export type Batch = NonNullable<ResultOf<typeof ImportBatchQuery>['importBatch']>;

const importRow = graphql(`
  fragment ImportRowFields on ImportRow {
    id
    sheet
    row
    outcome
    change
    reasons
    warnings
    cells
    edits
    record
  }
`);

export type ImportRow = FragmentOf<typeof importRow>;

export const ImportRowsQuery = graphql(
  `
    query ImportRows($id: ID!, $outcome: ImportOutcome, $first: Int, $offset: Int) {
      importBatch(id: $id) {
        id
        rows(outcome: $outcome, first: $first, offset: $offset) {
          totalCount
          nodes {
            ...ImportRowFields
          }
        }
      }
    }
  `,
  [importRow],
);

export const FixImportRowMutation = graphql(
  `
    mutation FixImportRow($batchId: ID!, $rowId: ID!, $edits: JSON!) {
      fixImportRow(batchId: $batchId, rowId: $rowId, edits: $edits) {
        ...ImportRowFields
      }
    }
  `,
  [importRow],
);

export const ConfirmImportMutation = graphql(`
  mutation ConfirmImport($batchId: ID!, $expectedVersion: Int!, $allOrNothing: Boolean) {
    confirmImport(batchId: $batchId, expectedVersion: $expectedVersion, allOrNothing: $allOrNothing) {
      id
      status
    }
  }
`);

export const CancelImportMutation = graphql(`
  mutation CancelImport($batchId: ID!, $expectedVersion: Int!) {
    cancelImport(batchId: $batchId, expectedVersion: $expectedVersion) {
      id
      status
    }
  }
`);

export const UndoImportMutation = graphql(`
  mutation UndoImport($batchId: ID!, $expectedVersion: Int!, $reason: String!) {
    undoImport(batchId: $batchId, expectedVersion: $expectedVersion, reason: $reason) {
      id
      status
    }
  }
`);
