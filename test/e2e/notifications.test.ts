import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { asSuperuser } from '../support/database.js';
import { startHook, startMailServer } from '../support/mailbox.js';
import type { Hook, MailServer, Posted } from '../support/mailbox.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const SECRET = 'a secret that the bridge shares with us';
const PUBLIC = 'https://zhixiao.example.cn';

let world: World;
let mail: MailServer;
let hook: Hook;
let trap: Hook;
let county: Client;

beforeAll(async () => {
  [mail, hook, trap] = await Promise.all([startMailServer(), startHook(), startHook()]);
  world = await createWorld({
    ZHIXIAO_PUBLIC_URL: `${PUBLIC}/`,
    ZHIXIAO_SMTP_URL: mail.url,
    ZHIXIAO_MAIL_FROM: '治校 <zhixiao@example.cn>',
    ZHIXIAO_WEBHOOK_URL: hook.url,
    ZHIXIAO_WEBHOOK_SECRET: SECRET,
    ZHIXIAO_WEBHOOK_PRIVATE: '1',
  });
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'danzhai-admin');
  await world.worker();
});
afterAll(async () => {
  await world.end();
  await Promise.all([mail.close(), hook.close(), trap.close()]);
});

const LIST = `query L($unreadOnly: Boolean, $first: Int) { notifications(unreadOnly: $unreadOnly, first: $first) { totalCount nodes {
  id kind subjectType subjectId schoolId params path createdAt readAt } } }`;
const MARK = 'mutation M($ids: [ID!]) { markRead(ids: $ids) }';
const UNREAD = '{ viewer { unreadCount } }';
const SET = `mutation S($input: NotificationPreferenceInput!) { setNotificationPreference(input: $input) { email mail digest mailAvailable version } }`;
const PREFERENCE = '{ notificationPreference { email mail digest mailAvailable version } }';
const REQUEST = 'mutation R($input: RequestDepartureInput!) { requestDeparture(input: $input) { id version } }';
const APPROVE = 'mutation A($input: ApproveDepartureInput!) { approveDeparture(input: $input) { id } }';

interface Notification {
  id: string;
  kind: string;
  subjectId: string;
  schoolId: string;
  params: Record<string, unknown>;
  path: string;
  readAt: string | null;
}

async function told(client: Client, { unreadOnly = false } = {}): Promise<Notification[]> {
  const { notifications } = await client.ask<{ notifications: { nodes: Notification[] } }>(LIST, {
    unreadOnly,
    first: 100,
  });
  return notifications.nodes;
}

const unread = async (client: Client): Promise<number> =>
  (await client.ask<{ viewer: { unreadCount: number } }>(UNREAD)).viewer.unreadCount;

interface Waiting {
  readonly school: string;
  readonly secretary: Client;
  readonly departure: { id: string; version: number };
}

/** A school whose secretary has asked to depart from what is 一般 (STF-4). */
async function givenRequest(admin: Client = county, tenant = DANZHAI): Promise<Waiting> {
  const school = (await givenSchool(admin)).id;
  for (const [post, membership] of [
    ['SECRETARY', 'FULL'],
    ['PRINCIPAL', 'DEMOCRATIC_PARTY'],
  ] as const) {
    const personId = await givenPerson(admin, '某', membership);
    await appoint(admin, { schoolId: school, personId, post, startsOn: '2022-09-01' });
  }
  const secretary = await world.signedIn({ role: 'Secretary', tenant, school });
  const input = { schoolId: school, checkId: 'STF-4', reason: '校长为民主党派人士' };
  const { requestDeparture } = await secretary.ask<{ requestDeparture: Waiting['departure'] }>(REQUEST, { input });
  return { school, secretary, departure: requestDeparture };
}

async function approve({ departure }: Waiting): Promise<void> {
  const today = (await county.ask<{ viewer: { today: string } }>('{ viewer { today } }')).viewer.today;
  const input = {
    id: departure.id,
    expectedVersion: departure.version,
    approvedOn: today,
    reviewOn: '2099-01-01',
    approver: '县教育工委',
  };
  await county.ask(APPROVE, { input });
}

