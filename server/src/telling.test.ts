import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { abilityFor } from '@zhixiao/policy';
import type pg from 'pg';
import { contributors, entities, grantSource } from './modules.js';
import { createSessionStore } from './modules/identity/index.js';
import { standingSettings } from './modules/tenancy/index.js';
import { connectAs, startTestDatabase } from './testing/test-database.js';
import type { TestDatabase } from './testing/test-database.js';
import { readConfig } from './platform/config.js';
import type { WriteContext } from './platform/context.js';
import { connect } from './platform/database/connect.js';
import type { Connections } from './platform/database/connect.js';
import type { Ports } from './platform/graphql/graphql-context.js';
import type { ActiveGrant } from './platform/scope.js';
import { unitOfWork } from './platform/unit-of-work.js';
import { runDaily } from './platform/notifications/daily.task.js';
import type { NewNotification } from './platform/notifications/new-notification.js';
import { messageOf, registerNotifications } from './platform/notifications/notification-kinds.js';

const COUNTY = 522636;

let database: TestDatabase;
let connections: Connections;
let superuser: pg.Client;
let ports: Ports;
let school: string;
let accounts: Readonly<
  Record<'principal' | 'secretary' | 'clerk' | 'admin' | 'inspector' | 'former' | 'disabled', string>
>;
const people = { principal: randomUUID(), secretary: randomUUID() };

beforeAll(async () => {
  database = await startTestDatabase();
  connections = await connect(database.urls, readConfig({}), entities);
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  ports = {
    auth: connections.auth,
    read: connections.read,
    source: connections.write,
    standing: { contributors, settings: standingSettings },
    sessions: createSessionStore(connections.auth, grantSource),
    delivery: { mail: true, webhook: true },
  };
  school = randomUUID();
  await superuser.query(`INSERT INTO school (tenant_id, id, code, opened_on) VALUES ($1, $2, 'x', '2010-09-01')`, [
    COUNTY,
    school,
  ]);
  accounts = {
    principal: await account({ person: people.principal }),
    secretary: await account({ person: people.secretary }),
    clerk: await account({ role: 'SchoolClerk', schoolId: school }),
    admin: await account({ role: 'CountyAdmin' }),
    inspector: await account({ role: 'CountyInspector' }),
    former: await account({ role: 'CountyAdmin', until: '2020-01-01' }),
    disabled: await account({ role: 'CountyAdmin', isDisabled: true }),
  };
  registerNotifications({
    kinds: { WAITING: { title: 'something waits', line: '{title} waits until {dueOn}' }, PLAIN: { title: 'plain' } },
    routes: { School: '/schools/{id}/show' },
    daily: [raiseDue],
  });
}, 60_000);
afterAll(async () => {
  await connections.end();
  await superuser.end();
  await database.stop();
});

interface Held {
  readonly person?: string;
  readonly role?: string;
  readonly schoolId?: string;
  readonly until?: string;
  readonly isDisabled?: boolean;
}

async function account({ person, role, schoolId, until = '2099-01-01', isDisabled = false }: Held): Promise<string> {
  const id = randomUUID();
  await superuser.query(
    `INSERT INTO account (id, username, display_name, password_hash, disabled_at) VALUES ($1, $2, 'x', 'x', CASE WHEN $3 THEN now() END)`,
    [id, id, isDisabled],
  );
  if (person) {
    await superuser.query(
      `INSERT INTO person (tenant_id, id, person_key, name, name_pinyin, name_initials, membership, school_ids) VALUES ($1, $2, $2, 'x', 'x', 'x', 'FULL', ARRAY[$3::uuid])`,
      [COUNTY, person, school],
    );
    await superuser.query('INSERT INTO account_person (tenant_id, account_id, person_id) VALUES ($1, $2, $3)', [
      COUNTY,
      id,
      person,
    ]);
  }
  if (role) {
    await superuser.query(
      `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, school_id, valid, granted_by, reason)
       VALUES ($1, $2, $3, 'x', $4, $5, daterange('2019-01-01', $6), 'x', 'x')`,
      [COUNTY, randomUUID(), id, role, schoolId ?? null, until],
    );
  }
  return id;
}

function grantOf(accountId: string, role: ActiveGrant['role'] = 'Secretary'): ActiveGrant {
  const scope = { tenantId: COUNTY, lo: COUNTY, hi: COUNTY, schoolId: role === 'Secretary' ? school : null };
  return { id: 'G', role, ...scope, ancestors: [], accountId, accountName: 'x', personId: null };
}

/** What a write of the secretary tells, as the accounts by name that have it. */
async function told(notification: Partial<NewNotification>, from = accounts.secretary): Promise<string[]> {
  const subject = { type: 'School', tenantId: COUNTY, id: randomUUID(), schoolId: school } as const;
  await write(from, (ctx) => ctx.notify({ kind: 'PLAIN', subject, ...notification }));
  const { rows } = await superuser.query<{ account_id: string }>(
    'SELECT account_id FROM notification WHERE subject_id = $1',
    [notification.subject?.id ?? subject.id],
  );
  const names = Object.entries(accounts);
  return rows.map((row) => names.find(([, id]) => id === row.account_id)?.[0] ?? 'unknown').sort();
}

