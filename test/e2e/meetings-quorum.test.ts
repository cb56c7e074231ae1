import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  called,
  confirmed,
  confirmedCadre,
  givenCommittee,
  hands,
  item,
  on,
  onItem,
  opened,
  outcomeOf,
  read,
  refusal,
  see,
  signedIn,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { partyWork, routine, todayOf, type Topic } from './topics-world.js';

let world: World;
let admin: Client;
let five: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  five = await givenCommittee(world, admin, { members: 5, vices: 3 });
  today = await todayOf(admin);
});
afterAll(() => world.end());

const work = (school: Committee): Promise<Topic> =>
  confirmed(school.secretary, school.members[1] ?? school.secretary, partyWork(school.schoolId));
const office = (school: Committee, more: object = {}): Promise<Topic> =>
  confirmed(school.principal, school.vices[0] ?? school.principal, routine(school.schoolId, more));

describe('7.2 case 2: a committee of five', () => {
  test('does not open with two, opens with three, decides a cadre matter with four', async () => {
    const cadre = await confirmedCadre(five, today);
    const plain = await work(five);
    const meeting = await called(five, today, { topics: [plain, cadre] });
    const two = await signedIn(meeting, five.members.slice(0, 2));
    expect(two).toMatchObject({ expected: 5, present: 2, needed: 3, quorumMet: false, mayOpen: false });
    expect(two.absentNames).toEqual(['委员3', '委员4', '委员5']);
    expect(await refusal(five.secretary.client, 'openMeeting', on(two))).toEqual({
      ...{ code: 'RULE_VIOLATED', reason: 'GATES_OPEN', checks: ['PM-4'] },
    });
    const three = await signedIn(two, five.members.slice(2, 3));
    expect(three).toMatchObject({ present: 3, quorumMet: true, mayOpen: true });
    const open = await act(five.secretary.client, 'openMeeting', on(three));
    expect(open).toMatchObject({ state: 'OPEN', number: 1, chairName: '书记一' });
    const voted = await act(five.secretary.client, 'recordVote', { ...onItem(item(open)), ...hands(3) });
    const decided = await act(five.secretary.client, 'decideItem', { ...onItem(item(voted)), ...approved });
    expect(item(decided)).toMatchObject({
      result: 'APPROVED',
      makesDecision: true,
      expected: 5,
      present: 3,
      needed: 3,
    });
    expect(item(decided, 2)).toMatchObject({
      quorumCheck: 'PM-5',
      expected: 5,
      present: 3,
      needed: 4,
      mayDecide: false,
    });
    const cadreItem = item(decided, 2);
    await act(five.secretary.client, 'recordVote', {
      ...{
        ...onItem(cadreItem),
        form: 'SECRET_BALLOT',
        votesFor: 3,
        votesAgainst: 0,
        votesAbstained: 0,
        tellers: ['委员3'],
      },
    });
    const before = item(await see(five.secretary.client, open), 2);
    expect(await refusal(five.secretary.client, 'decideItem', { ...onItem(before), ...approved })).toEqual({
      ...{ code: 'RULE_VIOLATED', reason: 'GATES_OPEN', checks: ['PM-5'] },
    });
    await act(five.members[3]?.client ?? five.clerk, 'signIn', open.id);
    const four = item(await see(five.secretary.client, open), 2);
    expect(four).toMatchObject({ present: 4, entitled: 4, quorumMet: true, mayDecide: true });
    await act(five.secretary.client, 'recordVote', {
      ...{
        ...onItem(four),
        form: 'SECRET_BALLOT',
        votesFor: 3,
        votesAgainst: 1,
        votesAbstained: 0,
        tellers: ['委员3'],
      },
    });
    const now = item(await see(five.secretary.client, open), 2);
    const done = await act(five.secretary.client, 'decideItem', { ...onItem(now), ...approved });
    expect(item(done, 2)).toMatchObject({ result: 'APPROVED', present: 4, votesFor: 3, votesAgainst: 1 });
    expect(outcomeOf(item(done, 2), 'PM-5')).toBe('PASS');
    // who came for the second item changes nothing of the first
    expect(item(done)).toMatchObject({ present: 3 });
  });

  test('observers who attend do not help, nor do they vote (PM-6)', async () => {
    const guests = five.vices.map(({ personId }) => ({ personId, capacity: 'OBSERVER' }));
    const meeting = await called(five, today, { topics: [await work(five)], guests });
    await signedIn(meeting, [...five.members.slice(0, 2), ...five.vices]);
    const five5 = await see(five.secretary.client, meeting);
    expect(five5).toMatchObject({ expected: 5, present: 2, quorumMet: false });
    expect(await refusal(five.secretary.client, 'openMeeting', on(five5))).toMatchObject({ checks: ['PM-4'] });
    const open = await act(five.secretary.client, 'openMeeting', on(await signedIn(five5, five.members.slice(2, 3))));
    expect(item(open)).toMatchObject({ present: 3, entitled: 3 });
    await act(five.secretary.client, 'recordVote', { ...onItem(item(open)), form: 'OPEN_BALLOT' });
    const vote = { itemId: item(open).id, choice: 'FOR' };
    for (const { client } of five.vices) {
      expect(await refusal(client, 'castVote', vote)).toMatchObject({ code: 'FORBIDDEN', reason: 'SOD-5' });
    }
    expect(
      await refusal(five.secretary.client, 'recordVote', {
        ...{ ...onItem(item(await see(five.secretary.client, open))), ...hands(6) },
      }),
    ).toMatchObject({ code: 'RULE_VIOLATED', reason: 'VOTE_UNSOUND' });
  });
});

