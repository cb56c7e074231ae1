import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ancestorsOf, subtreeEnd } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { abilityFor } from '@zhixiao/policy';
import { graphql } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { GraphqlContext } from './platform/graphql/graphql-context.js';
import type { Statement } from './platform/database/read-pool.js';
import { scopeSql } from './platform/scope.js';
import type { ActiveGrant } from './platform/scope.js';
import { createSchema } from './schema.js';
import { connectAs, startTestDatabase } from './testing/test-database.js';
import type { TestDatabase } from './testing/test-database.js';

/**
 * A policy is opaque to the planner and every statement carries its own range, so that a generic plan made under a county
 * serves the nation and the other way round. Here each hot statement is planned in generic mode under both scopes.
 */
let database: TestDatabase;
let superuser: pg.Client;
let app: pg.Client;
let schema: GraphQLSchema;
let aSchool: string;

const COUNTIES = 25;
const SCHOOLS = 40;

beforeAll(async () => {
  database = await startTestDatabase();
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  app = await connectAs(database.urls.app);
  schema = await createSchema();
  await superuser.query(FILL.replaceAll(':counties', String(COUNTIES)).replaceAll(':schools', String(SCHOOLS)));
  await superuser.query('ANALYZE');
  const { rows } = await superuser.query<{ id: string }>(`SELECT id FROM school WHERE tenant_id = 522636 LIMIT 1`);
  aSchool = `S_522636_${rows[0]?.id ?? ''}`;
}, 90_000);
afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.stop();
});

const FILL = `
CREATE TEMP TABLE counties AS SELECT id FROM tenant WHERE level = 'COUNTY' ORDER BY id = 522636 DESC, id LIMIT :counties;
INSERT INTO school (tenant_id, id, code, opened_on)
  SELECT c.id, gen_random_uuid(), c.id || lpad(n::text, 4, '0'), '2000-09-01' FROM counties c, generate_series(1, :schools) n;
INSERT INTO person (tenant_id, id, person_key, name, name_pinyin, name_initials, membership, school_ids)
  SELECT s.tenant_id, gen_random_uuid(), gen_random_uuid(), '某', 'mou', 'm', 'FULL', ARRAY[s.id] FROM school s, generate_series(1, 2);
INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, valid, source)
  SELECT tenant_id, gen_random_uuid(), school_ids[1], id, name, 'VICE_PRINCIPAL', daterange(d, (d + 700)), 'ENTERED'
  FROM person, (VALUES ('2018-01-01'::date), ('2021-01-01'), ('2025-08-01')) AS v (d);
INSERT INTO rollout_entry (tenant_id, id, school_id, state, effective_on, recorded_by)
  SELECT tenant_id, gen_random_uuid(), id, 'SURVEYED', '2024-01-01', 'x' FROM school;
INSERT INTO school_standing SELECT r.* FROM (SELECT jsonb_agg(d || jsonb_build_object('tenant_id', s.tenant_id, 'school_id', s.id,
    'code', s.code, 'name_pinyin', s.code, 'scope', 'IN_SCOPE', 'valid_from', v.f, 'valid_to', v.t)) AS rows
  FROM school s, (VALUES ('2000-09-01', '2022-01-01'), ('2022-01-01', '2025-01-01'), ('2025-01-01', 'infinity')) AS v (f, t),
  (SELECT jsonb_object_agg(attname, CASE WHEN atttypid = 'date'::regtype OR atttypid = 'uuid'::regtype THEN 'null'::jsonb WHEN atttypid = 'int'::regtype THEN '1'
      WHEN atttypid = 'bool'::regtype THEN 'true' WHEN atttypid IN ('jsonb'::regtype, 'text[]'::regtype) THEN '[]' ELSE '"x"' END) AS d
    FROM pg_attribute WHERE attrelid = 'school_standing'::regclass AND attnum > 0 AND NOT attisdropped) d) x, jsonb_populate_recordset(NULL::school_standing, x.rows) r`;