async function write(accountId: string, work: (ctx: WriteContext) => void): Promise<void> {
  const grant = grantOf(accountId);
  const acting = { requestId: 'r', ip: '', today: '2026-06-01', now: new Date(), grant, ability: abilityFor(grant) };
  await unitOfWork(ports, acting, async (ctx) => work(ctx));
}

describe('Who is told', () => {
  test('are the accounts of people, without whoever acts', async () => {
    expect(await told({ personIds: [people.principal, people.secretary, randomUUID()] })).toEqual(['principal']);
  });

  test('are accounts by name, whoever acts too, but none that is disabled', async () => {
    expect(await told({ accountIds: [accounts.secretary, accounts.disabled, randomUUID()] })).toEqual(['secretary']);
  });

  test('are the holders today of the roles that may do it, at the school too', async () => {
    expect(await told({ whoMay: ['approve', 'StaffingDeparture'] })).toEqual(['admin']);
    expect(await told({ whoMay: ['attach', 'Attachment'] })).toEqual(['admin', 'clerk']);
    expect(await told({ whoMay: ['attach', 'Attachment'], restricted: true })).toEqual(['admin']);
    expect(await told({ whoMay: ['attach', 'Attachment'] }, accounts.admin)).toEqual(['clerk']);
  });

  test('is everybody once, however often they are named in a write', async () => {
    const subject = { type: 'School', tenantId: COUNTY, id: randomUUID(), schoolId: school } as const;
    const one: NewNotification = {
      kind: 'PLAIN',
      subject,
      personIds: [people.principal],
      accountIds: [accounts.principal],
    };
    await write(accounts.secretary, (ctx) => [one, one].forEach((it) => ctx.notify(it)));
    const { rows } = await superuser.query('SELECT 1 FROM notification WHERE subject_id = $1', [subject.id]);
    expect(rows).toHaveLength(1);
  });

  test('is nobody of another tenant: a notification is written within the range', async () => {
    const subject = { type: 'School', tenantId: 522601, id: randomUUID(), schoolId: school } as const;
    await expect(told({ subject, accountIds: [accounts.admin] })).rejects.toThrow('row-level security');
  });

  test('is nobody of a kind or a subject that no module registered: that is a fault', async () => {
    await expect(told({ kind: 'NOBODY_KNOWS' })).rejects.toThrow('NOBODY_KNOWS');
    const subject = { type: 'Person', tenantId: COUNTY, id: randomUUID(), schoolId: school } as const;
    await expect(told({ subject })).rejects.toThrow('No route leads to a Person');
  });
});

describe('What is told', () => {
  test('is told once for each value of `once`', async () => {
    const subject = { type: 'School', tenantId: COUNTY, id: randomUUID(), schoolId: school } as const;
    const due = { subject, accountIds: [accounts.principal], once: '2026-06-30' };
    expect(await told(due)).toEqual(['principal']);
    expect(await told(due)).toEqual(['principal']);
    expect(await told({ ...due, once: '2026-07-31' })).toEqual(['principal', 'principal']);
  });

  test('puts its deliveries into the queue, for mail and for the webhook', async () => {
    const before = await queued();
    await told({ accountIds: [accounts.principal] });
    expect(await queued()).toBe(before + 2);
    await told({ personIds: [randomUUID()] });
    expect(await queued()).toBe(before + 2);
  });

  test('says of a restricted matter that there is one, and fills the line of others', () => {
    const params = { title: 'A {dueOn} B', dueOn: '2026-06-30' };
    expect(messageOf('WAITING', { params, restricted: false }).line).toBe('A {dueOn} B waits until 2026-06-30');
    expect(messageOf('WAITING', { params, restricted: true })).toEqual({
      title: 'something waits',
      line: 'something waits',
    });
    expect(messageOf('PLAIN', { params, restricted: false }).line).toBe('plain');
    expect(messageOf('OF_ANOTHER_VERSION', { params, restricted: false }).title).toBe('OF_ANOTHER_VERSION');
  });
});

async function queued(): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier LIKE '%-notifications'`,
  );
  return rows[0]?.n ?? 0;
}

const looked: string[] = [];

/** What a module registers to be looked for each morning: here, that a school waits for its clerk. */
async function raiseDue(ctx: WriteContext): Promise<void> {
  looked.push(`${ctx.grant.role} ${ctx.grant.accountId}`);
  if (ctx.grant.role !== 'SchoolClerk' || !ctx.grant.schoolId) return;
  const { tenantId, schoolId, accountId } = ctx.grant;
  const subject = { type: 'School', tenantId, id: schoolId, schoolId } as const;
  ctx.notify({ kind: 'WAITING', subject, accountIds: [accountId], once: 'due', params: { title: 'x' } });
}

describe('Each morning', () => {
  test('what is due is looked for under every grant that is held today, and told once however often it runs', async () => {
    const morning = { ports, config: readConfig({}), mailer: null };
    await runDaily(morning);
    await runDaily(morning);
    const roles = ['SchoolClerk', 'CountyAdmin', 'CountyInspector'].map(
      (role, i) => `${role} ${[accounts.clerk, accounts.admin, accounts.inspector][i] ?? ''}`,
    );
    expect([...looked].sort()).toEqual([...roles, ...roles].sort());
    const { rows } = await superuser.query('SELECT 1 FROM notification WHERE subject_id = $1', [school]);
    expect(rows).toHaveLength(1);
  });
});
