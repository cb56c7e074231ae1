import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@zhixiao/domain';
import type { Client } from '../support/client.js';
import { attached, upload } from '../support/documents.js';
import { listen } from '../support/live.js';
import { END, givenSeat } from '../support/staffing.js';
import { DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';
import {
  before,
  done,
  givenDecision,
  givenTask,
  of,
  readDecision,
  readTask,
  refused,
  send,
  tasksOf,
  type Decision,
  type Task,
} from './decisions-world.js';
import { actAs, givenCombined, givenMember, givenTeam, todayOf, uuidOf, type Team } from './topics-world.js';

let world: World;
let county: Client;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = await todayOf(county);
}, 60_000);
afterAll(() => world.end());

interface Following {
  readonly team: Team;
  readonly decision: Decision;
  readonly task: Task;
}

/** A decision of a month ago with one task of the vice-principal. */
async function following(more: object = {}): Promise<Following> {
  const team = await givenTeam(world, county);
  const decision = await givenDecision(team, before(today, 30));
  return { team, decision, task: await givenTask(team, decision, more) };
}

const reportDone = (team: Team, task: Task): Promise<Task> =>
  done(team.vice.client, 'reportTask', { ...of(task), percent: 100, text: '已完成', done: true });

interface Told {
  notifications: { nodes: { kind: string; path: string; params: { title?: string } }[] };
}

async function told(client: Client): Promise<string[]> {
  const { notifications } = await client.ask<Told>('{ notifications(first: 50) { nodes { kind path params } } }');
  return notifications.nodes.map(({ kind }) => kind);
}

