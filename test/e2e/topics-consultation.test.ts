import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
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
  todayOf,
  type Team,
  type Topic,
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

/** A major topic of the party meeting that only the principal's opinion is missing of. */
async function prepared(more: object = {}): Promise<Topic> {
  return prepare(team, await act(team.vice.client, 'proposeTopic', major(team.schoolId, more)), today);
}

const asked = async (): Promise<Topic> => act(team.secretary.client, 'askConsultation', on(await prepared()));

interface Told {
  notifications: { nodes: { kind: string; params: { title?: string } }[] };
}
const toldOf = async (client: Client, title: string): Promise<string[]> => {
  const { notifications } = await client.ask<Told>('{ notifications(first: 100) { nodes { kind params } } }');
  return notifications.nodes.filter(({ params }) => params.title === title).map(({ kind }) => kind);
};

describe('the other side’s opinion before the meeting', () => {
  test('case 5: a disagreement holds the topic back; after a second round agrees it may be confirmed; both rounds stay', async () => {
    const first = await asked();
    const input = { ...openRound(first), opinion: 'DISAGREE', text: '经费来源不清' };
    const held = await act(team.principal.client, 'answerConsultation', input);
    expect(held).toMatchObject({ state: 'HELD_BACK', consultationStatus: 'HELD_BACK', heldBackReason: '经费来源不清' });
    expect(await refusal(team.secretary.client, 'confirmTopic', on(held))).toMatchObject({
      ...{ code: 'RULE_VIOLATED', checks: ['PRE-4'] },
    });
    const second = await act(team.secretary.client, 'askConsultation', on(held));
    expect(second.state).toBe('HELD_BACK');
    const agreed = await act(team.principal.client, 'answerConsultation', { ...openRound(second), opinion: 'AGREE' });
    expect(agreed).toMatchObject({ state: 'CONSULTED', consultationStatus: 'AGREED' });
    const confirmed = await act(team.secretary.client, 'confirmTopic', on(agreed));
    expect(confirmed.consultations.map(({ round, opinion }) => [round, opinion])).toEqual([
      [1, 'DISAGREE'],
      [2, 'AGREE'],
    ]);
    expect(confirmed.heldBackReason).toBe('经费来源不清');
    const ledger = await admin.ask<{ topics: { nodes: { id: string }[] } }>(
      'query L($s: ID!) { topics(filter: { schoolId: $s, everHeldBack: true }) { nodes { id } } }',
      { s: team.schoolId },
    );
    expect(ledger.topics.nodes.map(({ id }) => id)).toContain(confirmed.id);
  });

  test('agreement with changes holds back too, until the changes are taken in', async () => {
    const first = await asked();
    const input = { ...openRound(first), opinion: 'AGREE_WITH_CHANGES', text: '补充时间安排' };
    const held = await act(team.principal.client, 'answerConsultation', input);
    expect(held.state).toBe('HELD_BACK');
    const [round] = held.consultations;
    const changes = { id: round?.id, expectedVersion: round?.version };
    expect(await refusal(team.principal.client, 'acceptChanges', changes)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(team.vice.client, 'acceptChanges', changes)).toMatchObject({ state: 'CONSULTED' });
  });

  test('who disagrees, or wants changes, says why', async () => {
    const topic = await asked();
    for (const opinion of ['DISAGREE', 'AGREE_WITH_CHANGES']) {
      expect(
        await refusal(team.principal.client, 'answerConsultation', { ...openRound(topic), opinion }),
      ).toMatchObject({
        ...{ code: 'BAD_INPUT', reason: 'REQUIRED' },
      });
    }
  });

  test('who changes the content after the agreement asks anew: the agreement was to what was read', async () => {
    const first = await asked();
    const agreed = await act(team.principal.client, 'answerConsultation', { ...openRound(first), opinion: 'AGREE' });
    const { schoolId: _, ...content } = major(team.schoolId, { body: '另一方案' }) as { schoolId: string };
    const changed = await act(team.vice.client, 'changeTopic', { ...content, ...on(agreed), title: agreed.title });
    expect(changed).toMatchObject({ state: 'DELIBERATED', consultationStatus: 'WAITING' });
    expect(changed.consultations.map(({ opinion }) => opinion)).toEqual(['AGREE', null]);
    expect(await refusal(team.secretary.client, 'confirmTopic', on(changed))).toMatchObject({ checks: ['PRE-4'] });
  });

  test('SOD-2: only the person asked answers, under the own account: not the clerk, the secretary, the deputy or the county', async () => {
    const topic = await asked();
    const input = { ...openRound(topic), opinion: 'AGREE' };
    expect(await refusal(team.secretary.client, 'answerConsultation', input)).toMatchObject({ reason: 'SOD-2' });
    expect(await refusal(team.deputy.client, 'answerConsultation', input)).toMatchObject({ reason: 'SOD-2' });
    for (const client of [team.clerk, team.vice.client, admin]) {
      expect(await refusal(client, 'answerConsultation', input)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await read(admin, topic.id))?.consultations).toMatchObject([{ opinion: null }]);
    await act(team.principal.client, 'answerConsultation', input);
    expect(await refusal(team.principal.client, 'answerConsultation', input)).toMatchObject({ code: 'CONFLICT' });
  });

  test('SOD-2: a new principal does not answer what was asked of the last one, and is asked in a round of his own', async () => {
    const own = await givenTeam(world, admin);
    const topic = await act(own.vice.client, 'proposeTopic', major(own.schoolId));
    const first = await act(own.secretary.client, 'askConsultation', on(topic));
    expect(await refusal(own.secretary.client, 'askConsultation', on(first))).toMatchObject({
      reason: 'ALREADY_ASKED',
    });
    const [seat] = await world.sql<{ id: string }>(
      `SELECT id FROM appointment WHERE school_id = $1 AND post = 'PRINCIPAL'`,
      [uuid(own.schoolId)],
    );
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    const end = { id: `A_${DANZHAI}_${seat?.id}`, expectedVersion: 1, endsOn: yesterday, reason: '调任' };
    await admin.ask(END, { input: end });
    const next = await givenMember(world, admin, {
      ...{ schoolId: own.schoolId, name: '新校长', posts: ['PRINCIPAL'], startsOn: today },
    });
    const answer = { ...openRound(first), opinion: 'AGREE' };
    expect(await refusal(next.client, 'answerConsultation', answer)).toMatchObject({ reason: 'SOD-2' });
    const second = await act(own.secretary.client, 'askConsultation', on(first));
    const round = second.consultations.at(-1);
    const said = { id: round?.id, expectedVersion: round?.version, opinion: 'AGREE' };
    expect(await act(next.client, 'answerConsultation', said)).toMatchObject({ consultationStatus: 'AGREED' });
  });

  test('PRE-5: where one person holds both posts the full-time deputy is asked, whose disagreement is noted and holds nothing back', async () => {
    const combined = await givenCombined(world, admin);
    const topic = await prepare(
      combined,
      await act(combined.vice.client, 'proposeTopic', major(combined.schoolId)),
      today,
    );
    expect(topic).toMatchObject({ consultedSide: 'FULL_TIME_DEPUTY', state: 'CONSULTED' });
    expect(topic.gates).toEqual([expect.objectContaining({ checkId: 'PRE-5', blocks: false })]);
    const asked = await act(combined.secretary.client, 'askConsultation', on(topic));
    await actAs(combined.secretary.client, 'Principal');
    const own = { ...openRound(asked), opinion: 'AGREE' };
    expect(await refusal(combined.secretary.client, 'answerConsultation', own)).toMatchObject({ reason: 'SOD-2' });
    const no = { ...openRound(asked), opinion: 'DISAGREE', text: '时机不成熟' };
    const noted = await act(combined.deputy.client, 'answerConsultation', no);
    expect(noted).toMatchObject({ state: 'CONSULTED', consultationStatus: 'HELD_BACK' });
    await actAs(combined.secretary.client, 'Secretary');
    const confirmed = await act(combined.secretary.client, 'confirmTopic', on(noted));
    expect(confirmed.checks).toContainEqual({ checkId: 'PRE-5', outcome: 'FAIL', current: true });
  });

  test('who is asked, who asked and who confirms are told; the audit has each step', async () => {
    const topic = await asked();
    expect(await toldOf(team.principal.client, topic.title)).toContain('CONSULTATION_WAITING');
    expect((await read(team.principal.client, topic.id))?.waitsForMe).toBe(true);
    const no = { ...openRound(topic), opinion: 'DISAGREE', text: '不同意' };
    const held = await act(team.principal.client, 'answerConsultation', no);
    expect(await toldOf(team.vice.client, topic.title)).toEqual(
      expect.arrayContaining(['TOPIC_HELD_BACK', 'OPINION_GIVEN']),
    );
    expect(await toldOf(team.secretary.client, topic.title)).toContain('TOPIC_HELD_BACK');
    expect((await read(team.principal.client, topic.id))?.waitsForMe).toBe(false);
    const again = await act(team.secretary.client, 'askConsultation', on(held));
    const agreed = await act(team.principal.client, 'answerConsultation', { ...openRound(again), opinion: 'AGREE' });
    expect(await toldOf(team.secretary.client, topic.title)).toContain('TOPIC_TO_CONFIRM');
    await act(team.secretary.client, 'confirmTopic', on(agreed));
    expect(await toldOf(team.vice.client, topic.title)).toContain('TOPIC_CONFIRMED');
    const entries = await world.sql<{ action: string }>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id',
      [uuid(topic.id)],
    );
    const asking = ['topic.consultation-asked', 'topic.opinion-given'];
    expect(entries.map(({ action }) => action)).toEqual([
      ...['topic.proposed', 'topic.recorded-proposal', 'topic.recorded-investigation'],
      ...['topic.recorded-individual-deliberation', 'topic.recorded-communication', 'topic.communication-signed'],
      ...[...asking, ...asking, 'topic.confirmed'],
    ]);
  });

  test('what is ready waits for the head of that day, who may be another than when it was written', async () => {
    const own = await givenTeam(world, admin);
    const topic = await act(own.vice.client, 'proposeTopic', partyWork(own.schoolId));
    expect((await read(own.secretary.client, topic.id))?.waitsForMe).toBe(true);
    expect((await read(own.principal.client, topic.id))?.waitsForMe).toBe(false);
    const [seat] = await world.sql<{ id: string }>(
      `SELECT id FROM appointment WHERE school_id = $1 AND post = 'SECRETARY'`,
      [uuid(own.schoolId)],
    );
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    const end = { id: `A_${DANZHAI}_${seat?.id}`, expectedVersion: 1, endsOn: yesterday, reason: '调任' };
    await admin.ask(END, { input: end });
    const next = await givenMember(world, admin, {
      ...{ schoolId: own.schoolId, name: '新书记', posts: ['SECRETARY'], startsOn: today },
    });
    expect((await read(next.client, topic.id))?.waitsForMe).toBe(true);
    expect(await act(next.client, 'confirmTopic', on(topic))).toMatchObject({
      confirmedByName: '新书记',
      waitsForMe: false,
    });
  });

  test('what waits for somebody is a list of its own', async () => {
    const topic = await asked();
    const waiting = async (client: Client, filter: object): Promise<string[]> => {
      const query = 'query W($filter: TopicFilter) { topics(filter: $filter, first: 100) { nodes { id } } }';
      return (await client.ask<{ topics: { nodes: { id: string }[] } }>(query, { filter })).topics.nodes.map(
        ({ id }) => id,
      );
    };
    expect(await waiting(team.principal.client, { waitingForMe: true })).toContain(topic.id);
    expect(await waiting(team.secretary.client, { waitingForMe: true })).not.toContain(topic.id);
    expect(await waiting(team.vice.client, { mine: true })).toContain(topic.id);
    expect(await waiting(team.principal.client, { mine: true })).not.toContain(topic.id);
  });
});

