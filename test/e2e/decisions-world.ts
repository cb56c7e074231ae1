import { addDays } from '@zhixiao/domain';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { act, on, type Member, type Team, type Topic } from './topics-world.js';

export interface Decision {
  id: string;
  number: string;
  version: number;
  state: string;
  title: string;
  text: string;
  body: string;
  result: string;
  restricted: boolean;
  decidedOn: string;
  endedOn: string | null;
  openTasks: number;
  light: string | null;
  publishedOn: string | null;
  publishedWhere: string | null;
  lastReportedOn: string | null;
  tasks: Task[];
  supersedes: { id: string; number: string; state: string } | null;
  supersededBy: { id: string; number: string; state: string } | null;
  partyDecision: { id: string } | null;
  implementedBy: { id: string }[];
  executionReports: { reportedByName: string; recordedByName: string; text: string; reportedOn: string }[];
  checks: { checkId: string; outcome: string; current: boolean; params: Record<string, unknown> }[];
  topic: { id: string; state: string } | null;
}

export interface Task {
  id: string;
  version: number;
  state: string;
  light: string;
  percent: number;
  title: string;
  ownerName: string;
  dueOn: string | null;
  doneOn: string | null;
  closedOn: string | null;
  closedByName: string | null;
  closeNote: string | null;
  lastReportedOn: string | null;
  mineToDo: boolean;
  people: { role: string; personName: string }[];
  reports: {
    kind: string;
    byName: string;
    recordedByName: string;
    percent: number;
    text: string;
    attachmentIds: string[];
  }[];
  decision: { id: string } | null;
}

const TASK = `id version state light percent title ownerName dueOn doneOn closedOn closedByName closeNote lastReportedOn mineToDo
  people { role personName } reports { kind byName recordedByName percent text attachmentIds } decision { id }`;
const DECISION = `id number version state title text body result restricted decidedOn endedOn openTasks light publishedOn publishedWhere
  lastReportedOn tasks { ${TASK} } supersedes { id number state } supersededBy { id number state } partyDecision { id } implementedBy { id }
  executionReports { reportedByName recordedByName text reportedOn } checks { checkId outcome current params } topic { id state }`;

const INPUTS: Readonly<Record<string, readonly [input: string, fields: string]>> = {
  publishDecision: ['PublishDecisionInput', DECISION],
  answerSuperior: ['AnswerSuperiorInput', DECISION],
  completeDecision: ['CompleteDecisionInput', DECISION],
  reportExecution: ['ReportExecutionInput', DECISION],
  assignTask: ['AssignTaskInput', TASK],
  reportTask: ['ReportTaskInput', TASK],
  closeTask: ['CloseTaskInput', TASK],
  reopenTask: ['ReopenTaskInput', TASK],
  cancelTask: ['CancelTaskInput', TASK],
  recordEmergency: ['RecordEmergencyInput', 'id version state overdue title restricted takenByName takenByPost'],
  confirmEmergency: ['ConfirmEmergencyInput', 'id version state overdue confirmedOn meeting { id } item { id }'],
};

