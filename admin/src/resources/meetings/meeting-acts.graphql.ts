import { graphql } from '../../data/index.js';

/** What is done with a meeting as a whole; each answers the meeting, which the page reads again. */
export const PlanMeetingMutation = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      id
      version
    }
  }
`);

export const ChangeMeetingMutation = graphql(`
  mutation ChangeMeeting($input: ChangeMeetingInput!) {
    changeMeeting(input: $input) {
      id
      version
    }
  }
`);

export const ChangeAgendaMutation = graphql(`
  mutation ChangeAgenda($input: ChangeAgendaInput!) {
    changeAgenda(input: $input) {
      id
      version
    }
  }
`);

export const CallMeetingMutation = graphql(`
  mutation CallMeeting($input: CallMeetingInput!) {
    callMeeting(input: $input) {
      id
      version
    }
  }
`);

export const SendNoticeMutation = graphql(`
  mutation SendNotice($input: CallMeetingInput!) {
    sendNotice(input: $input) {
      id
      version
    }
  }
`);

export const DelegateChairMutation = graphql(`
  mutation DelegateChair($input: DelegateChairInput!) {
    delegateChair(input: $input) {
      id
      version
    }
  }
`);

export const SetAttendanceMutation = graphql(`
  mutation SetAttendance($input: SetAttendanceInput!) {
    setAttendance(input: $input) {
      id
      version
    }
  }
`);

export const LeaveMeetingMutation = graphql(`
  mutation LeaveMeeting($input: PresenceInput!) {
    leaveMeeting(input: $input) {
      id
      version
    }
  }
`);

export const ReturnToMeetingMutation = graphql(`
  mutation ReturnToMeeting($input: PresenceInput!) {
    returnToMeeting(input: $input) {
      id
      version
    }
  }
`);

export const OpenMeetingMutation = graphql(`
  mutation OpenMeeting($input: MeetingActInput!) {
    openMeeting(input: $input) {
      id
      version
    }
  }
`);

export const CloseMeetingMutation = graphql(`
  mutation CloseMeeting($input: MeetingActInput!) {
    closeMeeting(input: $input) {
      id
      version
    }
  }
`);

export const CancelMeetingMutation = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      id
      version
    }
  }
`);

export const SignRecordMutation = graphql(`
  mutation SignRecord($input: SignRecordInput!) {
    signRecord(input: $input) {
      id
      version
    }
  }
`);

export const ReturnRecordMutation = graphql(`
  mutation ReturnRecord($input: ReturnRecordInput!) {
    returnRecord(input: $input) {
      id
      version
    }
  }
`);

export const CorrectRecordMutation = graphql(`
  mutation CorrectRecord($input: CorrectRecordInput!) {
    correctRecord(input: $input) {
      id
      version
    }
  }
`);

export const IssueMinutesMutation = graphql(`
  mutation IssueMinutes($input: IssueMinutesInput!) {
    issueMinutes(input: $input) {
      id
      version
    }
  }
`);

export const EnterMeetingMutation = graphql(`
  mutation EnterMeeting($input: EnterMeetingInput!) {
    enterMeeting(input: $input) {
      id
      version
    }
  }
`);

export const SignInMutation = graphql(`
  mutation SignIn($id: ID!) {
    signIn(id: $id) {
      id
      version
    }
  }
`);

/** 不按一般要求办理, of a check of the meeting or of one of its items. */
export const DepartAtMeetingMutation = graphql(`
  mutation DepartAtMeeting($input: DepartFromInput!) {
    departFrom(input: $input) {
      checkId
    }
  }
`);

/** 确定上会, of a topic that the head puts on the agenda. */
export const ConfirmForMeetingMutation = graphql(`
  mutation ConfirmForMeeting($input: TopicActInput!) {
    confirmTopic(input: $input) {
      id
      version
    }
  }
`);