/** Waits until the queue has nothing of a task any more. */
async function delivered(task: string): Promise<void> {
  const waiting = 'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = $1';
  while ((await world.sql<{ n: number }>(waiting, [task]))[0]?.n)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

const mailed = async (client: Client, email: string, more: Record<string, unknown> = {}): Promise<void> => {
  const { notificationPreference: now } = await client.ask<{ notificationPreference: { version: number } }>(PREFERENCE);
  await client.ask(SET, { input: { email, mail: true, digest: false, expectedVersion: now.version, ...more } });
};

describe('a departure that a school asks for', () => {
  test('waits for the admins of its county, with a link to the one screen, and is told nobody else', async () => {
    const second = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const others = await Promise.all([
      world.signedIn({ role: 'CountyInspector', tenant: DANZHAI }),
      world.signedIn({ role: 'CityAdmin', tenant: CITY }),
      world.signedIn({ role: 'CountyAdmin', tenant: KAILI }),
    ]);
    const before = await unread(county);
    const { school, secretary, departure } = await givenRequest();
    for (const admin of [county, second]) {
      const [first] = await told(admin);
      expect(first).toMatchObject({
        kind: 'DEPARTURE_REQUESTED',
        subjectType: 'StaffingDeparture',
        subjectId: departure.id,
        schoolId: school,
        path: `/schools/${school}/show/team`,
        params: { checkId: 'STF-4' },
        readAt: null,
      });
    }
    expect(await unread(county)).toBe(before + 1);
    for (const client of [secretary, ...others]) expect([await told(client), await unread(client)]).toEqual([[], 0]);
  });

  test('is told who asked once it is approved, and that it has nothing to do with other schools', async () => {
    const waiting = await givenRequest();
    const bystander = await givenRequest();
    await approve(waiting);
    const [first, ...more] = await told(waiting.secretary);
    expect(first).toMatchObject({
      kind: 'DEPARTURE_APPROVED',
      subjectId: waiting.departure.id,
      params: { checkId: 'STF-4', reviewOn: '2099-01-01' },
    });
    expect([more, await told(bystander.secretary)]).toEqual([[], []]);
  });

  test('of a city’s own school waits for the city’s admin', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const before = await unread(county);
    const { departure } = await givenRequest(city, CITY);
    expect((await told(city)).map(({ subjectId }) => subjectId)).toEqual([departure.id]);
    expect(await unread(county)).toBe(before);
  });

  test('that is not recorded is told nobody: the rows and the delivery go with the write', async () => {
    const counts = `SELECT (SELECT count(*)::int FROM notification) AS told, (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier LIKE '%notifications') AS jobs`;
    await world.sql(
      'ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> $$departure.requested$$) NOT VALID',
    );
    const before = await world.sql<{ told: number; jobs: number }>(counts);
    await expect(givenRequest()).rejects.toThrow('INTERNAL');
    await world.sql('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    const after = await world.sql<{ told: number; jobs: number }>(counts);
    expect(after[0]?.told).toBe(before[0]?.told);
    expect(after[0]?.jobs).toBeLessThanOrEqual(before[0]?.jobs ?? 0);
  });
});

describe('a notification', () => {
  test('is marked read by its account, one or all, and counted', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    for (let i = 0; i < 3; i++) await givenRequest();
    const [first] = await told(admin, { unreadOnly: true });
    expect(await admin.ask(MARK, { ids: [first?.id] })).toEqual({ markRead: 2 });
    expect(await admin.ask(MARK, { ids: [first?.id] })).toEqual({ markRead: 2 });
    expect((await told(admin, { unreadOnly: true })).map(({ id }) => id)).not.toContain(first?.id);
    expect((await told(admin)).find(({ id }) => id === first?.id)?.readAt).toMatch(/^\d{4}-/);
    expect(await admin.ask(MARK, {})).toEqual({ markRead: 0 });
    expect(await unread(admin)).toBe(0);
  });

  test('T-31: of another account is neither seen nor marked, by id, list or SQL under the API’s role', async () => {
    const { departure } = await givenRequest();
    const mine = (await told(county)).find(({ subjectId }) => subjectId === departure.id)?.id ?? '';
    const strangers = await Promise.all([
      world.signedIn({ role: 'CountyInspector', tenant: DANZHAI }),
      world.signedIn({ role: 'CountyAdmin', tenant: KAILI }),
      world.signedIn({ role: 'CityAdmin', tenant: CITY }),
    ]);
    for (const stranger of strangers) {
      expect(await stranger.ask('query N($id: ID!) { node(id: $id) { id } }', { id: mine })).toEqual({ node: null });
      expect(await stranger.refusal(MARK, { ids: [mine] })).toBe('NOT_FOUND');
    }
    expect(await county.refusal(MARK, { ids: [mine, `N_522636_${randomUUID()}`] })).toBe('NOT_FOUND');
    expect(await county.ask('query N($id: ID!) { node(id: $id) { id } }', { id: mine })).toEqual({
      node: { id: mine },
    });
    const [row] = await world.sql<{ account_id: string }>('SELECT account_id FROM notification WHERE id = $1', [
      mine.split('_').at(-1),
    ]);
    const count = async (account: string, tenant: number): Promise<number> => {
      const rows = await asApp<{ n: number }>(account, tenant, 'SELECT count(*)::int AS n FROM notification');
      return rows[0]?.n ?? -1;
    };
    expect(await count(row?.account_id ?? '', DANZHAI)).toBeGreaterThan(0);
    expect(await count(row?.account_id ?? '', KAILI)).toBe(0);
    expect(await count(randomUUID(), DANZHAI)).toBe(0);
    const marked = await asApp(randomUUID(), DANZHAI, 'UPDATE notification SET read_at = now() RETURNING id');
    expect(marked).toEqual([]);
    const foreign = `INSERT INTO notification (tenant_id, id, account_id, kind, subject_type, subject_id, params)
      VALUES (${KAILI}, gen_random_uuid(), gen_random_uuid(), 'X', 'School', gen_random_uuid(), '{}')`;
    await expect(asApp(randomUUID(), DANZHAI, foreign)).rejects.toThrow('row-level security');
  });

  test('is not seen any more under a right that has ended', async () => {
    const waiting = await givenRequest();
    await approve(waiting);
    expect(await told(waiting.secretary)).toHaveLength(1);
    await world.sql('UPDATE role_grant SET revoked_at = now() WHERE school_id = $1', [
      waiting.school.split('_').at(-1),
    ]);
    expect(await waiting.secretary.refusal(LIST, {})).toBe('FORBIDDEN');
  });
});

