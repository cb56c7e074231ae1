import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { appoint, givenSchool } from '../support/schools.js';
import { END, uuidOf as uuid } from '../support/staffing.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  act,
  actAs,
  givenCombined,
  givenMember,
  givenTeam,
  major,
  on,
  openRound,
  partyWork,
  prepare,
  read,
  refusal,
  routine,
  send,
  todayOf,
  type Team,
} from './topics-world.js';

let world: World;
let admin: Client;
let team: Team;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  team = await givenTeam(world, admin);
  today = await todayOf(admin);
});
afterAll(() => world.end());

describe('who confirms a topic', () => {
  test('case 1, T-49, SOD-1: the principal never confirms a topic of the party meeting, nor the secretary one of the principal’s', async () => {
    const party = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const office = await act(team.vice.client, 'proposeTopic', routine(team.schoolId));
    const refused = { code: 'FORBIDDEN', reason: 'SOD-1', checks: [] };
    expect(await refusal(team.principal.client, 'confirmTopic', on(party))).toEqual(refused);
    expect(await refusal(team.secretary.client, 'confirmTopic', on(office))).toEqual(refused);
    expect(await act(team.secretary.client, 'confirmTopic', on(party))).toMatchObject({
      ...{ state: 'HEARD', confirmedAs: 'SECRETARY', confirmedByName: '书记甲', confirmedActing: false },
    });
    expect(await act(team.principal.client, 'confirmTopic', on(office))).toMatchObject({
      ...{ state: 'HEARD', confirmedAs: 'PRINCIPAL', confirmedByName: '校长乙', selfConfirmed: false },
    });
  });

  test('case 1, SOD-1: who holds both posts confirms each topic under the post used, and the record shows it', async () => {
    const combined = await givenCombined(world, admin);
    const { client } = combined.secretary;
    const party = await act(combined.vice.client, 'proposeTopic', partyWork(combined.schoolId));
    const office = await act(combined.vice.client, 'proposeTopic', routine(combined.schoolId));
    expect(await refusal(client, 'confirmTopic', on(office))).toMatchObject({ reason: 'SOD-1' });
    expect(await act(client, 'confirmTopic', on(party))).toMatchObject({ confirmedAs: 'SECRETARY' });
    await actAs(client, 'Principal');
    expect(await act(client, 'confirmTopic', on(office))).toMatchObject({
      ...{ confirmedAs: 'PRINCIPAL', confirmedByName: '一肩挑' },
    });
    expect((await read(client, party.id))?.confirmedAs).toBe('SECRETARY');
  });

  test('an acting head by document confirms, and it is said that he was acting', async () => {
    const { id: schoolId } = await givenSchool(admin);
    const acting = await givenMember(world, admin, {
      schoolId,
      name: '主持工作者',
      posts: ['SECRETARY'],
      acting: true,
    });
    const vice = await givenMember(world, admin, { schoolId, name: '副校长', posts: ['VICE_PRINCIPAL'] });
    const topic = await act(vice.client, 'proposeTopic', partyWork(schoolId));
    expect(await act(acting.client, 'confirmTopic', on(topic))).toMatchObject({
      ...{ confirmedAs: 'SECRETARY', confirmedActing: true, confirmedByName: '主持工作者' },
    });
  });

  test('T-51, SOD-3: nobody confirms what they proposed, but the head, and then the record shows it', async () => {
    const own = await act(team.deputy.client, 'proposeTopic', partyWork(team.schoolId));
    const refused = await refusal(team.deputy.client, 'confirmTopic', on(own));
    expect(refused).toMatchObject({ code: 'FORBIDDEN', reason: 'SOD-3' });
    expect((await read(team.deputy.client, own.id))?.state).toBe('CONSULTED');
    const heads = await act(team.secretary.client, 'proposeTopic', partyWork(team.schoolId));
    expect(await act(team.secretary.client, 'confirmTopic', on(heads))).toMatchObject({
      ...{ selfConfirmed: true, proposerName: '书记甲', proposerPost: 'SECRETARY' },
    });
  });

  test('the clerk drafts, a leader proposes: PM-2, OM-2', async () => {
    expect(await refusal(team.clerk, 'proposeTopic', routine(team.schoolId))).toMatchObject({ code: 'FORBIDDEN' });
    const draft = await act(team.clerk, 'proposeTopic', routine(team.schoolId, { draft: true }));
    expect(draft).toMatchObject({ state: 'DRAFT', proposerName: null });
    expect(await refusal(team.clerk, 'submitTopic', on(draft))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(team.vice.client, 'submitTopic', on(draft))).toMatchObject({
      ...{ state: 'CONSULTED', proposerName: '副校长丁', proposerPost: 'VICE_PRINCIPAL' },
    });
  });

  test('SOD-10: county and city read topics and enter nothing into a school', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const city = await world.signedIn({ role: 'CityAdmin', tenant: 522600 });
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [admin, city, inspector]) {
      expect((await read(client, topic.id))?.title).toBe(topic.title);
      for (const [name, input] of [
        ['confirmTopic', on(topic)],
        ['withdrawTopic', { ...on(topic), reason: '不宜上会' }],
        ['askConsultation', on(topic)],
        ['addTopicRecord', { topicId: topic.id, kind: 'PROPOSAL', heldOn: today, result: '代填' }],
        ['proposeTopic', routine(team.schoolId)],
      ] as const) {
        expect([name, await refusal(client, name, input)]).toEqual([
          name,
          expect.objectContaining({ code: 'FORBIDDEN' }),
        ]);
      }
    }
    expect(await read(admin, topic.id)).toMatchObject({ state: 'CONSULTED', version: topic.version });
  });

  test('case 10, SOD-15: whose appointment has ended neither reads nor confirms under that post; the record keeps the post', async () => {
    const own = await givenTeam(world, admin);
    const kept = await act(own.secretary.client, 'proposeTopic', partyWork(own.schoolId));
    await act(own.secretary.client, 'confirmTopic', on(kept));
    const waiting = await act(own.vice.client, 'proposeTopic', partyWork(own.schoolId));
    const grants = await own.secretary.client.ask<{ viewer: { grants: { id: string }[] } }>(
      '{ viewer { grants { id } } }',
    );
    own.secretary.client.grant = grants.viewer.grants[0]?.id ?? null;
    const [seat] = await world.sql<{ id: string; version: number }>(
      `SELECT id, version FROM appointment WHERE school_id = $1 AND post = 'SECRETARY'`,
      [uuid(own.schoolId)],
    );
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    const input = { id: `A_${DANZHAI}_${seat?.id}`, expectedVersion: seat?.version, endsOn: yesterday, reason: '调任' };
    await admin.ask(END, { input });
    for (const answer of [
      await own.secretary.client.send('query T($id: ID!) { topic(id: $id) { id } }', { id: waiting.id }),
      await send(own.secretary.client, 'confirmTopic', on(waiting)),
    ]) {
      expect([answer.data, answer.errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
    expect(await read(admin, kept.id)).toMatchObject({ confirmedAs: 'SECRETARY', confirmedByName: '书记甲' });
    expect((await read(admin, waiting.id))?.state).toBe('CONSULTED');
  });

  test('a head of one school confirms nothing of another', async () => {
    const other = await givenTeam(world, admin);
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    expect(await refusal(other.secretary.client, 'confirmTopic', on(topic))).toMatchObject({ code: 'NOT_FOUND' });
    await appoint(admin, {
      schoolId: team.schoolId,
      personId: other.deputy.personId,
      post: 'COMMITTEE_MEMBER',
      startsOn: today,
    });
    await actAs(other.deputy.client, 'CommitteeMember');
    expect(await refusal(other.deputy.client, 'confirmTopic', on(topic))).toMatchObject({ reason: 'SOD-1' });
  });
});

describe('what stands before it', () => {
  test('T-63: confirming without what clauses seven and nine ask is refused with each open check, and nothing changes', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', major(team.schoolId));
    expect(topic.state).toBe('PROPOSED');
    expect(await refusal(team.secretary.client, 'confirmTopic', on(topic))).toEqual({
      code: 'RULE_VIOLATED',
      reason: 'GATES_OPEN',
      checks: ['PRE-1', 'PRE-2', 'PRE-3', 'PRE-4'],
    });
    expect(await read(team.secretary.client, topic.id)).toMatchObject({ state: 'PROPOSED', version: topic.version });
    const prepared = await prepare(team, topic, today);
    expect(prepared).toMatchObject({ state: 'DELIBERATED', consultationStatus: 'WAITING', consultedSide: 'PRINCIPAL' });
    expect(await refusal(team.secretary.client, 'confirmTopic', on(prepared))).toMatchObject({
      ...{ code: 'RULE_VIOLATED', checks: ['PRE-4'] },
    });
    const asked = await act(team.secretary.client, 'askConsultation', on(prepared));
    const agreed = await act(team.principal.client, 'answerConsultation', { ...openRound(asked), opinion: 'AGREE' });
    expect(agreed).toMatchObject({ state: 'CONSULTED', gates: [] });
    expect(await act(team.secretary.client, 'confirmTopic', on(agreed))).toMatchObject({ state: 'HEARD', gates: [] });
  });

  test('T-63: past the API the table itself holds that what is confirmed has the right head', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const set = (sql: string): Promise<unknown> => world.sql(`UPDATE topic SET ${sql} WHERE id = $1`, [uuid(topic.id)]);
    await expect(set(`state = 'CONFIRMED'`)).rejects.toThrow('topic_check');
    const signed = `confirmed_at = now(), confirmed_on = now(), confirmed_by_id = id, confirmed_by_name = 'x'`;
    await expect(set(`state = 'CONFIRMED', ${signed}, confirmed_as = 'PRINCIPAL'`)).rejects.toThrow('topic_check');
    await set(`state = 'CONFIRMED', ${signed}, confirmed_as = 'SECRETARY'`);
  });

  test('an open check leaves a row when it is asked, and another when it is kept', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', major(team.schoolId));
    const outcome = (one: typeof topic, checkId: string): string[] =>
      one.checks.filter((check) => check.checkId === checkId).map((check) => `${check.outcome} ${check.current}`);
    expect(outcome(topic, 'PRE-1')).toEqual(['FAIL true']);
    const record = { topicId: topic.id, kind: 'PROPOSAL', heldOn: today, result: '方案' };
    const proposed = await act(team.vice.client, 'addTopicRecord', record);
    expect(outcome(proposed, 'PRE-1')).toEqual(['PASS true', 'FAIL false']);
    expect(outcome(proposed, 'PRE-2')).toEqual(['FAIL true']);
    expect(outcome(proposed, 'PM-2')).toEqual(['PASS true']);
  });
});

