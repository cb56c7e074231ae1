import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, ancestorsOf, subtreeEnd } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { abilityFor, conditionOf, subjectOf } from '@zhixiao/policy';
import fc from 'fast-check';
import type pg from 'pg';
import { connectAs, startTestDatabase } from '../testing/test-database.js';
import type { TestDatabase } from '../testing/test-database.js';
import { OTHER_WALLS, WALL_TABLES, WALL_TENANTS, allRows, fillWalls } from '../testing/wall-fixture.js';
import type { WallRow, WallTable } from '../testing/wall-fixture.js';
import { scopeSql } from './scope.js';
import type { ActiveGrant } from './scope.js';

let database: TestDatabase;
let superuser: pg.Client;
let app: pg.Client;
let schools: Map<number, readonly string[]>;
const rowsOf = new Map<string, WallRow[]>();

beforeAll(async () => {
  database = await startTestDatabase();
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  app = await connectAs(database.urls.app);
  schools = await fillWalls(superuser);
  for (const wall of WALL_TABLES) rowsOf.set(wall.table, await allRows(superuser, wall));
}, 60_000);
afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.stop();
});

const OF_A_SCHOOL: readonly Role[] = [
  'Secretary',
  'Principal',
  'DeputySecretary',
  'CommitteeMember',
  'AdminTeamMember',
  'SchoolClerk',
];
const OF_A_SUBTREE: readonly Role[] = ['CityAdmin', 'CityInspector', 'CountyAdmin', 'CountyInspector'];

function grantOf(role: Role, tenantId: number, school: number): ActiveGrant {
  const schoolId = OF_A_SCHOOL.includes(role) ? (schools.get(tenantId)?.[school] ?? null) : null;
  const place = role === 'PlatformOperator' ? 0 : tenantId;
  const hi = OF_A_SUBTREE.includes(role) || place === 0 ? subtreeEnd(place) : place;
  const accountId = randomUUID();
  return {
    id: `G_${place}_${accountId}`,
    role,
    tenantId: place,
    lo: place,
    hi,
    schoolId,
    ancestors: ancestorsOf(place),
    accountId,
    accountName: 'x',
    personId: null,
  };
}

async function underRowSecurity<T>(grant: ActiveGrant, work: () => Promise<T>): Promise<T> {
  await app.query(`BEGIN;${scopeSql(grant, 'walls')}`);
  try {
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

const asSet = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

async function shown(wall: WallTable, grant: ActiveGrant): Promise<string[]> {
  const { rows } = await underRowSecurity(grant, () =>
    app.query<{ id: string }>(`SELECT ${wall.key} AS id FROM ${wall.table}`),
  );
  return asSet(rows.map((row) => row.id));
}

/** The ability asked by names: a table of subjects has no pair of types for each. */
interface Askable {
  can(action: string, subject: object): boolean;
}

function asked(ability: Askable, action: string, { wall, row }: { wall: WallTable; row: WallRow }): boolean {
  return ability.can(action, subjectOf(wall.subject, row));
}

function allowed(wall: WallTable, grant: ActiveGrant): { may: boolean; ids: string[] } {
  const ability = abilityFor(grant);
  const may = conditionOf(ability, 'read', wall.subject).kind !== 'none';
  const rows = rowsOf.get(wall.table) ?? [];
  return {
    may,
    ids: asSet(rows.filter((row) => asked(ability as unknown as Askable, 'read', { wall, row })).map((row) => row.id)),
  };
}

function isInScope(row: WallRow, { lo, hi, schoolId }: ActiveGrant): boolean {
  if (row.tenantId < lo || row.tenantId > hi) return false;
  return schoolId === null || row.schoolId === schoolId || (row.schoolIds?.includes(schoolId) ?? false);
}

/**
 * Accounts are the own tenant's, though row security shows a city which of its counties' accounts is whose person; a clerk
 * reads the jobs of the own account only.
 */
const isNarrowerByRule = ({ table }: WallTable, { role }: ActiveGrant): boolean =>
  table === 'account_person' || (table === 'job' && role === 'SchoolClerk');

async function disagreement(wall: WallTable, grant: ActiveGrant): Promise<string | null> {
  const seen = await shown(wall, grant);
  const { may, ids } = allowed(wall, grant);
  const outside = ids.filter((id) => !seen.includes(id));
  if (outside.length > 0)
    return `${grant.role} may read ${outside.length} rows of ${wall.table} that row security hides`;
  const tied = wall.school !== null || wall.schools !== undefined;
  const foreign = (rowsOf.get(wall.table) ?? []).filter(
    (row) => seen.includes(row.id) && !isInScope(row, tied ? grant : { ...grant, schoolId: null }),
  );
  if (foreign.length > 0)
    return `row security shows ${grant.role} ${foreign.length} rows of ${wall.table} out of its scope`;
  if (may && !isNarrowerByRule(wall, grant) && ids.length !== seen.length) {
    return `row security shows ${grant.role} ${seen.length} rows of ${wall.table}, the rules allow ${ids.length}`;
  }
  return null;
}

test('every table with a tenant is held to the two walls, or named with its reason', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'zhixiao'
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p')`,
  );
  const held = new Set([...WALL_TABLES.map(({ table }) => table), ...Object.keys(OTHER_WALLS)]);
  expect(rows.map(({ name }) => name).filter((name) => !held.has(name))).toEqual([]);
});

