import { graphql, type FragmentOf, type ResultOf } from '../data/index.js';
import { waitingFields } from '../resources/topics/index.js';

/** What tells which part one has in a meeting that is ahead or running. */
const callFields = graphql(`
  fragment CallFields on Meeting {
    id
    title
    kind
    state
    heldOn
    startsAt
    place
    attendance {
      own
      personId
      capacity
      status
      leftAt
    }
    items {
      topicId
      startedAt
      result
      voteForm
      opinions {
        personId
      }
      ballots {
        personId
      }
      recusals {
        personId
      }
    }
  }
`);

/** What tells whose signature a record lacks. */
const recordFields = graphql(`
  fragment RecordFields on Meeting {
    id
    title
    state
    heldOn
    chairId
    chairSignedOn
    recorderSignedOn
    attendance {
      own
      personId
      capacity
    }
  }
`);

/** 我的今天: everything that waits for one person of a school, in one request; what is not theirs is not asked. */
export const MyDayQuery = graphql(
  `
    query MyDay(
      $calls: MeetingFilter
      $records: MeetingFilter
      $ready: TopicFilter
      $isHead: Boolean!
      $drafts: TopicFilter
      $keeps: Boolean!
      $tasks: DecisionTaskFilter
      $overdue: DecisionTaskFilter
      $toPublish: DecisionFilter
      $publishes: Boolean!
      $emergencies: EmergencyActionFilter
      $confirms: Boolean!
    ) {
      calls: meetings(filter: $calls, order: HELD_ON_ASC, first: 3) {
        totalCount
        nodes {
          ...CallFields
        }
      }
      records: meetings(filter: $records, order: HELD_ON_DESC, first: 5) {
        totalCount
        nodes {
          ...RecordFields
        }
      }
      waiting: topics(filter: { waitingForMe: true }, first: 5) {
        totalCount
        nodes {
          ...WaitingFields
        }
      }
      ready: topics(filter: $ready, first: 1) @include(if: $isHead) {
        totalCount
      }
      drafts: topics(filter: $drafts, first: 5) @include(if: $keeps) {
        totalCount
        nodes {
          id
          title
          returnedReason
        }
      }
      tasks: decisionTasks(filter: $tasks, order: DUE_ON_ASC, first: 5) {
        totalCount
        nodes {
          id
          title
          dueOn
          light
          state
          ownerName
        }
      }
      overdue: decisionTasks(filter: $overdue, first: 1) {
        totalCount
      }
      toPublish: decisions(filter: $toPublish, first: 5) @include(if: $publishes) {
        totalCount
        nodes {
          id
          number
          title
        }
      }
      emergencies: emergencyActions(filter: $emergencies, first: 5) @include(if: $confirms) {
        totalCount
        nodes {
          id
          title
          takenOn
          overdue
        }
      }
    }
  `,
  [callFields, recordFields, waitingFields],
);

export type Day = ResultOf<typeof MyDayQuery>;
export type Call = FragmentOf<typeof callFields>;
export type OpenRecord = FragmentOf<typeof recordFields>;
