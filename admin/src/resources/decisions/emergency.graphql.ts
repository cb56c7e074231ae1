import { graphql, type ResultOf } from '../../data/index.js';

export const EmergencyActionsQuery = graphql(`
  query EmergencyActions($filter: EmergencyActionFilter, $first: Int, $offset: Int, $asOf: Date) {
    emergencyActions(filter: $filter, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes {
        id
        body
        title
        takenOn
        takenByName
        state
        overdue
        confirmedOn
        school {
          id
          name
        }
      }
    }
  }
`);

export const EmergencyActionQuery = graphql(`
  query EmergencyAction($id: ID!, $asOf: Date) {
    emergencyAction(id: $id, asOf: $asOf) {
      id
      body
      title
      text
      reason
      takenOn
      takenByName
      takenByPost
      state
      confirmedOn
      overdue
      restricted
      version
      school {
        id
        name
      }
      meeting {
        id
        title
      }
    }
  }
`);

/** Meetings of the body since then, with the items that have a result: one of them confirms the action. */
export const ItemsSinceQuery = graphql(`
  query ItemsSince($filter: MeetingFilter) {
    meetings(filter: $filter, order: HELD_ON_ASC, first: 20) {
      nodes {
        id
        title
        items {
          id
          title
          result
        }
      }
    }
  }
`);

export const RecordEmergencyMutation = graphql(`
  mutation RecordEmergency($input: RecordEmergencyInput!) {
    recordEmergency(input: $input) {
      id
      version
    }
  }
`);

export const ConfirmEmergencyMutation = graphql(`
  mutation ConfirmEmergency($input: ConfirmEmergencyInput!) {
    confirmEmergency(input: $input) {
      id
      version
    }
  }
`);

export type EmergencyAction = NonNullable<ResultOf<typeof EmergencyActionQuery>['emergencyAction']>;
export type EmergencyRow = ResultOf<typeof EmergencyActionsQuery>['emergencyActions']['nodes'][number];
