import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';
import { enterMeeting, paperItem } from './decisions-world.js';
import { act, givenTeam, major, on, openRound, prepare, todayOf, type Team } from './topics-world.js';

const FIGURES =
  '{ passed failed departuresApproved departuresPending noRecord rate { numerator denominator percent } }';
const COMPLIANCE = `query C($tenantId: ID, $schoolId: ID, $from: Date, $to: Date, $groupBy: ComplianceGroup) {
  compliance(tenantId: $tenantId, schoolId: $schoolId, from: $from, to: $to, groupBy: $groupBy) { from to groupCount total ${FIGURES}
    groups { key name total ${FIGURES} checks { checkId clause severity passed failed departuresApproved departuresPending noRecord rate { numerator denominator percent } } } } }`;
const OUTCOMES = `query O($tenantId: ID, $schoolId: ID, $from: Date, $to: Date, $checkId: [String!], $outcome: [CheckOutcome!], $first: Int, $offset: Int) {
  checkOutcomes(tenantId: $tenantId, schoolId: $schoolId, from: $from, to: $to, checkId: $checkId, outcome: $outcome, first: $first, offset: $offset) {
    totalCount nodes { checkId outcome on subjectType subjectId title meetingId schoolId schoolName } } }`;
const LEDGER = `query H($schoolId: ID, $from: Date, $to: Date, $kind: [HeldBackKind!], $first: Int, $offset: Int) {
  heldBack(schoolId: $schoolId, from: $from, to: $to, kind: $kind, first: $first, offset: $offset) {
    totalCount nodes { kind on title reason checkIds open subjectId meetingId schoolId schoolName } } }`;
const L8 = `query L($tenantId: ID, $schoolId: ID, $from: Date, $to: Date) { meetingStatistics(tenantId: $tenantId, schoolId: $schoolId, from: $from, to: $to) {
  from to schools total { pmCount omCount pmItems } rows { schoolId schoolName pmCount omCount pmItems omItems major cadre avgAttend { numerator denominator percent }
    quorumFail deferred reconsider staffHeard expert observers firstTopic overdue comms } } }`;

interface Figures {
  passed: number;
  failed: number;
  departuresApproved: number;
  departuresPending: number;
  noRecord: number;
  rate: { numerator: number; denominator: number; percent: number | null };
}
interface Compliance {
  from: string;
  to: string;
  groupCount: number;
  total: Figures;
  groups: { key: string | null; name: string; total: Figures; checks: (Figures & { checkId: string })[] }[];
}
interface Outcomes {
  totalCount: number;
  nodes: {
    checkId: string;
    outcome: string;
    on: string;
    subjectType: string;
    subjectId: string;
    title: string;
    meetingId: string | null;
    schoolId: string;
  }[];
}
interface Ledger {
  totalCount: number;
  nodes: {
    kind: string;
    on: string;
    title: string;
    reason: string;
    checkIds: string[];
    open: boolean;
    subjectId: string;
  }[];
}

let world: World;
let county: Client;
let city: Client;
let today: string;
let team: Team;
const SPRING = { from: '2026-02-01', to: '2026-07-31' };
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
  today = await todayOf(county);
  team = await givenTeam(world, county);
  const present = [team.secretary, team.deputy].map(({ personId }) => ({
    personId,
    capacity: 'MEMBER',
    status: 'PRESENT',
  }));
  const observer = { personId: team.vice.personId, capacity: 'OBSERVER', status: 'PRESENT' };
  const chair = { personId: team.secretary.personId };
  const items = [
    paperItem('德育方案', { topic: { proposer: { personId: team.secretary.personId } } }),
    paperItem('中层任免', { topic: { matterCode: 'CADRE_APPOINT_MIDDLE' } }),
    paperItem('缓议的方案', { result: 'POSTPONED', conclusion: '意见分歧较大' }),
  ];
  await enterMeeting(team, team.clerk, {
    heldOn: '2026-03-02',
    chair,
    attendance: [...present, observer],
    items,
  } as never);
  const office = paperItem('课程安排', { topic: { matterCode: 'TEACHING_MANAGEMENT' } });
  await enterMeeting(team, team.clerk, { kind: 'PRINCIPAL_OFFICE', heldOn: '2026-09-07', items: [office] });
  // chaired by one who was not asked to
  const stranger = { personId: team.vice.personId };
  await enterMeeting(team, team.clerk, {
    heldOn: '2026-05-11',
    chair: stranger,
    attendance: present,
    items: [items[0] ?? {}],
  } as never);
}, 60_000);
afterAll(() => world.end());

