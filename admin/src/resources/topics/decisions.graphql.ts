import { graphql, type ResultOf } from '../../data/index.js';

/** Decisions that a topic may carry out or reconsider. */
export const PickDecisionsQuery = graphql(`
  query PickDecisions($schoolId: ID!, $q: String!, $body: [MeetingKind!]) {
    decisions(filter: { schoolId: $schoolId, q: $q, body: $body }, first: 20) {
      nodes {
        id
        number
        title
      }
    }
  }
`);

export const PickDecisionQuery = graphql(`
  query PickDecision($id: ID!) {
    decision(id: $id) {
      id
      number
      title
    }
  }
`);

export type PickedDecision = ResultOf<typeof PickDecisionsQuery>['decisions']['nodes'][number];
