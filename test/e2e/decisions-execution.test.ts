import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, semesterBefore, semesterOn } from '@zhixiao/domain';
import type { Client } from '../support/client.js';
import { attached } from '../support/documents.js';
import { DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';
import {
  before,
  confirmedTopic,
  decide,
  decisionsOf,
  done,
  enterMeeting,
  givenDecision,
  givenTask,
  of,
  openOn,
  paperItem,
  readDecision,
  refused,
  send,
  type Decision,
} from './decisions-world.js';
import { givenTeam, partyWork, todayOf, uuidOf, type Team } from './topics-world.js';

let world: World;
let county: Client;
let today: string;
let last: { from: string; to: string };
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = await todayOf(county);
  last = semesterBefore(today);
}, 60_000);
afterAll(() => world.end());

const report = (decision: Decision, more: object = {}): object => ({
  ...of(decision),
  ...{ reportedOn: addDays(last.from, 90), text: '已按期推进', ...more },
});
const rec5 = (decision: Decision | null): unknown =>
  decision?.checks
    .filter(({ checkId, current }) => checkId === 'REC-5' && current)
    .map(({ outcome, params }) => ({ outcome, params }));

/** A decision of the semester that is over, as if it had been made in the system then. */
async function decidedLive(team: Team, more: Parameters<typeof givenDecision>[2] = {}): Promise<Decision> {
  const decision = await givenDecision(team, addDays(last.from, 20), more);
  await world.sql('UPDATE decision SET entered_afterwards = false WHERE id = $1', [uuidOf(decision.id)]);
  return decision;
}

describe('An execution report to the party organisation (REC-5)', () => {
  test('is the principal’s, or of who has a task in the decision; the clerk writes down whose it is', async () => {
    const team = await givenTeam(world, county);
    const decision = await givenDecision(team, addDays(last.from, 20));
    for (const client of [team.secretary.client, team.deputy.client, team.vice.client]) {
      expect(await refused(client, 'reportExecution', report(decision))).toMatchObject({ code: 'FORBIDDEN' });
    }
    const first = await done<Decision>(team.principal.client, 'reportExecution', report(decision));
    expect(first.executionReports).toMatchObject([{ text: '已按期推进', reportedOn: addDays(last.from, 90) }]);
    await givenTask(team, decision);
    const now = (await readDecision(county, decision.id)) as Decision;
    const second = await done<Decision>(team.vice.client, 'reportExecution', report(now, { text: '我的部分' }));
    expect(second.lastReportedOn).toBe(addDays(last.from, 90));
    const unnamed = report(second, { reportedOn: addDays(last.from, 91) });
    expect(await refused(team.clerk, 'reportExecution', unnamed)).toMatchObject({ path: ['reportedById'] });
    const wrong = { ...unnamed, reportedById: team.secretary.personId };
    expect(await refused(team.clerk, 'reportExecution', wrong)).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'HAS_NO_PART',
    });
    const written = await done<Decision>(team.clerk, 'reportExecution', {
      ...unnamed,
      reportedById: team.principal.personId,
    });
    expect(written.executionReports[0]).toMatchObject({ reportedByName: '校长乙' });
    expect(written.executionReports[0]?.recordedByName).not.toBe('校长乙');
    const another = report(written, { reportedById: team.vice.personId });
    expect(await refused(team.principal.client, 'reportExecution', another)).toMatchObject({ reason: 'OF_ANOTHER' });
  });

  test('names the party meeting that heard it and the documents that came with it; no other meeting, no day to come', async () => {
    const team = await givenTeam(world, county);
    const decision = await givenDecision(team, addDays(last.from, 20));
    const hearing = { kind: 'HEAR_REPORT', title: '听取汇报', result: 'NOTED' };
    const party = await enterMeeting(team, team.clerk, { heldOn: addDays(last.from, 90), items: [hearing] });
    const office = await enterMeeting(team, team.clerk, {
      kind: 'PRINCIPAL_OFFICE',
      heldOn: addDays(last.from, 90),
      items: [hearing],
    });
    const paper = await attached(team.principal.client, { subject: decision.id, kind: 'REPORT' });
    const { client } = team.principal;
    expect(await refused(client, 'reportExecution', report(decision, { meetingId: office.id }))).toMatchObject({
      reason: 'NO_PARTY_MEETING',
    });
    for (const reportedOn of [addDays(today, 1), addDays(last.from, 19)]) {
      expect(await refused(client, 'reportExecution', report(decision, { reportedOn }))).toMatchObject({
        path: ['reportedOn'],
      });
    }
    const input = report(decision, { meetingId: party.id, attachmentIds: [paper.id] });
    expect(await refused(client, 'reportExecution', input)).toBeUndefined();
    const query = 'query D($id: ID!) { decision(id: $id) { executionReports { meeting { id } attachmentIds } } }';
    const shown = await county.ask<{ decision: object }>(query, { id: decision.id });
    expect(shown.decision).toEqual({ executionReports: [{ meeting: { id: party.id }, attachmentIds: [paper.id] }] });
  });

  test('carries the topic on once it is carried out', async () => {
    const team = await givenTeam(world, county);
    const decision = await givenDecision(team, addDays(last.from, 20));
    const early = await done<Decision>(team.principal.client, 'reportExecution', report(decision));
    expect(early.topic?.state).toBe('DECIDED');
    const task = await givenTask(team, decision);
    const reported = await done(team.vice.client, 'reportTask', {
      ...of(task),
      percent: 100,
      text: '完成',
      done: true,
    });
    await done(team.secretary.client, 'closeTask', of(reported));
    const now = (await readDecision(county, decision.id)) as Decision;
    const over = await done<Decision>(team.principal.client, 'reportExecution', report(now, { reportedOn: today }));
    expect(over.topic?.state).toBe('REPORTED');
  });

  test('twice at once counts once', async () => {
    const team = await givenTeam(world, county);
    const decision = await givenDecision(team, addDays(last.from, 20));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(team.principal.client, 'reportExecution', report(decision))),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await readDecision(county, decision.id))?.executionReports).toHaveLength(1);
  });
});

