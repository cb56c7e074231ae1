import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { DANZHAI, KAILI, createWorld, type World } from '../support/world.js';
import {
  act,
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
  type Gate,
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

const gatesOf = async (client: Client, topicId: string, purpose = 'DECIDE'): Promise<string[]> => {
  const query =
    'query G($id: ID!, $p: GatePurpose) { topicGates(topicId: $id, purpose: $p) { checkId outcome blocks } }';
  const { topicGates } = await client.ask<{ topicGates: Gate[] }>(query, { id: topicId, p: purpose });
  return topicGates.map(({ checkId, blocks }) => (blocks ? checkId : `${checkId} shown`));
};

const propose = (more: object): Promise<Topic> => act(team.vice.client, 'proposeTopic', major(team.schoolId, more));
const note = (topic: Topic, kind: string, more: object = {}): Promise<Topic> =>
  act(team.vice.client, 'addTopicRecord', { topicId: topic.id, kind, heldOn: today, result: '见附件', ...more });
const heard = (audience: string, more: object = {}): object => ({ channel: 'SYMPOSIUM', audience, ...more });

describe('what is asked of a topic before the meeting', () => {
  test('follows its category: nothing for routine work, five records and an opinion for a cadre matter', async () => {
    const work = await act(team.vice.client, 'proposeTopic', routine(team.schoolId));
    expect(await gatesOf(team.vice.client, work.id)).toEqual(['OM-3']);
    const cadre = await act(
      team.secretary.client,
      'proposeTopic',
      major(team.schoolId, { matterCode: 'CADRE_APPOINT_MIDDLE' }),
    );
    expect(await gatesOf(team.secretary.client, cadre.id)).toEqual([
      ...['PM-3', 'PRE-1', 'PRE-2', 'PRE-3', 'PRE-4', 'PRE-6', 'PRE-7 shown', 'PRE-8'],
    ]);
    expect(await gatesOf(team.secretary.client, cadre.id, 'CONFIRM')).not.toContain('PRE-8');
  });

  test('PRE-6: a cadre matter is not confirmed without 酝酿, which has participants', async () => {
    const content = major(team.schoolId, { matterCode: 'CADRE_APPOINT_MIDDLE' });
    const topic = await act(team.secretary.client, 'proposeTopic', content);
    const without = { topicId: topic.id, kind: 'CADRE_DELIBERATION', heldOn: today, result: '酝酿' };
    expect(await refusal(team.secretary.client, 'addTopicRecord', without)).toMatchObject({ code: 'BAD_INPUT' });
    const prepared = await prepare(team, topic, today);
    const asked = await act(team.secretary.client, 'askConsultation', on(prepared));
    const agreed = await act(team.principal.client, 'answerConsultation', { ...openRound(asked), opinion: 'AGREE' });
    expect(await refusal(team.secretary.client, 'confirmTopic', on(agreed))).toMatchObject({ checks: ['PRE-6'] });
    const deliberated = await act(team.secretary.client, 'addTopicRecord', {
      ...without,
      participantIds: [team.secretary.personId, team.deputy.personId],
    });
    expect(await act(team.secretary.client, 'confirmTopic', on(deliberated))).toMatchObject({ state: 'CONFIRMED' });
  });

  test('PRE-8: those whose interest it is are heard, each of them, before it is decided', async () => {
    const topic = await propose({ vitalInterest: true, audiences: ['STAFF', 'PARENTS'] });
    expect(await gatesOf(admin, topic.id)).toContain('PRE-8');
    await note(topic, 'HEARING', heard('STAFF'));
    expect(await gatesOf(admin, topic.id)).toContain('PRE-8');
    await note(topic, 'HEARING', heard('PARENTS', { channel: 'PARENT_MEETING' }));
    expect(await gatesOf(admin, topic.id)).not.toContain('PRE-8');
    expect(await gatesOf(admin, (await propose({ vitalInterest: false })).id)).not.toContain('PRE-8');
  });

  test('PRE-9: a specialised matter has an assessment and advice; where the type leaves it open it has to be said', async () => {
    const open = await propose({ matterCode: 'SAFETY_MAJOR' });
    expect(await gatesOf(admin, open.id)).toContain('PRE-9');
    expect(await gatesOf(admin, (await propose({ matterCode: 'SAFETY_MAJOR', specialised: false })).id)).not.toContain(
      'PRE-9',
    );
    const topic = await propose({ matterCode: 'SAFETY_MAJOR', specialised: true });
    await note(topic, 'EXPERT');
    expect(await gatesOf(admin, topic.id)).toContain('PRE-9');
    await note(topic, 'LEGAL');
    expect(await gatesOf(admin, topic.id)).not.toContain('PRE-9');
  });

  test('PM-10: an unscheduled motion says why; who heads the meeting accepts it, others ask', async () => {
    await world.sql(
      `INSERT INTO rules_of_procedure (tenant_id, id, school_id, meeting_kind, number, status, fields, adopted_on, created_by, created_by_name)
       VALUES ($1, gen_random_uuid(), $2, 'PARTY_ORG', 1, 'ADOPTED', $3, '2023-01-01', gen_random_uuid(), 'x')`,
      [DANZHAI, team.schoolId.split('_')[2], JSON.stringify(RULES)],
    );
    const motion = partyWork(team.schoolId, { itemKind: 'UNSCHEDULED' });
    expect(await refusal(team.vice.client, 'proposeTopic', motion)).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'REQUIRED',
    });
    const topic = await act(team.vice.client, 'proposeTopic', { ...motion, unscheduledReason: '上级紧急部署' });
    const query =
      'mutation D($input: DepartFromInput!) { departFrom(input: $input) { checkId requestedByName approvedOn approvedByName } }';
    const input = { subjectType: 'TOPIC', subjectId: topic.id, checkId: 'PM-10', reason: '上级紧急部署' };
    const outcome = async (): Promise<string | undefined> =>
      (await read(admin, topic.id))?.checks.find(({ checkId, current }) => checkId === 'PM-10' && current)?.outcome;
    expect(await outcome()).toBe('FAIL');
    const asked = await team.vice.client.ask<{ departFrom: object }>(query, { input });
    expect(asked.departFrom).toMatchObject({ checkId: 'PM-10', approvedOn: null });
    expect(await outcome()).toBe('DEPARTURE_PENDING');
    expect(await team.principal.client.refusal(query, { input })).toBe('BAD_STATE');
    const accepted = await team.secretary.client.ask<{ departFrom: object }>(query, { input });
    expect(accepted.departFrom).toMatchObject({ approvedOn: today });
    expect(await outcome()).toBe('DEPARTURE_APPROVED');
    expect(await team.secretary.client.refusal(query, { input })).toBe('BAD_STATE');
    const hard = { ...input, checkId: 'PRE-4' };
    expect(await team.secretary.client.refusal(query, { input: hard })).toBe('BAD_STATE');
    const open = { ...input, subjectId: (await propose({})).id, checkId: 'PRE-4' };
    expect(await team.secretary.client.refusal(query, { input: open })).toBe('RULE_VIOLATED');
    expect(await admin.refusal(query, { input })).toBe('FORBIDDEN');
  });

  test('a sum that the school’s rules give to the party meeting is decided there', async () => {
    const small = await act(
      team.vice.client,
      'proposeTopic',
      routine(team.schoolId, { matterCode: 'ROUTINE_PURCHASE', amount: 500 }),
    );
    const decider = async (topic: Topic): Promise<string> =>
      (
        await admin.ask<{ topic: { decider: string } }>('query D($id: ID!) { topic(id: $id) { decider } }', {
          id: topic.id,
        })
      ).topic.decider;
    expect(await decider(small)).toBe('OFFICE_MEETING');
    await world.sql(
      `INSERT INTO rules_of_procedure (tenant_id, id, school_id, meeting_kind, number, status, fields, adopted_on, created_by, created_by_name)
       VALUES ($1, gen_random_uuid(), $2, 'PRINCIPAL_OFFICE', 1, 'ADOPTED', $3, '2023-01-01', gen_random_uuid(), 'x')`,
      [DANZHAI, team.schoolId.split('_')[2], JSON.stringify({ ...RULES, meetingKind: 'PRINCIPAL_OFFICE', pass: null })],
    );
    const content = { matterCode: 'ROUTINE_PURCHASE', amount: 5000.01 };
    expect(await decider(await act(team.vice.client, 'proposeTopic', routine(team.schoolId, content)))).toBe(
      'PARTY_MEETING',
    );
    const limit = { matterCode: 'ROUTINE_PURCHASE', amount: 5000 };
    expect(await decider(await act(team.vice.client, 'proposeTopic', routine(team.schoolId, limit)))).toBe(
      'OFFICE_MEETING',
    );
  });

  test('a record stays as it was: a better one is added, the other put out of force with a reason', async () => {
    const topic = await note(await propose({}), 'PROPOSAL');
    const [record] = topic.records;
    const input = { id: record?.id, expectedVersion: 1, reason: '录入有误' };
    expect(await refusal(admin, 'supersedeTopicRecord', input)).toMatchObject({ code: 'FORBIDDEN' });
    const gone = await act(team.clerk, 'supersedeTopicRecord', input);
    expect(gone.records).toMatchObject([{ kind: 'PROPOSAL', supersededAt: expect.any(String) }]);
    expect(gone.checks).toContainEqual({ checkId: 'PRE-1', outcome: 'FAIL', current: true });
    expect(await refusal(team.clerk, 'supersedeTopicRecord', input)).toMatchObject({ code: 'CONFLICT' });
  });

  test('records are of a day that was, of people of the school', async () => {
    const topic = await propose({});
    const other = await givenTeam(world, admin);
    const said = (more: object): Promise<object | undefined> =>
      refusal(team.vice.client, 'addTopicRecord', {
        ...{ topicId: topic.id, kind: 'INDIVIDUAL_DELIBERATION', heldOn: today, result: '谈话', ...more },
      });
    expect(await said({ heldOn: '2098-01-01', participantIds: [team.vice.personId] })).toMatchObject({
      reason: 'IN_THE_FUTURE',
    });
    expect(await said({ participantIds: [other.vice.personId] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await said({ kind: 'HEARING' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await said({ kind: 'COMMUNICATION' })).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the way of a topic', () => {
  test('the head returns it with a reason, the proposer works on it and proposes it again', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const input = { ...on(topic), reason: '请补充经费测算' };
    expect(await refusal(team.principal.client, 'returnTopic', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(team.secretary.client, 'returnTopic', { ...input, reason: ' ' })).toMatchObject({
      code: 'BAD_INPUT',
    });
    const returned = await act(team.secretary.client, 'returnTopic', input);
    expect(returned.state).toBe('DRAFT');
    expect((await read(team.vice.client, topic.id))?.waitsForMe).toBe(true);
    const again = await act(team.vice.client, 'submitTopic', on(returned));
    expect(again).toMatchObject({ state: 'CONSULTED', proposerName: '副校长丁' });
  });

  test('the proposer withdraws it, and so does the head; another does not', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const input = { ...on(topic), reason: '另行研究' };
    expect(await refusal(team.deputy.client, 'withdrawTopic', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act(team.secretary.client, 'withdrawTopic', input)).toMatchObject({ state: 'WITHDRAWN' });
    const record = { topicId: topic.id, kind: 'PROPOSAL', heldOn: today, result: '迟到的方案' };
    expect(await refusal(team.vice.client, 'addTopicRecord', record)).toMatchObject({ code: 'BAD_STATE' });
  });

  test('what was put off is prepared and confirmed anew', async () => {
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    await act(team.secretary.client, 'confirmTopic', on(topic));
    await world.sql(`UPDATE topic SET state = 'POSTPONED' WHERE id = $1`, [topic.id.split('_')[2]]);
    const now = await read(admin, topic.id);
    const resumed = await act(team.vice.client, 'resumeTopic', { id: topic.id, expectedVersion: now?.version });
    expect(resumed).toMatchObject({ state: 'CONSULTED', confirmedByName: null, confirmedAs: null });
    expect(await act(team.secretary.client, 'confirmTopic', on(resumed))).toMatchObject({ state: 'HEARD' });
  });

  test('a topic keeps the type of its matter as it was when it was written', async () => {
    const own = await givenTeam(world, admin);
    const topic = await act(own.vice.client, 'proposeTopic', routine(own.schoolId));
    const set = 'mutation S($input: SetMatterTypeInput!) { setMatterType(input: $input) { code priorConsultation } }';
    const patch = { code: 'TEACHING_MANAGEMENT', expectedVersion: 0, priorConsultation: true, reason: '从严' };
    await admin.ask(set, { input: patch });
    expect(await act(own.principal.client, 'confirmTopic', on(topic))).toMatchObject({ state: 'HEARD' });
    const next = await act(own.vice.client, 'proposeTopic', routine(own.schoolId));
    expect(next).toMatchObject({ consultationStatus: 'WAITING', consultedSide: 'SECRETARY' });
  });
});

describe('what is remembered', () => {
  test('every act leaves its entry under the right in use: drafted, proposed, changed, returned, recorded, put off, withdrawn', async () => {
    const draft = await act(team.clerk, 'proposeTopic', partyWork(team.schoolId, { draft: true }));
    const proposed = await act(team.vice.client, 'submitTopic', on(draft));
    const { schoolId: _, ...content } = partyWork(team.schoolId, { title: '改题' }) as { schoolId: string };
    const changed = await act(team.vice.client, 'changeTopic', { ...content, ...on(proposed) });
    const returned = await act(team.secretary.client, 'returnTopic', { ...on(changed), reason: '补充' });
    const again = await act(team.vice.client, 'submitTopic', on(returned));
    const recorded = await note(again, 'INVESTIGATION');
    const record = { id: recorded.records[0]?.id, expectedVersion: 1, reason: '重复' };
    const gone = await act(team.clerk, 'supersedeTopicRecord', record);
    await act(team.secretary.client, 'withdrawTopic', { ...on(gone), reason: '另行研究' });
    const entries = await world.sql<{
      action: string;
      role: string;
      before: { state: string };
      after: { state: string };
    }>('SELECT action, role, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [
      draft.id.split('_')[2],
    ]);
    expect(entries.map(({ action, role, after }) => `${action} ${role} ${after.state}`)).toEqual([
      'topic.drafted SchoolClerk DRAFT',
      'topic.proposed AdminTeamMember CONSULTED',
      'topic.changed AdminTeamMember CONSULTED',
      'topic.returned Secretary DRAFT',
      'topic.proposed AdminTeamMember CONSULTED',
      'topic.recorded-investigation AdminTeamMember CONSULTED',
      'topic.record-superseded SchoolClerk CONSULTED',
      'topic.withdrawn Secretary WITHDRAWN',
    ]);
  });
});

describe('who reads a topic', () => {
  test('SOD-16: a personnel topic is for the committee, the authority and inspectors, and for who has a part in it', async () => {
    const content = major(team.schoolId, { matterCode: 'CADRE_APPOINT_MIDDLE', title: '关于某同志任职的建议' });
    const topic = await act(team.secretary.client, 'proposeTopic', content);
    expect(topic.restricted).toBe(true);
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [team.secretary.client, team.deputy.client, admin, inspector]) {
      expect((await read(client, topic.id))?.title).toBe('关于某同志任职的建议');
    }
    for (const client of [team.principal.client, team.vice.client, team.clerk]) {
      client.neverSees = /某同志任职/;
      expect(await read(client, topic.id)).toBeNull();
      expect(
        (await client.ask<{ topics: { nodes: object[] } }>('{ topics(first: 200) { nodes { title } } }')).topics.nodes,
      ).not.toHaveLength(0);
      expect(
        await refusal(client, 'addTopicRecord', { topicId: topic.id, kind: 'PROPOSAL', heldOn: today, result: 'x' }),
      ).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await refusal(team.clerk, 'proposeTopic', { ...content, draft: true })).toMatchObject({ reason: 'SOD-16' });
    team.principal.client.neverSees = null;
    await act(team.secretary.client, 'askConsultation', on(topic));
    expect(await read(team.principal.client, topic.id)).toMatchObject({ consultations: [{ toMe: true }] });
    expect(await read(team.vice.client, topic.id)).toBeNull();
    const audit = await world.sql(
      `SELECT 1 FROM audit_entry WHERE after::text LIKE '%某同志任职%' OR reason LIKE '%某同志任职%'`,
    );
    expect(audit).toEqual([]);
    for (const client of [team.vice.client, team.clerk]) client.neverSees = null;
  });

  test('SOD-16: a topic that becomes secret is hidden with all that hangs on it', async () => {
    const topic = await note(await propose({ title: '将转为秘密的议题' }), 'PROPOSAL');
    const { schoolId: _, ...content } = major(team.schoolId, { title: '将转为秘密的议题' }) as { schoolId: string };
    await act(team.secretary.client, 'changeTopic', { ...content, ...on(topic), confidentiality: 'CONFIDENTIAL' });
    expect(await read(team.clerk, topic.id)).toBeNull();
    const hidden = await world.sql<{ restricted: boolean }>(
      `SELECT restricted FROM topic_record WHERE topic_id = $1
       UNION SELECT restricted FROM check_outcome WHERE subject_id = $1`,
      [topic.id.split('_')[2]],
    );
    expect(hidden).toEqual([{ restricted: true }]);
    // the proposer has a part in it
    expect(await read(team.vice.client, topic.id)).toMatchObject({ restricted: true, records: [{ kind: 'PROPOSAL' }] });
  });

  test('T-23: a topic of another county, or of another school, is not there, whatever is done to it', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await givenTeam(world, kaili);
    const other = await givenTeam(world, admin);
    const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
    const nothing = topic.id.replace(/.{4}$/, '0000');
    for (const client of [kaili, foreign.secretary.client, other.secretary.client]) {
      expect(await read(client, topic.id)).toBeNull();
      for (const [name, input] of [
        ['confirmTopic', { expectedVersion: topic.version }],
        ['withdrawTopic', { expectedVersion: topic.version, reason: 'x' }],
        ['askConsultation', { expectedVersion: topic.version }],
      ] as const) {
        const [answer, unknown] = await Promise.all(
          [topic.id, nothing].map((id) => send(client, name, { id, ...input })),
        );
        const text = (one: typeof answer): string | undefined => one?.text.replace(/"requestId":"[^"]+"/, '');
        expect([name, text(answer)]).toEqual([name, text(unknown)]);
        expect(answer?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      }
      const elsewhere = await refusal(client, 'proposeTopic', partyWork(team.schoolId));
      expect(elsewhere).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await read(admin, topic.id))?.version).toBe(topic.version);
  });

  test('a leader of another school named in charge, or a decision that is not in the register, is not there', async () => {
    const other = await givenTeam(world, admin);
    const lead = partyWork(team.schoolId, { leadId: other.vice.personId });
    expect(await refusal(team.vice.client, 'proposeTopic', lead)).toMatchObject({ code: 'NOT_FOUND' });
    const unknown = { implementsDecisionId: `V_${DANZHAI}_0190a000-0000-7000-8000-0000000000ff` };
    expect(await refusal(team.vice.client, 'proposeTopic', partyWork(team.schoolId, unknown))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const again = partyWork(team.schoolId, { itemKind: 'RECONSIDERATION' });
    expect(await refusal(team.vice.client, 'proposeTopic', again)).toMatchObject({ code: 'BAD_INPUT' });
  });
});

/** Rules of a school: half and two thirds as the Opinion says, sums over 5,000 yuan to the party meeting. */
const RULES = {
  ...{ meetingKind: 'PARTY_ORG', frequency: { every: 1, unit: 'MONTH' }, noticeDays: 2, topicFormDays: 2 },
  openingQuorum: { numerator: 1, denominator: 2, over: false },
  importantQuorum: { numerator: 2, denominator: 3, over: false },
  pass: { base: 'EXPECTED', share: { numerator: 1, denominator: 2, over: true } },
  ...{ recusedCountAsPresent: true, usualVoteForm: 'SHOW_OF_HANDS', cadreVoteForm: 'SECRET_BALLOT', itemByItem: true },
  ...{ chairSpeaksLast: true, firstTopic: true, memberInChargePresent: true, recusal: true },
  ...{ unscheduledMotions: 'WITH_REASON', chairDelegation: 'RECORDED', writtenOpinions: true, emergencyAction: true },
  ...{ adminTeamPosts: [], matters: [], signatures: true, executionReportsPerSemester: 1 },
  largeAmounts: [
    { upTo: 500_000, approver: 'PRINCIPAL', needsTender: false },
    { upTo: null, approver: 'PARTY_MEETING', needsTender: true },
  ],
};
