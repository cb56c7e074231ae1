import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, withoutRequestId } from '../support/answers.js';
import { Client, type GraphqlAnswer } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, PASSWORD, createWorld, type World } from '../support/world.js';
import { givenMember } from './topics-world.js';

const LOGIN = 'mutation Login($input: LoginInput!) { login(input: $input) { account { id } } }';
const CHANGE =
  'mutation Change($input: ChangePasswordInput!) { changePassword(input: $input) { account { username } } }';
const RESET =
  'mutation Reset($input: ResetAccessInput!) { resetAccess(input: $input) { activationCode account { username } } }';
const RENEW = 'mutation Renew($name: String!) { renewActivation(username: $name) { activationCode } }';
const ACTIVATE =
  'mutation A($input: ActivateAccountInput!) { activateAccount(input: $input) { account { username } } }';
const NEW = 'Another-Horse-8';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const inspector = (): Promise<{ id: string; username: string }> =>
  world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
const loginOf = (username: string, password: string): Promise<string | null> =>
  new Client(world.server.url).refusal(LOGIN, { input: { username, password } });
const isSignedIn = async (client: Client): Promise<boolean> =>
  (await client.refusal('{ viewer { today } }', {})) === null;
const change = (client: Client, current: string, next: string): Promise<GraphqlAnswer> =>
  client.send(CHANGE, { input: { current, new: next } });
const said = ({ errors }: GraphqlAnswer): unknown => ({
  code: errors?.[0]?.extensions.code,
  ...errors?.[0]?.extensions.params,
});
const entries = (action: string, id: string): Promise<{ row: string; reason: string | null }[]> =>
  world.sql('SELECT to_jsonb(e)::text AS row, reason FROM audit_entry e WHERE action = $1 AND subject_id = $2', [
    action,
    id,
  ]);

describe('the own password', () => {
  test('is changed by who knows it: the old one and every other session are worth nothing from then on', async () => {
    const { id, username } = await inspector();
    const [here, elsewhere] = [await world.signIn(username), await world.signIn(username)];
    const before = here.cookie;
    expect((await change(here, PASSWORD, NEW)).data).toEqual({ changePassword: { account: { username } } });
    expect(here.cookie).not.toBe(before);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect([await loginOf(username, PASSWORD), await loginOf(username, NEW)]).toEqual(['LOGIN_FAILED', null]);
    const stolen = new Client(world.server.url);
    stolen.cookie = before;
    expect(await isSignedIn(stolen)).toBe(false);
    const [entry] = await entries('account.password-changed', id);
    expect(entry?.row).not.toContain(NEW);
    const [stored] = await world.sql<{ text: string }>(
      `SELECT string_agg(to_jsonb(k)::text, '') AS text FROM idempotency_key k WHERE account_id = $1`,
      [id],
    );
    expect(stored?.text ?? null).toBeNull();
  });

  test('is not changed by who sits at a session and does not know it, who is locked out like at the login', async () => {
    const { username } = await inspector();
    const client = await world.signIn(username);
    const wrong = { code: 'BAD_INPUT', path: ['current'], reason: 'WRONG_PASSWORD' };
    for (let i = 0; i < 5; i += 1) expect(said(await change(client, `Guess-number-${i}`, NEW))).toEqual(wrong);
    expect(said(await change(client, PASSWORD, NEW))).toEqual(wrong);
    expect(await loginOf(username, PASSWORD)).toBe('LOGIN_FAILED');
    await world.sql('UPDATE account SET locked_until = NULL, failed_count = 0 WHERE username = $1', [username]);
    expect([await loginOf(username, PASSWORD), await loginOf(username, NEW)]).toEqual([null, 'LOGIN_FAILED']);
  });

  test('is changed under the right in use, which stays in use', async () => {
    const { username } = await world.account([
      { role: 'CountyInspector', tenant: DANZHAI },
      { role: 'CountyInspector', tenant: KAILI },
    ]);
    const client = await world.signIn(username);
    const inUse = async (): Promise<unknown> =>
      (await client.ask<{ viewer: { grant: { id: string } } }>('{ viewer { grant { id } } }')).viewer.grant.id;
    const first = await inUse();
    const { viewer } = await client.ask<{ viewer: { grants: { id: string }[] } }>('{ viewer { grants { id } } }');
    const other = viewer.grants.find(({ id }) => id !== first)?.id;
    await client.ask('mutation S($id: ID!) { selectGrant(id: $id) { today } }', { id: other });
    expect((await change(client, PASSWORD, NEW)).errors).toBeUndefined();
    expect(await inUse()).toBe(other);
  });

  test('becomes a good one, and another one', async () => {
    const { username } = await inspector();
    const client = await world.signIn(username);
    for (const [next, reason] of [
      ['short', 'TOO_SHORT'],
      ['correct horse battery', 'TOO_SIMPLE'],
      [`${username}-Aa1`, 'LIKE_USERNAME'],
    ] as const) {
      expect(said(await change(client, PASSWORD, next))).toEqual({ code: 'BAD_INPUT', path: ['new'], reason });
    }
    expect((await change(client, PASSWORD, NEW)).errors).toBeUndefined();
    expect(said(await change(client, NEW, NEW))).toMatchObject({ path: ['new'], reason: 'SAME_AS_BEFORE' });
    expect(codeOf(await change(new Client(world.server.url), NEW, PASSWORD))).toBe('UNAUTHENTICATED');
  });
});

