import { graphql, type ResultOf } from '../../data/index.js';
import { attachmentFields } from '../parts/index.js';

export const DecisionsQuery = graphql(`
  query Decisions($filter: DecisionFilter, $order: DecisionOrder, $first: Int, $offset: Int, $asOf: Date) {
    decisions(filter: $filter, order: $order, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes {
        id
        number
        title
        body
        state
        result
        category
        decidedOn
        openTasks
        light
        lastReportedOn
        publishedOn
        restricted
        school {
          id
          name
        }
      }
    }
  }
`);

const task = graphql(`
  fragment TaskLine on DecisionTask {
    id
    title
    ownerName
    dueOn
    state
    light
    percent
    lastReportedOn
  }
`);

/** A decision as another one names it. */
const link = graphql(`
  fragment DecisionLink on Decision {
    id
    number
    title
    state
  }
`);

export const DecisionQuery = graphql(
  `
    query Decision($id: ID!, $asOf: Date) {
      decision(id: $id, asOf: $asOf) {
        id
        number
        title
        text
        body
        state
        result
        category
        confidentiality
        restricted
        decidedOn
        decidedByName
        endedOn
        disclosure
        publishedOn
        publishedWhere
        publishedByName
        superiorOn
        superiorDocumentNo
        superiorNote
        responsible
        dueOn
        openTasks
        light
        lastReportedOn
        enteredAfterwards
        version
        school {
          id
          name
        }
        meeting {
          id
          title
        }
        topic {
          id
          title
        }
        supersedes {
          ...DecisionLink
        }
        supersededBy {
          ...DecisionLink
        }
        partyDecision {
          ...DecisionLink
        }
        implementedBy {
          ...DecisionLink
        }
        tasks {
          ...TaskLine
        }
        executionReports {
          reportedOn
          reportedByName
          recordedByName
          text
          createdAt
        }
        checks {
          checkId
          outcome
          severity
          clause
          params
          current
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
  [task, link, attachmentFields],
);

export const PublishDecisionMutation = graphql(`
  mutation PublishDecision($input: PublishDecisionInput!) {
    publishDecision(input: $input) {
      id
      version
    }
  }
`);

export const AnswerSuperiorMutation = graphql(`
  mutation AnswerSuperior($input: AnswerSuperiorInput!) {
    answerSuperior(input: $input) {
      id
      version
    }
  }
`);

export const CompleteDecisionMutation = graphql(`
  mutation CompleteDecision($input: CompleteDecisionInput!) {
    completeDecision(input: $input) {
      id
      version
    }
  }
`);

export const ReportExecutionMutation = graphql(`
  mutation ReportExecution($input: ReportExecutionInput!) {
    reportExecution(input: $input) {
      id
      version
    }
  }
`);

/** Who may have reported on a decision, for the clerk who writes it down. */
export const ReportersQuery = graphql(`
  query Reporters($id: ID!, $schoolId: ID!) {
    decision(id: $id) {
      id
      tasks {
        ownerName
        owner {
          id
        }
        people {
          personId
          personName
        }
      }
    }
    school(id: $schoolId) {
      id
      principalName
    }
    people(filter: { schoolId: $schoolId }, first: 200) {
      nodes {
        id
        name
      }
    }
  }
`);

export type Reporters = ResultOf<typeof ReportersQuery>;
export type Decision = NonNullable<ResultOf<typeof DecisionQuery>['decision']>;
export type DecisionRow = ResultOf<typeof DecisionsQuery>['decisions']['nodes'][number];
export type TaskLine = Decision['tasks'][number];
