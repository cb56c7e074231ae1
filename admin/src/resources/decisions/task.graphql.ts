import { graphql, type ResultOf } from '../../data/index.js';
import { attachmentFields } from '../parts/index.js';

export const DecisionTasksQuery = graphql(`
  query DecisionTasks($filter: DecisionTaskFilter, $order: DecisionTaskOrder, $first: Int, $offset: Int, $asOf: Date) {
    decisionTasks(filter: $filter, order: $order, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes {
        id
        title
        ownerName
        dueOn
        state
        light
        percent
        lastReportedOn
        mineToDo
        school {
          id
          name
        }
        decision {
          id
          number
          title
        }
      }
    }
  }
`);

export const DecisionTaskQuery = graphql(
  `
    query DecisionTask($id: ID!, $asOf: Date) {
      decisionTask(id: $id, asOf: $asOf) {
        id
        title
        note
        ownerName
        dueOn
        state
        light
        percent
        assignedOn
        assignedByName
        doneOn
        closedOn
        closedByName
        closeNote
        lastReportedOn
        mineToDo
        restricted
        version
        owner {
          id
        }
        people {
          role
          personId
          personName
        }
        reports {
          kind
          reportedOn
          byName
          recordedByName
          percent
          text
          createdAt
        }
        school {
          id
          name
        }
        decision {
          id
          number
          title
          state
          supersedes {
            id
            number
          }
          supersededBy {
            id
            number
          }
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
  [attachmentFields],
);

export const AssignTaskMutation = graphql(`
  mutation AssignTask($input: AssignTaskInput!) {
    assignTask(input: $input) {
      id
      version
    }
  }
`);

export const ReportTaskMutation = graphql(`
  mutation ReportTask($input: ReportTaskInput!) {
    reportTask(input: $input) {
      id
      version
    }
  }
`);

export const CloseTaskMutation = graphql(`
  mutation CloseTask($input: CloseTaskInput!) {
    closeTask(input: $input) {
      id
      version
    }
  }
`);

export const ReopenTaskMutation = graphql(`
  mutation ReopenTask($input: ReopenTaskInput!) {
    reopenTask(input: $input) {
      id
      version
    }
  }
`);

export const CancelTaskMutation = graphql(`
  mutation CancelTask($input: CancelTaskInput!) {
    cancelTask(input: $input) {
      id
      version
    }
  }
`);

export type DecisionTask = NonNullable<ResultOf<typeof DecisionTaskQuery>['decisionTask']>;
export type TaskRow = ResultOf<typeof DecisionTasksQuery>['decisionTasks']['nodes'][number];
