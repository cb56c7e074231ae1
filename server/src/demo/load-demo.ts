import pg from 'pg';
import type { CivilDate } from '@zhixiao/domain';
import { hashPassword } from '../modules/identity/index.js';
import { accountRows, demoAccounts } from './accounts.js';
import type { DemoAccount } from './accounts.js';
import { copyRows } from './copy-rows.js';
import { calendarOf } from './dates.js';
import type { Calendar } from './dates.js';
import { demoPlans } from './demo-plans.js';
import type { KnownTenant } from './demo-plans.js';
import type { TenantPlan } from './seeds.js';
import { createCopyText } from './tables.js';
import { writeTenant } from './tenant.js';
import { writeYears } from './year/index.js';

export interface DemoOptions {
  /** of the role zhixiao_loader */
  readonly loaderUrl: string;
  /** the day around which everything is laid out; the same day gives the same data */
  readonly asOf: CivilDate;
  /** of every account of the demonstration */
  readonly password: string;
}

export interface LoadedDemo {
  readonly accounts: readonly string[];
  readonly schools: number;
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Loads the demonstration into a migrated database that has the division tree: all of it or, after an error, none.
 * @throws when one of its tenants is enrolled already
 */
export async function loadDemo({ loaderUrl, asOf, password }: DemoOptions): Promise<LoadedDemo> {
  const client = new pg.Client({ connectionString: loaderUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const plans = demoPlans(await knownTenants(client));
    const loaded = await load(client, { plans, calendar: calendarOf(asOf), password });
    await client.query('COMMIT');
    // the planner's figures of empty tables would last until autovacuum comes by
    await client.query('ANALYZE');
    return loaded;
  } finally {
    await client.end();
  }
}

/** Whether the database has the demonstration, or tenants of its own: then nothing is loaded. */
export async function isEnrolled(loaderUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: loaderUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ enrolled: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM tenant WHERE enrolled_on IS NOT NULL) AS enrolled',
    );
    return rows[0]?.enrolled === true;
  } finally {
    await client.end();
  }
}

async function knownTenants(client: pg.ClientBase): Promise<Map<number, KnownTenant>> {
  const { rows } = await client.query<KnownTenant>('SELECT id, name, short_name AS "shortName" FROM tenant');
  return new Map(rows.map((row) => [row.id, row]));
}

interface Load {
  readonly plans: readonly TenantPlan[];
  readonly calendar: Calendar;
  readonly password: string;
}

async function load(client: pg.ClientBase, { plans, calendar, password }: Load): Promise<LoadedDemo> {
  await enrol(client, plans, calendar);
  const out = createCopyText();
  const schools = plans.flatMap((plan) => {
    const made = writeTenant(out, plan, calendar);
    writeYears(out, plan, { schools: made, today: calendar });
    return made;
  });
  await copyRows(client, out.take());
  const accounts = demoAccounts(schools);
  for (const account of accounts) await insertAccount(client, account, { password, year: calendar.year });
  return { accounts: accounts.map((one) => one.username), schools: schools.length, rows: out.rows };
}

async function enrol(client: pg.ClientBase, plans: readonly TenantPlan[], { rolloutSince }: Calendar): Promise<void> {
  const { rowCount } = await client.query(
    'UPDATE tenant SET enrolled_on = $2, is_demo = true WHERE id = ANY ($1::int[]) AND enrolled_on IS NULL',
    [plans.map((plan) => plan.tenantId), rolloutSince],
  );
  if (rowCount !== plans.length) throw new Error('A tenant of the demonstration is in use already');
}

/** Each account has a hash of its own, though the password is one for all. */
async function insertAccount(
  client: pg.ClientBase,
  account: DemoAccount,
  { password, year }: { password: string; year: number },
): Promise<void> {
  const rows = accountRows(account, { passwordHash: await hashPassword(password), year });
  await insert(client, 'account', rows.account);
  for (const grant of rows.grants) await insert(client, 'role_grant', grant);
  if (rows.person) await insert(client, 'account_person', rows.person);
}

async function insert(client: pg.ClientBase, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row));
}
