import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { suggestedRules } from '@zhixiao/domain';
import type { Client } from '../support/client.js';
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
  refusal,
  see,
  signedIn,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { asApp } from './security/as-app.js';
import { actAs, partyWork, read as readTopic, todayOf, uuidOf, type Member, type Topic } from './topics-world.js';

let world: World;
let admin: Client;
let school: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 3 });
  today = await todayOf(admin);
});
afterAll(() => world.end());

const STUDY = { kind: 'FIRST_TOPIC', title: '学习新修订的教育法' };
const member = (i: number): Member => school.members[i] ?? school.secretary;
const work = (more: object = {}): Promise<Topic> =>
  confirmed(school.secretary, school.secretary, partyWork(school.schoolId, more));

/** A party meeting that has noted and decided, closed. */
async function closed(): Promise<Meeting> {
  let meeting = await opened(school, today, { items: [STUDY], topics: [await work()], there: school.members });
  meeting = await act(school.secretary.client, 'decideItem', { ...onItem(item(meeting)), ...noted });
  meeting = await act(school.clerk, 'recordVote', { ...onItem(item(meeting, 2)), ...hands(3) });
  meeting = await act(school.secretary.client, 'decideItem', {
    ...onItem(item(meeting, 2)),
    ...approved,
    responsible: '副书记二',
  });
  return act(school.secretary.client, 'closeMeeting', on(meeting));
}

async function signed(): Promise<Meeting> {
  const one = await act(school.clerk, 'signRecord', { ...on(await closed()), as: 'RECORDER' });
  return act(school.secretary.client, 'signRecord', { ...on(one), as: 'CHAIR' });
}