test('7.2 case 2: a committee of six opens with three and decides an important matter with four', async () => {
  const six = await givenCommittee(world, admin, { members: 6 });
  const content = partyWork(six.schoolId, { twoThirds: true });
  const topic = await confirmed(six.secretary, six.secretary, content);
  const open = await opened(six, today, { topics: [topic], there: six.members.slice(0, 3) });
  expect(open).toMatchObject({ state: 'OPEN', expected: 6, present: 3, needed: 3 });
  expect(item(open)).toMatchObject({ quorumCheck: 'PM-5', present: 3, needed: 4, mayDecide: false });
  const four = await signedIn(open, six.members.slice(3, 4));
  expect(item(four)).toMatchObject({ present: 4, mayDecide: true });
});

describe('7.2 case 3: the principal’s meeting of four', () => {
  test('does not open with one of the admin team and the secretary there', async () => {
    const guests = [{ personId: five.secretary.personId, capacity: 'OBSERVER' }];
    const meeting = await called(five, today, { kind: 'PRINCIPAL_OFFICE', topics: [await office(five)], guests });
    const one = await signedIn(meeting, [five.principal, five.secretary]);
    expect(one).toMatchObject({ quorumCheck: 'OM-4', expected: 4, present: 1, needed: 2, quorumMet: false });
    expect(await refusal(five.principal.client, 'openMeeting', on(one))).toMatchObject({ checks: ['OM-4'] });
    const two = await signedIn(one, five.vices.slice(0, 1));
    expect(await act(five.principal.client, 'openMeeting', on(two))).toMatchObject({ state: 'OPEN' });
  });
});