const RUNS = 600;

test(`CASL stays inside row security and equals it on tenant and school wherever the role may read (${RUNS} grants × ${WALL_TABLES.length} tables)`, async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ROLES),
      fc.constantFrom(...WALL_TENANTS),
      fc.constantFrom(0, 1),
      async (role, tenant, school) => {
        const grant = grantOf(role, tenant, school);
        for (const wall of WALL_TABLES) {
          cases += 1;
          const found = await disagreement(wall, grant);
          if (found) throw new Error(found);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(cases).toBe(RUNS * WALL_TABLES.length);
}, 300_000);

const WRITES = {
  School: ['update'],
  Person: ['update'],
  Appointment: ['end', 'correct'],
  StaffingDeparture: ['approve', 'withdraw'],
  RoleGrant: ['revoke'],
  RulesOfProcedure: ['draft', 'submit', 'review'],
} as const;

test('what a role may change, row security lets it change: every write action × role × tenant', async () => {
  const found: string[] = [];
  for (const wall of WALL_TABLES.filter((w) => w.subject in WRITES && w.table !== 'school_standing')) {
    for (const role of ROLES) {
      for (const tenant of WALL_TENANTS) {
        const grant = grantOf(role, tenant, 0);
        const { rows } = await underRowSecurity(grant, () =>
          app.query<{ id: string }>(`UPDATE ${wall.table} SET tenant_id = tenant_id RETURNING ${wall.key} AS id`),
        );
        const writable = new Set(rows.map((row) => row.id));
        const ability = abilityFor(grant);
        const actions: readonly string[] = WRITES[wall.subject as keyof typeof WRITES];
        for (const row of rowsOf.get(wall.table) ?? []) {
          const may = actions.some((action) => asked(ability as unknown as Askable, action, { wall, row }));
          if (may && !writable.has(row.id)) found.push(`${role} at ${tenant}: ${wall.table}`);
        }
        const foreign = (row: { id: string }): boolean => {
          const tenantId = rowsOf.get(wall.table)?.find((r) => r.id === row.id)?.tenantId ?? -1;
          const { lo, hi } = grant;
          return wall.reach ? tenantId < lo || tenantId > hi : tenantId !== grant.tenantId;
        };
        if (rows.some(foreign)) found.push(`${role} at ${tenant} changes a foreign row of ${wall.table}`);
      }
    }
  }
  expect(found).toEqual([]);
}, 120_000);

async function insertRefused(table: string, grant: ActiveGrant, tenantId: number): Promise<boolean> {
  return underRowSecurity(grant, async () => {
    try {
      await app.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1::jsonb)).*`, [
        JSON.stringify((await sample(table, tenantId)) ?? {}),
      ]);
      return false;
    } catch (error) {
      return (error as { code?: string }).code === '42501'; // a key already taken is met only past row security
    }
  });
}

async function sample(table: string, tenantId: number): Promise<unknown> {
  const { rows } = await superuser.query<{ row: unknown }>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE tenant_id = $1 LIMIT 1`,
    [tenantId],
  );
  return rows[0]?.row;
}

