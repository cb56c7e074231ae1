import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Statement } from './platform/database/read-pool.js';
import type { ActiveGrant } from './platform/scope.js';
import { createSchema } from './schema.js';
import { COUNTY, NATION, planOf, STANDING_FILL, statementsOf } from './testing/generic-plans.js';
import { connectAs, startTestDatabase } from './testing/test-database.js';
import type { TestDatabase } from './testing/test-database.js';

/** The hot statements of topics, meetings and decisions, planned in generic mode under a county's and the nation's scope. */
let database: TestDatabase;
let superuser: pg.Client;
let app: pg.Client;
let schema: GraphQLSchema;
let aMeeting: string;
let aSchool: string;

beforeAll(async () => {
  database = await startTestDatabase();
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  await superuser.query('SET session_replication_role = replica');
  app = await connectAs(database.urls.app);
  schema = await createSchema();
  await superuser.query(FILL);
  await superuser.query('ANALYZE');
  const { rows } = await superuser.query<{ id: string; school: string }>(
    `SELECT id, school_id AS school FROM meeting WHERE tenant_id = 522636 LIMIT 1`,
  );
  aMeeting = `M_522636_${rows[0]?.id ?? ''}`;
  aSchool = `S_522636_${rows[0]?.school ?? ''}`;
}, 180_000);
afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.stop();
});

const ONE = 'gen_random_uuid()';
const FILL = `
INSERT INTO school (tenant_id, id, code, opened_on)
  SELECT c.id, ${ONE}, c.id || lpad(n::text, 4, '0'), '2000-09-01'
  FROM (SELECT id FROM tenant WHERE level = 'COUNTY' ORDER BY id = 522636 DESC, id LIMIT 8) c, generate_series(1, 80) n;
INSERT INTO meeting (tenant_id, id, school_id, kind, title, held_on, year, starts_at, state, created_by, created_by_name)
  SELECT tenant_id, ${ONE}, id, 'PARTY_ORG', 't', d, extract(year FROM d), d, 'CALLED', id, 'x'
  FROM school, generate_series('2023-01-01'::date, '2025-12-01', '1 month') AS d;
INSERT INTO attendance (tenant_id, id, school_id, meeting_id, person_id, person_name, capacity, created_by)
  SELECT tenant_id, ${ONE}, school_id, id, ${ONE}, 'x', 'MEMBER', id FROM meeting, generate_series(1, 5);
INSERT INTO topic (tenant_id, id, school_id, meeting_kind, item_kind, title, matter_code, matter, category, decider, confidentiality, state, created_by, created_by_name)
  SELECT tenant_id, ${ONE}, id, 'PARTY_ORG', 'DECISION', 't', 'X', '{}', 'MAJOR_DECISION', 'PARTY_MEETING', 'INTERNAL', 'PROPOSED', id, 'x'
  FROM school, generate_series(1, 60);
INSERT INTO agenda_item (tenant_id, id, school_id, meeting_id, position, kind, title, created_by)
  SELECT tenant_id, ${ONE}, school_id, id, n, 'STUDY', 't', id FROM meeting, generate_series(1, 3) n;
INSERT INTO item_opinion (tenant_id, id, school_id, meeting_id, item_id, person_id, person_name, stance, by_own_account, recorded_by_name, created_by)
  SELECT tenant_id, ${ONE}, school_id, meeting_id, id, ${ONE}, 'x', 'AGREE', true, 'x', id FROM agenda_item;
INSERT INTO decision (tenant_id, id, school_id, created_by, number, year, seq, body, meeting_id, item_id, title, text, result, confidentiality, disclosure, decided_on, entered_afterwards, state)
  SELECT i.tenant_id, ${ONE}, i.school_id, i.id, 'n', m.year, row_number() OVER (PARTITION BY i.school_id, m.year), 'PARTY_ORG', m.id, i.id, 't', 't', 'APPROVED',
    'INTERNAL', 'NONE', m.held_on, false, 'IN_FORCE' FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id;
INSERT INTO decision_task (tenant_id, id, school_id, created_by, decision_id, title, owner_id, owner_name, due_on, assigned_on, assigned_by_name, state, person_ids)
  SELECT tenant_id, ${ONE}, school_id, id, id, 't', id, 'x', decided_on + 30, decided_on, 'x', 'IN_PROGRESS', ARRAY[id] FROM decision;
INSERT INTO check_outcome (tenant_id, id, school_id, subject_type, subject_id, meeting_id, check_id, outcome, severity, clause, params, evaluated_by)
  SELECT tenant_id, ${ONE}, school_id, 'ITEM', id, meeting_id, c, 'PASS', 'HARD', 'x', '{}', id FROM agenda_item, unnest(ARRAY['PM-4', 'PM-5', 'PRE-4']) c;
INSERT INTO notification (tenant_id, id, account_id, school_id, kind, subject_type, subject_id, params)
  SELECT tenant_id, ${ONE}, md5(id::text || n % 5)::uuid, id, 'TASK_DUE_SOON', 'DecisionTask', id, '{}'
  FROM school, generate_series(1, 50) n;
INSERT INTO item_recusal (tenant_id, id, school_id, meeting_id, item_id, person_id, person_name, reason, recorded_by_name, created_by)
  SELECT tenant_id, ${ONE}, school_id, meeting_id, id, ${ONE}, 'x', 'x', 'x', id FROM agenda_item;
INSERT INTO item_ballot (tenant_id, id, school_id, meeting_id, item_id, person_id, person_name, choice, created_by)
  SELECT tenant_id, ${ONE}, school_id, meeting_id, id, ${ONE}, 'x', 'FOR', id FROM agenda_item;
INSERT INTO record_correction (tenant_id, id, school_id, meeting_id, text, reason, signed_by_id, signed_by_name, created_by)
  SELECT tenant_id, ${ONE}, school_id, id, 'x', 'x', id, 'x', id FROM meeting;
INSERT INTO meeting_delegation (tenant_id, id, school_id, meeting_id, from_id, from_name, to_id, to_name, reason, given_on, created_by)
  SELECT tenant_id, ${ONE}, school_id, id, id, 'x', id, 'x', 'x', held_on, id FROM meeting;
INSERT INTO attachment (tenant_id, id, school_id, subject_type, subject_id, kind, name, media_type, size, sha256, file_id, created_by, created_by_name)
  SELECT tenant_id, ${ONE}, school_id, 'Meeting', id, 'SCAN', 'x', 'x', 1, decode(repeat('00', 32), 'hex'), id, id, 'x' FROM meeting;
${STANDING_FILL}`;

