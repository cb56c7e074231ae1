import type { Client, GraphqlAnswer } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, type World } from '../support/world.js';
import * as topics from './topics-world.js';
import type { Member, Topic } from './topics-world.js';

/** A school whose party committee has so many members: secretary, deputy, others; a principal and vice-principals beside it. */
export interface Committee {
  readonly schoolId: string;
  /** secretary first */
  readonly members: readonly Member[];
  readonly secretary: Member;
  readonly principal: Member;
  readonly vices: readonly Member[];
  readonly clerk: Client;
}

interface Size {
  readonly members: number;
  readonly vices?: number;
}

export async function givenCommittee(world: World, admin: Client, size: Size): Promise<Committee> {
  const { id: schoolId } = await givenSchool(admin, { orgType: 'GENERAL_BRANCH', fullMembers: 40 });
  const member = (name: string, posts: string[], more: object = {}): Promise<Member> =>
    topics.givenMember(world, admin, { schoolId, name, posts, ...more });
  const secretary = await member('书记一', ['SECRETARY']);
  const deputy = await member('副书记二', ['DEPUTY_SECRETARY'], { fullTime: true });
  const others = [];
  for (let i = 3; i <= size.members; i += 1) others.push(await member(`委员${i}`, ['COMMITTEE_MEMBER']));
  const principal = await member('校长乙', ['PRINCIPAL']);
  const vices = [];
  for (let i = 1; i <= (size.vices ?? 1); i += 1) vices.push(await member(`副校长${i}`, ['VICE_PRINCIPAL']));
  const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId });
  return { schoolId, members: [secretary, deputy, ...others], secretary, principal, vices, clerk };
}

interface Bar {
  quorumCheck: string | null;
  expected: number | null;
  present: number | null;
  needed: number | null;
  quorumMet: boolean | null;
  absentNames: string[];
}
interface Finding {
  checkId: string;
  outcome: string;
  severity: string;
  blocks: boolean;
}
interface Check {
  checkId: string;
  outcome: string;
  current: boolean;
}
export interface Item extends Bar {
  id: string;
  version: number;
  position: number;
  kind: string;
  title: string;
  startedAt: string | null;
  entitled: number | null;
  votesNeeded: number | null;
  mayDecide: boolean;
  allowedResults: string[];
  findings: Finding[];
  checks: Check[];
  voteForm: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  tellers: string[];
  result: string | null;
  makesDecision: boolean;
  conclusion: string;
  opinions: {
    personName: string;
    stance: string;
    byOwnAccount: boolean;
    statedOnPaper: boolean;
    confirmedAt: string | null;
  }[];
  recusals: { personName: string; stayed: boolean }[];
  ballots: { personName: string; choice: string }[];
}
export interface Meeting extends Bar {
  id: string;
  version: number;
  state: string;
  kind: string;
  number: number | null;
  heldOn: string;
  mayOpen: boolean;
  chairName: string | null;
  delegated: boolean;
  enteredAfterwards: boolean;
  minutesNo: string | null;
  findings: Finding[];
  checks: Check[];
  attendance: {
    id: string;
    version: number;
    personId: string | null;
    personName: string;
    capacity: string;
    status: string | null;
    own: boolean;
    spans: { fromItem: number; toItem: number | null }[];
  }[];
  items: Item[];
  corrections: { text: string; signedByName: string }[];
  chairSignedName: string | null;
  recorderSignedName: string | null;
}

const BAR = 'quorumCheck expected present needed quorumMet absentNames';
const FINDING = '{ checkId outcome severity blocks }';
const CHECK = '{ checkId outcome current }';
const ITEM = `id version position kind title startedAt ${BAR} entitled votesNeeded mayDecide allowedResults findings ${FINDING} checks ${CHECK}
  voteForm votesFor votesAgainst votesAbstained tellers result makesDecision conclusion
  opinions { personName stance byOwnAccount statedOnPaper confirmedAt } recusals { personName stayed } ballots { personName choice }`;
