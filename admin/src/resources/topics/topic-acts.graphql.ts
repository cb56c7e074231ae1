import { graphql } from '../../data/index.js';

export const ProposeTopicMutation = graphql(`
  mutation ProposeTopic($input: ProposeTopicInput!) {
    proposeTopic(input: $input) {
      id
      version
    }
  }
`);

export const ChangeTopicMutation = graphql(`
  mutation ChangeTopic($input: ChangeTopicInput!) {
    changeTopic(input: $input) {
      id
      version
    }
  }
`);

export const SubmitTopicMutation = graphql(`
  mutation SubmitTopic($input: TopicActInput!) {
    submitTopic(input: $input) {
      id
      version
    }
  }
`);

export const ConfirmTopicMutation = graphql(`
  mutation ConfirmTopic($input: TopicActInput!) {
    confirmTopic(input: $input) {
      id
      version
    }
  }
`);

export const ResumeTopicMutation = graphql(`
  mutation ResumeTopic($input: TopicActInput!) {
    resumeTopic(input: $input) {
      id
      version
    }
  }
`);

export const ReturnTopicMutation = graphql(`
  mutation ReturnTopic($input: TopicReasonInput!) {
    returnTopic(input: $input) {
      id
      version
    }
  }
`);

export const WithdrawTopicMutation = graphql(`
  mutation WithdrawTopic($input: TopicReasonInput!) {
    withdrawTopic(input: $input) {
      id
      version
    }
  }
`);

export const AskConsultationMutation = graphql(`
  mutation AskConsultation($input: AskConsultationInput!) {
    askConsultation(input: $input) {
      id
      version
    }
  }
`);

export const AnswerConsultationMutation = graphql(`
  mutation AnswerConsultation($input: AnswerConsultationInput!) {
    answerConsultation(input: $input) {
      id
      version
    }
  }
`);

export const AcceptChangesMutation = graphql(`
  mutation AcceptChanges($input: ConsultationActInput!) {
    acceptChanges(input: $input) {
      id
      version
    }
  }
`);

export const StatePaperOpinionMutation = graphql(`
  mutation StatePaperOpinion($input: StatePaperOpinionInput!) {
    statePaperOpinion(input: $input) {
      id
      version
    }
  }
`);

export const ConfirmPaperOpinionMutation = graphql(`
  mutation ConfirmPaperOpinion($input: ConsultationActInput!) {
    confirmPaperOpinion(input: $input) {
      id
      version
    }
  }
`);

export const AddTopicRecordMutation = graphql(`
  mutation AddTopicRecord($input: AddTopicRecordInput!) {
    addTopicRecord(input: $input) {
      id
      version
    }
  }
`);

export const SupersedeTopicRecordMutation = graphql(`
  mutation SupersedeTopicRecord($input: SupersedeTopicRecordInput!) {
    supersedeTopicRecord(input: $input) {
      id
      version
    }
  }
`);

export const SignCommunicationMutation = graphql(`
  mutation SignCommunication($input: SignCommunicationInput!) {
    signCommunication(input: $input) {
      id
      version
    }
  }
`);

export const DepartFromMutation = graphql(`
  mutation DepartFrom($input: DepartFromInput!) {
    departFrom(input: $input) {
      checkId
      approvedOn
    }
  }
`);