describe('REC-5 when the semester is over', () => {
  const morning = async (decision: Decision): Promise<void> => {
    await world.sql(`SELECT graphile_worker.add_job('daily', '{}', queue_name => 'schedule')`);
    const end = Date.now() + 20_000;
    const judged = (): Promise<unknown[]> =>
      world.sql('SELECT 1 FROM decision WHERE id = $1 AND judged_semester IS NOT NULL', [uuidOf(decision.id)]);
    while ((await judged()).length === 0) {
      if (Date.now() > end) throw new Error('Nothing was judged within twenty seconds');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };

  test('says PASS, FAIL or NO_RECORD, and of what is not asked nothing', async () => {
    const team = await givenTeam(world, county);
    const kept = await decidedLive(team);
    await done(team.principal.client, 'reportExecution', report(kept));
    const failed = await decidedLive(team);
    const onPaper = await givenDecision(team, addDays(last.from, 20));
    const plan = { topic: { matterCode: 'PARTY_ANNUAL_PLAN' } };
    const notMajor = await decidedLive(team, plan);
    const rejected = await decidedLive(team, { result: 'REJECTED' });
    const recent = await givenDecision(team, semesterOn(today).from);
    await world.worker();
    await morning(failed);
    const found = async (decision: Decision): Promise<unknown> => rec5(await readDecision(county, decision.id));
    const asked = { wanted: 1, semester: last.from };
    expect(await found(kept)).toEqual([{ outcome: 'PASS', params: { reports: 1, ...asked } }]);
    expect(await found(failed)).toEqual([{ outcome: 'FAIL', params: { reports: 0, ...asked } }]);
    expect(await found(onPaper)).toEqual([{ outcome: 'NO_RECORD', params: { reports: 0, ...asked } }]);
    for (const one of [notMajor, rejected, recent]) expect([one.title, await found(one)]).toEqual([one.title, []]);
    const listed = await decisionsOf(county, { schoolId: team.schoolId, outcome: ['REC-5:FAIL', 'REC-5:NO_RECORD'] });
    expect(listed.map(({ id }) => id).sort()).toEqual([failed.id, onPaper.id].sort());
    // entered later, of a day in that semester
    const now = (await readDecision(county, failed.id)) as Decision;
    const late = await done<Decision>(team.principal.client, 'reportExecution', report(now));
    expect(rec5(late)).toEqual([{ outcome: 'PASS', params: { reports: 1, ...asked } }]);
    expect(late.checks.filter(({ current }) => !current)).toMatchObject([{ outcome: 'FAIL' }]);
  }, 60_000);

  test('a report of this semester makes nothing good for the last', async () => {
    const team = await givenTeam(world, county);
    const decision = await decidedLive(team);
    const reported = await done<Decision>(
      team.principal.client,
      'reportExecution',
      report(decision, { reportedOn: today }),
    );
    expect(rec5(reported)).toEqual([{ outcome: 'FAIL', params: { reports: 0, wanted: 1, semester: last.from } }]);
  });
});

describe('紧急处置', () => {
  const action = (team: Team, more: object = {}): object => ({
    ...{
      schoolId: team.schoolId,
      body: 'PARTY_ORG',
      title: '暴雨停课',
      text: '当日停课并通知家长',
      reason: '来不及开会',
    },
    ...{ takenOn: before(today, 10), restricted: false, ...more },
  });
  interface Taken {
    id: string;
    version: number;
    state: string;
    overdue: boolean;
  }

  test('is recorded by the head who took it, and told to the other', async () => {
    const team = await givenTeam(world, county);
    const taken = await done<Taken>(team.principal.client, 'recordEmergency', action(team));
    expect(taken).toMatchObject({ state: 'TAKEN', overdue: false, takenByName: '校长乙', takenByPost: 'PRINCIPAL' });
    const { notifications } = await team.secretary.client.ask<{
      notifications: { nodes: { kind: string; path: string }[] };
    }>('{ notifications { nodes { kind path } } }');
    expect(notifications.nodes).toContainEqual({ kind: 'EMERGENCY_TAKEN', path: `/emergencyActions/${taken.id}/show` });
    for (const client of [team.deputy.client, team.vice.client, team.clerk]) {
      expect(await refused(client, 'recordEmergency', action(team))).toEqual({ code: 'FORBIDDEN' });
    }
    expect(await refused(county, 'recordEmergency', action(team))).toEqual({ code: 'FORBIDDEN' });
    const other = await givenTeam(world, county);
    expect(await refused(other.principal.client, 'recordEmergency', action(team))).toEqual({ code: 'NOT_FOUND' });
    const { client } = team.secretary;
    expect(await refused(client, 'recordEmergency', action(team, { takenOn: addDays(today, 1) }))).toMatchObject({
      path: ['takenOn'],
    });
    expect(await refused(client, 'recordEmergency', action(team, { takenOn: '2021-01-01' }))).toMatchObject({
      reason: 'NOT_IN_OFFICE',
    });
    expect(await refused(client, 'recordEmergency', action(team, { body: 'SCHOOL_COUNCIL' }))).toMatchObject({
      path: ['body'],
    });
    expect(await refused(client, 'recordEmergency', action(team, { reason: ' ' }))).toMatchObject({ path: ['reason'] });
  });

  test('is confirmed or not by what the next meeting of that body says, once; passed over it is overdue', async () => {
    const team = await givenTeam(world, county);
    const taken = await done<Taken>(team.secretary.client, 'recordEmergency', action(team));
    const kept = await done<Taken>(team.principal.client, 'recordEmergency', action(team));
    const office = await enterMeeting(team, team.clerk, {
      kind: 'PRINCIPAL_OFFICE',
      heldOn: before(today, 3),
      items: [paperItem('甲', { topic: { matterCode: 'TEACHING_MANAGEMENT' } })],
    });
    const earlier = await enterMeeting(team, team.clerk, { heldOn: before(today, 11), items: [paperItem('乙')] });
    const overdue = async (): Promise<string[]> => {
      const query = 'query E($f: EmergencyActionFilter) { emergencyActions(filter: $f) { nodes { id } } }';
      const found = await county.ask<{ emergencyActions: { nodes: { id: string }[] } }>(query, {
        f: { schoolId: team.schoolId, overdue: true },
      });
      return found.emergencyActions.nodes.map(({ id }) => id);
    };
    expect(await overdue()).toEqual([]);
    const items = [
      paperItem('确认停课'),
      paperItem('丙', { result: 'POSTPONED' }),
      paperItem('丁', { result: 'REJECTED' }),
    ];
    const meeting = await enterMeeting(team, team.clerk, { heldOn: before(today, 2), items });
    expect((await overdue()).sort()).toEqual([taken.id, kept.id].sort());
    const [yes, none, no] = meeting.items.map(({ id }) => id);
    const confirm = (one: Taken, itemId: string | undefined): object => ({ ...of(one), itemId });
    const { client } = team.secretary;
    expect(await refused(client, 'confirmEmergency', confirm(taken, office.items[0]?.id))).toMatchObject({
      reason: 'OTHER_BODY',
    });
    expect(await refused(client, 'confirmEmergency', confirm(taken, earlier.items[0]?.id))).toMatchObject({
      reason: 'BEFORE_ACTION',
    });
    expect(await refused(client, 'confirmEmergency', confirm(taken, none))).toMatchObject({ reason: 'NOT_DECIDED' });
    expect(await refused(team.vice.client, 'confirmEmergency', confirm(taken, yes))).toEqual({ code: 'FORBIDDEN' });
    const confirmed = await done<Taken>(team.clerk, 'confirmEmergency', confirm(taken, yes));
    expect(confirmed).toMatchObject({
      state: 'CONFIRMED',
      confirmedOn: before(today, 2),
      meeting: { id: meeting.id },
      item: { id: yes },
    });
    expect(await refused(client, 'confirmEmergency', confirm(confirmed, no))).toMatchObject({ code: 'BAD_STATE' });
    expect(await done<Taken>(client, 'confirmEmergency', confirm(kept, no))).toMatchObject({ state: 'NOT_CONFIRMED' });
    expect(await overdue()).toEqual([]);
  });

  test('of a personnel or secret matter is read by committee, authority and the heads themselves', async () => {
    const team = await givenTeam(world, county);
    const taken = await done<Taken>(team.principal.client, 'recordEmergency', action(team, { restricted: true }));
    const query = 'query E($id: ID!) { emergencyAction(id: $id) { title } }';
    const seen = async (client: Client): Promise<unknown> =>
      (await client.ask<{ emergencyAction: unknown }>(query, { id: taken.id })).emergencyAction;
    for (const client of [team.secretary.client, team.deputy.client, team.principal.client, county]) {
      expect(await seen(client)).toEqual({ title: '暴雨停课' });
    }
    for (const client of [team.vice.client, team.clerk]) expect(await seen(client)).toBeNull();
  });
});

test('a decision on which a meeting is still sitting is in nobody’s register', async () => {
  const team = await givenTeam(world, county);
  const topic = await confirmedTopic(team.secretary, partyWork(team.schoolId));
  const meeting = await openOn(team, { head: team.secretary, kind: 'PARTY_ORG', topicId: topic.id, today });
  expect(await decisionsOf(county, { schoolId: team.schoolId })).toEqual([]);
  expect((await decide(team.secretary.client, meeting, 'POSTPONED')).errors).toBeUndefined();
  expect(await decisionsOf(county, { schoolId: team.schoolId })).toEqual([]);
});
