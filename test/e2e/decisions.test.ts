import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';
import {
  before,
  confirmedTopic,
  decide,
  decisionsOf,
  enterMeeting,
  givenDecision,
  givenTask,
  of,
  openOn,
  paperItem,
  readDecision,
  readTask,
  refused,
  send,
} from './decisions-world.js';
import type { Decision } from './decisions-world.js';
import { act, givenTeam, on, partyWork, refusal, routine, todayOf, uuidOf, type Team } from './topics-world.js';

let world: World;
let county: Client;
let today: string;
let team: Team;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = await todayOf(county);
  team = await givenTeam(world, county);
}, 60_000);
afterAll(() => world.end());

const year = (): string => today.slice(0, 4);
const numbersOf = (decisions: readonly Decision[]): string[] => decisions.map(({ number }) => number);

/** What a meeting on paper decided, item by item. */
async function entered(
  own: Team,
  meeting: { kind?: string; heldOn: string; items: readonly object[] },
): Promise<(Decision | null)[]> {
  return (await enterMeeting(own, own.clerk, meeting)).items.map(({ decision }) => decision);
}

describe('A decision', () => {
  test('is entered into the register with the result of its item, in the same moment', async () => {
    const own = await givenTeam(world, county);
    const topic = await confirmedTopic(own.secretary, partyWork(own.schoolId));
    const meeting = await openOn(own, { head: own.secretary, kind: 'PARTY_ORG', topicId: topic.id, today });
    const answer = await decide(own.secretary.client, meeting);
    const decision = answer.data?.decideItem.items[0]?.decision;
    expect(decision).toMatchObject({
      ...{ number: `校党〔${year()}〕1号`, state: 'IN_FORCE', text: '会议同意', title: topic.title, decidedOn: today },
      ...{ result: 'APPROVED', restricted: false, openTasks: 0, light: null },
    });
    expect(decision?.topic).toEqual({ id: topic.id, state: 'DECIDED' });
    // a result is said once
    expect((await decide(own.secretary.client, meeting)).errors?.[0]?.extensions.code).toBe('BAD_STATE');
    expect(await decisionsOf(county, { schoolId: own.schoolId })).toHaveLength(1);
  });

  test('is numbered by school, body and year; what was put off or only heard has no number, what was rejected is done', async () => {
    const own = await givenTeam(world, county);
    const items = [
      ...[paperItem('甲'), paperItem('乙', { result: 'POSTPONED' }), paperItem('丙', { result: 'REJECTED' })],
      ...[paperItem('丁', { result: 'SUBMIT_TO_SUPERIOR' }), { kind: 'HEAR_REPORT', title: '戊', result: 'NOTED' }],
    ];
    const party = await entered(own, { heldOn: '2025-12-30', items });
    expect(party.map((one) => one && [one.number, one.state, one.endedOn])).toEqual([
      ...[['校党〔2025〕1号', 'IN_FORCE', null], null, ['校党〔2025〕2号', 'COMPLETED', '2025-12-30']],
      ...[['校党〔2025〕3号', 'AWAITING_SUPERIOR', null], null],
    ]);
    const office = [paperItem('课程安排', { topic: { matterCode: 'TEACHING_MANAGEMENT' } })];
    expect((await entered(own, { kind: 'PRINCIPAL_OFFICE', heldOn: '2025-12-31', items: office }))[0]?.number).toBe(
      '校办〔2025〕1号',
    );
    expect((await entered(own, { heldOn: '2026-01-05', items: [paperItem('己')] }))[0]?.number).toBe('校党〔2026〕1号');
    const other = await givenTeam(world, county);
    expect((await entered(other, { heldOn: '2025-12-30', items: [paperItem('庚')] }))[0]?.number).toBe(
      '校党〔2025〕1号',
    );
  });

  test('has a number of its own, without a gap, where twelve meetings are entered at once', async () => {
    const own = await givenTeam(world, county);
    const meetings = Array.from({ length: 12 }, (_, i) => ({
      heldOn: '2025-11-03',
      number: i + 1,
      items: [paperItem(`议题${i}`)],
    }));
    await Promise.all(meetings.map((meeting) => entered(own, meeting)));
    const found = await decisionsOf(county, { schoolId: own.schoolId }, 'NUMBER_ASC');
    expect(numbersOf(found).sort()).toEqual(Array.from({ length: 12 }, (_, i) => `校党〔2025〕${i + 1}号`).sort());
  });

  test('is found by body, state, category, year, day, words and the topic or meeting that it came from', async () => {
    const own = await givenTeam(world, county);
    const plan = { topic: { matterCode: 'PARTY_ANNUAL_PLAN' } };
    await entered(own, { heldOn: '2025-03-10', items: [paperItem('德育工作方案'), paperItem('党建工作计划', plan)] });
    const lesson = { topic: { matterCode: 'TEACHING_MANAGEMENT' } };
    await entered(own, { kind: 'PRINCIPAL_OFFICE', heldOn: '2026-03-11', items: [paperItem('课程安排', lesson)] });
    const found = async (filter: object): Promise<string[]> =>
      (await decisionsOf(own.principal.client, { schoolId: own.schoolId, ...filter })).map(({ title }) => title).sort();
    expect(await found({})).toEqual(['党建工作计划', '德育工作方案', '课程安排']);
    expect(await found({ body: ['PRINCIPAL_OFFICE'] })).toEqual(['课程安排']);
    expect(await found({ category: ['PARTY_BUILDING'] })).toEqual(['党建工作计划']);
    expect(await found({ year: 2025 })).toEqual(['党建工作计划', '德育工作方案']);
    expect(await found({ decidedFrom: '2025-03-11' })).toEqual(['课程安排']);
    expect(await found({ decidedTo: '2025-03-10' })).toHaveLength(2);
    expect(await found({ q: '党建' })).toEqual(['党建工作计划']);
    expect(await found({ q: '〔2025〕2号' })).toEqual(['党建工作计划']);
    expect(await found({ q: '同意课程' })).toEqual(['课程安排']);
    expect(await found({ state: ['SUPERSEDED', 'COMPLETED'] })).toEqual([]);
    expect(await found({ toPublish: true })).toEqual(['党建工作计划', '德育工作方案', '课程安排']);
    const [one] = await decisionsOf(own.principal.client, { schoolId: own.schoolId, q: '课程安排' });
    expect(await found({ topicId: one?.topic?.id })).toEqual(['课程安排']);
    const path = `query P($id: ID!) { decision(id: $id) { meeting { id decisions { number } } item { decision { number } } topic { decisions { number } }
      school { decisions { totalCount } decisionTasks { totalCount } } attachments { totalCount } } }`;
    const { decision } = await own.principal.client.ask<{
      decision: { meeting: { id: string } } & Record<string, unknown>;
    }>(path, { id: one?.id });
    const number = { number: '校办〔2026〕1号' };
    expect(decision).toMatchObject({
      meeting: { decisions: [number] },
      item: { decision: number },
      topic: { decisions: [number] },
    });
    expect(decision).toMatchObject({ school: { decisions: { totalCount: 3 }, decisionTasks: { totalCount: 0 } } });
    expect(await found({ meetingId: decision.meeting.id })).toEqual(['课程安排']);
  });

  test('of the office that deploys a party decision is linked to it, both ways (OM-7)', async () => {
    const own = await givenTeam(world, county);
    const party = await givenDecision(own, '2026-03-02');
    const topic = { matterCode: 'IMPLEMENT_DECISION', implementsDecisionId: party.id };
    const deployment = paperItem('部署落实', { kind: 'IMPLEMENTATION', topic });
    const [office] = await entered(own, { kind: 'PRINCIPAL_OFFICE', heldOn: '2026-03-09', items: [deployment] });
    expect(office?.partyDecision).toEqual({ id: party.id });
    expect((await readDecision(county, party.id))?.implementedBy).toEqual([{ id: office?.id }]);
    const { meeting } = (
      await county.ask<{ decision: { meeting: Record<string, { checks: object[] }[]> } }>(
        `query M($id: ID!) { decision(id: $id) { meeting { items { checks { checkId outcome } } } } }`,
        { id: office?.id },
      )
    ).decision;
    expect(meeting['items']?.[0]?.checks).toContainEqual({ checkId: 'OM-7', outcome: 'PASS' });
    const other = await givenTeam(world, county);
    const stray = { kind: 'PRINCIPAL_OFFICE', heldOn: '2026-03-09', items: [deployment] };
    await expect(entered(other, stray)).rejects.toThrow('NOT_FOUND');
    const again = paperItem('部署落实', {
      kind: 'IMPLEMENTATION',
      topic: { ...topic, implementsDecisionId: office?.id },
    });
    const ofOffice = entered(own, { kind: 'PRINCIPAL_OFFICE', heldOn: '2026-03-16', items: [again] });
    await expect(ofOffice).rejects.toThrow('NO_PARTY_DECISION');
  });
});

