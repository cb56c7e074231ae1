import { randomUUID } from 'node:crypto';
import type { SubjectName } from '@zhixiao/policy';
import type pg from 'pg';
import { fillDecision } from './wall-decisions.js';
import { fillMeeting } from './wall-meetings.js';

/** A row of a tenant table as far as the walls look at it. */
export interface WallRow {
  readonly id: string;
  readonly tenantId: number;
  readonly schoolId: string | null;
  readonly schoolIds?: readonly string[];
  readonly restricted?: boolean;
}

export interface WallTable {
  readonly table: string;
  readonly subject: SubjectName;
  readonly key: string;
  /** SQL of the school, or of the list of schools, that ties a row */
  readonly school: string | null;
  readonly schools?: string;
  /** the column by which a change is tried, where not any may be changed */
  readonly changes?: string;
  /** its rows say whether they are restricted: here none is, so that the walls are equal for every role */
  readonly restricted?: true;
  /** reached into: written in the whole range, by whom the rules name */
  readonly reach?: 'range';
}

/** Tables and the subject whose rules speak of them: of each row, or of what it is a part of. */
export const WALL_TABLES: readonly WallTable[] = [
  { table: 'school', subject: 'School', key: 'id', school: 'id' },
  { table: 'school_version', subject: 'School', key: 'id', school: 'school_id' },
  { table: 'school_standing', subject: 'School', key: 'school_id', school: 'school_id' },
  { table: 'party_organization', subject: 'PartyOrganization', key: 'id', school: null, schools: 'school_ids' },
  { table: 'party_organization_version', subject: 'PartyOrganization', key: 'id', school: null, schools: 'school_ids' },
  { table: 'school_organization', subject: 'PartyOrganization', key: 'id', school: 'school_id' },
  { table: 'person', subject: 'Person', key: 'id', school: null, schools: 'school_ids' },
  { table: 'appointment', subject: 'Appointment', key: 'id', school: 'school_id' },
  { table: 'staffing_departure', subject: 'StaffingDeparture', key: 'id', school: 'school_id' },
  { table: 'rollout_entry', subject: 'RolloutEntry', key: 'id', school: 'school_id' },
  { table: 'rules_of_procedure', subject: 'RulesOfProcedure', key: 'id', school: 'school_id', reach: 'range' },
  { table: 'topic', subject: 'Topic', key: 'id', school: 'school_id', restricted: true },
  { table: 'topic_record', subject: 'Topic', key: 'id', school: 'school_id', restricted: true, changes: 'version' },
  { table: 'consultation', subject: 'Topic', key: 'id', school: 'school_id', restricted: true },
  { table: 'procedural_departure', subject: 'Topic', key: 'id', school: 'school_id', restricted: true },
  { table: 'check_outcome', subject: 'Topic', key: 'id', school: 'school_id', restricted: true, changes: 'current' },
  { table: 'meeting', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'meeting_delegation', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'attendance', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'agenda_item', subject: 'AgendaItem', key: 'id', school: 'school_id', restricted: true },
  { table: 'item_recusal', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'item_opinion', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'item_ballot', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'record_correction', subject: 'Meeting', key: 'id', school: 'school_id' },
  { table: 'opinion_confirmation', subject: 'Meeting', key: 'opinion_id', school: 'school_id' },
  { table: 'item_publication', subject: 'Meeting', key: 'item_id', school: 'school_id' },
  { table: 'decision', subject: 'Decision', key: 'id', school: 'school_id', restricted: true, changes: 'version' },
  {
    table: 'decision_task',
    subject: 'DecisionTask',
    key: 'id',
    school: 'school_id',
    restricted: true,
    changes: 'version',
  },
  {
    table: 'task_role',
    subject: 'DecisionTask',
    key: 'id',
    school: 'school_id',
    restricted: true,
    changes: 'restricted',
  },
  {
    table: 'task_report',
    subject: 'DecisionTask',
    key: 'id',
    school: 'school_id',
    restricted: true,
    changes: 'restricted',
  },
  {
    table: 'execution_report',
    subject: 'Decision',
    key: 'id',
    school: 'school_id',
    restricted: true,
    changes: 'restricted',
  },
  {
    table: 'emergency_action',
    subject: 'EmergencyAction',
    key: 'id',
    school: 'school_id',
    restricted: true,
    changes: 'version',
  },
  { table: 'role_grant', subject: 'RoleGrant', key: 'id', school: 'school_id', reach: 'range' },
  { table: 'account_person', subject: 'Account', key: 'person_id', school: null },
  { table: 'import_batch', subject: 'Import', key: 'id', school: null },
  { table: 'import_row', subject: 'Import', key: 'id', school: null },
  { table: 'import_effect', subject: 'Import', key: 'id', school: null },
  { table: 'job', subject: 'Job', key: 'id', school: 'school_id' },
  { table: 'stored_file', subject: 'StoredFile', key: 'id', school: 'school_id', changes: 'expired_at' },
  { table: 'stored_file_part', subject: 'StoredFile', key: 'file_id', school: 'school_id' },
  { table: 'attachment', subject: 'Attachment', key: 'id', school: 'school_id', changes: 'version', restricted: true },
  { table: 'audit_entry', subject: 'AuditEntry', key: 'id', school: 'school_id' },
];