const compliance = async (client: Client, asked: object = {}): Promise<Compliance> =>
  (await client.ask<{ compliance: Compliance }>(COMPLIANCE, { schoolId: team.schoolId, ...SPRING, ...asked }))
    .compliance;
const outcomes = async (client: Client, asked: object = {}): Promise<Outcomes> =>
  (
    await client.ask<{ checkOutcomes: Outcomes }>(OUTCOMES, {
      schoolId: team.schoolId,
      ...SPRING,
      first: 200,
      ...asked,
    })
  ).checkOutcomes;

const NAMES = {
  passed: 'PASS',
  failed: 'FAIL',
  departuresApproved: 'DEPARTURE_APPROVED',
  departuresPending: 'DEPARTURE_PENDING',
  noRecord: 'NO_RECORD',
} as const;

describe('Compliance', () => {
  test('counts check by check what was kept, broken and not recorded; each number is the length of its list', async () => {
    const { total, groups, groupCount } = await compliance(county);
    expect(groupCount).toBe(1);
    const checks = groups[0]?.checks ?? [];
    const byId = new Map(checks.map((check) => [check.checkId, check]));
    expect(byId.get('PM-1')).toMatchObject({
      passed: 1,
      failed: 1,
      rate: { numerator: 1, denominator: 2, percent: 50 },
    });
    expect(byId.get('PRE-1')).toMatchObject({
      passed: 0,
      failed: 0,
      rate: { numerator: 0, denominator: 0, percent: null },
    });
    expect(byId.get('PRE-1')?.noRecord).toBeGreaterThan(1);
    let seen = 0;
    for (const check of checks) {
      for (const [name, outcome] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
        const list = await outcomes(county, { checkId: [check.checkId], outcome: [outcome], first: 1 });
        expect([check.checkId, outcome, list.totalCount]).toEqual([check.checkId, outcome, check[name]]);
        seen += list.totalCount;
      }
    }
    expect(seen).toBe((await outcomes(county)).totalCount);
    const all = Object.keys(NAMES).reduce((sum, name) => sum + total[name as keyof typeof NAMES], 0);
    expect(all).toBe(seen);
    expect(total.rate.denominator).toBe(total.passed + total.failed);
  });

  test('the list leads to the meeting or item, the newest first, page by page', async () => {
    const failed = await outcomes(county, { checkId: ['PM-1'], outcome: ['FAIL'] });
    expect(failed.nodes).toMatchObject([{ on: '2026-05-11', subjectType: 'MEETING', schoolId: team.schoolId }]);
    expect(failed.nodes[0]?.subjectId).toBe(failed.nodes[0]?.meetingId);
    const all = await outcomes(county);
    expect(all.nodes.map(({ on: day }) => day)).toEqual([...all.nodes.map(({ on: day }) => day)].sort().reverse());
    const page = await outcomes(county, { first: 5, offset: 7 });
    expect(page).toEqual({ totalCount: all.totalCount, nodes: all.nodes.slice(7, 12) });
    expect(await outcomes(county, { offset: 10_000 })).toEqual({ totalCount: all.totalCount, nodes: [] });
    const query = 'query N($ids: [ID!]!) { nodes(ids: $ids) { __typename } }';
    const { nodes } = await county.ask<{ nodes: { __typename: string }[] }>(query, {
      ids: all.nodes.slice(0, 20).map(({ subjectId }) => subjectId),
    });
    expect(new Set(nodes.map((node) => node.__typename))).toEqual(new Set(['Meeting', 'AgendaItem']));
  });

  test('is of the period: the semester that is asked for, and today’s where none is', async () => {
    const spring = await compliance(county);
    const autumn = await compliance(county, { from: '2026-08-01', to: '2027-01-31' });
    expect([spring.from, spring.to]).toEqual([SPRING.from, SPRING.to]);
    expect(autumn.groups[0]?.checks.some(({ checkId }) => checkId.startsWith('OM-'))).toBe(true);
    expect(spring.groups[0]?.checks.some(({ checkId }) => checkId.startsWith('OM-'))).toBe(false);
    const now = await compliance(county, { from: null, to: null });
    expect(now.total).toEqual(autumn.total);
    expect(await county.refusal(COMPLIANCE, { from: '2026-05-02', to: '2026-05-01' })).toBe('BAD_INPUT');
    expect((await compliance(county, { from: '2026-03-02', to: '2026-03-02' })).total.passed).toBeGreaterThan(0);
    expect((await compliance(county, { from: '2026-03-03', to: '2026-05-10' })).total.passed).toBe(0);
  });

  test('stands by county and by school, the sums the same', async () => {
    const other = await givenTeam(world, county);
    await enterMeeting(other, other.clerk, { heldOn: '2026-04-06', items: [paperItem('另一校')] });
    const all = await compliance(city, { schoolId: null });
    const counties = await compliance(city, { schoolId: null, groupBy: 'COUNTY' });
    const schools = await compliance(city, { schoolId: null, groupBy: 'SCHOOL' });
    expect(counties.groups.map(({ key, name }) => [key, name])).toEqual([[`T_${DANZHAI}`, '丹寨县']]);
    expect(schools.groups.map(({ key }) => key)).toEqual([team.schoolId, other.schoolId]);
    for (const one of [counties, schools]) {
      expect(one.total).toEqual(all.total);
      expect(one.groups.reduce((sum, { total }) => sum + total.noRecord, 0)).toBe(all.total.noRecord);
    }
    expect((await compliance(city, { schoolId: null, tenantId: `T_${KAILI}` })).total.passed).toBe(0);
  });

  test('shows other counties nothing, a principal no more than may be read, and is for those who read reports', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect((await compliance(kaili)).total).toMatchObject({ passed: 0, noRecord: 0 });
    expect((await outcomes(kaili)).totalCount).toBe(0);
    const [whole, open] = [await compliance(team.secretary.client), await compliance(team.principal.client)];
    expect(whole.total).toEqual((await compliance(county)).total);
    expect(open.total.noRecord).toBeLessThan(whole.total.noRecord);
    const titles = (await outcomes(team.principal.client)).nodes.map(({ title }) => title);
    expect(titles).not.toContain('中层任免');
    expect(titles.length).toBe(
      Object.keys(NAMES).reduce((sum, name) => sum + open.total[name as keyof typeof NAMES], 0),
    );
    for (const client of [team.vice.client, team.clerk]) {
      expect(await client.refusal(COMPLIANCE, { schoolId: team.schoolId })).toBe('FORBIDDEN');
    }
  });
});