describe('7.2 case 4: the principal’s meeting', () => {
  test('on a matter of the party meeting only hands it on, puts it off or takes it back', async () => {
    const topic = await office(five, { matterCode: 'PARTY_ANNUAL_PLAN' });
    const open = await opened(five, today, {
      ...{ kind: 'PRINCIPAL_OFFICE', topics: [topic], there: [five.principal, ...five.vices] },
    });
    expect(item(open).allowedResults.toSorted()).toEqual(['POSTPONED', 'SUBMIT_TO_PARTY_MEETING', 'WITHDRAWN']);
    expect(await refusal(five.principal.client, 'decideItem', { ...onItem(item(open)), ...approved })).toMatchObject({
      code: 'RULE_VIOLATED',
    });
    const handed = { ...onItem(item(open)), result: 'SUBMIT_TO_PARTY_MEETING', conclusion: '提交党组织会议' };
    const done = await act(five.principal.client, 'decideItem', handed);
    expect(item(done)).toMatchObject({ result: 'SUBMIT_TO_PARTY_MEETING', makesDecision: false });
    const { topic: now } = await admin.ask<{ topic: Topic }>('query T($id: ID!) { topic(id: $id) { state } }', {
      id: topic.id,
    });
    expect(now.state).toBe('FORWARDED');
  });

  test('hears each who is there before the principal decides (OM-5), and nobody votes', async () => {
    const open = await opened(five, today, {
      ...{ kind: 'PRINCIPAL_OFFICE', topics: [await office(five)], there: [five.principal, ...five.vices] },
    });
    const decision = { ...onItem(item(open)), ...approved };
    expect(await refusal(five.principal.client, 'decideItem', decision)).toMatchObject({ checks: ['OM-5'] });
    expect(await refusal(five.principal.client, 'recordVote', { ...onItem(item(open)), ...hands(4) })).toMatchObject({
      ...{ code: 'BAD_STATE', reason: 'NOBODY_VOTES' },
    });
    const [first, second, third] = five.vices;
    await act(first?.client ?? admin, 'giveOpinion', { itemId: item(open).id, stance: 'AGREE', text: '同意' });
    await act(second?.client ?? admin, 'giveOpinion', { itemId: item(open).id, stance: 'NO_COMMENT' });
    expect(await refusal(five.principal.client, 'decideItem', decision)).toMatchObject({ checks: ['OM-5'] });
    await act(five.clerk, 'recordOpinions', {
      ...{ itemId: item(open).id, opinions: [{ personId: third?.personId, stance: 'DISAGREE', text: '不同意' }] },
    });
    const own = { itemId: item(open).id, opinions: [{ personId: first?.personId, stance: 'DISAGREE' }] };
    expect(await refusal(five.clerk, 'recordOpinions', own)).toMatchObject({ reason: 'SAID_BY_OWN_ACCOUNT' });
    // the clerk writes, the vice-principal attends: neither decides what is the principal's
    expect(await refusal(five.clerk, 'decideItem', decision)).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_YOUR_ACT',
    });
    const done = await act(five.principal.client, 'decideItem', decision);
    expect(item(done)).toMatchObject({ result: 'APPROVED', makesDecision: true, votesFor: null });
    expect(outcomeOf(item(done), 'OM-5')).toBe('PASS');
  });
});