describe('A task', () => {
  test('is given to somebody with who helps and who follows it up; they hear of it, and the topic is divided up', async () => {
    const { team, decision, task } = await following({ dueOn: addDays(today, 30), note: '分年级落实' });
    expect(task).toMatchObject({ state: 'ASSIGNED', light: 'GREEN', percent: 0, ownerName: '副校长丁', reports: [] });
    expect(task.people).toEqual([
      { role: 'IMPLEMENT', personName: '副校长丁' },
      { role: 'SUPERVISE', personName: '副书记丙' },
    ]);
    const seen = await readDecision(county, decision.id);
    expect(seen).toMatchObject({ openTasks: 1, light: 'GREEN', topic: { state: 'ASSIGNED' } });
    expect(seen?.tasks).toMatchObject([{ id: task.id }]);
    for (const client of [team.vice.client, team.deputy.client]) expect(await told(client)).toContain('TASK_ASSIGNED');
    expect(await told(team.principal.client)).not.toContain('TASK_ASSIGNED');
    const paths = await team.vice.client.ask<Told>('{ notifications(first: 1) { nodes { kind path params } } }');
    expect(paths.notifications.nodes[0]?.path).toBe(`/decisionTasks/${task.id}/show`);
  });

  test('is given by secretary, principal and deputy, to people of the school, once each, not before the decision', async () => {
    const { team, decision } = await following();
    const input = { decisionId: decision.id, title: '任务', ownerId: team.vice.personId };
    for (const { client } of [team.principal, team.deputy])
      expect(await refused(client, 'assignTask', input)).toBeUndefined();
    for (const client of [team.vice.client, team.clerk]) {
      expect(await refused(client, 'assignTask', input)).toEqual({ code: 'FORBIDDEN' });
    }
    const { client } = team.secretary;
    const stranger = (await givenTeam(world, county)).vice.personId;
    expect(await refused(client, 'assignTask', { ...input, ownerId: stranger })).toEqual({ code: 'NOT_FOUND' });
    expect(await refused(client, 'assignTask', { ...input, supporterIds: [stranger] })).toEqual({ code: 'NOT_FOUND' });
    const twice = { ...input, supervisorIds: [team.vice.personId] };
    expect(await refused(client, 'assignTask', twice)).toMatchObject({ code: 'BAD_INPUT', path: ['supervisorIds'] });
    const early = { ...input, dueOn: before(today, 31) };
    expect(await refused(client, 'assignTask', early)).toMatchObject({ code: 'BAD_INPUT', path: ['dueOn'] });
    expect(await refused(client, 'assignTask', { ...input, title: '  ' })).toMatchObject({ path: ['title'] });
  });

  test('is reported on by its owner, or by the clerk for him, and by nobody else', async () => {
    const { team, task } = await following({ implementerIds: [] });
    const report = { percent: 40, text: '已制定方案' };
    for (const client of [team.secretary.client, team.principal.client, team.deputy.client]) {
      expect(await refused(client, 'reportTask', { ...of(task), ...report })).toMatchObject({ code: 'FORBIDDEN' });
    }
    const begun = await done(team.vice.client, 'reportTask', { ...of(task), ...report });
    expect(begun).toMatchObject({ state: 'IN_PROGRESS', percent: 40, lastReportedOn: today });
    const next = await done(team.clerk, 'reportTask', { ...of(begun), percent: 60, text: '继续落实' });
    expect(next.reports).toMatchObject([
      { kind: 'PROGRESS', byName: '副校长丁', percent: 60, text: '继续落实' },
      { kind: 'PROGRESS', byName: '副校长丁', percent: 40, text: '已制定方案' },
    ]);
    expect(next.reports[0]?.recordedByName).not.toBe('副校长丁');
    expect(await refused(team.vice.client, 'reportTask', { ...of(task), ...report })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refused(team.vice.client, 'reportTask', { ...of(next), percent: 101, text: 'x' })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await refused(team.vice.client, 'reportTask', { ...of(next), percent: 70, text: ' ' })).toMatchObject({
      path: ['text'],
    });
  });

  test('that was reported done is closed by those who follow it up; with the last one the topic is carried out', async () => {
    const { team, decision, task } = await following();
    const second = await givenTask(team, decision, { title: '第二项' });
    expect(await refused(team.secretary.client, 'closeTask', of(task))).toMatchObject({ code: 'BAD_STATE' });
    const reported = await reportDone(team, task);
    expect(reported).toMatchObject({ state: 'REPORTED_DONE', percent: 100, doneOn: today });
    expect(await told(team.deputy.client)).toContain('TASK_REPORTED_DONE');
    const closed = await done(team.deputy.client, 'closeTask', { ...of(reported), note: '情况属实' });
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: today, closeNote: '情况属实', light: 'GREEN' });
    expect(closed.reports.map(({ kind }) => kind)).toEqual(['CLOSED', 'DONE']);
    expect(await told(team.vice.client)).toContain('TASK_CLOSED');
    expect((await readDecision(county, decision.id))?.topic?.state).toBe('ASSIGNED');
    await done(team.secretary.client, 'closeTask', of(await reportDone(team, second)));
    expect(await readDecision(county, decision.id)).toMatchObject({ openTasks: 0, topic: { state: 'EXECUTED' } });
  });

  test('of two last tasks closed at once the topic is carried out all the same', async () => {
    const { team, decision, task } = await following();
    const second = await reportDone(team, await givenTask(team, decision));
    const first = await reportDone(team, task);
    await Promise.all([first, second].map((one) => done(team.secretary.client, 'closeTask', of(one))));
    expect((await readDecision(county, decision.id))?.topic?.state).toBe('EXECUTED');
  });

  test('is not closed by who does it, under whichever post', async () => {
    const { team, decision } = await following();
    const principals = await givenTask(team, decision, { ownerId: team.principal.personId });
    const both = { ownerId: team.vice.personId, implementerIds: [team.secretary.personId] };
    const shared = await givenTask(team, decision, both);
    const report = { percent: 100, text: '已完成', done: true };
    const own = await done(team.principal.client, 'reportTask', { ...of(principals), ...report });
    expect(await refused(team.principal.client, 'closeTask', of(own))).toEqual({
      code: 'FORBIDDEN',
      reason: 'OWN_TASK',
    });
    expect(await refused(team.principal.client, 'cancelTask', { ...of(own), reason: '不办了' })).toMatchObject({
      reason: 'OWN_TASK',
    });
    const sharedDone = await reportDone(team, shared);
    expect(await refused(team.secretary.client, 'closeTask', of(sharedDone))).toMatchObject({ reason: 'OWN_TASK' });
    for (const client of [team.vice.client, team.clerk]) {
      expect(await refused(client, 'closeTask', of(sharedDone))).toEqual({ code: 'FORBIDDEN' });
    }
    expect(await done(team.secretary.client, 'closeTask', of(own))).toMatchObject({ state: 'CLOSED' });
  });

  test('of a head who holds both posts is not closed under the other one', async () => {
    const team = await givenCombined(world, county);
    const decision = await givenDecision(team as Team, before(today, 30));
    const task = await givenTask(team as Team, decision, { ownerId: team.secretary.personId });
    await actAs(team.secretary.client, 'Principal');
    const reported = await done(team.secretary.client, 'reportTask', {
      ...of(task),
      percent: 100,
      text: '完成',
      done: true,
    });
    await actAs(team.secretary.client, 'Secretary');
    expect(await refused(team.secretary.client, 'closeTask', of(reported))).toMatchObject({ reason: 'OWN_TASK' });
    expect(await done(team.deputy.client, 'closeTask', of(reported))).toMatchObject({ state: 'CLOSED' });
  });

  test('closed twenty times at once, and again under the same key, is closed once', async () => {
    const { team, task } = await following();
    const reported = await reportDone(team, task);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(team.secretary.client, 'closeTask', of(reported))),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const history = (await readTask(county, task.id))?.reports.map(({ kind }) => kind);
    expect(history).toEqual(['CLOSED', 'DONE']);
    const { task: other } = await following();
    expect(other.state).toBe('ASSIGNED');
    const again = await following();
    const ready = await reportDone(again.team, again.task);
    const key = { 'idempotency-key': '5f0d4f6e-3b0f-4a51-9d0e-7f7c2f1d9b11' };
    const same = await Promise.all(
      Array.from({ length: 5 }, () => send(again.team.secretary.client, 'closeTask', of(ready), key)),
    );
    expect(new Set(same.filter(({ errors }) => !errors).map(({ text }) => text)).size).toBe(1);
    expect((await readTask(county, again.task.id))?.reports).toHaveLength(2);
  });

  test('goes back to its owner, or is opened again, with the reason, while its decision is in force', async () => {
    const { team, decision, task } = await following();
    const reported = await reportDone(team, task);
    expect(await refused(team.secretary.client, 'reopenTask', { ...of(reported), reason: '' })).toMatchObject({
      path: ['reason'],
    });
    const back = await done(team.secretary.client, 'reopenTask', { ...of(reported), reason: '佐证不足' });
    expect(back).toMatchObject({ state: 'IN_PROGRESS', doneOn: null });
    expect(await told(team.vice.client)).toContain('TASK_SENT_BACK');
    const closed = await done(team.secretary.client, 'closeTask', of(await reportDone(team, back)));
    const open = await done(team.deputy.client, 'reopenTask', { ...of(closed), reason: '又有新情况' });
    expect(open).toMatchObject({ state: 'IN_PROGRESS', closedOn: null, closedByName: null });
    expect(open.reports.map(({ kind }) => kind)).toEqual(['REOPENED', 'CLOSED', 'DONE', 'SENT_BACK', 'DONE']);
    expect(await refused(team.deputy.client, 'reopenTask', { ...of(open), reason: '再' })).toMatchObject({
      code: 'BAD_STATE',
    });
    const now = (): Promise<Decision> => readDecision(county, decision.id) as Promise<Decision>;
    expect(await refused(team.secretary.client, 'completeDecision', of(await now()))).toMatchObject({
      reason: 'TASKS_OPEN',
    });
    const last = await done(team.secretary.client, 'closeTask', of(await reportDone(team, open)));
    expect(await refused(team.vice.client, 'completeDecision', of(await now()))).toEqual({ code: 'FORBIDDEN' });
    const over = await done<Decision>(team.secretary.client, 'completeDecision', of(await now()));
    expect(over).toMatchObject({ state: 'COMPLETED', endedOn: today });
    expect(await refused(team.secretary.client, 'reopenTask', { ...of(last), reason: '再' })).toMatchObject({
      code: 'BAD_STATE',
    });
  });

  test('that is not to be done any more is called off with the reason, and hinders nothing', async () => {
    const { team, decision, task } = await following({ dueOn: before(today, 3) });
    expect(task.light).toBe('RED');
    const off = await done(team.secretary.client, 'cancelTask', { ...of(task), reason: '上级另有安排' });
    expect(off).toMatchObject({ state: 'CANCELLED', closeNote: '上级另有安排', light: 'GREEN' });
    expect(await readDecision(county, decision.id)).toMatchObject({ openTasks: 0, light: null });
    expect(await refused(team.vice.client, 'reportTask', { ...of(off), percent: 1, text: 'x' })).toMatchObject({
      code: 'BAD_STATE',
    });
  });
});