/** Tenant tables whose walls are another's matter, and whose. */
export const OTHER_WALLS: Readonly<Record<string, string>> = {
  tenant_code: 'handed down: read from above, written by the loader',
  tenant_setting: 'handed down: read from above',
  matter_type_layer: 'handed down: read from above',
  idempotency_key: 'no rule speaks of it: an account meets its own keys by their name',
  storage_use: 'no rule speaks of it: a count for the tenant’s limit',
  notification: 'addressed: read by the account that it is for',
  decision_number: 'no rule speaks of it: the counter behind the numbers of decisions',
};

export const WALL_TENANTS = [520000, 522600, 522601, 522636, 522700, 522701, 330000, 330100, 330102] as const;

/** Two schools in each tenant, and of every table one row for each school and one for none where it may have none. */
export async function fillWalls(superuser: pg.Client): Promise<Map<number, readonly string[]>> {
  const schools = new Map<number, readonly string[]>();
  for (const tenantId of WALL_TENANTS) {
    const own = [randomUUID(), randomUUID()];
    schools.set(tenantId, own);
    for (const schoolId of own) await fillSchool(superuser, tenantId, schoolId);
    for (const schoolId of [...own, null]) await fillLoose(superuser, tenantId, schoolId);
  }
  return schools;
}

async function fillSchool(client: pg.Client, tenantId: number, schoolId: string): Promise<void> {
  const person = randomUUID();
  const run = (sql: string, values: unknown[]): Promise<unknown> => client.query(sql, [tenantId, ...values]);
  await run(`INSERT INTO school (tenant_id, id, code, opened_on) VALUES ($1, $2, $3, '2010-09-01')`, [
    schoolId,
    schoolId.slice(0, 12),
  ]);
  await run(
    `INSERT INTO school_standing SELECT (jsonb_populate_record(NULL::school_standing, d || jsonb_build_object('tenant_id', $1::int, 'school_id', $2::uuid))).*
     FROM (SELECT jsonb_object_agg(attname, CASE WHEN atttypid = 'date'::regtype THEN '"2020-01-01"'::jsonb WHEN atttypid = 'int'::regtype THEN '1'
         WHEN atttypid = 'bool'::regtype THEN 'true' WHEN atttypid = 'jsonb'::regtype OR atttypid = 'text[]'::regtype THEN '[]'
         WHEN atttypid = 'uuid'::regtype THEN 'null' ELSE '"x"' END) || '{"valid_to": "infinity"}' AS d
       FROM pg_attribute WHERE attrelid = 'school_standing'::regclass AND attnum > 0 AND NOT attisdropped) s`,
    [schoolId],
  );
  await run(
    `INSERT INTO school_version (tenant_id, id, school_id, valid, name, stage) VALUES ($1, $2, $3, '[2010-09-01,)', 'x', 'PRIMARY')`,
    [randomUUID(), schoolId],
  );
  await run(
    `INSERT INTO person (tenant_id, id, person_key, name, name_pinyin, name_initials, membership, school_ids) VALUES ($1, $2, $2, '某', 'mou', 'm', 'FULL', ARRAY[$3::uuid])`,
    [person, schoolId],
  );
  await fillOrganization(client, tenantId, schoolId);
  await fillTopic(client, tenantId, schoolId);
  await fillMeeting(client, tenantId, schoolId);
  await fillDecision(client, tenantId, schoolId);
  await run('INSERT INTO account_person (tenant_id, account_id, person_id) VALUES ($1, $2, $3)', [
    randomUUID(),
    person,
  ]);
  await run(
    `INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, valid, source) VALUES ($1, $2, $3, $4, '某', 'VICE_PRINCIPAL', '[2020-01-01,)', 'ENTERED')`,
    [randomUUID(), schoolId, person],
  );
  await run(
    `INSERT INTO staffing_departure (tenant_id, id, school_id, check_id, reason, status, requested_on, requested_by, requested_by_account) VALUES ($1, $2, $3, 'STF-1', 'r', 'PENDING', '2024-01-01', 'x', $2)`,
    [randomUUID(), schoolId],
  );
  await run(
    `INSERT INTO rollout_entry (tenant_id, id, school_id, state, effective_on, recorded_by) VALUES ($1, $2, $3, 'SURVEYED', '2024-01-01', 'x')`,
    [randomUUID(), schoolId],
  );
}