export function send(
  client: Client,
  name: string,
  input: object,
  more: Record<string, string> = {},
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const [type, fields] = INPUTS[name] ?? ['', ''];
  return client.send(`mutation Act($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input }, more);
}

/** Does one act that must succeed, and gives the row as it is then. */
export async function done<T = Task>(client: Client, name: string, input: object): Promise<T> {
  const answer = await send(client, name, input);
  if (answer.errors || !answer.data?.[name]) throw new Error(`${name} failed: ${answer.text}`);
  return answer.data[name] as T;
}

/** What the refusal of an act says. */
export async function refused(client: Client, name: string, input: object): Promise<object | undefined> {
  const extensions = (await send(client, name, input)).errors?.[0]?.extensions;
  if (!extensions) return undefined;
  const { code, params = {} } = extensions;
  return {
    code,
    ...(params['reason'] ? { reason: params['reason'] } : {}),
    ...(params['path'] ? { path: params['path'] } : {}),
  };
}

export async function readDecision(client: Client, id: string, asOf?: string): Promise<Decision | null> {
  const query = `query D($id: ID!, $asOf: Date) { decision(id: $id, asOf: $asOf) { ${DECISION} } }`;
  return (await client.ask<{ decision: Decision | null }>(query, { id, asOf })).decision;
}

export async function readTask(client: Client, id: string): Promise<Task | null> {
  const query = `query T($id: ID!) { decisionTask(id: $id) { ${TASK} } }`;
  return (await client.ask<{ decisionTask: Task | null }>(query, { id })).decisionTask;
}

export async function decisionsOf(client: Client, filter: object, order = 'DECIDED_ON_DESC'): Promise<Decision[]> {
  const query = `query L($filter: DecisionFilter, $order: DecisionOrder) { decisions(filter: $filter, order: $order, first: 100) { nodes { ${DECISION} } } }`;
  return (await client.ask<{ decisions: { nodes: Decision[] } }>(query, { filter, order })).decisions.nodes;
}

export async function tasksOf(client: Client, filter: object, asOf?: string): Promise<Task[]> {
  const query = `query L($filter: DecisionTaskFilter, $asOf: Date) { decisionTasks(filter: $filter, asOf: $asOf, first: 100) { nodes { ${TASK} } } }`;
  return (await client.ask<{ decisionTasks: { nodes: Task[] } }>(query, { filter, asOf })).decisionTasks.nodes;
}

export interface PaperMeeting {
  readonly kind?: string;
  readonly heldOn: string;
  readonly items: readonly object[];
}

/** An item that a party meeting approved, as the paper says. */
export const paperItem = (title: string, more: { topic?: object } & Record<string, unknown> = {}): object => ({
  ...{ kind: 'DECISION', title, result: 'APPROVED', conclusion: `同意${title}` },
  ...more,
  topic: { matterCode: 'IDEOLOGY_WORK', ...more.topic },
});

const ENTER = `mutation Enter($input: EnterMeetingInput!) { enterMeeting(input: $input) { id heldOn
  items { id title result decision { ${DECISION} } } decisions { id } } }`;

interface EnteredMeeting {
  id: string;
  items: { id: string; title: string; decision: Decision | null }[];
  decisions: { id: string }[];
}

/** A meeting that was held on paper, entered by the clerk. */
export async function enterMeeting(
  team: Pick<Team, 'schoolId'>,
  client: Client,
  meeting: PaperMeeting,
): Promise<EnteredMeeting> {
  const input = { schoolId: team.schoolId, kind: 'PARTY_ORG', ...meeting };
  return (await client.ask<{ enterMeeting: EnteredMeeting }>(ENTER, { input })).enterMeeting;
}

/** One decision of a party meeting a while ago, as whoever enters it sees it. */
export async function givenDecision(
  team: Team,
  heldOn: string,
  more: Parameters<typeof paperItem>[1] = {},
): Promise<Decision> {
  const entered = await enterMeeting(team, team.secretary.client, { heldOn, items: [paperItem('德育工作方案', more)] });
  const decision = entered.items[0]?.decision;
  if (!decision) throw new Error('The meeting decided nothing');
  return decision;
}

/** A task of the vice-principal, followed up by the deputy secretary, due in ten days. */
export function givenTask(team: Team, decision: Pick<Decision, 'id'>, more: object = {}): Promise<Task> {
  return done(team.secretary.client, 'assignTask', {
    ...{ decisionId: decision.id, title: '制定实施细则', ownerId: team.vice.personId },
    ...{ supervisorIds: [team.deputy.personId], ...more },
  });
}

/** What an act on a row is given. */
export const of = ({ id, version }: { id: string; version: number }): { id: string; expectedVersion: number } => ({
  id,
  expectedVersion: version,
});

const MEETING = `id version state items { id version position result decision { ${DECISION} } } attendance { id version capacity personId }`;
interface HeldMeeting {
  id: string;
  version: number;
  items: { id: string; version: number; decision: Decision | null }[];
  attendance: { id: string; version: number; capacity: string; personId: string }[];
}

async function meet(client: Client, name: string, type: string, input: object): Promise<HeldMeeting> {
  const query = `mutation Meet($input: ${type}!) { ${name}(input: $input) { ${MEETING} } }`;
  return (await client.ask<Record<string, HeldMeeting>>(query, { input }))[name] as HeldMeeting;
}

/** A topic of the pool, ready for its meeting. */
export async function confirmedTopic(head: Member, topic: object): Promise<Topic> {
  return act(head.client, 'confirmTopic', on(await act(head.client, 'proposeTopic', topic)));
}

export interface LiveMeeting {
  readonly head: Member;
  readonly kind: string;
  readonly topicId: string;
  readonly today: string;
  readonly result?: string;
}

/** Calls, opens and holds a meeting on one topic, up to the point where its result is to be said. */
export async function openOn(team: Team, { head, kind, topicId, today }: LiveMeeting): Promise<HeldMeeting> {
  const { client } = head;
  const plan = { schoolId: team.schoolId, kind, heldOn: today, startTime: '00:00', items: [{ topicId }] };
  const planned = await meet(client, 'planMeeting', 'PlanMeetingInput', plan);
  await meet(client, 'callMeeting', 'CallMeetingInput', { ...of(planned), papersSent: true });
  const entries = planned.attendance.map(({ id, version }) => ({ id, expectedVersion: version, status: 'PRESENT' }));
  const present = await meet(client, 'setAttendance', 'SetAttendanceInput', { id: planned.id, entries });
  return meet(client, 'openMeeting', 'MeetingActInput', of(present));
}

/** The answer to saying the result of the open meeting's item. */
export function decide(
  client: Client,
  meeting: HeldMeeting,
  result = 'APPROVED',
): Promise<GraphqlAnswer<{ decideItem: HeldMeeting }>> {
  const [item] = meeting.items;
  const input = {
    itemId: item?.id,
    expectedVersion: item?.version,
    result,
    conclusion: '会议同意',
    responsible: '副校长丁',
    dueOn: null,
  };
  return client.send<{ decideItem: HeldMeeting }>(
    `mutation Decide($input: DecideItemInput!) { decideItem(input: $input) { ${MEETING} } }`,
    { input },
  );
}

/** Six days ago, a month ago, and so on. */
export const before = (today: string, days: number): string => addDays(today, -days);
