import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  givenCommittee,
  item,
  on,
  onItem,
  opened,
  outcomeOf,
  refusal,
  see,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { todayOf, uuidOf, type Member } from './topics-world.js';
import { confirmed } from './meetings-world.js';
import { partyWork } from './topics-world.js';

let world: World;
let admin: Client;
let school: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 5, vices: 2 });
  today = await todayOf(admin);
});
afterAll(() => world.end());

const member = (i: number): Member => school.members[i] ?? school.secretary;
const listed = (people: readonly Member[], status = 'PRESENT'): object[] =>
  people.map(({ personId }) => ({ personId, capacity: 'MEMBER', status }));
const item1 = (more: object = {}): object => ({
  ...{ kind: 'DECISION', title: '年度党建工作计划', result: 'APPROVED', conclusion: '会议同意' },
  ...{ topic: { matterCode: 'PARTY_ANNUAL_PLAN' }, ...more },
});
const paper = (more: object = {}): object => ({
  ...{ schoolId: school.schoolId, kind: 'PARTY_ORG', heldOn: '2024-03-05', startTime: '15:00', endTime: '16:20' },
  ...{ items: [item1()], ...more },
});
const enter = (more: object = {}, client: Client = school.clerk): Promise<Meeting> =>
  act(client, 'enterMeeting', paper(more));
const outcomes = (of: { findings: { checkId: string; outcome: string }[] }): Record<string, string> =>
  Object.fromEntries(of.findings.map(({ checkId, outcome }) => [checkId, outcome]));

