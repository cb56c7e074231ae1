import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../support/client.js';
import { createWorld, DANZHAI, KAILI, PASSWORD } from '../support/world.js';
import type { World } from '../support/world.js';

const LOGIN =
  'mutation Login($input: LoginInput!) { login(input: $input) { account { id displayName } grants { id role } } }';
const VIEWER =
  '{ viewer { account { displayName } grant { id role } grants { id role tenant { name } } abilities today } }';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

describe('signing in', () => {
  test('a person signs in and sees the grants that the account holds', async () => {
    const person = await world.signedIn([
      { role: 'CountyAdmin', tenant: DANZHAI },
      { role: 'CountyInspector', tenant: KAILI },
    ]);
    const { viewer } = await person.ask<{
      viewer: { grants: { role: string; tenant: { name: string } }[]; today: string };
    }>(VIEWER);
    expect(viewer.grants.map((g) => [g.role, g.tenant.name])).toEqual([
      ['CountyInspector', '凯里市'],
      ['CountyAdmin', '丹寨县'],
    ]);
    expect(viewer.today).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('T-71: the cookie is for this host alone, over TLS, out of reach of scripts', async () => {
    const { username } = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LOGIN, variables: { input: { username, password: PASSWORD } } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('a wrong password and an unknown name are answered alike', async () => {
    const { username } = await world.account([]);
    const client = new Client(world.server.url);
    const wrong = await client.send(LOGIN, { input: { username, password: 'wrong' } });
    const unknown = await client.send(LOGIN, { input: { username: 'nobody-at-all', password: 'wrong' } });
    const strip = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');
    expect(wrong.errors?.[0]?.extensions.code).toBe('LOGIN_FAILED');
    expect(strip(wrong.text)).toBe(strip(unknown.text));
  });

  test('five failures lock the account, for the right password too', async () => {
    const { username } = await world.account([]);
    const client = new Client(world.server.url);
    for (let i = 0; i < 5; i += 1) await client.refusal(LOGIN, { input: { username, password: 'wrong' } });
    expect(await client.refusal(LOGIN, { input: { username, password: PASSWORD } })).toBe('LOGIN_FAILED');
    await world.sql(`UPDATE account SET locked_until = now() - interval '1 second' WHERE username = $1`, [username]);
    expect(await client.refusal(LOGIN, { input: { username, password: PASSWORD } })).toBeNull();
  });

  test('T-70: a login makes a new session and ends the one that was there', async () => {
    const { username } = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    const client = await world.signIn(username);
    const before = client.cookie;
    await client.ask(LOGIN, { input: { username, password: PASSWORD } });
    expect(client.cookie).not.toBe(before);
    client.cookie = before;
    expect(await client.refusal(VIEWER)).toBe('UNAUTHENTICATED');
  });

  test('after logging out the session is gone', async () => {
    const client = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const { cookie } = client;
    await client.ask('mutation { logout }');
    client.cookie = cookie;
    expect(await client.refusal(VIEWER)).toBe('UNAUTHENTICATED');
  });

  test('a session idles out after thirty minutes and ends after twelve hours', async () => {
    const idle = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'idle-account');
    const old = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'old-account');
    const of = '(SELECT id FROM account WHERE username = $1)';
    await world.sql(`UPDATE session SET touched_at = now() - interval '31 minutes' WHERE account_id = ${of}`, [
      'idle-account',
    ]);
    await world.sql(`UPDATE session SET created_at = now() - interval '12 hours 1 minute' WHERE account_id = ${of}`, [
      'old-account',
    ]);
    expect(await idle.refusal(VIEWER)).toBe('UNAUTHENTICATED');
    expect(await old.refusal(VIEWER)).toBe('UNAUTHENTICATED');
  });
});

describe('the grant in use', () => {
  test('the header picks the grant, else the session remembers the last one selected', async () => {
    const client = await world.signedIn([
      { role: 'CountyAdmin', tenant: DANZHAI },
      { role: 'CountyInspector', tenant: KAILI },
    ]);
    const { viewer } = await client.ask<{ viewer: { grants: { id: string; role: string }[] } }>(VIEWER);
    const [inspector, admin] = viewer.grants;
    client.grant = admin?.id ?? '';
    expect((await client.ask<{ viewer: { grant: { role: string } } }>(VIEWER)).viewer.grant.role).toBe('CountyAdmin');
    client.grant = null;
    await client.ask('mutation Select($id: ID!) { selectGrant(id: $id) { grant { id } } }', { id: admin?.id });
    expect((await client.ask<{ viewer: { grant: { role: string } } }>(VIEWER)).viewer.grant.role).toBe('CountyAdmin');
    expect(inspector?.role).toBe('CountyInspector');
  });

  test('a grant that the account does not hold is no grant, never silently another one', async () => {
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = (await other.ask<{ viewer: { grant: { id: string } } }>(VIEWER)).viewer.grant.id;
    const client = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    client.grant = foreign;
    expect((await client.ask<{ viewer: { grant: unknown } }>(VIEWER)).viewer.grant).toBeNull();
    expect(await client.refusal('{ tenants { id } }')).toBe('FORBIDDEN');
  });

  test('a right that is revoked is gone with the next request', async () => {
    const client = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'soon-revoked');
    await client.ask('{ tenants { id } }');
    await world.sql('UPDATE role_grant SET revoked_at = now() WHERE account_name = $1', ['soon-revoked']);
    expect(await client.refusal('{ tenants { id } }')).toBe('FORBIDDEN');
  });
});