/** How the one statement of an operation reaches its tables. */
async function plansOf(source: string, grant: ActiveGrant): Promise<string[]> {
  const statements = await statementsOf(schema, source, grant);
  expect(statements).toHaveLength(1);
  return planOf(app, statements[0] as Statement, grant);
}
const whole = (accesses: readonly string[]): string[] => accesses.filter((access) => access.endsWith('whole'));

/** By what is asked: the index that a county's rows come by, in the order in which they are shown or by what they belong to. */
const LISTS: readonly (readonly [name: string, source: string, index: string])[] = [
  ['the meetings of a county', '{ meetings(first: 25) { nodes { title school { name } } } }', 'meeting_day'],
  ['the pool of topics of a county', '{ topics(first: 25) { nodes { title school { name } } } }', 'topic_pkey'],
  ['the decisions of a county', '{ decisions(first: 25) { nodes { title light school { name } } } }', 'decision_day'],
  ['the tasks of a county', '{ decisionTasks(first: 25) { nodes { title light } } }', 'decision_task_day'],
  [
    'the unread notifications',
    '{ notifications(first: 20, unreadOnly: true) { totalCount nodes { kind } } }',
    'notification_unread',
  ],
];
const OF_A_SCHOOL: readonly (readonly [name: string, root: string, index: string])[] = [
  ['meetings', 'meetings(filter: { schoolId: $id }, first: 25) { totalCount nodes { title } }', 'meeting_school'],
  ['topics', 'topics(filter: { schoolId: $id, state: [PROPOSED] }, first: 25) { nodes { title } }', 'topic_p'],
  ['decisions', 'decisions(filter: { schoolId: $id }, first: 25) { nodes { title } }', 'decision_school'],
  ['tasks', 'decisionTasks(filter: { schoolId: $id, open: true }, first: 25) { nodes { title } }', 'decision_task_due'],
];

describe('generic plans of the procedure', () => {
  test('the page of a meeting finds every part by tenant and meeting or item, whichever scope it was planned under', async () => {
    const page = `{ meeting(id: "${aMeeting}") { title school { name } findings { checkId } attendance { personName }
      items { title checks { checkId } opinions { text } recusals { reason } ballots { choice } decision { number } }
      corrections { text } delegations { reason } attachments(first: 50, current: true) { totalCount nodes { name } } } }`;
    for (const grant of [COUNTY, NATION]) expect(await plansOf(page, grant)).toEqual(PAGE);
  });

  test.each(LISTS)('%s come by their order, and nothing is read whole', async (_name, source, index) => {
    expect(await plansOf(source, COUNTY)).toContain(index);
    for (const grant of [COUNTY, NATION]) expect(whole(await plansOf(source, grant))).toEqual([]);
  });

  test.each(OF_A_SCHOOL)('the %s of one school come by the school, under both scopes', async (_name, root, index) => {
    for (const grant of [COUNTY, NATION]) {
      const found = await plansOf(`{ ${root.replace('$id', `"${aSchool}"`)} }`, grant);
      expect(found).toEqual([expect.stringContaining(index)]);
    }
  });

  test('compliance, statistics and what is held back read no table of theirs whole', async () => {
    for (const grant of [COUNTY, NATION]) {
      expect(whole(await plansOf('{ compliance(groupBy: CHECK) { groups { name } } }', grant))).toEqual([]);
      expect(whole(await plansOf('{ heldBack(first: 10) { nodes { title } } }', grant))).toEqual([]);
      // nobody prepared a topic here, and a table without rows is read whole
      const statistics = await plansOf('{ meetingStatistics { schools } }', grant);
      expect(whole(statistics)).toEqual(['topic_record whole']);
      expect(statistics).toContain('meeting_day');
    }
  });

  test('a plan is the same, whichever scope it was made under', async () => {
    for (const [, source] of LISTS) {
      const [statement] = await statementsOf(schema, source, NATION);
      const planned = statement as Statement;
      expect(await planOf(app, planned, COUNTY)).toEqual(await planOf(app, planned, NATION));
    }
  });
});

const PAGE = [
  ...[
    'agenda_item_meeting',
    'attachment_subject',
    'attendance_tenant_id_meeting_id_person_id_key',
    'check_outcome_subject',
  ],
  ...['decision_tenant_id_item_id_key', 'item_ballot_tenant_id_item_id_person_id_key'],
  ...['item_opinion_tenant_id_item_id_person_id_key', 'item_recusal_tenant_id_item_id_person_id_key'],
  ...['meeting_delegation_meeting', 'meeting_pkey', 'record_correction_meeting', 'school_standing_pkey'],
];
