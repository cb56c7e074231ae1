import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { changed, listen } from '../support/live.js';
import type { LiveClient } from '../support/live.js';
import { startServer } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, OTHER_CITY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const STREAMS = 4;
/** A heartbeat a second, and so a look at the rights every four. */
const SETTINGS = { ZHIXIAO_LIVE_HEARTBEAT: '1', ZHIXIAO_LIVE_STREAMS: String(STREAMS) };

let world: World;
let second: ServerProcess;
let county: Client;
let school: string;
const open: LiveClient[] = [];

beforeAll(async () => {
  world = await createWorld(SETTINGS);
  second = await startServer(world.databaseUrl, SETTINGS);
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = (await givenSchool(county)).id;
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await second.stop();
  await world.end();
});

/** A page at the second process, while writes go through the first. */
async function at(client: Client, options: { url?: string; query?: string } = {}): Promise<LiveClient> {
  const stream = await listen(client, { url: second.url, ...options });
  open.push(stream);
  return stream;
}

const CHANGE = `mutation Change($id: ID!, $v: Int!, $input: SchoolChangeInput!) { changeSchool(id: $id, expectedVersion: $v, input: $input) { version } }`;

/** A change of a school that everybody who sees it reads again. */
async function change(admin: Client, id: string): Promise<void> {
  const { school: now } = await admin.ask<{ school: { version: number } }>(
    'query S($id: ID!) { school(id: $id) { version } }',
    { id },
  );
  const students = Math.floor(Math.random() * 5000);
  await admin.ask(CHANGE, { id, v: now.version, input: { students, effectiveOn: '2024-09-01', reason: '学年' } });
}

describe('two processes over one database', () => {
  test('a write through one is heard at the other within a second, as type and id alone', async () => {
    const page = await at(county);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    await page.next(({ name }) => name === 'ready');
    for (let i = 0; i < 5; i++) {
      const heard = page.next(changed(school));
      await change(county, school);
      const written = performance.now();
      const event = await heard;
      expect(event.at - written).toBeLessThan(1000);
      expect(event.data).toEqual({ type: 'School', id: school });
    }
  });

  test('a write that is rolled back sends nothing, and the next one is heard', async () => {
    const page = await at(county);
    const other = (await givenSchool(county)).id;
    await page.next(changed(other));
    await world.sql('ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> $$school.changed$$) NOT VALID');
    await expect(change(county, other)).rejects.toThrow('INTERNAL');
    await world.sql('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    await change(county, school);
    // events come in the order of their commits: what was rolled back would have come before
    await page.next(changed(school));
    expect(page.events.filter(changed(other))).toHaveLength(1);
  });

  test('a stand-still of the listening connection is made good: everybody is told to read again', async () => {
    const page = await at(county);
    await page.next(({ name }) => name === 'ready');
    await world.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhixiao live' AND datname = current_database()`,
    );
    await page.next(({ name }) => name === 'resync');
    const heard = page.next(changed(school));
    await change(county, school);
    expect((await heard).data).toEqual({ type: 'School', id: school });
  });
});

describe('T-31: nothing of a foreign tenant or another school arrives', () => {
  test('a county hears its own, its city hears it too, another county, a neighbouring school and another city nothing', async () => {
    const neighbour = (await givenSchool(county)).id;
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const hearing = {
      county,
      city: await world.signedIn({ role: 'CityInspector', tenant: CITY }),
      secretary: await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school }),
      kaili,
      neighbour: await world.signedIn({ role: 'Principal', tenant: DANZHAI, school: neighbour }),
      otherCity: await world.signedIn({ role: 'CityAdmin', tenant: OTHER_CITY }),
      staff: await world.signedIn({ role: 'Staff', tenant: DANZHAI, school }),
      operator: await world.signedIn({ role: 'PlatformOperator', tenant: 0 }),
    };
    const pages = await Promise.all(
      Object.entries(hearing).map(async ([name, client]) => [name, await at(client)] as const),
    );
    await change(county, school);
    const theirs = (await givenSchool(kaili)).id;
    // the last word of all, to each of those who may hear it: what came before it has come
    await change(county, neighbour);
    const byName = Object.fromEntries(pages);
    await Promise.all([
      byName['county']?.next(changed(neighbour)),
      byName['city']?.next(changed(neighbour)),
      byName['neighbour']?.next(changed(neighbour)),
      byName['kaili']?.next(changed(theirs)),
    ]);
    const heard = pages.map(([name, page]) => [
      name,
      [...new Set(page.events.filter((e) => e.name === 'changed').map((e) => e.data['id']))].sort(),
    ]);
    expect(Object.fromEntries(heard)).toEqual({
      county: [neighbour, school].sort(),
      city: [neighbour, school, theirs].sort(),
      secretary: [school],
      kaili: [theirs],
      neighbour: [neighbour],
      otherCity: [],
      staff: [],
      operator: [],
    });
  });

  test('a notification is heard by its own account only', async () => {
    const { secretary, secretaryPage, adminPage } = await notified();
    await secretaryPage.next(({ data }) => data['type'] === 'School');
    const event = await adminPage.next(({ data }) => data['type'] === 'Notification');
    expect(event.data['id']).toMatch(/^N_522636_/);
    await change(
      county,
      (await secretary.ask<{ viewer: { grant: { schoolId: string } } }>('{ viewer { grant { schoolId } } }')).viewer
        .grant.schoolId,
    );
    await secretaryPage.next(({ data }) => data['type'] === 'School');
    expect(secretaryPage.events.filter(({ data }) => data['type'] === 'Notification')).toEqual([]);
  });

  test('of an attachment of a personnel matter only those hear who may read it', async () => {
    const place = (await givenSchool(county)).id;
    const grants = { tenant: DANZHAI, school: place };
    const [secretary, principal] = await Promise.all([
      world.signedIn({ role: 'Secretary', ...grants }),
      world.signedIn({ role: 'Principal', ...grants }),
    ]);
    const [one, two] = [await at(secretary), await at(principal)];
    const id = '00000000-0000-7000-8000-000000000001';
    const event = { tenantId: DANZHAI, type: 'Attachment', id, schoolId: place.split('_').at(-1), restricted: true };
    await world.sql(`SELECT pg_notify('zhixiao_live', $1)`, [JSON.stringify({ events: [event] })]);
    await one.next(changed(`H_${DANZHAI}_${id}`));
    await change(county, place);
    await two.next(changed(place));
    expect(two.events.filter(({ data }) => data['type'] === 'Attachment')).toEqual([]);
  });
});

