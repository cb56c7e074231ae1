import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { connectAs, startTestDatabase } from '../testing/test-database.js';
import type { TestDatabase } from '../testing/test-database.js';

let database: TestDatabase;
let superuser: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase();
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  app = await connectAs(database.urls.app);
}, 60_000);
afterAll(async () => {
  await Promise.all([superuser.end(), app.end()]);
  await database.stop();
});

async function names(sql: string): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(sql);
  return rows.map((row) => row.name);
}

const TENANT_TABLES = `SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'zhixiao'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p')`;

describe('T-34: the catalogue', () => {
  test('every table with a tenant has row security, enabled and forced', async () => {
    expect(
      await names(`SELECT t.relname AS name FROM (${TENANT_TABLES}) t JOIN pg_class c ON c.oid = t.oid
        WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)`),
    ).toEqual([]);
  });

  test('every table with a tenant has a policy that checks what is written, unless the API may not write it', async () => {
    expect(
      await names(`SELECT t.relname AS name FROM (${TENANT_TABLES}) t
        WHERE has_table_privilege('zhixiao_app', t.oid, 'INSERT') AND NOT EXISTS
          (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND p.polwithcheck IS NOT NULL AND p.polcmd IN ('a', '*'))`),
    ).toEqual([]);
  });

  test('no policy has a sub-select: a distributed database refuses one', async () => {
    expect(
      await names(
        `SELECT policyname AS name FROM pg_policies WHERE schemaname = 'zhixiao' AND (qual ILIKE '%select%' OR with_check ILIKE '%select%')`,
      ),
    ).toEqual([]);
  });

  test('the API role is no owner, no superuser, passes no row security, makes nothing and belongs to no other role', async () => {
    const { rows } = await superuser.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      has_schema_privilege('zhixiao_app', 'zhixiao', 'CREATE') AS creates, has_schema_privilege('zhixiao_app', 'public', 'CREATE') AS creates_public,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = 'zhixiao_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        creates: false,
        creates_public: false,
        memberships: 0,
        owns: 0,
      },
    ]);
  });

  test('audit entries can be neither changed nor deleted by the API', async () => {
    const { rows } =
      await superuser.query(`SELECT has_table_privilege('zhixiao_app', 'audit_entry', 'UPDATE') AS updates,
      has_table_privilege('zhixiao_app', 'audit_entry', 'DELETE') AS deletes, has_table_privilege('zhixiao_app', 'audit_entry', 'TRUNCATE') AS truncates`);
    expect(rows).toEqual([{ updates: false, deletes: false, truncates: false }]);
  });

  test('password hashes and sessions are out of the API role’s reach', async () => {
    await expect(app.query('SELECT password_hash FROM account')).rejects.toThrow(/permission denied/);
    await expect(app.query('SELECT token_hash FROM session')).rejects.toThrow(/permission denied/);
  });
});

describe('T-43: keys', () => {
  test('every primary key and unique index of a tenant table begins with the tenant', async () => {
    expect(
      await names(`SELECT i.relname AS name FROM (${TENANT_TABLES}) t JOIN pg_index x ON x.indrelid = t.oid AND x.indisunique
        JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0] WHERE a.attname <> 'tenant_id'`),
    ).toEqual([]);
  });

  test('every foreign key between tenant tables carries the tenant, so that none crosses', async () => {
    expect(
      await names(`SELECT k.conname AS name FROM pg_constraint k JOIN (${TENANT_TABLES}) t ON t.oid = k.conrelid
        JOIN (${TENANT_TABLES}) r ON r.oid = k.confrelid
        WHERE k.contype = 'f' AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey, k.confkey) AS c (own, other)
          JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attnum = c.own JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = c.other
          WHERE o.attname = 'tenant_id' AND f.attname = 'tenant_id')`),
    ).toEqual([]);
  });

  test('every exclusion constraint begins with the plain tenant, and has expressions after it', async () => {
    const { rows } = await superuser.query<{
      name: string;
      first: string;
      plain: number;
    }>(`SELECT k.conname AS name, a.attname AS first,
        (SELECT count(*)::int FROM unnest(x.indkey::int2[]) AS n (no) WHERE n.no <> 0) AS plain
      FROM pg_constraint k JOIN pg_index x ON x.indexrelid = k.conindid LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.indkey[0]
      JOIN pg_namespace n ON n.oid = k.connamespace AND n.nspname = 'zhixiao' WHERE k.contype = 'x'`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => row.first !== 'tenant_id' || row.plain !== 1)).toEqual([]);
  });
});

async function tenantTables(): Promise<string[]> {
  return names(
    `SELECT t.relname AS name FROM (${TENANT_TABLES}) t WHERE has_table_privilege('zhixiao_app', t.oid, 'SELECT')`,
  );
}

async function seenBy(settings: Readonly<Record<string, string>>): Promise<Record<string, number | string>> {
  const seen: Record<string, number | string> = {};
  for (const table of [...(await tenantTables()), 'tenant']) {
    await app.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await app.query(`SET LOCAL ${name} = ${app.escapeLiteral(value)}`);
    const rows = await app.query(`SELECT count(*)::int AS n FROM ${table}`).then(
      (r) => r.rows as { n: number }[],
      (e: Error) => e.message,
    );
    await app.query('ROLLBACK');
    if (typeof rows === 'string') seen[table] = rows;
    else if (rows[0]?.n) seen[table] = rows[0].n;
  }
  return seen;
}

describe('without a scope', () => {
  test('T-35: nothing is seen in any table, and nothing fails', async () => {
    expect(await seenBy({})).toEqual({});
  });

  test('T-35: nothing is seen either once a transaction has set and left a scope', async () => {
    await app.query(`BEGIN; SET LOCAL app.scope_lo = '0'; SET LOCAL app.scope_hi = '999999'; COMMIT`);
    expect(await seenBy({})).toEqual({});
  });

  test.each(['', ' ', '-1'])('T-36: a scope of "%s" shows nothing', async (value) => {
    const seen = await seenBy({ 'app.scope_lo': value, 'app.scope_hi': value });
    expect(Object.values(seen).filter((v) => typeof v === 'number')).toEqual([]);
  });

  test.each(['abc', '1; drop', '99999999999999'])('T-36: a scope of "%s" is refused cleanly', async (value) => {
    const seen = await seenBy({ 'app.scope_lo': value, 'app.scope_hi': value });
    expect(Object.values(seen).filter((v) => typeof v === 'number')).toEqual([]);
    expect(Object.values(seen).every((v) => /invalid input syntax|out of range/.test(String(v)))).toBe(true);
  });
});