describe('with one policy removed the walls are seen to differ', () => {
  const exhaustive = async (wall: WallTable): Promise<string[]> => {
    const found: string[] = [];
    if (wall.reach) found.push(...(await blindChange(wall)));
    for (const role of ['CityAdmin', 'CountyAdmin', 'Secretary'] as const) {
      for (const tenant of [522600, 522636]) {
        const difference = await disagreement(wall, grantOf(role, tenant, 0));
        if (difference) found.push(difference);
      }
    }
    const county = grantOf('CountyAdmin', 522636, 0);
    if (await insertRefused(wall.table, county, 522636)) found.push(`${wall.table}: an own row is refused`);
    if (!(await insertRefused(wall.table, county, 522701))) found.push(`${wall.table}: a foreign row is taken`);
    // the city reads its counties' rows, and writes its own only, unless the table is one that is reached into
    const city = grantOf('CityAdmin', 522600, 0);
    const writable = ({ tenant_id: id }: { tenant_id: number }): boolean =>
      wall.reach ? id >= city.lo && id <= city.hi : id === 522600;
    for (const [done, statement] of await changesOf(wall)) {
      const { rows } = await underRowSecurity(city, () => app.query<{ tenant_id: number }>(statement));
      if (rows.length === 0) found.push(`${wall.table}: nothing can be ${done}`);
      if (!rows.every(writable)) found.push(`${wall.table}: a foreign row is ${done}`);
    }
    return found;
  };

  /** A change that reads nothing meets the policy of changes alone, where reading has the same range and would hide it. */
  async function blindChange({ table }: WallTable): Promise<string[]> {
    const city = grantOf('CityAdmin', 522600, 0);
    const { rowCount } = await underRowSecurity(city, () => app.query(`UPDATE ${table} SET version = 2`));
    const inRange = (rowsOf.get(table) ?? []).filter(({ tenantId: id }) => id >= city.lo && id <= city.hi);
    return rowCount === inRange.length ? [] : [`${table}: ${rowCount} rows changed, not ${inRange.length}`];
  }

  /** The statements by which the API role may change or delete rows of a table. */
  async function changesOf({ table, changes = 'tenant_id' }: WallTable): Promise<[done: string, statement: string][]> {
    const { rows } = await superuser.query<{ update: boolean; delete: boolean }>(
      `SELECT has_column_privilege('zhixiao_app', $1, $2, 'UPDATE') AS update, has_table_privilege('zhixiao_app', $1, 'DELETE') AS delete`,
      [table, changes],
    );
    const update: [string, string] = ['changed', `UPDATE ${table} SET ${changes} = ${changes} RETURNING tenant_id`];
    const removal: [string, string] = ['deleted', `DELETE FROM ${table} RETURNING tenant_id`];
    return [...(rows[0]?.update ? [update] : []), ...(rows[0]?.delete ? [removal] : [])];
  }

  interface Policy {
    policyname: string;
    cmd: string;
    roles: string;
    qual: string | null;
    with_check: string | null;
  }

  test.each(WALL_TABLES.map((wall) => [wall.table, wall] as const))(
    '%s: each policy of the API role, dropped and loosened',
    async (table, wall) => {
      expect(await exhaustive(wall)).toEqual([]);
      const { rows } = await superuser.query<Policy>(
        `SELECT policyname, cmd, array_to_string(roles, ', ') AS roles, qual, with_check FROM pg_policies
       WHERE schemaname = 'zhixiao' AND tablename = $1 AND 'zhixiao_app' = ANY (roles)
         AND cmd IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') AND (cmd <> 'UPDATE' OR has_any_column_privilege('zhixiao_app', $1, 'UPDATE'))`,
        [table],
      );
      expect(rows.length).toBeGreaterThanOrEqual(2);
      for (const policy of rows) {
        await superuser.query(`DROP POLICY ${policy.policyname} ON ${table}`);
        const dropped = await exhaustive(wall);
        await superuser.query(
          `CREATE POLICY ${policy.policyname} ON ${table} FOR ${policy.cmd} TO ${policy.roles} ${policy.qual ? 'USING (true)' : ''} ${policy.with_check ? 'WITH CHECK (true)' : ''}`,
        );
        const loosened = await exhaustive(wall);
        await superuser.query(`DROP POLICY ${policy.policyname} ON ${table}`);
        await superuser.query(
          `CREATE POLICY ${policy.policyname} ON ${table} FOR ${policy.cmd} TO ${policy.roles} ${policy.qual ? `USING (${policy.qual})` : ''} ${policy.with_check ? `WITH CHECK (${policy.with_check})` : ''}`,
        );
        expect([policy.policyname, dropped.length > 0, loosened.length > 0]).toEqual([policy.policyname, true, true]);
      }
    },
    60_000,
  );
});