function grantOf(role: Role, tenantId: number): ActiveGrant {
  const accountId = randomUUID();
  return {
    id: `G_${tenantId}_${accountId}`,
    role,
    tenantId,
    lo: tenantId,
    hi: subtreeEnd(tenantId),
    schoolId: null,
    ancestors: ancestorsOf(tenantId),
    accountId,
    accountName: 'x',
    personId: null,
  };
}

const COUNTY = grantOf('CountyAdmin', 522636);
/** no role reads the nation yet; its range is what plans are to bear */
const NATION: ActiveGrant = { ...grantOf('CityInspector', 522600), lo: 0, hi: 999999 };

/** The statements that an operation comes to under a grant. */
async function statementsOf(source: string, grant: ActiveGrant): Promise<Statement[]> {
  const captured: Statement[] = [];
  const run = async (_grant: unknown, _id: string, statements: readonly Statement[]): Promise<{ rows: [] }[]> => {
    captured.push(...statements);
    return statements.map(() => ({ rows: [] }));
  };
  const contextValue = {
    signedIn: {
      accountId: grant.accountId,
      username: 'x',
      displayName: 'x',
      tokenHash: Buffer.alloc(32),
      grants: [grant],
    },
    grant,
    ability: abilityFor(grant),
    ports: { read: { run } },
    requestId: 'plans',
    ip: 'x',
    today: '2026-01-01',
    now: new Date(),
  } as unknown as GraphqlContext;
  await graphql({ schema, source, contextValue });
  return captured;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

function accessOf(node: PlanNode): string[] {
  const whole = node['Node Type'] === 'Seq Scan' ? [`${node['Relation Name'] ?? ''} whole`] : [];
  const own = node['Index Name'] ? [node['Index Name']] : whole;
  return [...own, ...(node.Plans ?? []).flatMap(accessOf)];
}

/** How a statement's generic plan reaches each table under a grant's scope. */
async function plan({ text, values }: Statement, grant: ActiveGrant): Promise<string[]> {
  await app.query(`BEGIN;${scopeSql(grant, 'plans')};SET LOCAL plan_cache_mode = force_generic_plan`);
  try {
    await app.query(`PREPARE hot AS ${text}`);
    const given = values.map((value) => (value === null ? 'NULL' : app.escapeLiteral(String(value))));
    const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE hot${given.length > 0 ? `(${given.join(', ')})` : ''}`,
    );
    await app.query('DEALLOCATE hot');
    return [...new Set(rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => accessOf(Plan))))].sort();
  } finally {
    await app.query('ROLLBACK');
  }
}

async function plansOf(source: string, planned: ActiveGrant): Promise<string[]> {
  const statements = await statementsOf(source, planned);
  expect(statements.length).toBe(1);
  return plan(statements[0] as Statement, planned);
}

const LIST =
  '{ schools(first: 25) { nodes { id name stage scope secretaryName principalName rolloutState hardFindings findings { checkId } tenant { name } } } }';

describe('generic plans of hot statements', () => {
  test('the list of a county walks the order of codes, and asks nothing else', async () => {
    expect(await plansOf(LIST, COUNTY)).toEqual(['school_standing_code', 'tenant_pkey']);
  });

  test('the first page of the nation walks the same index and stops', async () => {
    expect(await plansOf(LIST, NATION)).toEqual(['school_standing_code', 'tenant_pkey']);
  });

  test('a plan is the same, whichever scope it was made under', async () => {
    const [statement] = await statementsOf(LIST, NATION);
    expect(await plan(statement as Statement, COUNTY)).toEqual(await plan(statement as Statement, NATION));
  });

  test('the page of a school finds every relation by tenant and school', async () => {
    const page = `{ school(id: "${aSchool}") { name findings { checkId } team { post personName person { name } }
      appointments(first: 10) { nodes { post personName startsOn } } departures { checkId } rolloutEntries { state effectiveOn } } }`;
    for (const grant of [COUNTY, NATION]) {
      const found = await plansOf(page, grant);
      expect(found.filter((access) => access.endsWith('whole') && !access.startsWith('staffing_departure'))).toEqual(
        [],
      );
      expect(found).toContain('appointment_school');
      expect(found).toContain('school_standing_pkey');
    }
  });
});
