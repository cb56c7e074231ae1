import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';
import { attachmentFields } from '../parts/index.js';

/** One check as it stands now, and whether it is in the way. */
const finding = graphql(`
  fragment MeetingFindingFields on MeetingFinding {
    checkId
    outcome
    severity
    clause
    params
    blocks
  }
`);

const attendance = graphql(`
  fragment AttendanceFields on Attendance {
    id
    personId
    personName
    post
    capacity
    status
    reason
    arrivedAt
    leftAt
    byOwnAccount
    writtenOpinion
    own
    version
  }
`);

const item = graphql(
  `
    fragment AgendaItemFields on AgendaItem {
      id
      topicId
      position
      kind
      title
      matterCode
      restricted
      presenterName
      leadName
      startedAt
      decidedAt
      decidedByName
      quorumCheck
      expected
      present
      needed
      quorumMet
      absentNames
      entitled
      votesNeeded
      mayDecide
      allowedResults
      findings {
        ...MeetingFindingFields
      }
      voteForm
      votesFor
      votesAgainst
      votesAbstained
      tellers
      result
      makesDecision
      chairSpokeLast
      discussion
      conclusion
      responsible
      dueOn
      opinions {
        personId
        personName
        stance
        text
        byOwnAccount
        statedOnPaper
        confirmedAt
      }
      recusals {
        personId
        personName
        reason
        stayed
      }
      ballots {
        personId
        personName
        choice
      }
      decision {
        id
        number
      }
      version
    }
  `,
  [finding],
);

export const MeetingsQuery = graphql(`
  query Meetings($filter: MeetingFilter, $order: MeetingOrder, $first: Int, $offset: Int) {
    meetings(filter: $filter, order: $order, first: $first, offset: $offset) {
      totalCount
      nodes {
        id
        title
        kind
        state
        heldOn
        startsAt
        place
        enteredAfterwards
        expected
        present
        quorumMet
        minutesNo
        school {
          id
          name
        }
      }
    }
  }
`);

export const MeetingQuery = graphql(
  `
    query Meeting($id: ID!) {
      meeting(id: $id) {
        id
        kind
        title
        heldOn
        number
        startsAt
        endsAt
        place
        state
        enteredAfterwards
        chairId
        chairName
        delegated
        recorderName
        noticeOn
        papersOn
        notHeldReason
        notHeldNote
        putOffTo
        statedExpected
        statedPresent
        mayOpen
        quorumCheck
        expected
        present
        needed
        quorumMet
        absentNames
        chairSignedOn
        chairSignedName
        recorderSignedOn
        recorderSignedName
        issuedAt
        issuedByName
        minutesNo
        version
        school {
          id
          name
        }
        findings {
          ...MeetingFindingFields
        }
        attendance {
          ...AttendanceFields
        }
        items {
          ...AgendaItemFields
        }
        delegations {
          fromName
          toName
          reason
          givenOn
          endedAt
        }
        corrections {
          itemId
          text
          reason
          signedByName
          signedAt
        }
        attachments(first: 50, current: true) {
          totalCount
          nodes {
            ...AttachmentFields
          }
        }
      }
    }
  `,
  [finding, attendance, item, attachmentFields],
);

const poolTopic = graphql(`
  fragment PoolTopicFields on Topic {
    id
    title
    category
    proposerName
    version
  }
`);

/** Topics that wait for a meeting of the kind, and those that its head can confirm now. */
export const ConfirmedTopicsQuery = graphql(
  `
    query ConfirmedTopics($ready: TopicFilter, $waiting: TopicFilter, $confirms: Boolean!) {
      ready: topics(filter: $ready, first: 100) {
        nodes {
          ...PoolTopicFields
        }
      }
      waiting: topics(filter: $waiting, first: 100) @include(if: $confirms) {
        nodes {
          ...PoolTopicFields
        }
      }
    }
  `,
  [poolTopic],
);

/** Who serves at the school on the day: for 补录 and for lists of names. */
export const SchoolPeopleQuery = graphql(`
  query SchoolPeople($id: ID!, $asOf: Date) {
    school(id: $id, asOf: $asOf) {
      id
      name
      appointments(first: 200) {
        nodes {
          id
          post
          personName
          startsOn
          endsOn
          person {
            id
          }
        }
      }
    }
  }
`);

export const MatterTypesOfSchoolQuery = graphql(`
  query MatterTypesOfSchool($schoolId: ID) {
    matterTypes(schoolId: $schoolId) {
      code
      nameZh
      category
      decidedBy
    }
  }
`);

export type Meeting = NonNullable<ResultOf<typeof MeetingQuery>['meeting']>;
export type MeetingRow = ResultOf<typeof MeetingsQuery>['meetings']['nodes'][number];
export type Item = Meeting['items'][number];
export type AttendanceRow = Meeting['attendance'][number];
export type MeetingFinding = Meeting['findings'][number];
export type PoolTopic = FragmentOf<typeof poolTopic>;