describe('红黄绿', () => {
  test('are those of the day that is asked for, and lists and decisions are found by them', async () => {
    const { team, decision, task } = await following({ dueOn: addDays(today, 8) });
    const soon = await givenTask(team, decision, { dueOn: addDays(today, 7), title: '将到期' });
    const late = await givenTask(team, decision, { dueOn: before(today, 1), title: '已逾期' });
    const schoolId = team.schoolId;
    const lights = async (asOf?: string): Promise<Record<string, string>> =>
      Object.fromEntries((await tasksOf(county, { schoolId }, asOf)).map(({ title, light }) => [title, light]));
    expect(await lights()).toEqual({ 制定实施细则: 'GREEN', 将到期: 'YELLOW', 已逾期: 'RED' });
    expect(await lights(addDays(today, 8))).toEqual({ 制定实施细则: 'YELLOW', 将到期: 'RED', 已逾期: 'RED' });
    expect(await lights(before(today, 20))).toEqual({ 制定实施细则: 'GREEN', 将到期: 'GREEN', 已逾期: 'GREEN' });
    const ids = async (filter: object): Promise<string[]> =>
      (await tasksOf(team.secretary.client, { schoolId, ...filter })).map(({ id }) => id);
    expect(await ids({ light: ['RED'] })).toEqual([late.id]);
    expect(await ids({ light: ['RED', 'YELLOW'] })).toEqual([late.id, soon.id]);
    expect(await ids({ dueFrom: today, dueTo: addDays(today, 7) })).toEqual([soon.id]);
    expect(await ids({ q: '逾期' })).toEqual([late.id]);
    expect(await ids({ open: false })).toEqual([]);
    expect(await ids({ decisionId: decision.id })).toEqual([late.id, soon.id, task.id]);
    const red = await county.ask<{ decisions: { nodes: { id: string; light: string }[] } }>(
      'query R($f: DecisionFilter) { decisions(filter: $f) { nodes { id light } } }',
      { f: { schoolId, light: ['RED'] } },
    );
    expect(red.decisions.nodes).toEqual([{ id: decision.id, light: 'RED' }]);
  });

  test('of one that was reported done are judged by that day', async () => {
    const { team, task } = await following({ dueOn: today });
    const reported = await reportDone(team, task);
    expect(reported.light).toBe('GREEN');
    expect((await tasksOf(county, { schoolId: team.schoolId }, addDays(today, 9)))[0]?.light).toBe('GREEN');
  });
});