describe('Case 11: a decision changes by reconsideration only', () => {
  const reconsidering = (decision: Decision, more: object = {}): object =>
    paperItem('调整德育工作方案', { kind: 'RECONSIDERATION', topic: { reconsidersDecisionId: decision.id }, ...more });

  test('an ordinary item, and another kind of meeting, are blocked; nothing of theirs remains', async () => {
    const own = await givenTeam(world, county);
    const old = await givenDecision(own, '2026-03-02');
    const meetings = async (): Promise<unknown> =>
      (await world.sql('SELECT count(*)::int AS n FROM meeting WHERE school_id = $1', [uuidOf(own.schoolId)]))[0];
    const were = await meetings();
    const ordinary = { heldOn: '2026-03-20', items: [reconsidering(old, { kind: 'DECISION' })] };
    await expect(entered(own, ordinary)).rejects.toThrow('ONLY_BY_RECONSIDERATION');
    const office = {
      kind: 'PRINCIPAL_OFFICE',
      heldOn: '2026-03-20',
      items: [reconsidering(old, { topic: { matterCode: 'TEACHING_MANAGEMENT', reconsidersDecisionId: old.id } })],
    };
    await expect(entered(own, office)).rejects.toThrow('ONLY_BY_RECONSIDERATION');
    expect(await meetings()).toEqual(were);
    expect(await readDecision(county, old.id)).toMatchObject({
      state: 'IN_FORCE',
      version: old.version,
      text: old.text,
    });
  });

  test('in the pool such a topic is not confirmed either (PRE-10)', async () => {
    const own = await givenTeam(world, county);
    const old = await givenDecision(own, '2026-03-02');
    const changes = { itemKind: 'DECISION', reconsidersDecisionId: old.id };
    const ordinary = await refusal(own.secretary.client, 'proposeTopic', partyWork(own.schoolId, changes));
    expect(ordinary).toMatchObject({ code: 'BAD_INPUT', reason: 'NOT_A_RECONSIDERATION' });
    const other = { itemKind: 'RECONSIDERATION', reconsidersDecisionId: old.id };
    const topic = await act(own.principal.client, 'proposeTopic', routine(own.schoolId, other));
    const confirming = await refusal(own.principal.client, 'confirmTopic', on(topic));
    expect(confirming).toMatchObject({ code: 'RULE_VIOLATED', checks: ['PRE-10'] });
  });

  test('by a reconsideration the old one is SUPERSEDED, its tasks end, and both are to be seen', async () => {
    const own = await givenTeam(world, county);
    const old = await givenDecision(own, '2026-03-02');
    const open = await givenTask(own, old);
    const [replacing] = await entered(own, { heldOn: '2026-03-20', items: [reconsidering(old)] });
    expect(replacing).toMatchObject({ state: 'IN_FORCE', supersedes: { id: old.id, state: 'SUPERSEDED' } });
    const seen = await readDecision(own.principal.client, old.id);
    expect(seen).toMatchObject({ state: 'SUPERSEDED', endedOn: '2026-03-19', text: old.text, openTasks: 0 });
    expect(seen?.supersededBy).toMatchObject({ id: replacing?.id, number: replacing?.number });
    expect(await readTask(county, open.id)).toMatchObject({
      state: 'CANCELLED',
      closeNote: replacing?.number,
      light: 'GREEN',
    });
    const both = await decisionsOf(county, { schoolId: own.schoolId, reconsidered: true });
    expect(numbersOf(both)).toEqual([replacing?.number, old.number]);
    // what was replaced is not replaced again, published, reported on or worked on
    await expect(entered(own, { heldOn: '2026-03-21', items: [reconsidering(old)] })).rejects.toThrow('BAD_STATE');
    const now = of(seen as Decision);
    expect(
      await refused(own.secretary.client, 'publishDecision', { ...now, publishedOn: today, where: '公开栏' }),
    ).toMatchObject({ code: 'BAD_STATE' });
    expect(
      await refused(own.principal.client, 'reportExecution', { ...now, reportedOn: today, text: '已执行' }),
    ).toMatchObject({ code: 'BAD_STATE' });
    expect(
      await refused(own.secretary.client, 'assignTask', {
        decisionId: old.id,
        title: '任务',
        ownerId: own.vice.personId,
      }),
    ).toMatchObject({ code: 'BAD_STATE' });
  });

  test('a reconsideration that is rejected leaves it as it was', async () => {
    const own = await givenTeam(world, county);
    const old = await givenDecision(own, '2026-03-02');
    const [rejected] = await entered(own, {
      heldOn: '2026-03-20',
      items: [reconsidering(old, { result: 'REJECTED' })],
    });
    expect(rejected).toMatchObject({ state: 'COMPLETED', supersedes: null });
    expect(await readDecision(county, old.id)).toMatchObject({ state: 'IN_FORCE', supersededBy: null });
  });

  test('of two reconsiderations at once one takes its place', async () => {
    const own = await givenTeam(world, county);
    const old = await givenDecision(own, '2026-03-02');
    const one = (number: number): Promise<unknown> =>
      entered(own, { heldOn: '2026-03-20', items: [reconsidering(old)], ...{ number } });
    const outcomes = await Promise.allSettled([one(1), one(2), one(3)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await decisionsOf(county, { schoolId: own.schoolId, reconsidered: true })).toHaveLength(2);
  });

  test('the database lets the application change what became of a decision, and nothing of what was decided', async () => {
    const { rows } = {
      rows: await world.sql<{ column: string }>(
        `SELECT attname AS column FROM pg_attribute WHERE attrelid = 'zhixiao.decision'::regclass AND attnum > 0 AND NOT attisdropped
         AND has_column_privilege('zhixiao_app', attrelid, attnum, 'UPDATE')`,
      ),
    };
    const may = rows.map(({ column }) => column).sort();
    expect(may).toEqual([
      ...[
        'concerned_ids',
        'ended_on',
        'judged_semester',
        'published_by_name',
        'published_on',
        'published_where',
        'restricted',
        'state',
      ],
      ...[
        'superior_document_no',
        'superior_entered_by_name',
        'superior_note',
        'superior_on',
        'superseded_by_id',
        'undone_at',
        'version',
      ],
    ]);
    const fields = await county.ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      '{ __schema { mutationType { fields { name } } } }',
    );
    const names = fields.__schema.mutationType.fields
      .map(({ name }) => name)
      .filter((name) => name.endsWith('Decision'));
    expect(names.sort()).toEqual(['completeDecision', 'publishDecision']);
  });
});