describe('an opinion on paper', () => {
  test('SOD-2: counts for nothing until its person confirms it', async () => {
    const topic = await prepared();
    const input = { topicId: topic.id, personId: team.principal.personId, opinion: 'AGREE', answeredOn: today };
    const stated = await act(team.clerk, 'statePaperOpinion', input);
    expect(stated).toMatchObject({ state: 'DELIBERATED', consultationStatus: 'WAITING' });
    expect(await refusal(team.secretary.client, 'confirmTopic', on(stated))).toMatchObject({ checks: ['PRE-4'] });
    const [round] = stated.consultations;
    const own = { id: round?.id, expectedVersion: round?.version };
    expect(await refusal(team.secretary.client, 'confirmPaperOpinion', own)).toMatchObject({ reason: 'SOD-2' });
    expect(await toldOf(team.principal.client, topic.title)).toContain('OPINION_TO_CONFIRM');
    expect(await act(team.principal.client, 'confirmPaperOpinion', own)).toMatchObject({ state: 'CONSULTED' });
  });

  test('is of who held that post on its day, and no later than today', async () => {
    const topic = await prepared();
    const input = { topicId: topic.id, opinion: 'AGREE', answeredOn: today };
    const said = (more: object): Promise<object | undefined> =>
      refusal(team.clerk, 'statePaperOpinion', { ...input, personId: team.principal.personId, ...more });
    expect(await said({ personId: team.vice.personId })).toMatchObject({ reason: 'NOT_THE_OTHER_SIDE' });
    expect(await said({ answeredOn: '2020-01-01' })).toMatchObject({ reason: 'NOT_THE_OTHER_SIDE' });
    expect(await said({ answeredOn: '2098-01-01' })).toMatchObject({ reason: 'IN_THE_FUTURE' });
  });
});