async function fillTopic(client: pg.Client, tenantId: number, schoolId: string): Promise<void> {
  const topic = randomUUID();
  const run = (columns: string, values: string): Promise<unknown> =>
    client.query(`INSERT INTO ${columns.replace('(', '(tenant_id, id, school_id, ')} VALUES ($1, $2, $3, ${values})`, [
      tenantId,
      columns.startsWith('topic ') ? topic : randomUUID(),
      schoolId,
    ]);
  await run(
    'rules_of_procedure (meeting_kind, number, status, fields, created_by, created_by_name)',
    `'PARTY_ORG', 1, 'DRAFT', '{}', $2, 'x'`,
  );
  await run(
    'topic (meeting_kind, item_kind, title, matter_code, matter, category, decider, confidentiality, state, created_by, created_by_name)',
    `'PARTY_ORG', 'DECISION', 'x', 'X', '{}', 'ADMINISTRATION', 'PARTY_MEETING', 'INTERNAL', 'DRAFT', $2, 'x'`,
  );
  await run(
    'topic_record (topic_id, kind, held_on, result, recorded_by_name, created_by)',
    `'${topic}', 'PROPOSAL', '2024-01-01', 'x', 'x', $2`,
  );
  await run(
    'consultation (topic_id, round, side, to_person_id, to_person_name, to_post, asked_by, asked_by_name)',
    `'${topic}', 1, 'PRINCIPAL', $2, 'x', 'PRINCIPAL', $2, 'x'`,
  );
  await run(
    'procedural_departure (subject_type, subject_id, check_id, reason, requested_on, requested_by, requested_by_name)',
    `'TOPIC', '${topic}', 'PM-10', 'x', '2024-01-01', $2, 'x'`,
  );
  await run(
    'check_outcome (subject_type, subject_id, check_id, outcome, severity, clause, params, evaluated_by)',
    `'TOPIC', '${topic}', 'PM-10', 'PASS', 'DEFAULT', 'x', '{}', $2`,
  );
}

async function fillOrganization(client: pg.Client, tenantId: number, schoolId: string): Promise<void> {
  const organization = randomUUID();
  const run = (sql: string, values: unknown[]): Promise<unknown> => client.query(sql, [tenantId, ...values]);
  await run(`INSERT INTO party_organization (tenant_id, id, school_ids) VALUES ($1, $2, ARRAY[$3::uuid])`, [
    organization,
    schoolId,
  ]);
  await run(
    `INSERT INTO party_organization_version (tenant_id, id, organization_id, school_ids, valid, name, org_type)
     VALUES ($1, $2, $3, ARRAY[$4::uuid], '[2010-09-01,)', 'x', 'BRANCH')`,
    [randomUUID(), organization, schoolId],
  );
  await run(
    `INSERT INTO school_organization (tenant_id, id, school_id, organization_id, valid) VALUES ($1, $2, $3, $4, '[2010-09-01,)')`,
    [randomUUID(), schoolId, organization],
  );
}

