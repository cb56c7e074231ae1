import { graphql } from '../data/index.js';

export const JobQuery = graphql(`
  query Job($id: ID!) {
    job(id: $id) {
      id
      kind
      status
      done
      total
      message
      createdAt
      finishedAt
      file {
        id
        name
        mediaType
        size
        downloadPath
      }
    }
  }
`);