describe('The ledger of what was held back', () => {
  const ledger = async (client: Client, asked: object = {}): Promise<Ledger> =>
    (
      await client.ask<{ heldBack: Ledger }>(LEDGER, {
        schoolId: team.schoolId,
        from: '2026-02-01',
        to: today,
        ...asked,
      })
    ).heldBack;

  test('says which topics waited for agreement and why, what a meeting put off, which meeting was not held', async () => {
    const asked = await act(team.secretary.client, 'proposeTopic', major(team.schoolId));
    const ready = await prepare(team, asked, today);
    const waiting = await act(team.secretary.client, 'askConsultation', on(ready));
    const answer = { ...openRound(waiting), opinion: 'DISAGREE', text: '经费来源不明' };
    const held = await act(team.principal.client, 'answerConsultation', answer);
    expect(held.state).toBe('HELD_BACK');
    const plan = {
      schoolId: team.schoolId,
      kind: 'PARTY_ORG',
      heldOn: today,
      startTime: '09:00',
      items: [{ kind: 'STUDY', title: '学习' }],
    };
    const planned = await team.secretary.client.ask<{ planMeeting: { id: string; version: number } }>(
      'mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { id version } }',
      { input: plan },
    );
    const cancel = {
      id: planned.planMeeting.id,
      expectedVersion: planned.planMeeting.version,
      reason: 'PUT_OFF',
      note: '书记外出开会',
    };
    const called = await team.secretary.client.ask<{ callMeeting: { version: number } }>(
      'mutation C($input: CallMeetingInput!) { callMeeting(input: $input) { version } }',
      { input: { id: cancel.id, expectedVersion: cancel.expectedVersion, papersSent: true } },
    );
    const input = { ...cancel, expectedVersion: called.callMeeting.version };
    await team.secretary.client.ask('mutation X($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }', {
      input,
    });
    const { totalCount, nodes } = await ledger(county);
    expect(totalCount).toBe(3);
    const byKind = new Map(nodes.map((node) => [node.kind, node]));
    expect(byKind.get('TOPIC_HELD_BACK')).toMatchObject({
      subjectId: held.id,
      on: today,
      reason: '经费来源不明',
      open: true,
    });
    expect(byKind.get('TOPIC_HELD_BACK')?.checkIds).toContain('PRE-4');
    expect(byKind.get('ITEM_POSTPONED')).toMatchObject({
      title: '缓议的方案',
      on: '2026-03-02',
      reason: '意见分歧较大',
      open: true,
    });
    expect(byKind.get('MEETING_NOT_HELD')).toMatchObject({
      subjectId: planned.planMeeting.id,
      reason: 'PUT_OFF: 书记外出开会',
    });
    expect((await ledger(county, { kind: ['ITEM_POSTPONED'] })).nodes).toHaveLength(1);
    expect(await ledger(county, { kind: [] })).toEqual({ totalCount: 0, nodes: [] });
    expect((await ledger(county, { first: 1, offset: 1 })).nodes).toEqual(nodes.slice(1, 2));
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect((await ledger(kaili)).totalCount).toBe(0);
    // agreed in the next round it stays in the ledger, and no longer waits
    const again = await act(team.secretary.client, 'askConsultation', on(held));
    await act(team.principal.client, 'answerConsultation', { ...openRound(again), opinion: 'AGREE' });
    const after = (await ledger(county, { kind: ['TOPIC_HELD_BACK'] })).nodes;
    expect(after).toMatchObject([{ subjectId: held.id, open: false, checkIds: [] }]);
    expect(on(again).id).toBe(held.id);
  });

  test('shows a topic on people only to those who read it', async () => {
    const own = await givenTeam(world, county);
    const cadre = paperItem('任免', { result: 'POSTPONED', topic: { matterCode: 'CADRE_APPOINT_MIDDLE' } });
    await enterMeeting(own, own.secretary.client, { heldOn: '2026-03-02', items: [cadre] });
    const seen = async (client: Client): Promise<number> =>
      (await ledger(client, { schoolId: own.schoolId })).totalCount;
    expect(await seen(county)).toBe(1);
    expect(await seen(own.deputy.client)).toBe(1);
    for (const client of [own.principal.client, own.vice.client, own.clerk]) expect(await seen(client)).toBe(0);
  });
});

