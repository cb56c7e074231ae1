import pg from 'pg';
import { DataSource } from 'typeorm';
import { runMigrations as prepareQueue } from 'graphile-worker';
import { migrations } from '../../migrations/index.js';
import { ConfigError } from '../config.js';
import { createRoles } from './create-roles.js';
import type { RoleUrls } from './roles.js';

/** One migrator at a time; a second one waits for the first and then finds nothing to do. */
const MIGRATION_LOCK = 5_226_36;

/**
 * Brings a database to the schema of this version: roles, extensions, tables, the job queue. Forward only.
 * @param adminUrl a role that may create roles; without it the roles must exist already
 * @param referenceData what every installation has (the division tree), loaded as the owner; safe to run again
 */
export async function migrate(
  urls: RoleUrls,
  adminUrl: string | undefined,
  referenceData: (owner: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = await connect(adminUrl ?? urls.owner);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseOldServer(client);
    if (adminUrl) await createRoles(client, urls);
    await migrateTables(urls.owner);
    await migrateQueue(urls.jobs);
    await loadAsOwner(urls.owner, referenceData);
  } finally {
    await client.end();
  }
}

async function loadAsOwner(ownerUrl: string, load: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = await connect(ownerUrl);
  try {
    await load(owner);
  } finally {
    await owner.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    throw new ConfigError(`The database can't be reached: ${(error as Error).message}`, { cause: error });
  }
  return client;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; ctype: string }>(
    `SELECT current_setting('server_version_num') AS version, datctype AS ctype FROM pg_database WHERE datname = current_database()`,
  );
  const { version = '0', ctype = '' } = rows[0] ?? {};
  if (Number(version) < 150000) throw new ConfigError(`PostgreSQL 15 or later is needed, this is ${version}`);
  if (ctype === 'C' || ctype === 'POSIX') {
    throw new ConfigError(`The database has lc_ctype ${ctype}: Chinese search needs C.UTF-8 or another UTF-8 locale`);
  }
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'zhixiao',
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
  await source.initialize();
  try {
    await source.runMigrations();
    await source.query('GRANT SELECT ON schema_migration TO zhixiao_app');
  } finally {
    await source.destroy();
  }
}

/** The queue's tables belong to the jobs role; the API enqueues through one function of that role (ADR 0003). */
async function migrateQueue(jobsUrl: string): Promise<void> {
  await prepareQueue({ connectionString: jobsUrl });
  const client = await connect(jobsUrl);
  try {
    await client.query(`
      CREATE OR REPLACE FUNCTION graphile_worker.zhixiao_enqueue(task text, payload json, queue text)
      RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = graphile_worker, pg_catalog AS
      $$ SELECT graphile_worker.add_job(task, payload, queue_name => queue,
        max_attempts => CASE WHEN task = 'job' THEN 3 ELSE 12 END) $$; -- a delivery waits hours for the other side
      REVOKE ALL ON FUNCTION graphile_worker.zhixiao_enqueue(text, json, text) FROM PUBLIC;
      GRANT USAGE ON SCHEMA graphile_worker TO zhixiao_app;
      GRANT EXECUTE ON FUNCTION graphile_worker.zhixiao_enqueue(text, json, text) TO zhixiao_app;
    `);
  } finally {
    await client.end();
  }
}