describe('access that was lost', () => {
  const reset = (client: Client, username: string, more: Record<string, string> = {}): Promise<GraphqlAnswer> =>
    client.send(RESET, { input: { username, reason: '忘记密码' } }, more);
  const codeIn = ({ data }: GraphqlAnswer): string =>
    (data as { resetAccess: { activationCode: string } } | null)?.resetAccess.activationCode ?? '';

  test('is given anew by the admin: a code, never a password; the old one and all sessions end, and it is remembered', async () => {
    const { id, username } = await inspector();
    const client = await world.signIn(username);
    const key = randomUUID();
    const answer = await reset(county, username, { 'idempotency-key': key });
    const code = codeIn(answer);
    expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
    // sent again the answer has no code, and the newest one holds
    expect(codeIn(await reset(county, username, { 'idempotency-key': key }))).toBe('');
    expect(await isSignedIn(client)).toBe(false);
    expect([await loginOf(username, PASSWORD), await loginOf(username, code)]).toEqual([
      'LOGIN_FAILED',
      'LOGIN_FAILED',
    ]);
    const person = new Client(world.server.url);
    await person.ask(ACTIVATE, { input: { username, code, password: NEW } });
    expect([await isSignedIn(person), await loginOf(username, NEW)]).toEqual([true, null]);
    const found = await entries('account.access-reset', id);
    expect(found).toEqual([expect.objectContaining({ reason: '忘记密码' })]);
    expect(found[0]?.row).not.toContain(code);
  });

  test('of a school’s head is given by the county of the school', async () => {
    const { id: schoolId } = await givenSchool(county, { orgType: 'GENERAL_BRANCH', fullMembers: 40 });
    const head = await givenMember(world, county, { schoolId, name: '书记一', posts: ['SECRETARY'] });
    const elsewhere = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect(codeOf(await reset(elsewhere, head.username))).toBe('NOT_FOUND');
    expect(codeIn(await reset(county, head.username))).not.toBe('');
    expect(await isSignedIn(head.client)).toBe(false);
  });

  test('is given by nobody to an account with rights that he could not give, nor to the own one', async () => {
    const both = await world.account([
      { role: 'CountyInspector', tenant: DANZHAI },
      { role: 'CountyInspector', tenant: KAILI },
    ]);
    const above = await world.account([{ role: 'CityAdmin', tenant: CITY }]);
    const nobody = await world.account([]);
    const answers = [];
    for (const { username } of [both, above, nobody, { username: 'nobody-at-all' }])
      answers.push(await reset(county, username));
    expect(new Set(answers.map(({ text }) => withoutRequestId(text))).size).toBe(1);
    expect(codeOf(answers[0] as GraphqlAnswer)).toBe('NOT_FOUND');
    const own = await inspector();
    const reader = await world.signIn(own.username);
    expect(codeOf(await reset(reader, (await inspector()).username))).toBe('NOT_FOUND');
    const admin = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    expect(said(await reset(await world.signIn(admin.username), admin.username))).toMatchObject({
      reason: 'OWN_ACCOUNT',
    });
    for (const { username } of [both, above, admin]) expect(await loginOf(username, PASSWORD)).toBeNull();
  });

  test('waits for its person by who reset it: whoever once made the account gets no code to it', async () => {
    const maker = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const username = `made-${randomUUID().slice(0, 8)}`;
    const made = await maker.ask<{ createAccount: { activationCode: string } }>(
      'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { activationCode } }',
      { input: { username, displayName: '新账号' } },
    );
    const input = { username, code: made.createAccount.activationCode, password: NEW };
    await new Client(world.server.url).ask(ACTIVATE, { input });
    const year = new Date().getFullYear();
    await county.ask('mutation G($input: GrantRoleInput!) { grantRole(input: $input) { id } }', {
      input: {
        username,
        role: 'CountyInspector',
        validFrom: `${year + 1}-01-01`,
        validTo: `${year + 2}-01-01`,
        reason: '工作需要',
      },
    });
    expect((await reset(county, username)).errors).toBeUndefined();
    expect(await maker.refusal(RENEW, { name: username })).toBe('NOT_FOUND');
    expect(await county.refusal(RENEW, { name: username })).toBeNull();
  });
});

test('T-95: neither is done where the audit can’t be written, and nobody loses a session by it', async () => {
  const { username } = await inspector();
  const client = await world.signIn(username);
  await world.sql('ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (false) NOT VALID');
  try {
    expect(codeOf(await change(client, PASSWORD, NEW))).toBe('INTERNAL');
    expect(codeOf(await county.send(RESET, { input: { username, reason: '忘记密码' } }))).toBe('INTERNAL');
  } finally {
    await world.sql('ALTER TABLE audit_entry DROP CONSTRAINT broken');
  }
  expect(await isSignedIn(client)).toBe(true);
  expect([await loginOf(username, NEW), await loginOf(username, PASSWORD)]).toEqual(['LOGIN_FAILED', null]);
});
