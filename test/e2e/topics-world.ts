import { randomUUID } from 'node:crypto';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool, type NewSchool } from '../support/schools.js';
import { DANZHAI, type World } from '../support/world.js';

/** A person of a school at a client, under the right of one post. */
export interface Member {
  readonly client: Client;
  readonly personId: string;
  readonly username: string;
}

export interface Team {
  readonly schoolId: string;
  readonly secretary: Member;
  readonly principal: Member;
  readonly deputy: Member;
  readonly vice: Member;
  readonly clerk: Client;
}

const SINCE = '2022-09-01';
const VIEWER = '{ viewer { today grants { id role schoolId } } }';

interface Viewer {
  viewer: { today: string; grants: { id: string; role: string; schoolId: string | null }[] };
}

export async function todayOf(client: Client): Promise<string> {
  return (await client.ask<Viewer>(VIEWER)).viewer.today;
}

export const uuidOf = (id: string): string => id.split('_')[2] ?? '';

/** Holds posts at a school and signs in under the first of them. */
export async function givenMember(
  world: World,
  admin: Client,
  { schoolId, posts, name, ...more }: { schoolId: string; posts: string[]; name: string } & Record<string, unknown>,
): Promise<Member> {
  const personId = await givenPerson(admin, name);
  for (const post of posts) {
    const answer = await appoint(admin, { schoolId, personId, post, startsOn: SINCE, ...more });
    if (answer.errors) throw new Error(answer.text);
  }
  const account = await world.account([]);
  await world.linkPerson(account.id, personId);
  const client = await world.signIn(account.username);
  return { client, personId, username: account.username };
}

/** The client acts under the role from now on. */
export async function actAs(client: Client, role: string): Promise<void> {
  const { viewer } = await client.ask<Viewer>(VIEWER);
  client.grant = viewer.grants.find((grant) => grant.role === role)?.id ?? null;
  if (client.grant === null) throw new Error(`No grant as ${role}`);
}

/** A school of two heads, a full-time deputy and a vice-principal, with a clerk. */
export async function givenTeam(world: World, admin: Client, school: NewSchool = {}): Promise<Team> {
  const { id: schoolId } = await givenSchool(admin, school);
  const member = (name: string, posts: string[], more: object = {}): Promise<Member> =>
    givenMember(world, admin, { schoolId, name, posts, ...more });
  const secretary = await member('书记甲', ['SECRETARY']);
  const principal = await member('校长乙', ['PRINCIPAL']);
  const deputy = await member('副书记丙', ['DEPUTY_SECRETARY'], { fullTime: true });
  const vice = await member('副校长丁', ['VICE_PRINCIPAL']);
  const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId });
  return { schoolId, secretary, principal, deputy, vice, clerk };
}

/** A school whose secretary is its principal too (一肩挑), with a full-time deputy; signed in as secretary. */
export async function givenCombined(world: World, admin: Client): Promise<Omit<Team, 'principal'>> {
  const { id: schoolId } = await givenSchool(admin);
  const head = await givenMember(world, admin, { schoolId, name: '一肩挑', posts: ['SECRETARY', 'PRINCIPAL'] });
  await actAs(head.client, 'Secretary');
  const deputy = await givenMember(world, admin, {
    ...{ schoolId, name: '专职副书记', posts: ['DEPUTY_SECRETARY'], fullTime: true },
  });
  const vice = await givenMember(world, admin, { schoolId, name: '副校长', posts: ['VICE_PRINCIPAL'] });
  const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId });
  return { schoolId, secretary: head, deputy, vice, clerk };
}

export interface Gate {
  checkId: string;
  outcome: string;
  blocks: boolean;
}
export interface Topic {
  id: string;
  version: number;
  state: string;
  title: string;
  restricted: boolean;
  consultationStatus: string;
  consultedSide: string | null;
  heldBackReason: string | null;
  confirmedByName: string | null;
  confirmedAs: string | null;
  confirmedActing: boolean | null;
  selfConfirmed: boolean;
  proposerName: string | null;
  proposerPost: string | null;
  waitsForMe: boolean;
  gates: Gate[];
  records: {
    id: string;
    kind: string;
    version: number;
    supersededAt: string | null;
    signatures: { personName: string; post: string }[];
  }[];
  consultations: {
    id: string;
    round: number;
    opinion: string | null;
    version: number;
    toPersonName: string;
    toMe: boolean;
    confirmedAt: string | null;
  }[];
  checks: { checkId: string; outcome: string; current: boolean }[];
  departures: { checkId: string; approvedOn: string | null }[];
}

const TOPIC = `id version state title restricted consultationStatus consultedSide heldBackReason confirmedByName confirmedAs confirmedActing
  selfConfirmed proposerName proposerPost waitsForMe gates { checkId outcome blocks }
  records { id kind version supersededAt signatures { personName post } }
  consultations { id round opinion version toPersonName toMe confirmedAt }
  checks { checkId outcome current } departures { checkId approvedOn }`;