describe('mail', () => {
  test('goes to who has given an address, says what waits and where, and is marked', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    await mailed(admin, 'admin@danzhai.example');
    const { school, departure } = await givenRequest();
    const got = await mail.next(({ to }) => to === 'admin@danzhai.example');
    expect(got.subject).toBe('【治校】有特殊情况备案待批准');
    expect(got.from).toContain('<zhixiao@example.cn>');
    expect(got.text).toContain('申请特殊情况备案（STF-4），待批准');
    expect(got.text).toContain(`${PUBLIC}/#/schools/${school}/show/team`);
    const mine = (await told(admin)).find(({ subjectId }) => subjectId === departure.id);
    expect(got.messageId).toBe(`<${mine?.id.split('_').at(-1)}@zhixiao.example.cn>`);
    await mailed(admin, 'admin@danzhai.example', { mail: false });
    await givenRequest();
    await mailed(admin, 'other@danzhai.example');
    await givenRequest();
    await mail.next(({ to }) => to === 'other@danzhai.example');
    expect(mail.all.filter(({ to }) => to === 'admin@danzhai.example')).toHaveLength(1);
  });

  test('that the server does not take now is sent again; an address that is refused for good holds up nobody', async () => {
    const [one, two] = [
      await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }),
      await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }),
    ];
    await mailed(one, 'gone@danzhai.example');
    await mailed(two, 'busy@danzhai.example');
    mail.refusals.set(
      'gone@danzhai.example',
      Array.from({ length: 50 }, () => 550),
    );
    mail.refusals.set('busy@danzhai.example', [451]);
    await givenRequest();
    await mail.next(({ to }) => to === 'busy@danzhai.example');
    expect(mail.all.filter(({ to }) => to === 'gone@danzhai.example')).toEqual([]);
    expect(mail.all.filter(({ to }) => to === 'busy@danzhai.example')).toHaveLength(1);
    // nothing is left to be tried again
    await delivered('mail-notifications');
  });

  test('is asked for by the account itself, from the version it saw; the audit does not keep the address', async () => {
    const { id, username } = await world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
    const client = await world.signIn(username);
    expect(await client.ask(PREFERENCE)).toEqual({
      notificationPreference: { email: null, mail: true, digest: true, mailAvailable: true, version: 0 },
    });
    const input = { email: 'a.b@danzhai.example', mail: true, digest: false, expectedVersion: 0 };
    expect(await client.ask(SET, { input })).toEqual({
      setNotificationPreference: {
        email: 'a.b@danzhai.example',
        mail: true,
        digest: false,
        mailAvailable: true,
        version: 1,
      },
    });
    expect(await client.refusal(SET, { input })).toBe('CONFLICT');
    for (const email of ['no address', 'a@b', 'a@x.cn\r\nbcc: z@x.cn', '<a@x.cn>', `${'a'.repeat(250)}@x.cn`])
      expect([email, await client.refusal(SET, { input: { ...input, email, expectedVersion: 1 } })]).toEqual([
        email,
        'BAD_INPUT',
      ]);
    await client.ask(SET, { input: { ...input, email: null, expectedVersion: 1 } });
    const audit = await world.sql<{ text: string }>(
      'SELECT to_jsonb(e)::text AS text FROM audit_entry e WHERE account_id = $1',
      [id],
    );
    expect(audit).toHaveLength(2);
    expect(audit.map(({ text }) => text).join()).not.toContain('danzhai.example');
    const other = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    expect(await other.ask(PREFERENCE)).toMatchObject({ notificationPreference: { email: null, version: 0 } });
  });
});

