import { graphql, type FragmentOf } from '../../data/index.js';

/** What tells for what a topic waits. */
export const waitingFields = graphql(`
  fragment WaitingFields on Topic {
    id
    title
    meetingKind
    state
    returnedReason
    proposedByMe
    waitsForMe
    restricted
    records {
      kind
      agreed
      signedByMe
      supersededAt
    }
    consultations {
      round
      toMe
      opinion
      statedOnPaper
      confirmedAt
      changesAcceptedAt
    }
  }
`);

export type WaitingTopic = FragmentOf<typeof waitingFields>;
