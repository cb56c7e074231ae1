import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  called,
  confirmed,
  confirmedCadre,
  givenCommittee,
  hands,
  item,
  noted,
  on,
  onItem,
  opened,
  read,
  refusal,
  see,
  send,
  signedIn,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import {
  actAs,
  givenCombined,
  givenMember,
  partyWork,
  routine,
  todayOf,
  type Member,
  type Topic,
} from './topics-world.js';

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

const STUDY = { kind: 'FIRST_TOPIC', title: '学习教育强国建设规划纲要' };
const work = (): Promise<Topic> => confirmed(school.secretary, school.secretary, partyWork(school.schoolId));
const member = (i: number): Member => school.members[i] ?? school.secretary;

/** A party meeting with one item that is noted, closed. */
async function closed(): Promise<Meeting> {
  const open = await opened(school, today, { items: [STUDY], there: school.members });
  const done = await act(school.secretary.client, 'decideItem', { ...onItem(item(open)), ...noted });
  return act(school.secretary.client, 'closeMeeting', on(done));
}

describe('who convenes and chairs', () => {
  test('is the secretary of the party meeting and the principal of his own; the clerk drafts, and calls neither', async () => {
    const plan = { schoolId: school.schoolId, heldOn: today, startTime: '09:00', items: [STUDY] };
    expect(await refusal(school.principal.client, 'planMeeting', { ...plan, kind: 'PARTY_ORG' })).toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'NOT_YOUR_ACT' },
    });
    expect(await refusal(school.secretary.client, 'planMeeting', { ...plan, kind: 'PRINCIPAL_OFFICE' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(member(2).client, 'planMeeting', { ...plan, kind: 'PARTY_ORG' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const draft = await act(school.clerk, 'planMeeting', { ...plan, kind: 'PARTY_ORG' });
    expect(draft).toMatchObject({ state: 'DRAFT', expected: 3, number: null });
    expect(draft.attendance.map(({ personName }) => personName)).toEqual(['书记一', '副书记二', '委员3']);
    const call = { ...on(draft), papersSent: true };
    for (const client of [school.clerk, school.principal.client, member(1).client]) {
      expect(await refusal(client, 'callMeeting', call)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await act(school.secretary.client, 'callMeeting', call)).toMatchObject({ state: 'CALLED' });
  });

  test('needs something on the agenda, and topics that are confirmed for this meeting', async () => {
    const plan = { schoolId: school.schoolId, kind: 'PARTY_ORG', heldOn: today, startTime: '09:00' };
    const empty = await act(school.secretary.client, 'planMeeting', { ...plan, items: [] });
    expect(await refusal(school.secretary.client, 'callMeeting', { ...on(empty), papersSent: true })).toMatchObject({
      code: 'BAD_INPUT',
    });
    const office = await confirmed(school.principal, school.principal, routine(school.schoolId));
    const wrong = { ...plan, items: [{ topicId: office.id }] };
    expect(await refusal(school.secretary.client, 'planMeeting', wrong)).toMatchObject({ reason: 'OTHER_MEETING' });
    const needed = { ...plan, items: [{ kind: 'DECISION', title: '不经议题的决定' }] };
    expect(await refusal(school.secretary.client, 'planMeeting', needed)).toMatchObject({ reason: 'TOPIC_NEEDED' });
    const topic = await work();
    await act(school.secretary.client, 'planMeeting', { ...plan, items: [{ topicId: topic.id }] });
    const twice = { ...plan, items: [{ topicId: topic.id }] };
    expect(await refusal(school.secretary.client, 'planMeeting', twice)).toMatchObject({ code: 'BAD_STATE' });
  });

  test('entrusts a member with the chair in a record of the own account, and takes it back (PM-1)', async () => {
    const meeting = await called(school, today, { items: [STUDY] });
    const to = { ...on(meeting), toPersonId: member(1).personId, reason: '外出学习' };
    for (const client of [school.clerk, school.principal.client, member(1).client]) {
      expect(await refusal(client, 'delegateChair', to)).toMatchObject({ code: 'FORBIDDEN' });
    }
    const stranger = { ...to, toPersonId: school.vices[0]?.personId };
    expect(await refusal(school.secretary.client, 'delegateChair', stranger)).toMatchObject({ reason: 'NOT_A_MEMBER' });
    await signedIn(meeting, [member(1), member(2)]);
    expect(await refusal(member(1).client, 'openMeeting', on(meeting))).toMatchObject({ code: 'FORBIDDEN' });
    const entrusted = await act(school.secretary.client, 'delegateChair', to);
    const back = await act(school.secretary.client, 'delegateChair', {
      ...on(entrusted),
      toPersonId: null,
      reason: '如期返回',
    });
    expect(await refusal(member(1).client, 'openMeeting', on(back))).toMatchObject({ code: 'FORBIDDEN' });
    const again = await act(school.secretary.client, 'delegateChair', { ...to, ...on(back) });
    const open = await act(member(1).client, 'openMeeting', on(again));
    expect(open).toMatchObject({ chairName: '副书记二', delegated: true });
    expect(open.checks).toContainEqual({ checkId: 'PM-1', outcome: 'PASS', current: true });
    const done = await act(member(1).client, 'decideItem', { ...onItem(item(open)), ...noted });
    const over = await act(member(1).client, 'closeMeeting', on(done));
    // signed by who chaired, issued by the secretary all the same
    expect(await refusal(school.secretary.client, 'signRecord', { ...on(over), as: 'CHAIR' })).toMatchObject({
      reason: 'NOT_YOUR_ACT',
    });
    const signed = await act(member(1).client, 'signRecord', { ...on(over), as: 'CHAIR' });
    const sealed = await act(school.clerk, 'signRecord', { ...on(signed), as: 'RECORDER' });
    expect(await refusal(member(1).client, 'issueMinutes', on(sealed))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(school.secretary.client, 'issueMinutes', on(sealed))).toMatchObject({ state: 'ISSUED' });
  });
});

describe('T-49: the two heads', () => {
  test('do not sign or issue each other’s record: the secretary none of the principal’s meeting', async () => {
    const open = await opened(school, today, {
      ...{
        kind: 'PRINCIPAL_OFFICE',
        items: [{ kind: 'STUDY', title: '传达学习' }],
        there: [school.principal, ...school.vices],
      },
    });
    const done = await act(school.principal.client, 'decideItem', { ...onItem(item(open)), ...noted });
    expect(await refusal(school.secretary.client, 'closeMeeting', on(done))).toMatchObject({ code: 'FORBIDDEN' });
    const over = await act(school.principal.client, 'closeMeeting', on(done));
    for (const as of ['CHAIR', 'RECORDER']) {
      expect(await refusal(school.secretary.client, 'signRecord', { ...on(over), as })).toMatchObject({
        ...{ code: 'FORBIDDEN', reason: 'NOT_YOUR_ACT' },
      });
    }
    const signed = await act(school.principal.client, 'signRecord', { ...on(over), as: 'CHAIR' });
    expect(await refusal(school.principal.client, 'signRecord', { ...on(signed), as: 'RECORDER' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const sealed = await act(school.clerk, 'signRecord', { ...on(signed), as: 'RECORDER' });
    expect(await refusal(school.secretary.client, 'issueMinutes', on(sealed))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(school.principal.client, 'issueMinutes', on(sealed))).toMatchObject({ state: 'ISSUED' });
  });

  test('and the principal none of the party meeting', async () => {
    const over = await closed();
    expect(await refusal(school.principal.client, 'signRecord', { ...on(over), as: 'CHAIR' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const signed = await act(school.secretary.client, 'signRecord', { ...on(over), as: 'CHAIR' });
    const sealed = await act(school.clerk, 'signRecord', { ...on(signed), as: 'RECORDER' });
    expect(await refusal(school.principal.client, 'issueMinutes', on(sealed))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('T-50: one person who holds both posts', () => {
  test('calls and issues each meeting under its own post', async () => {
    const combined = await givenCombined(world, admin);
    const { client } = combined.secretary;
    const plan = { schoolId: combined.schoolId, heldOn: today, startTime: '09:00', items: [STUDY] };
    await actAs(client, 'Secretary');
    expect(await refusal(client, 'planMeeting', { ...plan, kind: 'PRINCIPAL_OFFICE' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const party = await act(client, 'planMeeting', { ...plan, kind: 'PARTY_ORG' });
    await act(client, 'callMeeting', { ...on(party), papersSent: true });
    await actAs(client, 'Principal');
    expect(await refusal(client, 'planMeeting', { ...plan, kind: 'PARTY_ORG' })).toMatchObject({ code: 'FORBIDDEN' });
    const office = await act(client, 'planMeeting', { ...plan, kind: 'PRINCIPAL_OFFICE' });
    expect(await act(client, 'callMeeting', { ...on(office), papersSent: true })).toMatchObject({ state: 'CALLED' });
  });

  test('chairs from the day on which the appointment says so, and by who was in office on the day of the meeting', async () => {
    const { id: schoolId } = await givenSchool(admin);
    const old = await givenMember(world, admin, {
      schoolId,
      name: '前任书记',
      posts: ['SECRETARY'],
      endsOn: '2024-06-30',
      endReason: '调任',
    });
    const present = await givenMember(world, admin, {
      schoolId,
      name: '现任书记',
      posts: ['SECRETARY'],
      startsOn: '2024-07-01',
    });
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: schoolId });
    const paper = (heldOn: string, chair: Member): object => ({
      ...{ schoolId, kind: 'PARTY_ORG', heldOn, chair: { personId: chair.personId } },
      items: [{ ...STUDY, result: 'NOTED' }],
    });
    const outcome = async (heldOn: string, chair: Member): Promise<string | undefined> =>
      (await act(clerk, 'enterMeeting', paper(heldOn, chair))).findings.find(({ checkId }) => checkId === 'PM-1')
        ?.outcome;
    expect(await outcome('2024-06-30', old)).toBe('PASS');
    expect(await outcome('2024-07-01', old)).toBe('FAIL');
    expect(await outcome('2024-06-30', present)).toBe('FAIL');
    expect(await outcome('2024-07-01', present)).toBe('PASS');
  });
});

describe('who stands outside', () => {
  let meeting: Meeting;
  beforeAll(async () => {
    meeting = await opened(school, today, { topics: [await work()], there: school.members });
  });
  const every = (m: Meeting): [string, object | string][] => {
    const [one, it] = [m.attendance[0], item(m)];
    return [
      ['changeMeeting', { ...on(m), place: '别处' }],
      ['changeAgenda', { ...on(m), items: [] }],
      ['callMeeting', { ...on(m), papersSent: true }],
      ['sendNotice', { ...on(m), papersSent: true }],
      ['delegateChair', { ...on(m), toPersonId: member(1).personId, reason: '代' }],
      ['cancelMeeting', { ...on(m), reason: 'CANCELLED', note: '不开了' }],
      ['setAttendance', { id: m.id, entries: [{ id: one?.id, expectedVersion: one?.version, status: 'ABSENT' }] }],
      ['signIn', m.id],
      ['leaveMeeting', { id: m.id, personId: member(1).personId }],
      ['returnToMeeting', { id: m.id, personId: member(1).personId }],
      ['openMeeting', on(m)],
      ['closeMeeting', on(m)],
      ['startItem', onItem(it)],
      ['recuse', { itemId: it.id, personId: member(1).personId, reason: '亲属' }],
      ['withdrawRecusal', { itemId: it.id, personId: member(1).personId }],
      ['giveOpinion', { itemId: it.id, stance: 'AGREE' }],
      ['recordOpinions', { itemId: it.id, opinions: [{ personId: member(1).personId, stance: 'AGREE' }] }],
      ['confirmOpinion', it.id],
      ['recordVote', { ...onItem(it), ...hands(3) }],
      ['castVote', { itemId: it.id, choice: 'FOR' }],
      ['writeItem', { ...onItem(it), discussion: '讨论' }],
      ['decideItem', { ...onItem(it), ...approved }],
      ['signRecord', { ...on(m), as: 'CHAIR' }],
      ['returnRecord', { ...on(m), reason: '重写' }],
      ['correctRecord', { id: m.id, text: '更正', reason: '笔误' }],
      ['issueMinutes', on(m)],
    ];
  };

  test('county and city read the meeting and enter nothing: each act is SOD-10', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [admin, city, inspector]) {
      expect(await read(client, meeting.id)).toMatchObject({ state: 'OPEN', present: 3 });
      for (const [name, input] of every(meeting)) {
        expect([name, await refusal(client, name, input)]).toEqual([
          ...[name, expect.objectContaining({ code: 'FORBIDDEN', reason: 'SOD-10' })],
        ]);
      }
      const plan = { schoolId: school.schoolId, kind: 'PARTY_ORG', heldOn: today, startTime: '09:00', items: [] };
      expect(await refusal(client, 'planMeeting', plan)).toMatchObject({ reason: 'SOD-10' });
      const paper = { schoolId: school.schoolId, kind: 'PARTY_ORG', heldOn: today, items: [] };
      expect(await refusal(client, 'enterMeeting', paper)).toMatchObject({ reason: 'SOD-10' });
    }
    expect(await see(admin, meeting)).toEqual(await see(admin, meeting));
    expect((await see(admin, meeting)).version).toBe(meeting.version);
  });

  test('of another school, county or tenant it is as if it were not there, byte for byte', async () => {
    const other = await givenCommittee(world, admin, { members: 3 });
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const known = (text: string): string =>
      text.replace(/"requestId":"[^"]+"/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'U');
    const unknown = (id: string): string => id.replace(/.{12}$/, '0123456789ab');
    for (const client of [other.secretary.client, other.clerk, kaili]) {
      expect(await read(client, meeting.id)).toBeNull();
      for (const [name, input] of every(meeting)) {
        const answer = await send(client, name, input);
        const foreign = JSON.parse(JSON.stringify(input).replaceAll(/[MW]_522636_[0-9a-f-]{36}/g, unknown)) as
          object | string;
        expect([name, known(answer.text)]).toEqual([name, known((await send(client, name, foreign)).text)]);
        expect([name, answer.errors?.[0]?.extensions.code]).toEqual([name, 'NOT_FOUND']);
      }
    }
  });

  test('7.2 case 9: an inspector of the next county finds nothing, one of the city reads only', async () => {
    const next = await world.signedIn({ role: 'CountyInspector', tenant: KAILI });
    expect(await read(next, meeting.id)).toBeNull();
    const { meetings } = await next.ask<{ meetings: { totalCount: number } }>('{ meetings { totalCount } }');
    expect(meetings.totalCount).toBe(0);
    const city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
    expect(await read(city, meeting.id)).toMatchObject({ id: meeting.id });
    expect(await refusal(city, 'signIn', meeting.id)).toMatchObject({ reason: 'SOD-10' });
  });
});

test('7.2 case 10: a secretary whose last day was the 30th neither reads nor leads on the 1st; the record keeps the post', async () => {
  const own = await givenCommittee(world, admin, { members: 3 });
  const meeting = await opened(own, today, { items: [STUDY], there: own.members });
  const query = 'query A($f: AppointmentFilter) { appointments(filter: $f) { nodes { id version } } }';
  const seats = await admin.ask<{ appointments: { nodes: { id: string; version: number }[] } }>(query, {
    f: { schoolId: own.schoolId, post: ['SECRETARY'] },
  });
  const [seat] = seats.appointments.nodes;
  await admin.ask('mutation E($input: EndAppointmentInput!) { endAppointment(input: $input) { school { id } } }', {
    input: { id: seat?.id, expectedVersion: seat?.version, endsOn: '2026-06-30', reason: '调任' },
  });
  const former = await own.secretary.client.send(`query M($id: ID!) { meeting(id: $id) { id } }`, { id: meeting.id });
  expect(former.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await refusal(own.secretary.client, 'closeMeeting', on(meeting))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await see(admin, meeting)).toMatchObject({ chairName: '书记一' });
  expect((await see(admin, meeting)).attendance.find(({ personName }) => personName === '书记一')).toMatchObject({
    status: 'PRESENT',
  });
});

describe('a personnel item (SOD-16)', () => {
  let meeting: Meeting;
  beforeAll(async () => {
    const guests = [school.principal, ...school.vices].map(({ personId }) => ({ personId, capacity: 'OBSERVER' }));
    const topics = [await work(), await confirmedCadre(school, today)];
    meeting = await opened(school, today, { topics, guests, there: [...school.members, school.principal] });
  });

  test('is read by the committee, the authority and inspectors; others there see the rest of the meeting', async () => {
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [school.secretary.client, member(2).client, admin, inspector]) {
      expect((await see(client, meeting)).items.map(({ title }) => title)).toContain('中层任免');
    }
    for (const client of [school.principal.client, school.vices[0]?.client ?? admin, school.clerk]) {
      client.neverSees = /中层任免/;
      const seen = await see(client, meeting);
      expect(seen.items).toHaveLength(1);
      const { meetingVerdict } = await client.ask<{ meetingVerdict: { items: object[] } }>(
        'query V($id: ID!) { meetingVerdict(id: $id) { mayOpen items { itemId findings { checkId params } } } }',
        { id: meeting.id },
      );
      expect(meetingVerdict.items).toHaveLength(1);
      const hidden = item(await see(school.secretary.client, meeting), 2);
      expect(await refusal(client, 'recordVote', { ...onItem(hidden), ...hands(3) })).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await client.ask('query N($id: ID!) { node(id: $id) { id } }', { id: hidden.id })).toEqual({ node: null });
    }
  });

  test('stays on the agenda that the clerk puts in another order, and out of the audit', async () => {
    const before = await see(school.clerk, meeting);
    const after = await act(school.clerk, 'changeAgenda', {
      ...on(before),
      items: [{ ...STUDY, kind: 'STUDY' }, { id: item(before).id }],
    });
    expect(after.items.map(({ kind }) => kind)).toEqual(['STUDY', 'DECISION']);
    expect((await see(school.secretary.client, meeting)).items.map(({ title }) => title).at(-1)).toBe('中层任免');
    for (const position of [1, 2]) {
      const now = item(await see(school.secretary.client, meeting), position);
      if (position === 2) await act(school.secretary.client, 'recordVote', { ...onItem(now), ...hands(3) });
      const next = item(await see(school.secretary.client, meeting), position);
      await act(school.secretary.client, 'decideItem', { ...onItem(next), ...(position === 1 ? noted : approved) });
    }
    const cadre = item(await see(school.secretary.client, meeting), 3);
    await act(school.secretary.client, 'recordVote', {
      ...{
        ...onItem(cadre),
        form: 'SECRET_BALLOT',
        votesFor: 3,
        votesAgainst: 0,
        votesAbstained: 0,
        tellers: ['委员3'],
      },
    });
    const voted = item(await see(school.secretary.client, meeting), 3);
    await act(school.secretary.client, 'decideItem', {
      ...onItem(voted),
      ...approved,
      conclusion: '任命某甲为德育主任',
    });
    const rows = await world.sql<{ after: object }>(`SELECT after FROM audit_entry WHERE subject_id = $1`, [
      cadre.id.split('_')[2],
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(rows)).not.toMatch(/某甲|中层任免|votesFor|APPROVED/);
  });
});
