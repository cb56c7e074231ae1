import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';
import { attachmentFields } from '../parts/index.js';

const gateFields = graphql(`
  fragment GateFields on Gate {
    checkId
    outcome
    severity
    clause
    params
    blocks
  }
`);

export const TopicsQuery = graphql(
  `
    query Topics($filter: TopicFilter, $first: Int!, $offset: Int!) {
      topics(filter: $filter, first: $first, offset: $offset) {
        totalCount
        nodes {
          id
          title
          meetingKind
          itemKind
          category
          matterName
          state
          restricted
          enteredAfterwards
          proposerName
          proposedOn
          consultationStatus
          waitsForMe
          school {
            id
            name
          }
          gates {
            ...GateFields
          }
        }
      }
    }
  `,
  [gateFields],
);

export const TopicQuery = graphql(
  `
    query Topic($id: ID!) {
      topic(id: $id) {
        id
        title
        body
        meetingKind
        itemKind
        matterCode
        matterName
        matter
        category
        decider
        amount
        vitalInterest
        audiences
        specialised
        twoThirds
        important
        confidentiality
        restricted
        proposerName
        proposerPost
        proposedByMe
        proposedOn
        leadName
        lead {
          id
          name
        }
        unscheduledReason
        state
        heldBackReason
        heldBackOn
        returnedReason
        withdrawnReason
        consultationStatus
        consultedSide
        confirmedByName
        confirmedAs
        confirmedActing
        confirmedAt
        selfConfirmed
        implementsDecisionId
        reconsidersDecisionId
        enteredAfterwards
        paperOn
        waitsForMe
        createdByName
        createdAt
        version
        school {
          id
          name
        }
        decisions {
          id
          number
          title
        }
        records {
          id
          kind
          heldOn
          result
          participantNames
          channel
          audience
          approved
          agreed
          signedByMe
          recordedByName
          recordedAt
          supersededAt
          supersededReason
          version
          signatures {
            personName
            post
            signedOn
          }
        }
        consultations {
          id
          round
          side
          toPersonName
          toPost
          toMe
          askedAt
          askedByName
          opinion
          text
          answeredOn
          statedOnPaper
          statedByName
          confirmedAt
          changesAcceptedAt
          changesAcceptedByName
          version
        }
        departures {
          checkId
          reason
          requestedOn
          requestedByName
          approvedOn
          approvedByName
        }
        checks {
          checkId
          outcome
          severity
          clause
          params
          evaluatedAt
          current
        }
        attachments(first: 100) {
          nodes {
            ...AttachmentFields
          }
        }
      }
    }
  `,
  [attachmentFields],
);

/** What is missing right now: before it is confirmed, and before it is decided. */
export const TopicGatesQuery = graphql(
  `
    query TopicGates($id: ID!) {
      confirm: topicGates(topicId: $id, purpose: CONFIRM) {
        ...GateFields
      }
      decide: topicGates(topicId: $id, purpose: DECIDE) {
        ...GateFields
      }
    }
  `,
  [gateFields],
);

export type Gate = FragmentOf<typeof gateFields>;
export type TopicRow = ResultOf<typeof TopicsQuery>['topics']['nodes'][number];
export type Topic = NonNullable<ResultOf<typeof TopicQuery>['topic']>;
export type TopicRecord = Topic['records'][number];
export type Consultation = Topic['consultations'][number];
