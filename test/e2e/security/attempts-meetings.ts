import type { Attempt, Ids } from './attempts.js';

const act = (name: string, type: string, variables: (ids: Ids) => object): Attempt => ({
  query: `mutation ${name}($input: ${type}!) { ${name}(input: $input) { __typename } }`,
  variables: (ids) => ({ input: variables(ids) }),
  asSchool: true,
});
const byId = (name: string, argument: string, id: (ids: Ids) => string | undefined): Attempt => ({
  query: `mutation ${name}($id: ID!) { ${name}(${argument}: $id) { __typename } }`,
  variables: (ids) => ({ id: id(ids) }),
  asSchool: true,
});
const on = ({ Meeting }: Ids): object => ({ id: Meeting, expectedVersion: 1 });
const onItem = ({ AgendaItem }: Ids): object => ({ itemId: AgendaItem, expectedVersion: 1 });
const when = { heldOn: '2098-01-01', startTime: '09:00' };
const study = { kind: 'STUDY', title: 'CANARY-B-学习' };

/** Every mutation on meetings: how it is asked with the ids of one county. */
export const MEETING_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  planMeeting: act('planMeeting', 'PlanMeetingInput', ({ School }) => ({
    ...{ schoolId: School, kind: 'PRINCIPAL_OFFICE', ...when, items: [study] },
  })),
  enterMeeting: act('enterMeeting', 'EnterMeetingInput', ({ School }) => ({
    ...{ schoolId: School, kind: 'PRINCIPAL_OFFICE', heldOn: '2024-01-01', items: [{ ...study, result: 'NOTED' }] },
  })),
  changeMeeting: act('changeMeeting', 'ChangeMeetingInput', (ids) => ({ ...on(ids), place: 'CANARY-B-x' })),
  changeAgenda: act('changeAgenda', 'ChangeAgendaInput', (ids) => ({ ...on(ids), items: [{ id: ids['AgendaItem'] }] })),
  callMeeting: act('callMeeting', 'CallMeetingInput', (ids) => ({ ...on(ids), papersSent: true })),
  sendNotice: act('sendNotice', 'CallMeetingInput', (ids) => ({ ...on(ids), papersSent: true })),
  delegateChair: act('delegateChair', 'DelegateChairInput', (ids) => ({
    ...on(ids),
    toPersonId: ids['Person'],
    reason: 'x',
  })),
  cancelMeeting: act('cancelMeeting', 'CancelMeetingInput', (ids) => ({ ...on(ids), reason: 'CANCELLED', note: 'x' })),
  setAttendance: act('setAttendance', 'SetAttendanceInput', ({ Meeting, Attendance }) => ({
    ...{ id: Meeting, entries: [{ id: Attendance, expectedVersion: 1, status: 'PRESENT' }] },
  })),
  signIn: byId('signIn', 'id', ({ Meeting }) => Meeting),
  leaveMeeting: act('leaveMeeting', 'PresenceInput', ({ Meeting, Person }) => ({ id: Meeting, personId: Person })),
  returnToMeeting: act('returnToMeeting', 'PresenceInput', ({ Meeting, Person }) => ({
    id: Meeting,
    personId: Person,
  })),
  openMeeting: act('openMeeting', 'MeetingActInput', on),
  closeMeeting: act('closeMeeting', 'MeetingActInput', on),
  startItem: act('startItem', 'StartItemInput', onItem),
  recuse: act('recuse', 'RecuseInput', ({ AgendaItem, Person }) => ({
    itemId: AgendaItem,
    personId: Person,
    reason: 'x',
  })),
  withdrawRecusal: act('withdrawRecusal', 'WithdrawRecusalInput', ({ AgendaItem, Person }) => ({
    ...{ itemId: AgendaItem, personId: Person },
  })),
  giveOpinion: act('giveOpinion', 'GiveOpinionInput', ({ AgendaItem }) => ({ itemId: AgendaItem, stance: 'AGREE' })),
  recordOpinions: act('recordOpinions', 'RecordOpinionsInput', ({ AgendaItem, Person }) => ({
    ...{ itemId: AgendaItem, opinions: [{ personId: Person, stance: 'AGREE' }] },
  })),
  confirmOpinion: byId('confirmOpinion', 'itemId', ({ AgendaItem }) => AgendaItem),
  recordVote: act('recordVote', 'RecordVoteInput', (ids) => ({
    ...{ ...onItem(ids), form: 'ORAL', votesFor: 1, votesAgainst: 0, votesAbstained: 0 },
  })),
  castVote: act('castVote', 'CastVoteInput', ({ AgendaItem }) => ({ itemId: AgendaItem, choice: 'FOR' })),
  writeItem: act('writeItem', 'WriteItemInput', (ids) => ({ ...onItem(ids), discussion: 'CANARY-B-x' })),
  decideItem: act('decideItem', 'DecideItemInput', (ids) => ({ ...onItem(ids), result: 'NOTED', conclusion: 'x' })),
  signRecord: act('signRecord', 'SignRecordInput', (ids) => ({ ...on(ids), as: 'CHAIR' })),
  returnRecord: act('returnRecord', 'ReturnRecordInput', (ids) => ({ ...on(ids), reason: 'x' })),
  correctRecord: act('correctRecord', 'CorrectRecordInput', ({ Meeting }) => ({ id: Meeting, text: 'x', reason: 'x' })),
  issueMinutes: act('issueMinutes', 'IssueMinutesInput', on),
};
