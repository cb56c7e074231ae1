import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import { attached } from './documents.js';
import { appoint, givenPerson } from './schools.js';
import { DECISION_NODES, DECISION_WORDS, insertDecisions } from './canaries-decisions.js';
import { MEETING_NODES, MEETING_WORDS, insertMeeting } from './canaries-meetings.js';
import { TOPIC_NODES, TOPIC_WORDS, insertTopics } from './canaries-topics.js';
import type { GrantOf, World } from './world.js';

/** One row of every type that has an id, all of one county. */
export interface County {
  readonly tenant: number;
  readonly mark: string;
  readonly admin: Client;
  readonly ids: Readonly<Record<NodeType, string>>;
  /** a second school with a person who serves both */
  readonly second: { readonly school: string; readonly person: string; readonly appointment: string };
  /** the id of the admin's own grant, of another one, and of an account's person */
  readonly grant: string;
}

export const NODE_TYPES = [
  ...(['School', 'Person', 'Appointment', 'PartyOrganization', 'StaffingDeparture', 'RolloutEntry', 'Job'] as const),
  ...(['StoredFile', 'ImportBatch', 'ImportRow', 'AuditEntry', 'RoleGrant', 'Tenant'] as const),
  ...(['Attachment', 'Notification'] as const),
  ...TOPIC_NODES,
  ...MEETING_NODES,
  ...DECISION_NODES,
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

const CREATE = `mutation Create($input: SchoolInput!) { createSchool(input: $input) { id version organization { id } } }`;
const SET = `mutation Set($input: SetRolloutStateInput!) { setRolloutState(input: $input) { version rolloutEntries { id } } }`;

/** What no answer to a person of another county may hold, in whatever case (pinyin is lower case). */
export const canary = (mark: string): RegExp => new RegExp(`${mark}(?![0-9])`, 'i');

interface Made {
  id: string;
  version: number;
  organization: { id: string };
}

async function school(admin: Client, mark: string, no: number): Promise<Made> {
  const organization = {
    ...{ name: `${mark}-支部${no}`, orgType: 'BRANCH', hasCommittee: true, fullMembers: 9, probationaryMembers: 1 },
    ...{
      termStart: '2022-01-01',
      termEnd: '2026-01-01',
      approvalNo: `${mark}-批${no}`,
      effectiveOn: '2015-09-01',
      reason: `${mark}-原因`,
    },
  };
  const input = {
    code: `${mark}-${no}`,
    name: `${mark}-小学${no}`,
    stage: 'PRIMARY',
    ownership: 'PUBLIC',
    legalPerson: true,
  };
  const numbers = { town: `${mark}-镇`, classes: 12, students: 480, staff: 32, openedOn: '2015-09-01' };
  const made = await admin.ask<{ createSchool: Made }>(CREATE, { input: { ...input, ...numbers, organization } });
  return made.createSchool;
}

async function seat(
  admin: Client,
  mark: string,
  at: { schoolId: string; personId: string; post: string },
): Promise<string> {
  const texts = { documentNo: `${mark}-文号`, authority: `${mark}-机关`, remark: `${mark}-备注` };
  const answer = await appoint(admin, { ...at, startsOn: '2020-09-01', ...texts });
  const id = (answer.data as { appoint: { appointment: { id: string } } } | null)?.appoint.appointment.id;
  if (!id) throw new Error(answer.text);
  return id;
}

/**
 * A county with two schools, the second in the mark's name too, and a row of every type: made through the API, and by SQL
 * what only a job makes. Its texts all begin with the mark.
 */
export async function seedCounty(world: World, tenant: number, mark: string): Promise<County> {
  const admin = await world.signedIn([
    { role: 'CountyAdmin', tenant },
    { role: 'CountyInspector', tenant },
  ] as GrantOf[]);
  const { viewer } = await admin.ask<{ viewer: { grants: { id: string; role: string }[] } }>(
    '{ viewer { grants { id role } } }',
  );
  const own = viewer.grants.find(({ role }) => role === 'CountyAdmin')?.id ?? '';
  admin.grant = own;
  const one = await school(admin, mark, 1);
  const two = await school(admin, mark, 2);
  const person = await givenPerson(admin, `${mark}-甲`);
  const both = await givenPerson(admin, `${mark}-乙`);
  const appointment = await seat(admin, mark, { schoolId: one.id, personId: person, post: 'PRINCIPAL' });
  await seat(admin, mark, { schoolId: one.id, personId: both, post: 'SECRETARY' });
  const second = await seat(admin, `${mark}-second`, { schoolId: two.id, personId: both, post: 'VICE_PRINCIPAL' });
  const { school: current } = await admin.ask<{ school: { version: number } }>(
    'query S($id: ID!) { school(id: $id) { version } }',
    { id: one.id },
  );
  const input = { schoolId: one.id, expectedVersion: current.version, state: 'SURVEYED', effectiveOn: '2023-01-01' };
  const set = await admin.ask<{ setRolloutState: { rolloutEntries: { id: string }[] } }>(SET, {
    input: { ...input, documentNo: `${mark}-推进`, reason: `${mark}-说明` },
  });
  const made = await insertTheRest(world, { tenant, mark, school: one.id, grant: own });
  const Attachment = await attachmentOf(admin, mark, one.id);
  const Notification = await notificationTo(world, admin, { tenant, mark, school: one.id });
  const topics = await insertTopics(world, { tenant, mark, school: one.id });
  const meetings = await insertMeeting(world, { tenant, mark, school: one.id });
  const at = { tenant, mark, school: one.id, meeting: meetings.Meeting, item: meetings.AgendaItem };
  const decisions = await insertDecisions(world, at);
  await fillTexts(world, tenant, mark);
  const [entry] = await world.sql<{ id: string }>(
    'SELECT id FROM audit_entry WHERE tenant_id = $1 ORDER BY at LIMIT 1',
    [tenant],
  );
  const ids = {
    ...{ School: one.id, Person: person, Appointment: appointment, PartyOrganization: one.organization.id },
    ...{
      RolloutEntry: set.setRolloutState.rolloutEntries[0]?.id ?? '',
      AuditEntry: `E_${tenant}_${entry?.id}`,
      RoleGrant: own,
      Tenant: `T_${tenant}`,
    },
    ...made,
    ...{ Attachment, Notification, ...topics, ...meetings, ...decisions },
  };
  return { tenant, mark, admin, ids, grant: own, second: { school: two.id, person: both, appointment: second } };
}

/** A document that was replaced, so that it has every text that one may have. */
async function attachmentOf(admin: Client, mark: string, subject: string): Promise<string> {
  const { id } = await attached(admin, { subject, name: `${mark}-批复.pdf` });
  const input = { id, reason: `${mark}-传错`, expectedVersion: 1 };
  await admin.ask('mutation S($input: SupersedeAttachmentInput!) { supersedeAttachment(input: $input) { id } }', {
    input,
  });
  return id;
}

async function notificationTo(
  world: World,
  admin: Client,
  { tenant, mark, school: schoolId }: Omit<Place, 'grant'>,
): Promise<string> {
  const { viewer } = await admin.ask<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
  const [id, school] = [randomUUID(), schoolId.split('_').at(-1)];
  await world.sql(
    `INSERT INTO notification (tenant_id, id, account_id, school_id, kind, subject_type, subject_id, params, once)
     VALUES ($1, $2, $3, $4, 'DEPARTURE_REQUESTED', 'School', $4, $5, $6)`,
    [tenant, id, viewer.account.id.split('_').at(-1), school, JSON.stringify({ requestedBy: mark }), `${mark}-once`],
  );
  return `N_${tenant}_${id}`;
}

interface Place {
  tenant: number;
  mark: string;
  school: string;
  grant: string;
}

type Inserted = 'StaffingDeparture' | 'Job' | 'StoredFile' | 'ImportBatch' | 'ImportRow';

async function insertTheRest(
  world: World,
  { tenant, mark, school: schoolId, grant }: Place,
): Promise<Record<Inserted, string>> {
  const [departure, job, file, batch, row] = Array.from({ length: 5 }, () => randomUUID());
  const account = randomUUID();
  const uuid = schoolId.split('_').at(-1);
  const json = JSON.stringify({ text: `${mark}-json` });
  const made: [string, unknown[]][] = [
    [
      `INSERT INTO staffing_departure (tenant_id, id, school_id, check_id, reason, status, requested_on, requested_by, requested_by_account)
      VALUES ($1, $2, $3, 'STF-2', $4, 'PENDING', '2024-01-01', $4, $5)`,
      [tenant, departure, uuid, `${mark}-事由`, account],
    ],
    [
      `INSERT INTO stored_file (tenant_id, id, name, media_type, size, sha256, account_id) VALUES ($1, $2, $3, 'text/plain', $4, '\\x00', $5)`,
      [tenant, file, `${mark}-文件.txt`, mark.length, account],
    ],
    [
      "INSERT INTO stored_file_part (tenant_id, file_id, no, bytes) VALUES ($1, $2, 0, convert_to($3, 'UTF8'))",
      [tenant, file, mark],
    ],
    [
      `INSERT INTO job (tenant_id, id, kind, status, message, args, file_id, account_id, grant_id)
      VALUES ($1, $2, $3, 'DONE', $3, $4, $5, $6, $7)`,
      [tenant, job, `${mark}-job`, json, file, account, grant],
    ],
    [
      `INSERT INTO import_batch (tenant_id, id, kind, file_name, file_sha256, status, mapping, counts, result, job_id, account_id, created_by)
      VALUES ($1, $2, 'ROSTER', $3, '\\x00', 'STAGED', $4, $4, $4, $5, $6, $3)`,
      [tenant, batch, `${mark}-花名册`, json, job, account],
    ],
    [
      `INSERT INTO import_row (tenant_id, id, batch_id, position, sheet, row_no, outcome, change, reasons, warnings, cells, source, edits, record, account_id)
      VALUES ($1, $2, $3, 0, $4, 3, 'IMPORTED', 'NEW', ARRAY[$4], ARRAY[$4], $5, $5, $5, $5, $6)`,
      [tenant, row, batch, `${mark}-表`, json, account],
    ],
    [
      `INSERT INTO import_effect (tenant_id, id, batch_id, position, subject_type, subject_id, before, after)
      VALUES ($1, $2, $3, 0, 'School', $4, $5, $5)`,
      [tenant, randomUUID(), batch, uuid, json],
    ],
    [
      `INSERT INTO tenant_code (tenant_id, code, valid) VALUES ($1, $2, daterange('2000-01-01', '2010-01-01'))`,
      [tenant, `${mark}-旧码`],
    ],
    ['UPDATE tenant SET name = $2, short_name = $2 WHERE id = $1', [tenant, `${mark}-县`]],
  ];
  for (const [text, values] of made) await world.sql(text, values);
  const id = (letter: string, key: string | undefined): string => `${letter}_${tenant}_${key}`;
  return {
    ...{ StaffingDeparture: id('D', departure), Job: id('J', job), StoredFile: id('F', file) },
    ...{ ImportBatch: id('B', batch), ImportRow: id('I', row) },
  };
}

/** Columns that hold a word of a closed list, a number of the request, or what is made from other columns. */
const NO_FREE_TEXT = new Set([
  ...[
    'role',
    'subject_type',
    'stage',
    'ownership',
    'org_type',
    'sex',
    'birth_month',
    'membership',
    'post',
    'portfolio',
    'state',
    'scope',
  ],
  ...[
    'start_precision',
    'end_precision',
    'source',
    'status',
    'level',
    'kind',
    'outcome',
    'change',
    'ip',
    'request_id',
    'grant_id',
    'key',
  ],
  ...TOPIC_WORDS,
  ...MEETING_WORDS,
  ...DECISION_WORDS,
  ...['media_type', 'check_id', 'action', 'rollout_state', 'answer', 'name_initials'],
]);

export interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/** Every column of a tenant's tables that holds free text. */
export async function freeTextColumns(world: World): Promise<TextColumn[]> {
  const columns = await world.sql<TextColumn>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'zhixiao' AND t.table_type = 'BASE TABLE' AND c.data_type = 'text' AND EXISTS (
       SELECT 1 FROM information_schema.columns o WHERE o.table_schema = c.table_schema AND o.table_name = c.table_name AND o.column_name = 'tenant_id')`,
  );
  return columns.filter(
    ({ table, column }) =>
      table !== 'idempotency_key' &&
      !NO_FREE_TEXT.has(column) &&
      !NO_FREE_TEXT.has(`${table}.${column}`) &&
      !/^stf\d+$/.test(column),
  );
}

async function fillTexts(world: World, tenant: number, mark: string): Promise<void> {
  for (const { table, column } of await freeTextColumns(world)) {
    await world.sql(
      `UPDATE ${table} SET ${column} = $2 || '-' || '${column}' WHERE tenant_id = $1 AND ${column} IS NULL`,
      [tenant, mark],
    );
  }
  await world.sql('UPDATE role_grant SET account_name = $2, granted_by = $2, reason = $2 WHERE tenant_id = $1', [
    tenant,
    mark,
  ]);
  await world.sql('UPDATE audit_entry SET actor = $2 WHERE tenant_id = $1', [tenant, mark]);
  await world.sql('UPDATE attachment SET created_by_name = $2, superseded_by_name = $2 WHERE tenant_id = $1', [
    tenant,
    mark,
  ]);
  await world.sql('UPDATE rollout_entry SET recorded_by = $2 WHERE tenant_id = $1', [tenant, mark]);
}