describe('communication among the leaders', () => {
  test('PRE-3: is kept when both heads have signed it, each by the own account, and no other does', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', major(team.schoolId));
    const record = { topicId: topic.id, kind: 'COMMUNICATION', heldOn: today, result: '充分沟通', agreed: true };
    const noted = await act(team.clerk, 'addTopicRecord', record);
    const sheet = noted.records.find(({ kind }) => kind === 'COMMUNICATION');
    const sign = (version: number): object => ({ recordId: sheet?.id, expectedVersion: version });
    expect(await toldOf(team.principal.client, topic.title)).toContain('COMMUNICATION_TO_SIGN');
    expect(await refusal(team.deputy.client, 'signCommunication', sign(1))).toMatchObject({ reason: 'SOD-2' });
    for (const client of [team.clerk, team.vice.client, admin]) {
      expect(await refusal(client, 'signCommunication', sign(1))).toMatchObject({ code: 'FORBIDDEN' });
    }
    const outcome = (one: Topic): string | undefined => one.checks.find(({ checkId }) => checkId === 'PRE-3')?.outcome;
    const half = await act(team.secretary.client, 'signCommunication', sign(1));
    expect(outcome(half)).toBe('FAIL');
    expect(await refusal(team.secretary.client, 'signCommunication', sign(2))).toMatchObject({
      reason: 'ALREADY_SIGNED',
    });
    const both = await act(team.principal.client, 'signCommunication', sign(2));
    expect(outcome(both)).toBe('PASS');
  });

  test('PRE-3: where one person holds both posts the deputy signs beside him', async () => {
    const combined = await givenCombined(world, admin);
    const topic = await act(combined.vice.client, 'proposeTopic', major(combined.schoolId));
    const record = { topicId: topic.id, kind: 'COMMUNICATION', heldOn: today, result: '充分沟通', agreed: true };
    const noted = await act(combined.secretary.client, 'addTopicRecord', record);
    const [sheet] = noted.records;
    expect(sheet?.signatures).toEqual([{ personName: '一肩挑', post: 'SECRETARY' }]);
    const signed = await act(combined.deputy.client, 'signCommunication', { recordId: sheet?.id, expectedVersion: 1 });
    expect(signed.checks).toContainEqual({ checkId: 'PRE-3', outcome: 'PASS', current: true });
  });
});
