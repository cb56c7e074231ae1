import { graphql } from '../../data/index.js';

/** What is done with one item of the agenda. */
export const StartItemMutation = graphql(`
  mutation StartItem($input: StartItemInput!) {
    startItem(input: $input) {
      id
      version
    }
  }
`);

export const RecuseMutation = graphql(`
  mutation Recuse($input: RecuseInput!) {
    recuse(input: $input) {
      id
      version
    }
  }
`);

export const WithdrawRecusalMutation = graphql(`
  mutation WithdrawRecusal($input: WithdrawRecusalInput!) {
    withdrawRecusal(input: $input) {
      id
      version
    }
  }
`);

export const GiveOpinionMutation = graphql(`
  mutation GiveOpinion($input: GiveOpinionInput!) {
    giveOpinion(input: $input) {
      id
      version
    }
  }
`);

export const RecordOpinionsMutation = graphql(`
  mutation RecordOpinions($input: RecordOpinionsInput!) {
    recordOpinions(input: $input) {
      id
      version
    }
  }
`);

export const RecordVoteMutation = graphql(`
  mutation RecordVote($input: RecordVoteInput!) {
    recordVote(input: $input) {
      id
      version
      items {
        id
        version
      }
    }
  }
`);

export const CastVoteMutation = graphql(`
  mutation CastVote($input: CastVoteInput!) {
    castVote(input: $input) {
      id
      version
    }
  }
`);

export const WriteItemMutation = graphql(`
  mutation WriteItem($input: WriteItemInput!) {
    writeItem(input: $input) {
      id
      version
    }
  }
`);

export const DecideItemMutation = graphql(`
  mutation DecideItem($input: DecideItemInput!) {
    decideItem(input: $input) {
      id
      version
    }
  }
`);

export const ConfirmOpinionMutation = graphql(`
  mutation ConfirmOpinion($itemId: ID!) {
    confirmOpinion(itemId: $itemId) {
      id
      version
    }
  }
`);