async function fillLoose(client: pg.Client, tenantId: number, schoolId: string | null): Promise<void> {
  const run = (sql: string): Promise<unknown> => client.query(sql, [tenantId, randomUUID(), schoolId]);
  await run(
    `INSERT INTO role_grant (tenant_id, id, school_id, account_id, account_name, role, valid, granted_by, reason) VALUES ($1, $2, $3, $2, 'x', 'Staff', '[2020-01-01,2030-01-01)', 'x', 'x')`,
  );
  await run(
    `INSERT INTO job (tenant_id, id, school_id, kind, args, account_id, grant_id) VALUES ($1, $2, $3, 'k', '{}', $2, 'G')`,
  );
  await run(`INSERT INTO stored_file_part (tenant_id, file_id, no, school_id, bytes) VALUES ($1, $2, 0, $3, '')`);
  await run(
    `INSERT INTO stored_file (tenant_id, id, school_id, name, media_type, size, sha256, account_id) VALUES ($1, $2, $3, 'f', 't', 1, '', $2)`,
  );
  await run(
    `WITH file AS (INSERT INTO stored_file (tenant_id, id, school_id, name, media_type, size, sha256, account_id, attached)
       VALUES ($1, $2, $3, 'f', 't', 1, '', $2, false))
     INSERT INTO attachment (tenant_id, id, school_id, file_id, subject_type, subject_id, kind, name, media_type, size, sha256, created_by, created_by_name)
     VALUES ($1, $2, $3, $2, 'School', $2, 'SCAN', 'f', 't', 1, decode(repeat('00', 32), 'hex'), $2, 'x')`,
  );
  await run(
    `INSERT INTO audit_entry (tenant_id, id, school_id, account_id, actor, grant_id, role, request_id, action, subject_type) VALUES ($1, $2, $3, $2, 'x', 'G', 'r', 'r', 'a', 's')`,
  );
  if (!schoolId) await fillImport(client, tenantId);
}

async function fillImport(client: pg.Client, tenantId: number): Promise<void> {
  const batch = randomUUID();
  const run = (sql: string): Promise<unknown> => client.query(sql, [tenantId, batch]);
  await run(
    `INSERT INTO import_batch (tenant_id, id, kind, file_name, file_sha256, status, mapping, counts, account_id, created_by) VALUES ($1, $2, 'ROSTER', 'f', '', 'STAGED', '{}', '{}', $2, 'x')`,
  );
  await run(
    `INSERT INTO import_row (tenant_id, id, batch_id, position, sheet, row_no, outcome, change, reasons, warnings, cells, source, account_id)
     VALUES ($1, gen_random_uuid(), $2, 0, 's', 1, 'IMPORTED', 'NEW', '{}', '{}', '{}', '{}', $2)`,
  );
  await run(
    `INSERT INTO import_effect (tenant_id, id, batch_id, position, subject_type, subject_id) VALUES ($1, gen_random_uuid(), $2, 0, 'School', $2)`,
  );
}

/** Every row of a table, past row security. */
export async function allRows(superuser: pg.Client, wall: WallTable): Promise<WallRow[]> {
  const { rows } = await superuser.query<{
    id: string;
    tenant_id: number;
    school_id: string | null;
    school_ids: string[] | null;
    restricted: boolean | null;
  }>(
    `SELECT ${wall.key} AS id, tenant_id, ${wall.school ?? 'NULL::uuid'} AS school_id, ${wall.schools ?? 'NULL::uuid[]'} AS school_ids,
       ${wall.restricted ? 'restricted' : 'NULL::boolean'} AS restricted FROM ${wall.table}`,
  );
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    schoolId: row.school_id,
    ...(row.school_ids ? { schoolIds: row.school_ids } : {}),
    ...(row.restricted === null ? {} : { restricted: row.restricted }),
  }));
}
