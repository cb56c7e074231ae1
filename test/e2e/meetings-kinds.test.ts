import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  called,
  confirmed,
  givenCommittee,
  hands,
  item,
  noted,
  on,
  onItem,
  opened,
  refusal,
  see,
  signedIn,
  type Committee,
} from './meetings-world.js';
import { givenMember, partyWork, todayOf } from './topics-world.js';

let world: World;
let admin: Client;
let school: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 3, vices: 2 });
  today = await todayOf(admin);
});
afterAll(() => world.end());

const REPORT = { kind: 'HEAR_REPORT', title: '听取学期工作汇报' };

test('a meeting opens with its chair there, not only with enough of its members', async () => {
  const meeting = await signedIn(await called(school, today, { items: [REPORT] }), school.members.slice(1));
  expect(meeting).toMatchObject({ present: 2, quorumMet: true });
  for (const client of [school.clerk, school.secretary.client]) {
    expect(await refusal(client, 'openMeeting', on(meeting))).toMatchObject({
      code: 'BAD_STATE',
      reason: 'CHAIR_ABSENT',
    });
  }
  const there = await signedIn(meeting, [school.secretary]);
  expect(await act(school.clerk, 'openMeeting', on(there))).toMatchObject({ state: 'OPEN' });
});

describe('党员大会', () => {
  test('counts its members by number, item by item', async () => {
    const plan = { kind: 'MEMBERS_ASSEMBLY', items: [REPORT] };
    const meeting = await called(school, today, plan);
    expect(meeting).toMatchObject({ expected: null, present: null, attendance: [] });
    expect(await refusal(school.clerk, 'openMeeting', on(meeting))).toMatchObject({
      code: 'RULE_VIOLATED',
      checks: ['PM-4', 'PM-6'],
    });
    const few = await act(school.clerk, 'setAttendance', { id: meeting.id, entries: [], statedPresent: 19 });
    expect(few).toMatchObject({ expected: 40, present: 19, needed: 20, quorumMet: false });
    expect(await refusal(school.secretary.client, 'openMeeting', on(few))).toMatchObject({ checks: ['PM-4'] });
    const half = await act(school.clerk, 'setAttendance', { id: meeting.id, entries: [], statedPresent: 20 });
    expect(half).toMatchObject({ present: 20, quorumMet: true });
    const open = await act(school.secretary.client, 'openMeeting', on(half));
    const fewer = await act(school.clerk, 'startItem', { ...onItem(item(open)), statedPresent: 18 });
    expect(item(fewer)).toMatchObject({ present: 18, entitled: 18 });
    expect(await refusal(school.clerk, 'recordVote', { ...onItem(item(fewer)), ...hands(20) })).toMatchObject({
      reason: 'VOTE_UNSOUND',
    });
  });

  test('is the party meeting of a branch too small for a committee', async () => {
    const { id: schoolId } = await givenSchool(admin, { hasCommittee: false, fullMembers: 5 });
    const secretary = await givenMember(world, admin, { schoolId, name: '支部书记', posts: ['SECRETARY'] });
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId });
    const topic = await confirmed(secretary, secretary, partyWork(schoolId));
    const branch = { ...school, schoolId, secretary, clerk, members: [secretary] };
    const meeting = await called(branch, today, { topics: [topic] });
    const two = await act(clerk, 'setAttendance', { id: meeting.id, entries: [], statedPresent: 2 });
    expect(two).toMatchObject({ expected: 5, present: 2, needed: 3, mayOpen: false });
    const three = await act(clerk, 'setAttendance', { id: meeting.id, entries: [], statedPresent: 3 });
    const open = await act(secretary.client, 'openMeeting', on(three));
    const voted = await act(clerk, 'recordVote', { ...onItem(item(open)), ...hands(3) });
    const done = await act(secretary.client, 'decideItem', { ...onItem(item(voted)), ...approved });
    expect(item(done)).toMatchObject({ result: 'APPROVED', makesDecision: true, expected: 5, present: 3 });
  });
});

describe('校务委员会', () => {
  test('advises: it takes note and decides nothing', async () => {
    const guests = school.vices.map(({ personId }) => ({ personId, capacity: 'MEMBER' }));
    const planned = { kind: 'SCHOOL_COUNCIL', items: [REPORT], guests, head: school.principal };
    const open = await opened(school, today, { ...planned, there: school.vices });
    expect(open).toMatchObject({ state: 'OPEN', expected: null, quorumMet: null });
    expect(item(open)).toMatchObject({ mayDecide: false });
    expect(item(open).allowedResults).not.toContain('APPROVED');
    expect(await refusal(school.principal.client, 'decideItem', { ...onItem(item(open)), ...approved })).toMatchObject({
      code: 'RULE_VIOLATED',
    });
    expect(await refusal(school.principal.client, 'recordVote', { ...onItem(item(open)), ...hands(2) })).toMatchObject({
      reason: 'NOBODY_VOTES',
    });
    const done = await act(school.principal.client, 'decideItem', { ...onItem(item(open)), ...noted });
    expect(item(done)).toMatchObject({ result: 'NOTED', makesDecision: false });
  });
});