describe('a meeting entered from paper (补录)', () => {
  test('answers NO_RECORD where the paper says nothing, and is marked', async () => {
    const meeting = await enter();
    expect(meeting).toMatchObject({ state: 'CLOSED', enteredAfterwards: true, number: null, chairName: null });
    expect(outcomes(meeting)).toMatchObject({ 'PM-1': 'NO_RECORD', 'PM-4': 'NO_RECORD', 'REC-1': 'NO_RECORD' });
    expect(outcomes(item(meeting))).toMatchObject({ 'PM-2': 'NO_RECORD', 'PM-3': 'NO_RECORD', 'PM-8': 'NO_RECORD' });
    expect(outcomeOf(item(meeting), 'PM-3')).toBe('NO_RECORD');
    expect(item(meeting)).toMatchObject({ result: 'APPROVED', makesDecision: true });
  });

  test('passes where the paper shows that all went right', async () => {
    const confirmedBy = { personId: school.secretary.personId, as: 'SECRETARY', on: '2024-03-01' };
    const topic = {
      matterCode: 'PARTY_ANNUAL_PLAN',
      proposer: { personId: member(1).personId },
      confirmed: confirmedBy,
    };
    const vote = { form: 'SHOW_OF_HANDS', votesFor: 4, votesAgainst: 0, votesAbstained: 0 };
    const meeting = await enter({
      ...{ number: 3, chair: { personId: school.secretary.personId }, recorderName: '某干事' },
      attendance: [...listed(school.members.slice(0, 4)), ...listed(school.members.slice(4), 'LEAVE')],
      items: [item1({ topic, vote, decidedThrough: 'MEETING', chairSpokeLast: true })],
      ...{ chairSignedOn: '2024-03-06', recorderSignedOn: '2024-03-06' },
    });
    expect(meeting).toMatchObject({ state: 'SIGNED', number: 3, expected: 5, present: 4, needed: 3 });
    expect(outcomes(meeting)).toMatchObject({ 'PM-1': 'PASS', 'PM-4': 'PASS', 'PM-6': 'PASS', 'REC-1': 'PASS' });
    expect(outcomes(item(meeting))).toMatchObject({ 'PM-2': 'PASS', 'PM-3': 'PASS', 'PM-8': 'PASS', 'PM-4': 'PASS' });
    // sealed as the paper is
    expect(await refusal(school.clerk, 'writeItem', { ...onItem(item(meeting)), conclusion: '改' })).toMatchObject({
      reason: 'SOD-4',
    });
    expect(await refusal(school.clerk, 'enterMeeting', paper({ number: 3 }))).toMatchObject({ code: 'CONFLICT' });
  });

  test('is taken as it was, whatever it breaks: the checks say FAIL', async () => {
    const vote = {
      form: 'OPEN_BALLOT',
      ballots: [member(0), member(1)].map(({ personId }) => ({ personId, choice: 'FOR' })),
    };
    const meeting = await enter(
      {
        ...{ chair: { personId: member(1).personId }, notDone: ['NOTICE'] },
        attendance: [...listed(school.members.slice(0, 2)), ...listed(school.members.slice(2), 'ABSENT')],
        items: [
          item1({
            vote,
            decidedThrough: 'CIRCULATION',
            topic: { matterCode: 'CADRE_APPOINT_MIDDLE', notDone: ['CONFIRMATION'] },
          }),
        ],
      },
      school.secretary.client,
    );
    expect(outcomes(meeting)).toMatchObject({ 'PM-1': 'FAIL', 'PM-4': 'FAIL' });
    expect(outcomes(item(meeting))).toMatchObject({ 'PM-3': 'FAIL', 'PM-5': 'FAIL', 'PM-8': 'FAIL' });
    expect(item(meeting)).toMatchObject({ votesFor: 2, expected: 5, present: 2, needed: 4 });
    expect(item(meeting).ballots).toHaveLength(2);
  });

  test('has late and gone by item, and the recused', async () => {
    const [first, ...others] = listed(school.members) as [object, ...object[]];
    const items = [item1(), item1({ recusals: [{ personId: member(4).personId, reason: '亲属' }] })];
    const attendance = [{ ...first, fromItem: 2, status: 'LATE' }, ...others];
    const meeting = await enter({ attendance, items });
    expect(item(meeting)).toMatchObject({ present: 4, entitled: 4 });
    expect(item(meeting, 2)).toMatchObject({ present: 5, entitled: 4 });
  });

  test('holds opinions as stated until the person confirms them, also once it is sealed', async () => {
    const opinions = [...school.vices.map(({ personId }) => ({ personId, stance: 'AGREE', text: '同意' }))];
    const office = {
      kind: 'DECISION',
      title: '作息安排',
      result: 'APPROVED',
      topic: { matterCode: 'TEACHING_MANAGEMENT' },
      opinions,
    };
    const meeting = await act(
      school.clerk,
      'enterMeeting',
      paper({
        ...{ kind: 'PRINCIPAL_OFFICE', chair: { personId: school.principal.personId }, items: [office] },
        attendance: listed([school.principal, ...school.vices]),
        ...{ chairSignedOn: '2024-03-06', recorderSignedOn: '2024-03-06' },
      }),
    );
    expect(meeting.state).toBe('SIGNED');
    expect(outcomes(item(meeting))['OM-5']).toBe('PASS');
    expect(item(meeting).opinions).toMatchObject([
      { statedOnPaper: true, byOwnAccount: false, confirmedAt: null },
      { statedOnPaper: true, confirmedAt: null },
    ]);
    const one = school.vices[0]?.client ?? admin;
    const told = await one.ask<{ notifications: { nodes: { kind: string }[] } }>(
      '{ notifications(first: 50) { nodes { kind } } }',
    );
    expect(told.notifications.nodes.map(({ kind }) => kind)).toContain('OPINION_STATED');
    expect(await refusal(school.principal.client, 'confirmOpinion', item(meeting).id)).toMatchObject({
      reason: 'NOTHING_STATED',
    });
    expect(await refusal(school.clerk, 'confirmOpinion', item(meeting).id)).toMatchObject({ code: 'FORBIDDEN' });
    const confirmedNow = await act(one, 'confirmOpinion', item(meeting).id);
    expect(item(confirmedNow).opinions.filter(({ confirmedAt }) => confirmedAt !== null)).toHaveLength(1);
    await act(one, 'confirmOpinion', item(meeting).id);
  });

  test('of a members’ assembly has numbers only', async () => {
    const items = [
      item1({
        statedPresent: 30,
        vote: { form: 'SECRET_BALLOT', votesFor: 28, votesAgainst: 1, votesAbstained: 1, tellers: ['某甲'] },
      }),
    ];
    const meeting = await enter({ kind: 'MEMBERS_ASSEMBLY', statedExpected: 40, statedPresent: 31, items });
    expect(meeting).toMatchObject({ expected: 40, present: 31, needed: 20, quorumMet: true });
    expect(item(meeting)).toMatchObject({ present: 30, entitled: 30, votesFor: 28, ballots: [] });
  });

  test('is of a day that was, of people of the school, and of a matter that there is', async () => {
    const said = (more: object): Promise<object | undefined> => refusal(school.clerk, 'enterMeeting', paper(more));
    expect(await said({ heldOn: '2098-01-01' })).toMatchObject({ code: 'BAD_INPUT', reason: 'TO_COME' });
    expect(await said({ items: [] })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await said({ items: [item1({ topic: null })] })).toMatchObject({ reason: 'TOPIC_NEEDED' });
    expect(await said({ items: [item1({ topic: { matterCode: 'NO_SUCH' } })] })).toMatchObject({
      reason: 'UNKNOWN_MATTER',
    });
    const named = { form: 'SECRET_BALLOT', ballots: [{ personId: member(1).personId, choice: 'FOR' }] };
    expect(await said({ items: [item1({ vote: named })] })).toMatchObject({ reason: 'NO_NAMES_IN_THIS_VOTE' });
    const other = await givenCommittee(world, admin, { members: 2 });
    expect(await said({ chair: { personId: other.secretary.personId } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await said({ attendance: [...listed([member(1)]), ...listed([member(1)])] })).toMatchObject({
      reason: 'TWICE',
    });
    for (const { client } of [school.principal, member(2)])
      expect(await refusal(client, 'enterMeeting', paper())).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('leaves nothing of one that is refused', async () => {
    const counts = (): Promise<object[]> =>
      world.sql(
        'SELECT (SELECT count(*) FROM meeting) AS m, (SELECT count(*) FROM topic) AS t, (SELECT count(*) FROM check_outcome) AS c',
      );
    const before = await counts();
    const items = [item1(), item1({ topic: { matterCode: 'NO_SUCH' } })];
    expect(await refusal(school.clerk, 'enterMeeting', paper({ items }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await counts()).toEqual(before);
  });
});

describe('a secret ballot', () => {
  test('leaves no person beside a choice anywhere in the database', async () => {
    const topic = await confirmed(school.secretary, school.secretary, partyWork(school.schoolId));
    const open = await opened(school, today, { topics: [topic], there: school.members });
    const ballot = { form: 'SECRET_BALLOT', votesFor: 3, votesAgainst: 2, votesAbstained: 0 };
    const none = { ...onItem(item(open)), ...ballot };
    expect(await refusal(school.clerk, 'recordVote', { ...none, tellers: [] })).toMatchObject({
      reason: 'VOTE_UNSOUND',
    });
    const voted = await act(school.clerk, 'recordVote', { ...none, tellers: ['委员3', '委员4'] });
    expect(await refusal(member(1).client, 'castVote', { itemId: item(open).id, choice: 'FOR' })).toMatchObject({
      reason: 'NO_OPEN_BALLOT',
    });
    const done = await act(school.secretary.client, 'decideItem', { ...onItem(item(voted)), ...approved });
    expect(item(done)).toMatchObject({ votesFor: 3, votesAgainst: 2, tellers: ['委员3', '委员4'], ballots: [] });
    const tables = await world.sql<{ t: string; c: string }>(
      `SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'zhixiao' AND column_name = 'choice'`,
    );
    expect(tables).toEqual([{ t: 'item_ballot', c: 'choice' }]);
    expect(await world.sql('SELECT 1 FROM item_ballot WHERE item_id = $1', [uuidOf(item(done).id)])).toEqual([]);
    const audit = await world.sql<{ after: object }>('SELECT after FROM audit_entry WHERE subject_id = $1', [
      uuidOf(item(done).id),
    ]);
    for (const { personId } of school.members) expect(JSON.stringify(audit)).not.toContain(uuidOf(personId));
    expect(on(done)).toBeDefined();
    expect((await see(admin, done)).items).toHaveLength(1);
  });
});