describe('Walls', () => {
  test('a decision of another school or county is like one that does not exist, to read and to act on', async () => {
    const decision = await givenDecision(team, before(today, 20));
    const task = await givenTask(team, decision);
    const neighbour = await givenTeam(world, county);
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const nobody = decision.id.replace(/.{12}$/, '000000000000');
    const without = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');
    for (const client of [neighbour.secretary.client, neighbour.clerk, kaili]) {
      const acts: [string, (id: string) => object][] = [
        ['publishDecision', (id) => ({ ...of({ ...decision, id }), publishedOn: today, where: '公开栏' })],
        ['completeDecision', (id) => of({ ...decision, id })],
        ['reportExecution', (id) => ({ ...of({ ...decision, id }), reportedOn: today, text: '已执行' })],
        ['assignTask', (id) => ({ decisionId: id, title: '任务', ownerId: neighbour.vice.personId })],
      ];
      for (const [name, input] of acts) {
        const [real, unreal] = await Promise.all([
          send(client, name, input(decision.id)),
          send(client, name, input(nobody)),
        ]);
        expect(real.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        expect(without(real.text)).toBe(without(unreal.text));
      }
      for (const name of ['closeTask', 'reopenTask', 'reportTask', 'cancelTask']) {
        const input = {
          ...of(task),
          ...(name === 'reportTask' ? { percent: 1, text: 'x' } : name === 'closeTask' ? {} : { reason: 'x' }),
        };
        expect(await refused(client, name, input)).toEqual({ code: 'NOT_FOUND' });
      }
      expect(await readDecision(client, decision.id)).toBeNull();
      expect(await readTask(client, task.id)).toBeNull();
    }
    expect((await readDecision(county, decision.id))?.version).toBe(decision.version + 1);
  });

  test('SOD-10: county and city read a school’s decisions and enter nothing', async () => {
    const decision = await givenDecision(team, before(today, 20));
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    for (const client of [county, city]) {
      expect((await readDecision(client, decision.id))?.number).toBe(decision.number);
      const acts: [string, object][] = [
        ['publishDecision', { ...of(decision), publishedOn: today, where: '公开栏' }],
        ['assignTask', { decisionId: decision.id, title: '任务', ownerId: team.vice.personId }],
        ['reportExecution', { ...of(decision), reportedOn: today, text: '已执行' }],
        ['completeDecision', of(decision)],
      ];
      for (const [name, input] of acts) {
        expect(await refused(client, name, input)).toEqual({ code: 'FORBIDDEN', reason: 'SOD-10' });
      }
    }
  });
});