describe('J16: what waits for somebody', () => {
  test('is the own open task, or one to look at; it shows due day, owner and last report', async () => {
    const { team, task } = await following({ dueOn: addDays(today, 3) });
    const waiting = async (client: Client): Promise<string[]> =>
      (await tasksOf(client, { waitingForMe: true })).map(({ id }) => id);
    expect(await waiting(team.vice.client)).toEqual([task.id]);
    expect(await waiting(team.deputy.client)).toEqual([]);
    expect((await tasksOf(team.deputy.client, { mine: true })).map(({ id }) => id)).toEqual([task.id]);
    expect(await tasksOf(team.principal.client, { mine: true })).toEqual([]);
    const shown = await readTask(team.vice.client, task.id);
    expect(shown).toMatchObject({
      mineToDo: true,
      dueOn: addDays(today, 3),
      ownerName: '副校长丁',
      lastReportedOn: null,
    });
    expect((await readTask(team.secretary.client, task.id))?.mineToDo).toBe(false);
    const reported = await reportDone(team, task);
    expect(await waiting(team.vice.client)).toEqual([]);
    expect(await waiting(team.deputy.client)).toEqual([reported.id]);
  });

  test('a report comes with documents that were attached to the task, and with no others', async () => {
    const { team, decision, task } = await following();
    const paper = await attached(team.vice.client, { subject: task.id, kind: 'REPORT', name: '进展.pdf' });
    const foreign = await attached(team.secretary.client, { subject: decision.id, kind: 'EVIDENCE' });
    const input = { ...of(task), percent: 50, text: '见附件' };
    const wrong = { ...input, attachmentIds: [foreign.id] };
    expect(await refused(team.vice.client, 'reportTask', wrong)).toEqual({ code: 'NOT_FOUND' });
    const reported = await done(team.vice.client, 'reportTask', { ...input, attachmentIds: [paper.id] });
    expect(reported.reports[0]?.attachmentIds).toEqual([paper.id]);
    const query = 'query A($id: ID!) { decisionTask(id: $id) { attachments { nodes { id name } } } }';
    const seen = await team.secretary.client.ask<{ decisionTask: { attachments: unknown } }>(query, { id: task.id });
    expect(seen.decisionTask.attachments).toEqual({ nodes: [{ id: paper.id, name: '进展.pdf' }] });
    const stranger = (await givenTeam(world, county)).vice.client;
    expect((await upload(stranger, { subject: task.id, kind: 'REPORT' })).code).toBe('NOT_FOUND');
    const member = await givenMember(world, county, {
      schoolId: team.schoolId,
      name: '委员戊',
      posts: ['COMMITTEE_MEMBER'],
    });
    expect((await upload(member.client, { subject: task.id, kind: 'REPORT' })).code).toBe('FORBIDDEN');
    const off = await done(team.secretary.client, 'cancelTask', { ...of(reported), reason: '不办' });
    expect((await upload(team.vice.client, { subject: off.id, kind: 'REPORT' })).code).toBe('BAD_STATE');
  });

  test('a page that shows it hears of a change, a stranger’s page does not', async () => {
    const { team, decision, task } = await following();
    const stranger = await givenTeam(world, county);
    const [here, there] = await Promise.all([listen(team.principal.client), listen(stranger.principal.client)]);
    await here.next(({ name }) => name === 'ready');
    await there.next(({ name }) => name === 'ready');
    await done(team.vice.client, 'reportTask', { ...of(task), percent: 10, text: '开始' });
    const heard = [
      await here.next(({ name }) => name === 'changed'),
      await here.next(({ name }) => name === 'changed'),
    ];
    expect(heard.map(({ data }) => data)).toEqual([
      { type: 'DecisionTask', id: task.id },
      { type: 'Decision', id: decision.id },
    ]);
    expect(there.events.filter(({ name }) => name === 'changed')).toEqual([]);
    here.close();
    there.close();
  });
});

