import type { Attempt, Ids } from './attempts.js';

const act = (name: string, type: string, variables: (ids: Ids) => object): Attempt => ({
  query: `mutation ${name}($input: ${type}!) { ${name}(input: $input) { __typename } }`,
  variables: (ids) => ({ input: variables(ids) }),
  asSchool: true,
});
const on = ({ Decision }: Ids): object => ({ id: Decision, expectedVersion: 1 });
const onTask = ({ DecisionTask }: Ids): object => ({ id: DecisionTask, expectedVersion: 1 });

/** Every mutation on decisions, their tasks and emergency actions: how it is asked with the ids of one county. */
export const DECISION_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  publishDecision: act('publishDecision', 'PublishDecisionInput', (ids) => ({
    ...{ ...on(ids), publishedOn: '2024-03-10', where: 'CANARY-B-x' },
  })),
  answerSuperior: act('answerSuperior', 'AnswerSuperiorInput', (ids) => ({
    ...{ ...on(ids), outcome: 'APPROVED', answeredOn: '2024-03-10' },
  })),
  completeDecision: act('completeDecision', 'CompleteDecisionInput', on),
  reportExecution: act('reportExecution', 'ReportExecutionInput', (ids) => ({
    ...{ ...on(ids), reportedOn: '2024-03-10', text: 'CANARY-B-x' },
  })),
  assignTask: act('assignTask', 'AssignTaskInput', ({ Decision, Person }) => ({
    ...{ decisionId: Decision, title: 'CANARY-B-x', ownerId: Person },
  })),
  reportTask: act('reportTask', 'ReportTaskInput', (ids) => ({ ...onTask(ids), percent: 20, text: 'CANARY-B-x' })),
  closeTask: act('closeTask', 'CloseTaskInput', onTask),
  reopenTask: act('reopenTask', 'ReopenTaskInput', (ids) => ({ ...onTask(ids), reason: 'x' })),
  cancelTask: act('cancelTask', 'CancelTaskInput', (ids) => ({ ...onTask(ids), reason: 'x' })),
  recordEmergency: act('recordEmergency', 'RecordEmergencyInput', ({ School }) => ({
    ...{ schoolId: School, body: 'PARTY_ORG', title: 'CANARY-B-x', text: 'x', reason: 'x', takenOn: '2024-03-10' },
    restricted: false,
  })),
  confirmEmergency: act('confirmEmergency', 'ConfirmEmergencyInput', ({ EmergencyAction, AgendaItem }) => ({
    ...{ id: EmergencyAction, expectedVersion: 1, itemId: AgendaItem },
  })),
};
