import { graphql, type ResultOf } from '../../data/index.js';

/** The list behind the numbers of compliance. */
export const CheckOutcomesQuery = graphql(`
  query CheckOutcomes(
    $checkId: [String!]
    $outcome: [CheckOutcome!]
    $schoolId: ID
    $tenantId: ID
    $from: Date
    $to: Date
    $first: Int
    $offset: Int
  ) {
    checkOutcomes(
      checkId: $checkId
      outcome: $outcome
      schoolId: $schoolId
      tenantId: $tenantId
      from: $from
      to: $to
      first: $first
      offset: $offset
    ) {
      totalCount
      nodes {
        checkId
        outcome
        severity
        clause
        params
        on
        subjectType
        subjectId
        title
        meetingId
        schoolId
        schoolName
      }
    }
  }
`);

export type OutcomeEntry = ResultOf<typeof CheckOutcomesQuery>['checkOutcomes']['nodes'][number];
