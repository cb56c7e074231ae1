import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CITY, DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';
import {
  before,
  decisionsOf,
  done,
  enterMeeting,
  givenDecision,
  givenTask,
  of,
  paperItem,
  readDecision,
  readTask,
  refused,
  send,
} from './decisions-world.js';
import type { Decision } from './decisions-world.js';
import { givenTeam, todayOf, uuidOf, type Team } from './topics-world.js';

let world: World;
let county: Client;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = await todayOf(county);
}, 60_000);
afterAll(() => world.end());

/** What a meeting on paper decided, item by item. */
async function entered(
  own: Team,
  meeting: { kind?: string; heldOn: string; items: readonly object[] },
): Promise<(Decision | null)[]> {
  return (await enterMeeting(own, own.clerk, meeting)).items.map(({ decision }) => decision);
}

describe('What the superior organisation says', () => {
  const answered = (decision: Decision, more: object = {}): object => ({
    ...of(decision),
    ...{ outcome: 'APPROVED', answeredOn: today, documentNo: '丹教工委〔2026〕8号', ...more },
  });

  test('puts a decision that was sent to it in force, or ends it; said once', async () => {
    const own = await givenTeam(world, county);
    const sent = { result: 'SUBMIT_TO_SUPERIOR' };
    const [yes, no] = (await entered(own, {
      heldOn: before(today, 30),
      items: [paperItem('甲', sent), paperItem('乙', sent)],
    })) as [Decision, Decision];
    const { client } = own.deputy;
    expect(await done<Decision>(client, 'answerSuperior', answered(yes))).toMatchObject({
      state: 'IN_FORCE',
      endedOn: null,
    });
    expect(await refused(client, 'answerSuperior', { ...answered(yes), expectedVersion: 2 })).toMatchObject({
      code: 'BAD_STATE',
    });
    const refusal = answered(no, { outcome: 'NOT_APPROVED', answeredOn: today });
    expect(await done<Decision>(client, 'answerSuperior', refusal)).toMatchObject({
      state: 'NOT_APPROVED',
      endedOn: before(today, 1),
    });
  });

  test('is not entered of another decision, of a day to come or before it, nor by clerk, vice-principal or county', async () => {
    const own = await givenTeam(world, county);
    const plain = await givenDecision(own, before(today, 30));
    expect(await refused(own.secretary.client, 'answerSuperior', answered(plain))).toMatchObject({ code: 'BAD_STATE' });
    const [sent] = (await entered(own, {
      heldOn: before(today, 30),
      items: [paperItem('甲', { result: 'SUBMIT_TO_SUPERIOR' })],
    })) as [Decision];
    for (const [day, path] of [
      [before(today, -1), 'answeredOn'],
      [before(today, 31), 'answeredOn'],
    ]) {
      expect(await refused(own.secretary.client, 'answerSuperior', answered(sent, { answeredOn: day }))).toMatchObject({
        code: 'BAD_INPUT',
        path: [path],
      });
    }
    for (const client of [own.clerk, own.vice.client]) {
      expect(await refused(client, 'answerSuperior', answered(sent))).toEqual({ code: 'FORBIDDEN' });
    }
    expect(await refused(county, 'answerSuperior', answered(sent))).toEqual({ code: 'FORBIDDEN', reason: 'SOD-10' });
    const publish = { ...of(sent), publishedOn: today, where: '公开栏' };
    expect(await refused(own.secretary.client, 'publishDecision', publish)).toMatchObject({ code: 'BAD_STATE' });
  });
});