describe('T-62: the list of a meeting', () => {
  test('has nobody twice', async () => {
    const meeting = await called(school, today, { items: [STUDY] });
    const again = { id: meeting.id, entries: [{ personId: member(1).personId, capacity: 'OBSERVER' }] };
    expect(await refusal(school.secretary.client, 'setAttendance', again)).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'TWICE',
    });
    const guest = { personId: school.vices[0]?.personId, capacity: 'OBSERVER', status: 'PRESENT' };
    expect(await refusal(school.clerk, 'setAttendance', { id: meeting.id, entries: [guest, guest] })).toMatchObject({
      reason: 'TWICE',
    });
    const posing = { ...guest, capacity: 'MEMBER' };
    expect(await refusal(school.clerk, 'setAttendance', { id: meeting.id, entries: [posing] })).toMatchObject({
      reason: 'MEMBERS_BY_APPOINTMENT',
    });
    const one = await signedIn(meeting, [member(0), member(0)]);
    expect(one).toMatchObject({ present: 1 });
    const listed = await act(school.clerk, 'setAttendance', { id: meeting.id, entries: [guest] });
    expect(listed.attendance.map(({ capacity, status }) => `${capacity} ${status}`)).toEqual([
      ...['MEMBER PRESENT', 'MEMBER null', 'MEMBER null', 'OBSERVER PRESENT'],
    ]);
    expect(listed).toMatchObject({ present: 1, expected: 3 });
  });

  test('is kept by the recorder, version by version (T-91)', async () => {
    const meeting = await called(school, today, { items: [STUDY] });
    const entries = meeting.attendance.map(({ id, version }, i) => ({
      ...{ id, expectedVersion: version, status: ['PRESENT', 'LATE', 'LEAVE'][i], reason: i === 2 ? '病假' : null },
    }));
    const set = await act(school.clerk, 'setAttendance', { id: meeting.id, entries });
    expect(set).toMatchObject({ present: 2, absentNames: ['委员3'], mayOpen: true });
    expect(await refusal(school.clerk, 'setAttendance', { id: meeting.id, entries })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(
      await refusal(school.vices[0]?.client ?? admin, 'setAttendance', { id: meeting.id, entries: [] }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('of a meeting that is over stays: an absent member is not made present, nor a vote recounted', async () => {
    let meeting = await opened(school, today, { topics: [await work()], there: school.members.slice(0, 2) });
    meeting = await act(school.clerk, 'recordVote', { ...onItem(item(meeting)), ...hands(2) });
    meeting = await act(school.secretary.client, 'decideItem', { ...onItem(item(meeting)), ...approved });
    expect(await refusal(school.clerk, 'recordVote', { ...onItem(item(meeting)), ...hands(1, 1) })).toMatchObject({
      ...{ code: 'BAD_STATE', reason: 'ITEM_DECIDED' },
    });
    meeting = await act(school.secretary.client, 'closeMeeting', on(meeting));
    const absent = meeting.attendance.find(({ status }) => status === 'ABSENT');
    expect(absent?.personName).toBe('委员3');
    const present = { id: absent?.id, expectedVersion: absent?.version, status: 'PRESENT' };
    expect(await refusal(school.clerk, 'setAttendance', { id: meeting.id, entries: [present] })).toMatchObject({
      code: 'BAD_STATE',
    });
    expect(await refusal(member(2).client, 'signIn', meeting.id)).toMatchObject({ code: 'BAD_STATE' });
    expect(await refusal(school.clerk, 'recordVote', { ...onItem(item(meeting)), ...hands(1, 1) })).toMatchObject({
      code: 'BAD_STATE',
    });
  });
});

/** Whose signatures the screen says are lacking. */
async function lacking({ id }: Meeting): Promise<unknown> {
  const query = 'query M($id: ID!) { meeting(id: $id) { findings { checkId outcome params } } }';
  const { meeting } = await school.clerk.ask<{ meeting: Pick<Meeting, 'findings'> }>(query, { id });
  return meeting.findings.flatMap(({ checkId, ...said }) => (checkId === 'REC-1' ? [said] : []))[0];
}
const lacks = (...who: string[]): object => ({ outcome: 'FAIL', params: { lacks: who, changed: 0 } });

describe('a signed record (SOD-4)', () => {
  test('is signed by two: neither alone, nor one account under two rights', async () => {
    const over = await closed();
    expect(outcomeOf(over, 'REC-1')).toBe('FAIL');
    expect(await lacking(over)).toEqual(lacks('CHAIR', 'RECORDER'));
    const one = await act(school.clerk, 'signRecord', { ...on(over), as: 'RECORDER' });
    expect(one).toMatchObject({ state: 'CLOSED', chairSignedName: null });
    expect(await lacking(one)).toEqual(lacks('CHAIR'));
    expect(await refusal(school.clerk, 'signRecord', { ...on(one), as: 'RECORDER' })).toMatchObject({
      reason: 'ALREADY_SIGNED',
    });
    expect(await refusal(member(1).client, 'signRecord', { ...on(one), as: 'CHAIR' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    // what one has signed is not written on; the chair may send it back
    const text = { ...onItem(item(one, 2)), discussion: '补充' };
    expect(await refusal(school.clerk, 'writeItem', text)).toMatchObject({ reason: 'SIGNED_ONCE' });
    const back = await act(school.secretary.client, 'returnRecord', { ...on(one), reason: '请补充讨论要点' });
    expect(await lacking(back)).toEqual(lacks('CHAIR', 'RECORDER'));
    const written = await act(school.clerk, 'writeItem', text);
    expect(back.recorderSignedName).toBeNull();
    const two = await act(school.clerk, 'signRecord', { ...on(written), as: 'RECORDER' });
    const sealed = await act(school.secretary.client, 'signRecord', { ...on(two), as: 'CHAIR' });
    expect(sealed).toMatchObject({ state: 'SIGNED' });
    expect(outcomeOf(sealed, 'REC-1')).toBe('PASS');
    expect(await lacking(sealed)).toMatchObject({ outcome: 'PASS' });
  });

  test('is not signed as recorder by the account that signed as chair', async () => {
    const over = await closed();
    const one = await act(school.secretary.client, 'signRecord', { ...on(over), as: 'CHAIR' });
    await world.sql(
      `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, school_id, valid, granted_by, reason)
       SELECT $1, gen_random_uuid(), id, username, 'SchoolClerk', $2, daterange('2020-01-01', '2099-01-01'), 'test', 'test' FROM account WHERE username = $3`,
      [DANZHAI, uuidOf(school.schoolId), school.secretary.username],
    );
    await actAs(school.secretary.client, 'Secretary');
    const asClerk = await world.signIn(school.secretary.username);
    await actAs(asClerk, 'SchoolClerk');
    expect(await refusal(asClerk, 'signRecord', { ...on(one), as: 'RECORDER' })).toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'TWO_PERSONS' },
    });
  });

  test('is changed by nobody: each act of the clerk and the chair is SOD-4', async () => {
    const meeting = await signed();
    const one = meeting.attendance[2];
    const it = item(meeting, 2);
    const acts: [string, object][] = [
      [
        'setAttendance',
        { id: meeting.id, entries: [{ id: one?.id, expectedVersion: one?.version, status: 'ABSENT' }] },
      ],
      ['recordVote', { ...onItem(it), ...hands(2, 1) }],
      ['writeItem', { ...onItem(it), conclusion: '不同意' }],
      ['decideItem', { ...onItem(it), result: 'REJECTED', conclusion: '不同意' }],
      ['recordOpinions', { itemId: it.id, opinions: [] }],
      ['recuse', { itemId: it.id, personId: member(2).personId, reason: '亲属' }],
      ['changeAgenda', { ...on(meeting), items: [] }],
      ['changeMeeting', { ...on(meeting), place: '别处' }],
    ];
    for (const client of [school.clerk, school.secretary.client]) {
      for (const [name, input] of acts) {
        expect([name, await refusal(client, name, input)]).toEqual([
          ...[name, expect.objectContaining({ code: 'FORBIDDEN', reason: 'SOD-4' })],
        ]);
      }
    }
    expect(await see(admin, meeting)).toMatchObject({ version: meeting.version });
  });

  test('is sealed by row security too: the API’s role changes and deletes no row of it', async () => {
    const ballots = async (): Promise<Meeting> => {
      let meeting = await opened(school, today, { topics: [await work()], there: school.members });
      const itemId = item(meeting).id;
      await act(member(2).client, 'recuse', { itemId, reason: '亲属' });
      await act(member(1).client, 'giveOpinion', { itemId, stance: 'AGREE' });
      meeting = await see(school.clerk, meeting);
      await act(school.clerk, 'recordVote', { ...onItem(item(meeting)), form: 'OPEN_BALLOT' });
      for (const { client } of school.members.slice(0, 2))
        meeting = await act(client, 'castVote', { itemId, choice: 'FOR' });
      return act(school.secretary.client, 'decideItem', { ...onItem(item(meeting)), ...approved });
    };
    const open = await ballots();
    const over = await act(school.secretary.client, 'closeMeeting', on(await ballots()));
    const one = await act(school.clerk, 'signRecord', { ...on(over), as: 'RECORDER' });
    const sealed = await act(school.secretary.client, 'signRecord', { ...on(one), as: 'CHAIR' });
    const stateOf = async (table: string, id: string): Promise<{ rows: number; versions: number }> => {
      const sql = `SELECT count(*)::int AS rows, COALESCE(sum(version), 0)::int AS versions FROM ${table} WHERE meeting_id = $1`;
      const [found] = await world.sql<{ rows: number; versions: number }>(sql, [uuidOf(id)]);
      return found ?? { rows: 0, versions: 0 };
    };
    const tried = async (id: string): Promise<string[]> => {
      const told = [];
      const where = `WHERE meeting_id = '${uuidOf(id)}'`;
      for (const table of ['attendance', 'agenda_item', 'item_recusal', 'item_opinion', 'item_ballot']) {
        const before = await stateOf(table, id);
        await asApp(world, DANZHAI, `UPDATE ${table} SET version = version + 1 ${where}`);
        const { versions } = await stateOf(table, id);
        if (table === 'item_ballot') await asApp(world, DANZHAI, `DELETE FROM item_ballot ${where}`);
        const { rows } = await stateOf(table, id);
        told.push(
          `${table} ${versions > before.versions ? 'changed' : 'stays'}${rows < before.rows ? ', deleted' : ''}`,
        );
      }
      return told;
    };
    expect(await tried(sealed.id)).toEqual([
      ...['attendance stays', 'agenda_item stays', 'item_recusal stays', 'item_opinion stays', 'item_ballot stays'],
    ]);
    expect(await tried(open.id)).toEqual([
      ...['attendance changed', 'agenda_item changed', 'item_recusal changed', 'item_opinion changed'],
      'item_ballot changed, deleted',
    ]);
    expect(item(await see(admin, sealed)).ballots).toHaveLength(2);
  });

  test('is corrected by a note of its chair, once it is sealed, and stays as it was', async () => {
    const over = await closed();
    const note = { id: over.id, itemId: item(over, 2).id, text: '责任人应为委员3', reason: '笔误' };
    expect(await refusal(school.secretary.client, 'correctRecord', note)).toMatchObject({ reason: 'SOD-4' });
    const one = await act(school.clerk, 'signRecord', { ...on(over), as: 'RECORDER' });
    const sealed = await act(school.secretary.client, 'signRecord', { ...on(one), as: 'CHAIR' });
    expect(await refusal(member(1).client, 'correctRecord', note)).toMatchObject({ reason: 'SOD-4' });
    expect(await refusal(school.clerk, 'correctRecord', note)).toMatchObject({ code: 'FORBIDDEN' });
    const corrected = await act(school.secretary.client, 'correctRecord', note);
    expect(corrected.corrections).toEqual([{ text: '责任人应为委员3', signedByName: school.secretary.username }]);
    expect(corrected.items).toEqual(sealed.items);
  });
});

describe('a meeting that is not held', () => {
  test('says why, has no number, and gives its topics back', async () => {
    const topic = await work();
    const meeting = await called(school, today, { topics: [topic] });
    await signedIn(meeting, [member(0)]);
    const input = { ...on(meeting), reason: 'NO_QUORUM', note: '到会1人，不足半数' };
    expect(await refusal(member(2).client, 'cancelMeeting', input)).toMatchObject({ code: 'FORBIDDEN' });
    const off = await act(school.clerk, 'cancelMeeting', input);
    expect(off).toMatchObject({ state: 'NOT_HELD', number: null, present: 1, needed: 2 });
    expect(off.checks.filter(({ current }) => current)).toEqual([]);
    expect(await refusal(school.secretary.client, 'openMeeting', on(off))).toMatchObject({ code: 'BAD_STATE' });
    expect((await readTopic(admin, topic.id))?.state).toBe('HEARD');
    expect(await called(school, today, { topics: [topic] })).toMatchObject({ state: 'CALLED' });
  });
});

describe('what is generally asked of a meeting', () => {
  test('may be departed from with a reason that the chair accepts (PM-15)', async () => {
    await world.sql(
      `INSERT INTO rules_of_procedure (tenant_id, id, school_id, meeting_kind, number, status, fields, adopted_on, created_by, created_by_name)
       VALUES ($1, gen_random_uuid(), $2, 'PARTY_ORG', 1, 'ADOPTED', $3, '2023-01-01', gen_random_uuid(), 'x')`,
      [DANZHAI, uuidOf(school.schoolId), JSON.stringify(suggestedRules('PARTY_ORG'))],
    );
    const meeting = await called(school, today, { topics: [await work()] });
    const finding = async (): Promise<string | undefined> =>
      (await see(admin, meeting)).findings.find(({ checkId }) => checkId === 'PM-15')?.outcome;
    expect(await finding()).toBe('FAIL');
    const depart = 'mutation D($input: DepartFromInput!) { departFrom(input: $input) { approvedOn } }';
    const input = { subjectType: 'MEETING', subjectId: meeting.id, checkId: 'PM-15', reason: '专题会议' };
    await member(1).client.ask(depart, { input });
    expect(await finding()).toBe('DEPARTURE_PENDING');
    await school.secretary.client.ask(depart, { input });
    expect(await finding()).toBe('DEPARTURE_APPROVED');
    expect(await admin.refusal(depart, { input })).toBe('FORBIDDEN');
  });
});
