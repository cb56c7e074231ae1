import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Statement } from './platform/database/read-pool.js';
import type { ActiveGrant } from './platform/scope.js';
import { createSchema } from './schema.js';
import { COUNTY, NATION, planOf, STANDING_FILL, statementsOf } from './testing/generic-plans.js';
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
${STANDING_FILL}`;

const plan = (statement: Statement, grant: ActiveGrant): Promise<string[]> => planOf(app, statement, grant);

async function plansOf(source: string, planned: ActiveGrant): Promise<string[]> {
  const statements = await statementsOf(schema, source, planned);
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
    const [statement] = await statementsOf(schema, LIST, NATION);
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