const INPUTS: Record<string, string> = {
  proposeTopic: 'ProposeTopicInput',
  submitTopic: 'TopicActInput',
  changeTopic: 'ChangeTopicInput',
  confirmTopic: 'TopicActInput',
  returnTopic: 'TopicReasonInput',
  withdrawTopic: 'TopicReasonInput',
  resumeTopic: 'TopicActInput',
  addTopicRecord: 'AddTopicRecordInput',
  supersedeTopicRecord: 'SupersedeTopicRecordInput',
  signCommunication: 'SignCommunicationInput',
  askConsultation: 'AskConsultationInput',
  answerConsultation: 'AnswerConsultationInput',
  acceptChanges: 'ConsultationActInput',
  statePaperOpinion: 'StatePaperOpinionInput',
  confirmPaperOpinion: 'ConsultationActInput',
};

/** Does one act on a topic and gives the answer whole. */
export function send(
  client: Client,
  act: string,
  input: object,
  more: Record<string, string> = {},
): Promise<GraphqlAnswer<Record<string, Topic>>> {
  const query = `mutation Act($input: ${INPUTS[act]}!) { ${act}(input: $input) { ${TOPIC} } }`;
  return client.send<Record<string, Topic>>(query, { input }, more);
}

/** Does one act that must succeed, and gives the topic as it is then. */
export async function act(client: Client, name: string, input: object): Promise<Topic> {
  const answer = await send(client, name, input);
  const topic = answer.data?.[name];
  if (answer.errors || !topic) throw new Error(`${name} failed: ${answer.text}`);
  return topic;
}

/** What the refusal of an act says. */
export async function refusal(client: Client, name: string, input: object): Promise<object | undefined> {
  const extensions = (await send(client, name, input)).errors?.[0]?.extensions;
  if (!extensions) return undefined;
  const { code, params = {}, violations = [] } = extensions;
  return { code, reason: params['reason'], checks: violations.map(({ checkId }) => checkId) };
}

export async function read(client: Client, id: string): Promise<Topic | null> {
  return (await client.ask<{ topic: Topic | null }>(`query T($id: ID!) { topic(id: $id) { ${TOPIC} } }`, { id })).topic;
}

export const on = ({ id, version }: Topic): { id: string; expectedVersion: number } => ({
  id,
  expectedVersion: version,
});

/** A routine matter of the principal's meeting: nothing is asked before it. */
export const routine = (schoolId: string, more: object = {}): object => ({
  ...{ schoolId, meetingKind: 'PRINCIPAL_OFFICE', itemKind: 'DECISION', title: `教研安排${randomUUID().slice(0, 4)}` },
  ...{ matterCode: 'TEACHING_MANAGEMENT', ...more },
});

/** A matter of the party meeting without 三重一大: only the type's own gates. */
export const partyWork = (schoolId: string, more: object = {}): object => ({
  ...{ schoolId, meetingKind: 'PARTY_ORG', itemKind: 'DECISION', title: `党建计划${randomUUID().slice(0, 4)}` },
  ...{ matterCode: 'PARTY_ANNUAL_PLAN', ...more },
});

/** A major matter of the party meeting: proposal, investigation, communication, talks and the principal's opinion. */
export const major = (schoolId: string, more: object = {}): object => ({
  ...{ schoolId, meetingKind: 'PARTY_ORG', itemKind: 'DECISION', title: `德育工作方案${randomUUID().slice(0, 4)}` },
  ...{ matterCode: 'IDEOLOGY_WORK', body: '建议方案全文', ...more },
});

/** Records all that is asked of a major matter but the other side's opinion. */
export async function prepare(
  team: Pick<Team, 'secretary'> & Partial<Team>,
  topic: Topic,
  heldOn: string,
): Promise<Topic> {
  const record = (kind: string, more: object = {}): Promise<Topic> =>
    act(team.secretary.client, 'addTopicRecord', { topicId: topic.id, kind, heldOn, result: '已形成', ...more });
  await record('PROPOSAL');
  await record('INVESTIGATION');
  await record('INDIVIDUAL_DELIBERATION', { participantIds: [team.secretary.personId] });
  const communicated = await record('COMMUNICATION', { agreed: true });
  const sheet = communicated.records.find(({ kind }) => kind === 'COMMUNICATION');
  const other = team.principal ?? team.deputy;
  if (!sheet || !other) throw new Error('No communication to sign');
  return act(other.client, 'signCommunication', { recordId: sheet.id, expectedVersion: sheet.version });
}

/** The open round of a topic. */
export function openRound(topic: Topic): { id: string; expectedVersion: number } {
  const round = topic.consultations.find(({ opinion }) => opinion === null);
  if (!round) throw new Error('No round is open');
  return { id: round.id, expectedVersion: round.version };
}
