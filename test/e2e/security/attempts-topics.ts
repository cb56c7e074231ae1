import type { Attempt, Ids } from './attempts.js';

const act = (
  name: string,
  type: string,
  variables: (ids: Ids) => object,
  more: { asSchool?: true } = { asSchool: true },
): Attempt => ({
  query: `mutation ${name}($input: ${type}!) { ${name}(input: $input) { __typename } }`,
  variables: (ids) => ({ input: variables(ids) }),
  ...more,
});
const content = {
  ...{ meetingKind: 'PRINCIPAL_OFFICE', itemKind: 'DECISION', title: 'CANARY-B-题', matterCode: 'TEACHING_MANAGEMENT' },
};
const fields = {
  ...{ frequency: { every: 1, unit: 'MONTH' }, noticeDays: 2, topicFormDays: 2, recusedCountAsPresent: true },
  openingQuorum: { numerator: 1, denominator: 2, over: false },
  importantQuorum: { numerator: 2, denominator: 3, over: false },
  ...{
    usualVoteForm: 'ORAL',
    cadreVoteForm: 'SECRET_BALLOT',
    itemByItem: true,
    chairSpeaksLast: true,
    firstTopic: true,
  },
  ...{ memberInChargePresent: true, recusal: true, unscheduledMotions: 'NEVER', chairDelegation: 'RECORDED' },
  ...{
    writtenOpinions: true,
    emergencyAction: true,
    adminTeamPosts: [],
    largeAmounts: [],
    matters: [],
    signatures: true,
  },
  executionReportsPerSemester: 1,
};
const on = (id: string | undefined): object => ({ id, expectedVersion: 1 });

/** Every mutation on filings and topics that takes an id: how it is asked with the ids of one county. */
export const TOPIC_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  draftRules: act('draftRules', 'DraftRulesInput', ({ School }) => ({ schoolId: School, meetingKind: 'PARTY_ORG' })),
  changeRules: act('changeRules', 'ChangeRulesInput', ({ RulesOfProcedure }) => ({ ...on(RulesOfProcedure), fields })),
  adoptRules: act('adoptRules', 'AdoptRulesInput', ({ RulesOfProcedure }) => ({
    ...{ ...on(RulesOfProcedure), adoptedOn: '2024-01-01', adoptedAtMeeting: 'x' },
  })),
  submitRules: act('submitRules', 'SubmitRulesInput', ({ RulesOfProcedure }) => on(RulesOfProcedure)),
  reviewRules: act(
    'reviewRules',
    'ReviewRulesInput',
    ({ RulesOfProcedure }) => ({ ...on(RulesOfProcedure), result: 'RETURN', opinion: 'x' }),
    {},
  ),
  proposeTopic: act('proposeTopic', 'ProposeTopicInput', ({ School }) => ({ ...content, schoolId: School })),
  submitTopic: act('submitTopic', 'TopicActInput', ({ Topic }) => on(Topic)),
  changeTopic: act('changeTopic', 'ChangeTopicInput', ({ Topic }) => ({ ...content, ...on(Topic) })),
  confirmTopic: act('confirmTopic', 'TopicActInput', ({ Topic }) => on(Topic)),
  returnTopic: act('returnTopic', 'TopicReasonInput', ({ Topic }) => ({ ...on(Topic), reason: 'x' })),
  withdrawTopic: act('withdrawTopic', 'TopicReasonInput', ({ Topic }) => ({ ...on(Topic), reason: 'x' })),
  resumeTopic: act('resumeTopic', 'TopicActInput', ({ Topic }) => on(Topic)),
  addTopicRecord: act('addTopicRecord', 'AddTopicRecordInput', ({ Topic }) => ({
    ...{ topicId: Topic, kind: 'PROPOSAL', heldOn: '2024-01-01', result: 'CANARY-B-x' },
  })),
  supersedeTopicRecord: act('supersedeTopicRecord', 'SupersedeTopicRecordInput', ({ TopicRecord }) => ({
    ...{ ...on(TopicRecord), reason: 'x' },
  })),
  signCommunication: act('signCommunication', 'SignCommunicationInput', ({ TopicRecord }) => ({
    ...{ recordId: TopicRecord, expectedVersion: 1 },
  })),
  askConsultation: act('askConsultation', 'AskConsultationInput', ({ Topic }) => on(Topic)),
  answerConsultation: act('answerConsultation', 'AnswerConsultationInput', ({ Consultation }) => ({
    ...{ ...on(Consultation), opinion: 'AGREE' },
  })),
  acceptChanges: act('acceptChanges', 'ConsultationActInput', ({ Consultation }) => on(Consultation)),
  statePaperOpinion: act('statePaperOpinion', 'StatePaperOpinionInput', ({ Topic, Person }) => ({
    ...{ topicId: Topic, personId: Person, opinion: 'AGREE', answeredOn: '2024-01-01' },
  })),
  confirmPaperOpinion: act('confirmPaperOpinion', 'ConsultationActInput', ({ Consultation }) => on(Consultation)),
  departFrom: act('departFrom', 'DepartFromInput', ({ Topic }) => ({
    ...{ subjectType: 'TOPIC', subjectId: Topic, checkId: 'PM-10', reason: 'x' },
  })),
};