export const MEETING = `id version state kind number heldOn mayOpen ${BAR} chairName delegated enteredAfterwards minutesNo findings ${FINDING} checks ${CHECK}
  attendance { id version personId personName capacity status own spans { fromItem toItem } }
  items { ${ITEM} } corrections { text signedByName } chairSignedName recorderSignedName`;

const INPUTS: Record<string, string> = {
  planMeeting: 'PlanMeetingInput',
  changeMeeting: 'ChangeMeetingInput',
  changeAgenda: 'ChangeAgendaInput',
  callMeeting: 'CallMeetingInput',
  sendNotice: 'CallMeetingInput',
  delegateChair: 'DelegateChairInput',
  cancelMeeting: 'CancelMeetingInput',
  setAttendance: 'SetAttendanceInput',
  leaveMeeting: 'PresenceInput',
  returnToMeeting: 'PresenceInput',
  openMeeting: 'MeetingActInput',
  closeMeeting: 'MeetingActInput',
  startItem: 'StartItemInput',
  recuse: 'RecuseInput',
  withdrawRecusal: 'WithdrawRecusalInput',
  giveOpinion: 'GiveOpinionInput',
  recordOpinions: 'RecordOpinionsInput',
  recordVote: 'RecordVoteInput',
  castVote: 'CastVoteInput',
  writeItem: 'WriteItemInput',
  decideItem: 'DecideItemInput',
  signRecord: 'SignRecordInput',
  returnRecord: 'ReturnRecordInput',
  correctRecord: 'CorrectRecordInput',
  issueMinutes: 'IssueMinutesInput',
  enterMeeting: 'EnterMeetingInput',
};
const BY_ID: Record<string, string> = { signIn: 'id', confirmOpinion: 'itemId' };

/** Does one act on a meeting and gives the answer whole. */
export function send(
  client: Client,
  act: string,
  input: object | string,
  more: Record<string, string> = {},
): Promise<GraphqlAnswer<Record<string, Meeting>>> {
  const arg = BY_ID[act];
  const query = arg
    ? `mutation Act($input: ID!) { ${act}(${arg}: $input) { ${MEETING} } }`
    : `mutation Act($input: ${INPUTS[act]}!) { ${act}(input: $input) { ${MEETING} } }`;
  return client.send<Record<string, Meeting>>(query, { input }, more);
}

/** Does one act that must succeed, and gives the meeting as it is then. */
export async function act(client: Client, name: string, input: object | string): Promise<Meeting> {
  const answer = await send(client, name, input);
  const meeting = answer.data?.[name];
  if (answer.errors || !meeting) throw new Error(`${name} failed: ${answer.text}`);
  return meeting;
}

/** What an answer refuses: code, reason, and the checks that stand in the way. */
export function refused(answer: GraphqlAnswer<unknown>): object | undefined {
  const extensions = answer.errors?.[0]?.extensions;
  if (!extensions) return undefined;
  const { code, params = {}, violations = [] } = extensions;
  return { code, reason: params['reason'], checks: violations.map(({ checkId }) => checkId) };
}

/** What the refusal of an act says; undefined if it was none. */
export async function refusal(client: Client, name: string, input: object | string): Promise<object | undefined> {
  return refused(await send(client, name, input));
}

export async function read(client: Client, id: string): Promise<Meeting | null> {
  const query = `query M($id: ID!) { meeting(id: $id) { ${MEETING} } }`;
  return (await client.ask<{ meeting: Meeting | null }>(query, { id })).meeting;
}

/** The same where there must be one. */
export async function see(client: Client, { id }: { readonly id: string }): Promise<Meeting> {
  const meeting = await read(client, id);
  if (!meeting) throw new Error(`No meeting ${id}`);
  return meeting;
}

export const on = ({ id, version }: Meeting): { id: string; expectedVersion: number } => ({
  id,
  expectedVersion: version,
});
export const onItem = ({ id, version }: Item): { itemId: string; expectedVersion: number } => ({
  itemId: id,
  expectedVersion: version,
});
export function item(meeting: Meeting, position = 1): Item {
  const found = meeting.items.find((one) => one.position === position);
  if (!found) throw new Error(`No item ${position}`);
  return found;
}