describe('the bar of an item', () => {
  let open: Meeting;
  const bar = async (position: number): Promise<object> => {
    const { present, needed, quorumMet, entitled } = item(await see(five.secretary.client, open), position);
    return { present, needed, quorumMet, entitled };
  };
  beforeAll(async () => {
    const topics = [await work(five), await work(five), await work(five)];
    open = await opened(five, today, { topics, there: five.members.slice(0, 4) });
  });

  test('falls for the item being discussed when somebody leaves, and rises when they come back', async () => {
    expect(await bar(1)).toEqual({ present: 4, needed: 3, quorumMet: true, entitled: 4 });
    const gone = five.members.slice(2, 4);
    for (const { client } of gone) await act(client, 'leaveMeeting', { id: open.id });
    expect(await bar(1)).toEqual({ present: 2, needed: 3, quorumMet: false, entitled: 2 });
    const now = item(await see(five.secretary.client, open));
    await act(five.secretary.client, 'recordVote', { ...onItem(now), ...hands(2) });
    const voted = item(await see(five.secretary.client, open));
    expect(await refusal(five.secretary.client, 'decideItem', { ...onItem(voted), ...approved })).toMatchObject({
      checks: ['PM-4'],
    });
    for (const { client } of gone) await act(client, 'returnToMeeting', { id: open.id });
    expect(await bar(1)).toMatchObject({ present: 4 });
    // the votes of two are no sound count of four
    const again = { ...onItem(item(await see(five.secretary.client, open))), ...approved };
    expect(await refusal(five.secretary.client, 'decideItem', again)).toMatchObject({ reason: 'VOTE_UNSOUND' });
    await act(five.secretary.client, 'recordVote', { ...onItem(voted), ...hands(4) });
    const whole = item(await see(five.secretary.client, open));
    await act(five.secretary.client, 'decideItem', { ...onItem(whole), ...approved });
  });

  test('who comes late counts from the item on that the meeting has before it', async () => {
    await act(five.members[4]?.client ?? admin, 'signIn', open.id);
    const late = (await see(five.secretary.client, open)).attendance.find(({ personName }) => personName === '委员5');
    expect(late).toMatchObject({ status: 'LATE', spans: [{ fromItem: 2, toItem: null }] });
    expect(await bar(1)).toMatchObject({ present: 4 });
    expect(await bar(2)).toEqual({ present: 5, needed: 3, quorumMet: true, entitled: 5 });
  });

  test('who is recused loses the vote on that item only (SOD-5, PM-11)', async () => {
    const recused = five.members[2];
    const itemId = item(await see(five.secretary.client, open), 2).id;
    await act(five.secretary.client, 'recordVote', {
      ...{ ...onItem(item(await see(five.secretary.client, open), 2)), form: 'OPEN_BALLOT' },
    });
    await act(recused?.client ?? admin, 'castVote', { itemId, choice: 'FOR' });
    await act(recused?.client ?? admin, 'recuse', { itemId, reason: '亲属' });
    expect(await bar(2)).toMatchObject({ entitled: 4 });
    expect(await bar(3)).toMatchObject({ entitled: 5 });
    expect(item(await see(five.secretary.client, open), 2).ballots).toEqual([]);
    expect(await refusal(recused?.client ?? admin, 'castVote', { itemId, choice: 'FOR' })).toMatchObject({
      reason: 'SOD-5',
    });
    for (const { client } of five.members.filter((member) => member !== recused))
      await act(client, 'castVote', { itemId, choice: 'FOR' });
    const full = item(await see(five.secretary.client, open), 2);
    const done = await act(five.secretary.client, 'decideItem', { ...onItem(full), ...approved });
    expect(item(done, 2)).toMatchObject({ votesFor: 4, votesAgainst: 0, entitled: 4 });
    expect(item(done, 2).ballots).toHaveLength(4);
  });

  test('an item out of its turn is neither voted on nor decided', async () => {
    const third = item(await see(five.secretary.client, open), 3);
    expect(third.startedAt).not.toBeNull();
    const early = await opened(five, today, {
      ...{ topics: [await work(five), await work(five)], there: five.members.slice(0, 3) },
    });
    const second = onItem(item(early, 2));
    expect(await refusal(five.secretary.client, 'recordVote', { ...second, ...hands(3) })).toMatchObject({
      ...{ code: 'BAD_STATE', reason: 'ITEM_NOT_STARTED' },
    });
    expect(await refusal(five.secretary.client, 'decideItem', { ...second, ...approved })).toMatchObject({
      reason: 'ITEM_NOT_STARTED',
    });
  });
});

test('who comes into office is on the list of a meeting, who leaves it is not counted (SOD-15)', async () => {
  const school = await givenCommittee(world, admin, { members: 3 });
  const meeting = await called(school, today, { topics: [await work(school)] });
  expect(meeting).toMatchObject({ expected: 3 });
  const { appointments } = await admin.ask<{ appointments: { nodes: { id: string; version: number }[] } }>(
    'query A($f: AppointmentFilter) { appointments(filter: $f) { nodes { id version } } }',
    { f: { schoolId: school.schoolId, post: ['COMMITTEE_MEMBER'] } },
  );
  const [seat] = appointments.nodes;
  await admin.ask('mutation E($input: EndAppointmentInput!) { endAppointment(input: $input) { school { id } } }', {
    input: { id: seat?.id, expectedVersion: seat?.version, endsOn: '2024-06-30', reason: '届满' },
  });
  const gone = school.members[2];
  expect((await read(gone?.client ?? admin, meeting.id).catch(() => null)) ?? null).toBeNull();
  await signedIn(meeting, school.members.slice(0, 1));
  const open = await act(school.secretary.client, 'openMeeting', on(await see(school.secretary.client, meeting)));
  expect(open).toMatchObject({ expected: 2, present: 1, needed: 1, state: 'OPEN' });
  expect(open.attendance.map(({ personName }) => personName)).not.toContain('委员3');
});
