import { graphql } from '../data/index.js';

export const SearchQuery = graphql(`
  query Search($q: String!, $people: Boolean!, $asOf: Date) {
    schools(filter: { q: $q }, first: 6, asOf: $asOf) {
      nodes {
        id
        name
        code
        tenant {
          id
          name
        }
      }
    }
    people(filter: { q: $q }, first: 6, asOf: $asOf) @include(if: $people) {
      nodes {
        id
        name
        tenant {
          id
          name
        }
      }
    }
  }
`);