/** A topic that was proposed and confirmed: nothing more is asked of such a matter. */
export async function confirmed(head: Member, proposer: Member, content: object): Promise<Topic> {
  const proposed = await topics.act(proposer.client, 'proposeTopic', content);
  return topics.act(head.client, 'confirmTopic', topics.on(proposed));
}

/** A cadre matter with all that is asked before it, confirmed. */
export async function confirmedCadre(school: Committee, today: string): Promise<Topic> {
  const { secretary, principal, members, schoolId } = school;
  const content = topics.major(schoolId, { matterCode: 'CADRE_APPOINT_MIDDLE', title: '中层任免' });
  const proposed = await topics.act(secretary.client, 'proposeTopic', content);
  const record = { topicId: proposed.id, heldOn: today, result: '已进行' };
  const participantIds = members.slice(0, 2).map((member) => member.personId);
  await topics.act(secretary.client, 'addTopicRecord', { ...record, kind: 'CADRE_DELIBERATION', participantIds });
  await topics.act(secretary.client, 'addTopicRecord', {
    ...{ ...record, kind: 'HEARING', channel: 'STAFF_CONGRESS', audience: 'STAFF', approved: true },
  });
  const prepared = await topics.prepare(school, proposed, today);
  const asked = await topics.act(secretary.client, 'askConsultation', topics.on(prepared));
  const agreed = await topics.act(principal.client, 'answerConsultation', {
    ...{ ...topics.openRound(asked), opinion: 'AGREE' },
  });
  return topics.act(secretary.client, 'confirmTopic', topics.on(agreed));
}

interface Planned {
  readonly kind?: string;
  readonly topics?: readonly Topic[];
  readonly items?: readonly object[];
  readonly guests?: readonly object[];
  readonly head?: Member;
}

/** A meeting that is called for today by its head. */
export async function called(school: Committee, today: string, planned: Planned = {}): Promise<Meeting> {
  const { kind = 'PARTY_ORG', items = [], guests = [] } = planned;
  const head = planned.head ?? (kind === 'PRINCIPAL_OFFICE' ? school.principal : school.secretary);
  const agenda = [...items, ...(planned.topics ?? []).map(({ id }) => ({ topicId: id }))];
  const input = {
    schoolId: school.schoolId,
    kind,
    heldOn: today,
    startTime: '15:00',
    place: '二楼会议室',
    items: agenda,
    guests,
  };
  const plan = await act(head.client, 'planMeeting', input);
  return act(head.client, 'callMeeting', { ...on(plan), papersSent: true });
}

/** So many of the members sign in, each under the own account. */
export async function signedIn(meeting: Meeting, members: readonly Member[]): Promise<Meeting> {
  let last = meeting;
  for (const { client } of members) last = await act(client, 'signIn', meeting.id);
  return last;
}

/** A meeting with one routine item that is open, with these members there. */
export async function opened(
  school: Committee,
  today: string,
  { there, ...planned }: Planned & { readonly there: readonly Member[] },
): Promise<Meeting> {
  const meeting = await signedIn(await called(school, today, planned), there);
  const head = planned.head ?? (planned.kind === 'PRINCIPAL_OFFICE' ? school.principal : school.secretary);
  return act(head.client, 'openMeeting', on(meeting));
}

export const approved = { result: 'APPROVED', conclusion: '会议同意' } as const;
export const noted = { result: 'NOTED', conclusion: '已传达学习' } as const;

/** A show of hands in which all are in favour but so many. */
export const hands = (votesFor: number, votesAgainst = 0, votesAbstained = 0): object => ({
  ...{ form: 'SHOW_OF_HANDS', votesFor, votesAgainst, votesAbstained },
});

/** The outcome that is recorded of a check. */
export const outcomeOf = ({ checks }: { checks: Check[] }, checkId: string): string | undefined =>
  checks.find((check) => check.checkId === checkId && check.current)?.outcome;