describe.each(['DEMOCRATIC_LIFE', 'INTEGRITY'])('%s', (kind) => {
  test('is a record: the committee is on its list, it takes note, and is signed', async () => {
    const open = await opened(school, today, { kind, items: [REPORT], there: school.members });
    expect(open.attendance.map(({ capacity }) => capacity)).toEqual(['MEMBER', 'MEMBER', 'MEMBER']);
    const done = await act(school.secretary.client, 'decideItem', { ...onItem(item(open)), ...noted });
    const over = await act(school.secretary.client, 'closeMeeting', on(done));
    const one = await act(school.clerk, 'signRecord', { ...on(over), as: 'RECORDER' });
    const sealed = await act(school.secretary.client, 'signRecord', { ...on(one), as: 'CHAIR' });
    expect(sealed.checks.filter(({ current }) => current)).toEqual([
      { checkId: 'REC-1', outcome: 'PASS', current: true },
    ]);
  });
});

describe('a meeting that is on its way', () => {
  test('moves to another time, and who was called hears of it', async () => {
    const meeting = await called(school, today, { items: [REPORT] });
    const moved = await act(school.clerk, 'changeMeeting', {
      ...on(meeting),
      heldOn: '2098-03-02',
      startTime: '09:30',
    });
    expect(moved).toMatchObject({ heldOn: '2098-03-02', state: 'CALLED' });
    expect(await refusal(school.clerk, 'changeMeeting', { ...on(meeting), place: '别处' })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refusal(school.clerk, 'changeMeeting', { ...on(moved), heldOn: '2020-01-01' })).toMatchObject({
      reason: 'PAST',
    });
    const told = await school.members[1]?.client.ask<{ notifications: { nodes: { kind: string }[] } }>(
      '{ notifications(first: 50) { nodes { kind } } }',
    );
    expect(told?.notifications.nodes[0]).toEqual({ kind: 'MEETING_CHANGED' });
  });

  test('is judged by the day on which it is held, though it was planned for another', async () => {
    const meeting = await called(school, '2098-03-01', { items: [REPORT] });
    const open = await act(school.secretary.client, 'openMeeting', on(await signedIn(meeting, school.members)));
    expect(open).toMatchObject({ heldOn: today, state: 'OPEN' });
  });

  test('takes an unscheduled motion that its head has confirmed, and shows it as one', async () => {
    const open = await opened(school, today, { items: [REPORT], there: school.members });
    const content = partyWork(school.schoolId, { itemKind: 'UNSCHEDULED', unscheduledReason: '上级紧急部署' });
    const motion = await confirmed(school.secretary, school.secretary, content);
    const agenda = { ...on(open), items: [{ id: item(open).id }, { topicId: motion.id }] };
    const taken = await act(school.secretary.client, 'changeAgenda', agenda);
    expect(taken.items.map(({ kind, position }) => `${position} ${kind}`)).toEqual(['1 HEAR_REPORT', '2 UNSCHEDULED']);
    const dropped = await act(school.secretary.client, 'changeAgenda', {
      ...on(taken),
      items: [{ id: item(taken, 2).id }],
    });
    expect(dropped.items.map(({ kind, startedAt }) => [kind, startedAt !== null])).toEqual([['UNSCHEDULED', true]]);
    const twice = { ...on(dropped), items: [{ id: item(dropped).id }, { id: item(dropped).id }] };
    expect(await refusal(school.secretary.client, 'changeAgenda', twice)).toMatchObject({ reason: 'NOT_AN_OPEN_ITEM' });
    expect(await see(admin, dropped)).toMatchObject({ state: 'OPEN' });
  });

  test('shows at once what was recorded of its topics since: asked anew', async () => {
    const content = partyWork(school.schoolId, { vitalInterest: true, audiences: ['STAFF'] });
    const topic = await confirmed(school.secretary, school.secretary, content);
    const open = await opened(school, today, { topics: [topic], there: school.members });
    const verdict = async (): Promise<boolean | undefined> => {
      const query =
        'query V($id: ID!) { meetingVerdict(id: $id) { items { mayDecide allowedResults findings { checkId blocks } } } }';
      const { meetingVerdict } = await school.secretary.client.ask<{
        meetingVerdict: { items: { mayDecide: boolean }[] };
      }>(query, { id: open.id });
      return meetingVerdict.items[0]?.mayDecide;
    };
    expect(await verdict()).toBe(false);
    await school.secretary.client.ask(
      'mutation R($input: AddTopicRecordInput!) { addTopicRecord(input: $input) { id } }',
      {
        input: {
          topicId: topic.id,
          kind: 'HEARING',
          heldOn: today,
          result: '已听取',
          channel: 'SYMPOSIUM',
          audience: 'STAFF',
        },
      },
    );
    expect(await verdict()).toBe(true);
  });
});
