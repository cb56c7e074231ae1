import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
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
  outcomeOf,
  refused,
  see,
  send,
  signedIn,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { partyWork, todayOf, uuidOf, type Member, type Topic } from './topics-world.js';

let world: World;
let admin: Client;
let school: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 5 });
  today = await todayOf(admin);
});
afterAll(() => world.end());

const STUDY = { kind: 'STUDY', title: '传达学习' };
const member = (i: number): Member => school.members[i] ?? school.secretary;
const work = (more: object = {}): Promise<Topic> =>
  confirmed(school.secretary, school.secretary, partyWork(school.schoolId, more));
const codes = (answers: GraphqlAnswer<unknown>[]): (string | undefined)[] =>
  answers.map((answer) => answer.errors?.[0]?.extensions.code).toSorted();

describe('T-64: a step done twice', () => {
  test('opens, decides and closes once: the same key gets the same answer, another a refusal', async () => {
    const meeting = await signedIn(await called(school, today, { items: [STUDY] }), school.members);
    const twice = async (name: string, input: object): Promise<Meeting> => {
      const { client } = school.secretary;
      const key = { 'idempotency-key': randomUUID() };
      const [first, again] = [await send(client, name, input, key), await send(client, name, input, key)];
      const plain = ({ data }: GraphqlAnswer<unknown>): string => JSON.stringify(data);
      expect(plain(again)).toBe(plain(first));
      expect(first.errors).toBeUndefined();
      expect(['BAD_STATE', 'CONFLICT']).toContain((await send(client, name, input)).errors?.[0]?.extensions.code);
      return see(client, meeting);
    };
    const open = await twice('openMeeting', on(meeting));
    const decided = await twice('decideItem', { ...onItem(item(open)), ...noted });
    const over = await twice('closeMeeting', on(decided));
    expect(over).toMatchObject({ state: 'CLOSED', number: open.number });
    const acts = await world.sql<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = ANY ($1) AND action IN ('meeting.opened', 'item.decided', 'meeting.closed') ORDER BY action`,
      [[uuidOf(meeting.id), uuidOf(item(open).id)]],
    );
    expect(acts.map(({ action }) => action)).toEqual(['item.decided', 'meeting.closed', 'meeting.opened']);
  });

  test('and twenty at once have one effect', async () => {
    const meeting = await signedIn(await called(school, today, { items: [STUDY] }), school.members);
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        send(i % 2 ? school.clerk : school.secretary.client, 'openMeeting', on(meeting)),
      ),
    );
    expect(many.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(new Set(codes(many))).toEqual(new Set([undefined, 'CONFLICT']));
    const open = await see(admin, meeting);
    expect(open).toMatchObject({ state: 'OPEN', version: meeting.version + 1 });
  });
});

describe('T-90: acts that meet', () => {
  test('closing and voting have one order: an item without a result closes no meeting, and no vote comes after it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const open = await opened(school, today, { topics: [await work()], there: school.members });
      const ballot = await act(school.clerk, 'recordVote', { ...onItem(item(open)), form: 'OPEN_BALLOT' });
      const votes = school.members.map(({ client }) =>
        send(client, 'castVote', { itemId: item(ballot).id, choice: 'FOR' }),
      );
      const [close, ...cast] = await Promise.all([send(school.secretary.client, 'closeMeeting', on(ballot)), ...votes]);
      expect(refused(close as GraphqlAnswer<unknown>)).toMatchObject({ code: 'BAD_STATE', reason: 'ITEMS_OPEN' });
      expect(cast.filter(({ errors }) => errors)).toEqual([]);
      const now = item(await see(school.secretary.client, open));
      expect(now.ballots).toHaveLength(5);
      const decide = { ...onItem(now), ...approved };
      const late = { itemId: now.id, choice: 'AGAINST' };
      const [decided, changed] = await Promise.all([
        send(school.secretary.client, 'decideItem', decide),
        send(member(2).client, 'castVote', late),
      ]);
      const after = item(await see(school.secretary.client, open));
      const against = after.ballots.filter(({ choice }) => choice === 'AGAINST').length;
      expect(decided.errors).toBeUndefined();
      expect(after.votesAgainst).toBe(against);
      expect(against).toBe(changed.errors ? 0 : 1);
      const done = await see(school.secretary.client, open);
      const [over, voted] = await Promise.all([
        send(school.secretary.client, 'closeMeeting', on(done)),
        send(member(3).client, 'castVote', { itemId: now.id, choice: 'AGAINST' }),
      ]);
      expect(over.errors).toBeUndefined();
      expect(refused(voted)).toMatchObject({ code: 'BAD_STATE' });
    }
  });

  test('chair and recorder who sign at once make one sealed record, whoever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const open = await opened(school, today, { items: [STUDY], there: school.members });
      const done = await act(school.secretary.client, 'decideItem', { ...onItem(item(open)), ...noted });
      const over = await act(school.secretary.client, 'closeMeeting', on(done));
      const answers = await Promise.all([
        send(school.secretary.client, 'signRecord', { ...on(over), as: 'CHAIR' }),
        send(school.clerk, 'signRecord', { ...on(over), as: 'RECORDER' }),
      ]);
      expect(codes(answers)).toEqual(['CONFLICT', undefined]);
      const half = await see(admin, over);
      expect(half.state).toBe('CLOSED');
      const [client, as] = half.chairSignedName ? [school.clerk, 'RECORDER'] : [school.secretary.client, 'CHAIR'];
      expect(await act(client, 'signRecord', { ...on(half), as })).toMatchObject({ state: 'SIGNED' });
    }
  });
});

describe('T-93: what holds together is not broken by two at once', () => {
  test('members who leave and a decision that needs them: it is made with the quorum or not at all', async () => {
    for (let round = 0; round < 8; round += 1) {
      const open = await opened(school, today, { topics: [await work()], there: school.members.slice(0, 4) });
      const voted = await act(school.clerk, 'recordVote', { ...onItem(item(open)), ...hands(4) });
      const [decided] = await Promise.all([
        send(school.secretary.client, 'decideItem', { ...onItem(item(voted)), ...approved }),
        send(member(2).client, 'leaveMeeting', { id: open.id }),
        send(member(3).client, 'leaveMeeting', { id: open.id }),
      ]);
      const after = item(await see(school.secretary.client, open));
      if (decided?.errors) expect(after).toMatchObject({ result: null, makesDecision: false });
      else {
        expect(after).toMatchObject({ result: 'APPROVED', quorumMet: true, votesFor: after.present });
        expect(outcomeOf(after, 'PM-4')).toBe('PASS');
      }
    }
  });

  test('of two delegations at once one stands', async () => {
    const meeting = await called(school, today, { items: [STUDY] });
    const to = (one: Member): object => ({ ...on(meeting), toPersonId: one.personId, reason: '外出' });
    const second = await world.signIn(school.secretary.username);
    const answers = await Promise.all([
      send(school.secretary.client, 'delegateChair', to(member(1))),
      send(second, 'delegateChair', to(member(2))),
    ]);
    expect(codes(answers)).toEqual(['CONFLICT', undefined]);
    const rows = await world.sql('SELECT 1 FROM meeting_delegation WHERE meeting_id = $1 AND ended_at IS NULL', [
      uuidOf(meeting.id),
    ]);
    expect(rows).toHaveLength(1);
  });

  test('two meetings that open at once get two numbers', async () => {
    const one = await signedIn(await called(school, today, { items: [STUDY] }), school.members);
    const two = await signedIn(await called(school, today, { items: [STUDY] }), school.members);
    const answers = await Promise.all([
      send(school.secretary.client, 'openMeeting', on(one)),
      send(school.clerk, 'openMeeting', on(two)),
    ]);
    expect(answers.filter(({ errors }) => !errors).length).toBeGreaterThanOrEqual(1);
    for (const meeting of [one, two]) {
      const now = await see(admin, meeting);
      if (now.state === 'CALLED') await act(school.secretary.client, 'openMeeting', on(now));
    }
    const [first, next] = [await see(admin, one), await see(admin, two)];
    expect(Math.abs((first.number ?? 0) - (next.number ?? 0))).toBe(1);
  });
});

test('a vote recorded by two people at once, 200 times, is always one consistent state', async () => {
  const open = await opened(school, today, { topics: [await work()], there: school.members });
  let won = 0;
  for (let round = 0; round < 200; round += 1) {
    const before = item(await see(school.clerk, open));
    const [a, b] = [round % 6, (round * 5 + 1) % 6];
    const record = (client: Client, votesFor: number): Promise<GraphqlAnswer<Record<string, Meeting>>> =>
      send(client, 'recordVote', { ...onItem(before), ...hands(votesFor, 5 - votesFor) });
    const answers = await Promise.all([record(school.clerk, a), record(school.secretary.client, b)]);
    const winners = [a, b].filter((_, i) => !answers[i]?.errors);
    expect(winners).toHaveLength(1);
    expect(codes(answers)).toEqual(['CONFLICT', undefined]);
    const after = item(await see(school.clerk, open));
    expect(after).toMatchObject({
      votesFor: winners[0],
      votesAgainst: 5 - (winners[0] ?? 0),
      version: before.version + 1,
    });
    expect((after.votesFor ?? 0) + (after.votesAgainst ?? 0) + (after.votesAbstained ?? 0)).toBe(after.entitled);
    won += winners[0] === a ? 1 : 0;
  }
  const audit = await world.sql('SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = $2', [
    uuidOf(item(open).id),
    'item.vote-recorded',
  ]);
  expect(audit).toHaveLength(200);
  expect(won).toBeGreaterThan(0);
});