describe('SOD-16: a decision on people or secrets', () => {
  const secret = { topic: { matterCode: 'CADRE_APPOINT_MIDDLE' } };
  const published = (decision: Decision): object => ({
    ...of(decision),
    publishedOn: today,
    where: '学校公开栏、党务公开网',
  });

  test('is read by the committee, the authority and inspectors; by others not at all until it is published', async () => {
    const own = await givenTeam(world, county);
    const proposer = { personId: own.vice.personId };
    const decision = await givenDecision(own, before(today, 20), {
      topic: { ...secret.topic, proposer, lead: proposer },
    });
    expect(decision.restricted).toBe(true);
    const inspector = await world.signedIn({ role: 'CityInspector', tenant: CITY });
    for (const client of [own.secretary.client, own.deputy.client, county, inspector]) {
      expect((await readDecision(client, decision.id))?.text).toBe(decision.text);
    }
    const others = [own.principal.client, own.vice.client, own.clerk];
    for (const client of others) {
      expect(await readDecision(client, decision.id)).toBeNull();
      expect(await decisionsOf(client, { schoolId: own.schoolId })).toEqual([]);
      expect(await refused(client, 'publishDecision', published(decision))).toEqual({ code: 'NOT_FOUND' });
    }
    const made = await done<Decision>(own.secretary.client, 'publishDecision', published(decision));
    expect(made).toMatchObject({ restricted: false, publishedOn: today, publishedWhere: '学校公开栏、党务公开网' });
    for (const client of others) {
      const seen = await readDecision(client, decision.id);
      expect(seen).toMatchObject({ text: decision.text, topic: { id: decision.topic?.id } });
    }
    const item = `query I($id: ID!) { decision(id: $id) { item { title restricted checks { checkId } } } }`;
    const { decision: shown } = await own.vice.client.ask<{
      decision: { item: { restricted: boolean; checks: object[] } };
    }>(item, { id: decision.id });
    expect(shown.item.restricted).toBe(false);
    expect(shown.item.checks.length).toBeGreaterThan(3);
  });

  test('its tasks, reports and documents open with it; who has a task in it reads it before', async () => {
    const own = await givenTeam(world, county);
    const decision = await givenDecision(own, before(today, 20), secret);
    const task = await givenTask(own, decision);
    expect((await readTask(own.vice.client, task.id))?.reports).toEqual([]);
    expect((await readDecision(own.vice.client, decision.id))?.title).toBe(decision.title);
    expect(await readTask(own.clerk, task.id)).toBeNull();
    expect(await readTask(own.principal.client, task.id)).toBeNull();
    await done(own.vice.client, 'reportTask', { ...of(task), percent: 30, text: '已谈话' });
    const now = (await readDecision(own.secretary.client, decision.id)) as Decision;
    await done(own.secretary.client, 'publishDecision', published(now));
    for (const client of [own.clerk, own.principal.client]) {
      expect((await readTask(client, task.id))?.reports).toMatchObject([{ text: '已谈话' }]);
      expect((await readTask(client, task.id))?.people).toHaveLength(2);
    }
    const left = await world.sql<{ n: number }>(
      `SELECT (SELECT count(*) FROM topic WHERE school_id = $1 AND restricted) + (SELECT count(*) FROM decision_task WHERE school_id = $1 AND restricted)
         + (SELECT count(*) FROM task_report WHERE school_id = $1 AND restricted) + (SELECT count(*) FROM task_role WHERE school_id = $1 AND restricted)
         + (SELECT count(*) FROM check_outcome WHERE school_id = $1 AND restricted) AS n`,
      [uuidOf(own.schoolId)],
    );
    expect(Number(left[0]?.n)).toBe(0);
  });

  test('the audit holds that it was decided and published, not what it says', async () => {
    const own = await givenTeam(world, county);
    const decision = await givenDecision(own, before(today, 20), { ...secret, conclusion: '任命王某' });
    const rows = await world.sql<{ text: string }>(
      `SELECT action || coalesce(after::text, '') || coalesce(reason, '') AS text FROM audit_entry WHERE subject_id = $1`,
      [uuidOf(decision.id)],
    );
    expect(rows.map(({ text }) => text).join()).toMatch(/decision\.made.*校党/);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/王某|德育/);
  });

  test('is published by the head of its meeting, once', async () => {
    const own = await givenTeam(world, county);
    const party = await givenDecision(own, before(today, 20));
    expect(await refused(own.principal.client, 'publishDecision', published(party))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_YOUR_ACT',
    });
    for (const client of [own.deputy.client, own.vice.client, own.clerk]) {
      expect(await refused(client, 'publishDecision', published(party))).toEqual({ code: 'FORBIDDEN' });
    }
    expect(
      await refused(own.secretary.client, 'publishDecision', { ...published(party), publishedOn: before(today, 21) }),
    ).toMatchObject({ path: ['publishedOn'] });
    expect(await refused(own.secretary.client, 'publishDecision', { ...published(party), where: ' ' })).toMatchObject({
      path: ['where'],
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(own.secretary.client, 'publishDecision', published(party))),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const lesson = { topic: { matterCode: 'TEACHING_MANAGEMENT' } };
    const [office] = (await entered(own, {
      kind: 'PRINCIPAL_OFFICE',
      heldOn: before(today, 20),
      items: [paperItem('课程', lesson)],
    })) as [Decision];
    expect(await refused(own.secretary.client, 'publishDecision', published(office))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_YOUR_ACT',
    });
    expect(await done<Decision>(own.principal.client, 'publishDecision', published(office))).toMatchObject({
      publishedOn: today,
    });
    const found = await decisionsOf(own.clerk, { schoolId: own.schoolId, published: true });
    expect(found.map(({ id }) => id).sort()).toEqual([party.id, office.id].sort());
  });
});