describe('the webhook', () => {
  test('gets one signed message for each account, with the link', async () => {
    const { school, departure } = await givenRequest();
    const post = await hook.next(({ body }) => body.includes(departure.id) && body.includes('danzhai-admin'));
    const { headers, body } = post;
    const timestamp = String(headers['x-zhixiao-timestamp']);
    const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-zhixiao-signature']).toBe(`v1=${expected}`);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    const message = JSON.parse(body) as Record<string, unknown>;
    expect(message).toMatchObject({
      kind: 'DEPARTURE_REQUESTED',
      title: '有特殊情况备案待批准',
      to: { username: 'danzhai-admin' },
      subject: { type: 'StaffingDeparture', id: departure.id },
      link: `${PUBLIC}/#/schools/${school}/show/team`,
    });
    expect(String(message['id'])).toBe(`N_${DANZHAI}_${headers['x-zhixiao-delivery'] as string}`);
  });

  test('is tried again until it takes a message, follows no redirect, and gets none twice that it took', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'hooked-admin');
    const mine = (post: Posted): boolean => post.body.includes('hooked-admin');
    hook.location = trap.url;
    hook.answers.set('hooked-admin', [500, 302]);
    const { departure } = await givenRequest();
    const tries = [await hook.next(mine), await hook.next(mine), await hook.next(mine)];
    expect(tries.every(({ body }) => body.includes(departure.id))).toBe(true);
    const deliveries = tries.map(({ headers }) => headers['x-zhixiao-delivery']);
    const [notification] = await told(admin);
    expect(new Set(deliveries)).toEqual(new Set([notification?.id.split('_').at(-1)]));
    expect(trap.all).toEqual([]);
    // what it took is not sent again: the next message to the same account is of the next matter
    const next = await givenRequest();
    expect((await hook.next(mine)).body).toContain(next.departure.id);
    expect(hook.all.filter(mine)).toHaveLength(4);
    await delivered('post-notifications');
    const others = hook.all.filter((post) => post.body.includes(departure.id) && !mine(post));
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ headers }) => headers['x-zhixiao-delivery'])).size).toBe(others.length);
  });
});

describe('the daily digest', () => {
  const daily = (): Promise<unknown> =>
    world.sql(`SELECT graphile_worker.add_job('daily', '{}', queue_name => 'schedule')`);

  test('lists what an account has not read, once a day, with its links', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    await mailed(admin, 'digest@danzhai.example', { mail: false, digest: true });
    const requests = [await givenRequest(), await givenRequest()];
    await daily();
    const got = await mail.next(({ to }) => to === 'digest@danzhai.example');
    expect(got.subject).toBe('【治校】您有 2 条未读通知');
    for (const { school } of requests) expect(got.text).toContain(`${PUBLIC}/#/schools/${school}/show/team`);
    await admin.ask(MARK, {});
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    await mailed(other, 'later@danzhai.example', { mail: false, digest: true });
    await givenRequest();
    await daily();
    // accounts are gone through in order, and the later one was digested by the second run
    await mail.next(({ to }) => to === 'later@danzhai.example');
    expect(mail.all.filter(({ to }) => to === 'digest@danzhai.example')).toHaveLength(1);
  });

  test('leaves out what a right that ended showed, and says nothing where nothing is left', async () => {
    const { id, username } = await world.account([
      { role: 'CountyAdmin', tenant: DANZHAI },
      { role: 'CountyInspector', tenant: KAILI },
    ]);
    await mailed(await world.signIn(username), 'moved@danzhai.example', { mail: false, digest: true });
    await givenRequest();
    await world.sql('UPDATE role_grant SET revoked_at = now() WHERE account_id = $1 AND tenant_id = $2', [id, DANZHAI]);
    const witness = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    await mailed(witness, 'witness@danzhai.example', { mail: false, digest: true });
    await givenRequest();
    await daily();
    await mail.next(({ to }) => to === 'witness@danzhai.example');
    const digested = 'SELECT digested_on IS NOT NULL AS done FROM account_preference WHERE account_id = $1';
    while (!(await world.sql<{ done: boolean }>(digested, [id]))[0]?.done)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(mail.all.filter(({ to }) => to === 'moved@danzhai.example')).toEqual([]);
  });
});

/** A question of the API's role itself, under a tenant's scope and an account. */
function asApp<T>(account: string, tenant: number, question: string): Promise<T[]> {
  return asSuperuser(async (client) => {
    const settings = ['tenant_id', 'scope_lo', 'scope_hi']
      .map((name) => `SET LOCAL app.${name} = '${tenant}'`)
      .join(';');
    await client.query(`BEGIN; SET LOCAL ROLE zhixiao_app; ${settings}; SET LOCAL app.account_id = '${account}'`);
    return (await client.query(question)).rows as T[];
  }, world.database);
}
