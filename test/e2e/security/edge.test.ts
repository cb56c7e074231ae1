import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checksums } from '../../support/checksums.js';
import type { Client } from '../../support/client.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { JSON_TYPE, RawClient } from './raw.js';
import type { Raw } from './raw.js';

const CREATE = 'mutation { createPerson(input: { name: "甲", membership: FULL }) { id } }';
let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const raw: RawClient['send'] = (...of) => new RawClient(admin).send(...of);
const post: RawClient['post'] = (...of) => new RawClient(admin).post(...of);

/** Refused before anything of it ran. */
async function refusedWhole(send: () => Promise<Raw>): Promise<Raw> {
  const before = await checksums(world);
  const answer = await send();
  expect([answer.status, answer.text].join(' ')).toMatch(/^4\d\d /);
  expect(answer.text).not.toMatch(/"data":\{/);
  expect(await checksums(world)).toEqual(before);
  return answer;
}

async function stillAnswers(): Promise<void> {
  expect((await post({ query: '{ viewer { today } }' })).status).toBe(200);
}

describe('T-77: a request that another site makes', () => {
  const BODIES: [string, string][] = [
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(CREATE)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${CREATE}\r\n--x--\r\n`,
    ],
    ['text/plain', JSON.stringify({ query: CREATE })],
    ['text/plain; charset=utf-8', JSON.stringify({ query: CREATE })],
    ['application/graphql', CREATE],
    ['text/json', JSON.stringify({ query: CREATE })],
    ['', JSON.stringify({ query: CREATE })],
    ['application/xml', CREATE],
  ];

  test('a request from here is answered: the ones below fail for their reason only', async () => {
    expect(JSON.parse((await post({ query: CREATE })).text)).toMatchObject({
      data: { createPerson: { id: expect.any(String) as unknown } },
    });
    const own = { origin: world.server.url, 'sec-fetch-site': 'same-origin' };
    expect((await post({ query: '{ viewer { today } }' }, own)).status).toBe(200);
  });

  test.each(BODIES)('T-77: a POST of type %j is refused before it runs', async (type, body) => {
    const answer = await refusedWhole(() =>
      raw('POST', '/graphql', { headers: type ? { 'content-type': type } : {}, body }),
    );
    expect([400, 415]).toContain(answer.status);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'T-77: %s asks nothing and changes nothing',
    async (method) => {
      const path = `/graphql?query=${encodeURIComponent(CREATE)}`;
      const answer = await refusedWhole(() => raw(method, path, { headers: method === 'GET' ? JSON_TYPE : {} }));
      expect([404, 405]).toContain(answer.status);
      const query = await refusedWhole(() => raw(method, `/graphql?query=${encodeURIComponent('{viewer{today}}')}`));
      expect(query.text).not.toContain('today');
    },
  );

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['the null origin', { origin: 'null' }],
    ['an origin that is no address', { origin: 'x' }],
    ['an origin that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['cross-site with our own origin', { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' }],
  ])('T-77: JSON from %s is refused before it runs', async (_what, headers) => {
    expect((await refusedWhole(() => post({ query: CREATE }, headers as Record<string, string>))).status).toBe(403);
    expect(
      (await refusedWhole(() => post({ query: 'mutation { logout }' }, headers as Record<string, string>))).status,
    ).toBe(403);
    await stillAnswers();
  });

  test('T-77: uploads and login are held to it too', async () => {
    const body = `--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nROSTER\r\n--x--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' };
    for (const path of ['/files/imports', '/files/imports/preview']) {
      expect((await refusedWhole(() => raw('POST', path, { headers, body }))).status).toBe(403);
    }
    const login = { query: 'mutation { login(input: { username: "a", password: "b" }) { today } }' };
    const answer = await refusedWhole(() => post(login, { origin: 'https://evil.example' }));
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('T-78: GET with a type that browsers send unasked', () => {
  test.each(['message/http', 'message/rfc822', 'application/json', 'text/plain', 'x/y'])('T-78: %s', async (type) => {
    const answer = await refusedWhole(() =>
      raw('GET', `/graphql?query=${encodeURIComponent('{viewer{account{username}}}')}`, {
        headers: { 'content-type': type },
      }),
    );
    expect(answer.text).not.toContain('username');
  });
});

describe('T-79: no other site may read an answer', () => {
  test.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'http://localhost',
    'https://zhixiao.example.evil',
  ])('T-79: from %s no answer allows it', async (origin) => {
    const asks = [
      await post({ query: '{ viewer { today } }' }, { origin }),
      await raw('GET', '/livez', { headers: { origin } }),
      await raw('GET', '/files/F_1', { headers: { origin } }),
      await raw('OPTIONS', '/graphql', {
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      }),
    ];
    for (const { headers } of asks)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('T-79, T-80: no answer is kept, framed, sniffed or says what serves it', async () => {
    const { headers } = await post({ query: '{ viewer { today } }' });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(Object.keys(headers).filter((name) => ['server', 'x-powered-by'].includes(name))).toEqual([]);
  });
});

describe('T-100, T-106: bodies', () => {
  test('T-100: a batch is refused whole, and fifty logins in it too', async () => {
    const one = { query: CREATE };
    for (const batch of [
      [one],
      [one, one],
      Array.from({ length: 50 }, () => ({
        query: 'mutation { login(input: { username: "a", password: "b" }) { today } }',
      })),
      [],
    ]) {
      expect((await refusedWhole(() => post(batch))).status).toBe(400);
    }
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"{viewer{today}}"'],
    ['no query', '{}'],
    ['a query that is no text', '{"query":{"a":1}}'],
    ['variables that are no object', '{"query":"{viewer{today}}","variables":[1]}'],
    ['variables that are a text', '{"query":"{viewer{today}}","variables":"{}"}'],
    ['an operation name that is no text', '{"query":"{viewer{today}}","operationName":{"a":1}}'],
    ['a prototype', '{"__proto__":{"query":"{viewer{today}}"}}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}},"query":"{viewer{today}}"}'],
  ])('T-106: %s as the body is refused', async (_what, body) => {
    await refusedWhole(() => post(body));
    await stillAnswers();
  });

  test('T-106: six megabytes are refused unread, by length or in pieces', async () => {
    const query = `{ viewer { today } # ${'x'.repeat(6 * 1024 * 1024)}\n }`;
    const answer = await post({ query }).catch((error: NodeJS.ErrnoException) => ({ status: error.code }));
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(answer.status);
    const chunked = await raw('POST', '/graphql', {
      headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: JSON.stringify({ query }),
    }).catch((error: NodeJS.ErrnoException) => ({ status: error.code }));
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(chunked.status);
    await stillAnswers();
  });

  test('T-106: deep JSON, odd charsets and compressed bodies', async () => {
    const deep = `{"query":"{viewer{today}}","variables":${'['.repeat(45_000)}${']'.repeat(45_000)}}`;
    expect((await post(deep)).status).toBeLessThan(500);
    const nested = `{"query":"mutation M($e: JSON!) { fixImportRow(batchId: \\"x\\", rowId: \\"y\\", edits: $e) { id } }","variables":{"e":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}}`;
    expect((await post(nested)).status).toBeLessThan(500);
    for (const charset of ['utf-7', 'utf-16', 'latin1', 'x'.repeat(1000), '"']) {
      expect(
        (
          await raw('POST', '/graphql', {
            headers: { 'content-type': `application/json; charset=${charset}` },
            body: '{"query":"{viewer{today}}"}',
          })
        ).status,
      ).toBeLessThan(500);
    }
    const gzip = await raw('POST', '/graphql', {
      headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
      body: Buffer.from([31, 139, 8, 0, 0]),
    });
    expect(gzip.status).toBeGreaterThanOrEqual(400);
    expect(gzip.status).toBeLessThan(500);
    await stillAnswers();
  });

  test('T-106: odd headers', async () => {
    const odd: Record<string, string>[] = [
      { 'x-grant': 'x'.repeat(5000) },
      { 'x-grant': "G_1'--" },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'x'.repeat(5000) },
      { 'idempotency-key': "a'; drop" },
    ];
    for (const headers of odd) {
      const answer = await post({ query: CREATE }, headers);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).toMatch(/FORBIDDEN|IDEMPOTENCY_KEY_REQUIRED/);
    }
  });
});