describe('SOD-15: a right ends with the post', () => {
  test('a secretary whose appointment ended yesterday neither reads nor closes; the record keeps who closed before', async () => {
    const { team, decision, task } = await following();
    const closed = await done(team.secretary.client, 'closeTask', of(await reportDone(team, task)));
    const second = await reportDone(team, await givenTask(team, decision));
    const query = 'query S($id: ID!) { school(id: $id) { version team { id post version } } }';
    const { school } = await county.ask<{
      school: { version: number; team: { id: string; post: string; version: number }[] };
    }>(query, { id: team.schoolId });
    const seat = school.team.find(({ post }) => post === 'SECRETARY');
    const ended = { id: seat?.id, expectedVersion: seat?.version, endsOn: before(today, 1), reason: '调离' };
    await county.ask(END, { input: ended });
    expect(await refused(team.secretary.client, 'closeTask', of(second))).toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED/),
    });
    const next = await givenSeat(county, team.schoolId, { name: '新书记', startsOn: today });
    const account = await world.account([]);
    await world.linkPerson(account.id, next.personId);
    const successor = await world.signIn(account.username);
    expect(await done(successor, 'closeTask', of(second))).toMatchObject({ state: 'CLOSED' });
    expect((await readTask(successor, closed.id))?.closedByName).toBe(closed.closedByName);
  });

  test('an owner who left the team reports no more; the clerk writes down what is handed over', async () => {
    const { team, task } = await following();
    await world.sql(`UPDATE appointment SET valid = daterange(lower(valid), $2::date) WHERE person_id = $1`, [
      uuidOf(team.vice.personId),
      today,
    ]);
    const report = { ...of(task), percent: 20, text: '移交' };
    expect(await refused(team.vice.client, 'reportTask', report)).toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED/),
    });
    expect(await refused(team.clerk, 'reportTask', report)).toBeUndefined();
  });
});

describe('Each morning', () => {
  test('who has a task hears once that it is due soon and once that it is late; who follows it up hears that it is late', async () => {
    const { team, decision } = await following({ dueOn: addDays(today, 40) });
    const soon = await givenTask(team, decision, { title: '将到期', dueOn: addDays(today, 2) });
    const late = await givenTask(team, decision, { title: '已逾期', dueOn: before(today, 2) });
    await world.worker();
    const morning = (): Promise<unknown> =>
      world.sql(`SELECT graphile_worker.add_job('daily', '{}', queue_name => 'schedule')`);
    const heard = async (client: Client): Promise<string[]> => {
      const { notifications } = await client.ask<Told>('{ notifications(first: 100) { nodes { kind path params } } }');
      return notifications.nodes
        .filter(({ kind }) => /DUE|OVERDUE/.test(kind))
        .map(({ kind, path }) => `${kind} ${path.split('/')[2]}`)
        .sort();
    };
    const own = [`TASK_DUE_SOON ${soon.id}`, `TASK_OVERDUE ${late.id}`];
    await morning();
    await until(async () => (await heard(team.vice.client)).length === 2);
    await morning();
    await until(
      async () => (await world.sql(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'daily'`)).length === 0,
    );
    expect(await heard(team.vice.client)).toEqual(own);
    expect(await heard(team.deputy.client)).toEqual([`TASK_OVERDUE ${late.id}`]);
    expect(await heard(team.secretary.client)).toEqual([`TASK_OVERDUE ${late.id}`]);
    expect(await heard(team.clerk)).toEqual([]);
  }, 60_000);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not happen within twenty seconds');
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
