import { graphql } from '../../data/index.js';

/** Who ever served at the school; their posts on the day, where the reader may see posts. */
export const PaperPeopleQuery = graphql(`
  query PaperPeople($schoolId: ID!, $asOf: Date) {
    people(filter: { schoolId: $schoolId }, asOf: $asOf, first: 200) {
      nodes {
        id
        name
        posts {
          post
          school {
            id
          }
        }
      }
    }
  }
`);

/** Decisions that an item on paper may carry out or reconsider, the newest first. */
export const PaperDecisionsQuery = graphql(`
  query PaperDecisions($schoolId: ID!) {
    decisions(filter: { schoolId: $schoolId }, first: 200) {
      nodes {
        id
        number
        title
        body
      }
    }
  }
`);