describe('once and in one order', () => {
  test('T-64: a second confirmation, and one after it was withdrawn, are refused; the same request again gives the same answer', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const key = { 'idempotency-key': `confirm-${topic.id}` };
    const first = await send(team.secretary.client, 'confirmTopic', on(topic), key);
    const again = await send(team.secretary.client, 'confirmTopic', on(topic), key);
    expect(again.data).toEqual(first.data);
    expect(await refusal(team.secretary.client, 'confirmTopic', on(topic))).toMatchObject({ code: 'CONFLICT' });
    const now = { id: topic.id, expectedVersion: first.data?.['confirmTopic']?.version };
    expect(await refusal(team.secretary.client, 'confirmTopic', now)).toMatchObject({
      ...{ code: 'BAD_STATE', reason: 'NOT_IN_THIS_STATE' },
    });
    const withdrawn = await act(team.vice.client, 'withdrawTopic', { ...now, reason: '另行研究' });
    expect(withdrawn.state).toBe('WITHDRAWN');
    expect(await refusal(team.secretary.client, 'confirmTopic', on(withdrawn))).toMatchObject({ code: 'BAD_STATE' });
    const entries = await world.sql(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = 'topic.confirmed'`, [
      uuid(topic.id),
    ]);
    expect(entries).toHaveLength(1);
  });

  test('T-90: of a confirmation and a withdrawal at once one happens, whole, and the other is told of the new version: 40 times', async () => {
    const seen = { CONFIRMED: 0, WITHDRAWN: 0 };
    for (let n = 0; n < 40; n += 1) {
      const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
      const acts = [
        () => send(team.secretary.client, 'confirmTopic', on(topic)),
        () => send(team.vice.client, 'withdrawTopic', { ...on(topic), reason: '另行研究' }),
      ];
      const [a, b] = await Promise.all((n % 2 ? acts : acts.reverse()).map((one) => one()));
      const lost = [a, b].filter((answer) => answer?.errors);
      expect(lost.map((answer) => answer?.errors?.[0]?.extensions.code)).toEqual(['CONFLICT']);
      const now = await read(admin, topic.id);
      const isConfirmed = now?.state === 'HEARD';
      expect(now).toMatchObject(isConfirmed ? { confirmedAs: 'SECRETARY' } : { state: 'WITHDRAWN', confirmedAs: null });
      seen[isConfirmed ? 'CONFIRMED' : 'WITHDRAWN'] += 1;
    }
    expect(seen.CONFIRMED + seen.WITHDRAWN).toBe(40);
  }, 120_000);

  test('T-91: of two who change a topic at once one is told of the version that it has now', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', routine(team.schoolId, { title: '原题' }));
    const change = (title: string): object => {
      const { schoolId: _, ...content } = routine(team.schoolId, { title }) as { schoolId: string };
      return { ...content, ...on(topic) };
    };
    const changed = await act(team.vice.client, 'changeTopic', change('改后题目'));
    const stale = await send(team.principal.client, 'changeTopic', change('另一改法'));
    expect(stale.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      params: { currentVersion: changed.version },
    });
    expect((await read(admin, topic.id))?.title).toBe('改后题目');
  });
});
