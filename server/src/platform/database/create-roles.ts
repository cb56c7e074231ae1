import type pg from 'pg';
import { DATABASE_ROLES, parseUrl, roleName } from './roles.js';
import type { DatabaseRole, RoleUrls } from './roles.js';

const ATTRIBUTES: Readonly<Record<DatabaseRole, string>> = {
  owner: 'LOGIN NOBYPASSRLS',
  app: 'LOGIN NOBYPASSRLS',
  auth: 'LOGIN NOBYPASSRLS',
  jobs: 'LOGIN NOBYPASSRLS',
  loader: 'LOGIN BYPASSRLS',
};

const TIME_LIMITS: Partial<Record<DatabaseRole, string>> = { app: '5s', auth: '5s' };

/**
 * Makes or refreshes the five roles and the schema. Safe to run at every start.
 * @param client connected as a role that may create roles and owns the database
 */
export async function createRoles(client: pg.ClientBase, urls: RoleUrls): Promise<void> {
  for (const role of DATABASE_ROLES) await createRole(client, role, urls[role]);
  const database = (await client.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name ?? '';
  const quoted = client.escapeIdentifier(database);
  await client.query(`
    GRANT zhixiao_owner, zhixiao_jobs TO CURRENT_USER;
    GRANT CREATE ON DATABASE ${quoted} TO zhixiao_owner, zhixiao_jobs;
    CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
    CREATE SCHEMA IF NOT EXISTS zhixiao AUTHORIZATION zhixiao_owner;
    GRANT USAGE ON SCHEMA zhixiao TO zhixiao_app, zhixiao_auth, zhixiao_jobs, zhixiao_loader;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  `);
}

async function createRole(client: pg.ClientBase, role: DatabaseRole, url: string): Promise<void> {
  const name = roleName(role);
  const password = client.escapeLiteral(decodeURIComponent(parseUrl(url).password));
  const exists = (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])).rowCount;
  await client.query(`${exists ? 'ALTER' : 'CREATE'} ROLE ${name} ${ATTRIBUTES[role]} PASSWORD ${password}`);
  await client.query(`ALTER ROLE ${name} SET search_path = zhixiao, public`);
  await client.query(`ALTER ROLE ${name} SET jit = off`); // short statements: compiling one costs more than running it
  const limit = TIME_LIMITS[role];
  if (!limit) return;
  await client.query(`ALTER ROLE ${name} SET statement_timeout = '${limit}'`);
  await client.query(`ALTER ROLE ${name} SET lock_timeout = '2s'`);
  await client.query(`ALTER ROLE ${name} SET idle_in_transaction_session_timeout = '10s'`);
}
