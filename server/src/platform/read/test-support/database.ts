import { startTestCluster } from '@zhixiao/embedded-postgres';
import pg from 'pg';
import { createReadPool } from '../../database/read-pool.js';
import type { ReadPool } from '../../database/read-pool.js';
import { appointments, people, schools, tenants } from './rows.js';

const TABLES = `
CREATE TABLE tenant (id int PRIMARY KEY, parent_id int, name text NOT NULL, level text NOT NULL);
CREATE TABLE school (
  tenant_id int NOT NULL, school_id uuid NOT NULL, valid_from date NOT NULL, valid_to date NOT NULL, code text NOT NULL,
  name text NOT NULL, pinyin text NOT NULL, students int, budget bigint, ratio float8, legal boolean, tags text[] NOT NULL,
  findings jsonb NOT NULL, extra jsonb, changed_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, school_id, valid_from));
CREATE TABLE person (
  tenant_id int NOT NULL, id uuid NOT NULL, name text NOT NULL, school_ids uuid[] NOT NULL, score int, PRIMARY KEY (tenant_id, id));
CREATE TABLE appointment (
  tenant_id int NOT NULL, id uuid NOT NULL, school_id uuid NOT NULL, person_id uuid NOT NULL, post text NOT NULL,
  valid daterange NOT NULL, tenure_end date, superseded_at timestamptz, restricted boolean NOT NULL, account_id uuid, PRIMARY KEY (tenant_id, id));
`;

export interface TestDatabase {
  readonly pool: ReadPool;
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** A PostgreSQL with the rows of rows.ts. It stands in another time zone than UTC, as servers do. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster = await startTestCluster();
  const url = cluster.superuserUrl();
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`ALTER DATABASE postgres SET timezone = 'Asia/Shanghai'`);
  await client.query(TABLES);
  const fill = (table: string, rows: readonly object[]): Promise<unknown> =>
    client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  await fill('tenant', tenants);
  await fill('school', schools);
  await fill('person', people);
  await fill(
    'appointment',
    appointments.map((row) => ({ ...row, valid: `[${row.from},${row.to ?? ''})` })),
  );
  const pool = createReadPool(url, 2);
  return {
    pool,
    query: async (text, values = []) => (await client.query(text, values)).rows as Record<string, unknown>[],
    stop: async () => {
      await pool.end();
      await client.end();
      await cluster.stop();
    },
  };
}