describe('L8 over HTTP', () => {
  test('has the school’s meetings of the semester, a total, and zeros for a school without any', async () => {
    const empty = await givenTeam(world, county);
    const { meetingStatistics: table } = await county.ask<{
      meetingStatistics: { schools: number; rows: Record<string, unknown>[]; total: object };
    }>(L8, SPRING);
    const row = table.rows.find(({ schoolId }) => schoolId === team.schoolId);
    expect(row).toMatchObject({
      ...{
        pmCount: 2,
        omCount: 0,
        pmItems: 4,
        omItems: 0,
        major: 4,
        cadre: 1,
        observers: 1,
        firstTopic: 0,
        reconsider: 0,
      },
      avgAttend: { numerator: 4, denominator: 4, percent: 100 },
    });
    const zeros = table.rows.find(({ schoolId }) => schoolId === empty.schoolId);
    expect(zeros).toMatchObject({ pmCount: 0, avgAttend: { numerator: 0, denominator: 0, percent: null } });
    expect(table.schools).toBe(table.rows.length);
    for (const client of [team.vice.client, team.clerk]) expect(await client.refusal(L8, SPRING)).toBe('FORBIDDEN');
    const own = await team.principal.client.ask<{ meetingStatistics: { rows: object[] } }>(L8, SPRING);
    expect(own.meetingStatistics.rows).toEqual([row]);
  });
});