/** A departure that waits for the county: its admin is told. */
async function notified(): Promise<{ secretary: Client; secretaryPage: LiveClient; adminPage: LiveClient }> {
  const place = (await givenSchool(county)).id;
  for (const [post, membership] of [
    ['SECRETARY', 'FULL'],
    ['PRINCIPAL', 'DEMOCRATIC_PARTY'],
  ] as const) {
    const personId = await givenPerson(county, '某', membership);
    await appoint(county, { schoolId: place, personId, post, startsOn: '2022-09-01' });
  }
  const secretary = await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: place });
  const [secretaryPage, adminPage] = [await at(secretary), await at(county)];
  const input = { schoolId: place, checkId: 'STF-4', reason: '校长为民主党派人士' };
  await secretary.ask('mutation R($input: RequestDepartureInput!) { requestDeparture(input: $input) { id } }', {
    input,
  });
  return { secretary, secretaryPage, adminPage };
}

describe('T-81, T-56: a stream', () => {
  test('is refused without a session, without a grant, with a grant that is not held, and to a foreign page', async () => {
    const statuses = async (headers: Record<string, string>, query = ''): Promise<number> => {
      const response = await fetch(`${second.url}/live${query}`, { headers });
      await response.body?.cancel();
      return response.status;
    };
    expect(await statuses({})).toBe(401);
    expect(
      await statuses({ cookie: county.cookie ?? '', 'x-grant': 'G_522601_00000000-0000-7000-8000-000000000000' }),
    ).toBe(403);
    expect(await statuses({ cookie: county.cookie ?? '', origin: 'https://evil.example' })).toBe(403);
    expect(await statuses({ cookie: county.cookie ?? '', 'sec-fetch-site': 'cross-site' })).toBe(403);
    const nobody = await world.signedIn([]);
    expect(await statuses({ cookie: nobody.cookie ?? '' })).toBe(403);
  });

  test('is of the grant in its header, or in its address where a page can’t set one', async () => {
    const two = await world.signedIn([
      { role: 'CountyInspector', tenant: KAILI },
      { role: 'CountyInspector', tenant: DANZHAI },
    ]);
    const { viewer } = await two.ask<{ viewer: { grants: { id: string; tenant: { id: string } }[] } }>(
      '{ viewer { grants { id tenant { id } } } }',
    );
    const danzhai = viewer.grants.find(({ tenant }) => tenant.id === `T_${DANZHAI}`)?.id ?? '';
    const [kailiPage, danzhaiPage] = [await at(two), await at(two, { query: `?grant=${danzhai}` })];
    await change(county, school);
    await danzhaiPage.next(changed(school));
    expect(kailiPage.events.filter(changed(school))).toEqual([]);
  });

  test('ends at once when its person logs out, at whichever process', async () => {
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    const page = await at(inspector);
    await inspector.ask('mutation { logout }');
    expect((await page.next(({ name }) => name === 'closed')).data).toEqual({ reason: 'SESSION_ENDED' });
    await page.ended;
  });

  test('ends within a second when its grant is taken back, and other grants go on', async () => {
    const { id, username } = await world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
    const page = await at(await world.signIn(username));
    const mine = await at(county);
    const [grant] = await world.sql<{ id: string }>('SELECT id FROM role_grant WHERE account_id = $1', [id]);
    const variables = { grantId: `G_${DANZHAI}_${grant?.id}`, reason: '调离' };
    await county.ask(
      'mutation R($grantId: ID!, $reason: String!) { revokeRole(grantId: $grantId, reason: $reason) }',
      variables,
    );
    const revoked = performance.now();
    const event = await page.next(({ name }) => name === 'closed');
    expect(event.data).toEqual({ reason: 'GRANT_ENDED' });
    expect(event.at - revoked).toBeLessThan(1000);
    await change(county, school);
    await mine.next(changed(school));
  });

  test('ends within a second when the appointment that it follows from ends', async () => {
    const place = (await givenSchool(county)).id;
    const personId = await givenPerson(county, '某书记');
    const made = await appoint(county, { schoolId: place, personId, post: 'SECRETARY', startsOn: '2022-09-01' });
    const { appointment } = (made.data as { appoint: { appointment: { id: string; version: number } } }).appoint;
    const account = await world.account([]);
    await world.linkPerson(account.id, personId);
    const page = await at(await world.signIn(account.username));
    await page.next(({ name }) => name === 'ready');
    const input = { id: appointment.id, expectedVersion: appointment.version, endsOn: '2024-08-31', reason: '调离' };
    const END = 'mutation E($input: EndAppointmentInput!) { endAppointment(input: $input) { appointment { id } } }';
    await county.ask(END, { input });
    const endedAt = performance.now();
    const event = await page.next(({ name }) => name === 'closed');
    expect([event.data, event.at - endedAt < 1000]).toEqual([{ reason: 'GRANT_ENDED' }, true]);
  });

  test('does not keep a session alive, and ends when it has idled out', async () => {
    const { id, username } = await world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
    const page = await at(await world.signIn(username));
    await world.sql(`UPDATE session SET touched_at = now() - interval '31 minutes' WHERE account_id = $1`, [id]);
    expect((await page.next(({ name }) => name === 'closed')).data).toEqual({ reason: 'SESSION_ENDED' });
    const [session] = await world.sql<{ idle: boolean }>(
      `SELECT touched_at < now() - interval '30 minutes' AS idle FROM session WHERE account_id = $1`,
      [id],
    );
    expect(session?.idle).toBe(true);
  });

  test('beats, so that proxies keep it and a dead line is found', async () => {
    const page = await at(county);
    for (let i = 0; i < 3; i++) await page.next(({ name }) => name === 'heartbeat');
  });

  test(`is one of ${STREAMS} of its session: the oldest gives way to one more, and is told why`, async () => {
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    const pages: LiveClient[] = [];
    for (let i = 0; i < STREAMS + 1; i++) pages.push(await at(inspector));
    const [oldest, ...others] = pages;
    expect((await oldest?.next(({ name }) => name === 'closed'))?.data).toEqual({ reason: 'TOO_MANY_STREAMS' });
    await change(county, school);
    await Promise.all(others.map((page) => page.next(changed(school))));
  });

  test('that is not read is given up, and the process goes on telling the others', async () => {
    const lazy = await stalled(county);
    const page = await at(county);
    await page.next(({ name }) => name === 'ready');
    const event = (id: string): object => ({ tenantId: DANZHAI, type: 'School', id, schoolId: id });
    const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    for (let round = 0; round < 20; round++) {
      const messages = Array.from({ length: 200 }, (_, i) =>
        JSON.stringify({ events: Array.from({ length: 25 }, (_unused, j) => event(uuid(round * 5000 + i * 25 + j))) }),
      );
      await world.sql(`SELECT pg_notify('zhixiao_live', m) FROM unnest($1::text[]) AS m`, [messages]);
      await page.next(changed(`S_${DANZHAI}_${uuid(round * 5000 + 4999)}`));
    }
    // its bytes that were on the way come, and then the end: 100,000 events would be ten megabytes
    let received = 0;
    lazy.on('data', (chunk: Buffer) => void (received += chunk.length));
    lazy.resume();
    await once(lazy, 'close');
    expect(received).toBeLessThan(9_000_000);
    await change(county, school);
    await page.next(changed(school));
  });

  test('ends when its process does, which does not wait for it', async () => {
    const third = await startServer(world.databaseUrl, SETTINGS);
    const page = await at(county, { url: third.url });
    await page.next(({ name }) => name === 'ready');
    const stopping = performance.now();
    await third.stop();
    expect(performance.now() - stopping).toBeLessThan(10_000);
    expect((await page.next(({ name }) => name === 'closed')).data).toEqual({ reason: 'SHUTTING_DOWN' });
    await page.ended;
  });
});

/** A client that opens a stream and then reads nothing. */
async function stalled(client: Client): Promise<Socket> {
  const { port, hostname } = new URL(second.url);
  const socket = connect({ port: Number(port), host: hostname });
  await once(socket, 'connect');
  const headers = Object.entries(client.headers({ host: `${hostname}:${port}` })).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(`GET /live HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.pause();
  return socket;
}
