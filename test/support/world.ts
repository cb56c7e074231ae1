import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '@zhixiao/domain';
import { Client } from './client.js';
import { asSuperuser, cloneDatabase } from './database.js';
import { startServer, startWorker } from './processes.js';
import type { ServerProcess } from './processes.js';

/** The password of every test account, and its argon2id hash. */
export const PASSWORD = 'correct horse battery';
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$kZSJD2GJC3e71nIPtpkvNA$BcETTT5dra/8dIKWAFsQYxIWBaNkCMIh+YwRDMzVHEM';

/** 黔东南州, its county 丹寨县 and 凯里市, and a city in another province. */
export const CITY = 522600;
export const DANZHAI = 522636;
export const KAILI = 522601;
export const OTHER_CITY = 330100;
export const OTHER_COUNTY = 330102;

export interface GrantOf {
  role: Role;
  tenant: number;
  school?: string;
}

/** A test's own world: a database, a server over it, and the people whom it needs. */
export interface World {
  readonly server: ServerProcess;
  readonly databaseUrl: string;
  readonly database: string;
  /** an account with these grants, signed in under the first of them */
  signedIn(grants: GrantOf | readonly GrantOf[], username?: string): Promise<Client>;
  account(grants: readonly GrantOf[], username?: string): Promise<{ id: string; username: string }>;
  /** signs in an existing account */
  signIn(username: string, password?: string): Promise<Client>;
  /** links an account to a person, so that the posts held give rights */
  linkPerson(accountId: string, personId: string): Promise<void>;
  sql<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>;
  worker(): Promise<ServerProcess>;
  end(): Promise<void>;
}

const LOGIN = `mutation Login($input: LoginInput!) { login(input: $input) { account { id } grants { id role } } }`;

export async function createWorld(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const database = await cloneDatabase();
  const server = await startServer(database.url, settings);
  const workers: ServerProcess[] = [];
  const sql = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    asSuperuser(async (client) => (await client.query(text, [...values])).rows as T[], database.name);
  const account = (
    grants: readonly GrantOf[],
    username = `u-${randomUUID().slice(0, 8)}`,
  ): Promise<{ id: string; username: string }> =>
    asSuperuser((client) => addAccount(client, grants, username), database.name);
  const signIn = async (username: string, password = PASSWORD): Promise<Client> => {
    const client = new Client(server.url);
    await client.ask(LOGIN, { input: { username, password } });
    return client;
  };
  return {
    server,
    databaseUrl: database.url,
    database: database.name,
    sql,
    account,
    signIn,
    signedIn: async (grants, username) => signIn((await account([grants].flat() as GrantOf[], username)).username),
    linkPerson: async (accountId, personId) => {
      const [, tenant, person] = personId.split('_');
      await sql('INSERT INTO account_person (tenant_id, account_id, person_id) VALUES ($1, $2, $3)', [
        tenant,
        accountId,
        person,
      ]);
    },
    worker: async () => {
      const worker = await startWorker(database.url, settings);
      workers.push(worker);
      return worker;
    },
    end: async () => {
      await Promise.all([server, ...workers].map((process) => process.stop()));
      await database.drop();
    },
  };
}

async function addAccount(
  client: pg.Client,
  grants: readonly GrantOf[],
  username: string,
): Promise<{ id: string; username: string }> {
  const id = randomUUID();
  await client.query('INSERT INTO account (id, username, display_name, password_hash) VALUES ($1, $2, $2, $3)', [
    id,
    username,
    PASSWORD_HASH,
  ]);
  for (const grant of grants) {
    await client.query(
      `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, school_id, valid, granted_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, daterange('2020-01-01', '2099-01-01'), 'test', 'test')`,
      [grant.tenant, randomUUID(), id, username, grant.role, grant.school?.split('_').at(-1) ?? null],
    );
  }
  return { id, username };
}
