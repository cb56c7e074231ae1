import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, withoutRequestId } from '../support/answers.js';
import { Client } from '../support/client.js';
import type { GraphqlAnswer } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const CREATE = `mutation Create($input: CreateAccountInput!) { createAccount(input: $input) {
  account { id username displayName } activationCode activationEndsAt } }`;
const RENEW = 'mutation Renew($name: String!) { renewActivation(username: $name) { activationCode } }';
const ACTIVATE = `mutation Activate($input: ActivateAccountInput!) { activateAccount(input: $input) {
  account { username } grants { role tenant { name } } } }`;
const LOGIN = 'mutation Login($input: LoginInput!) { login(input: $input) { account { username } } }';
const GRANT = `mutation Give($input: GrantRoleInput!) { grantRole(input: $input) { id role tenant { id name } } }`;
const GRANTS = `query Grants($filter: RoleGrantFilter) { roleGrants(filter: $filter) { totalCount nodes {
  id tenant { id } accountName username role schoolId schoolName validFrom validTo grantedBy reason } } }`;
const PASSWORD = 'Correct-Horse-7';

interface Made {
  account: { id: string; username: string; displayName: string };
  activationCode: string;
  activationEndsAt: string;
}

let world: World;
let operator: Client;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  operator = await world.signedIn({ role: 'PlatformOperator', tenant: 0 }, 'the-operator');
  today = (await operator.ask<{ viewer: { today: string } }>('{ viewer { today } }')).viewer.today;
});
afterAll(() => world.end());

async function make(client: Client, username: string, displayName = '某管理员'): Promise<Made> {
  return (await client.ask<{ createAccount: Made }>(CREATE, { input: { username, displayName } })).createAccount;
}

function granted(username: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const validTo = `${Number(today.slice(0, 4)) + 1}-12-31`;
  return { input: { username, role: 'CountyAdmin', validFrom: today, validTo, reason: '开通', ...more } };
}

const activate = (username: string, code: string, password = PASSWORD): Promise<GraphqlAnswer> =>
  new Client(world.server.url).send(ACTIVATE, { input: { username, code, password } });

describe('the first admin of a county', () => {
  test('is named by the operator, takes the account over by its code and works in the county', async () => {
    const made = await make(operator, 'Danzhai-Admin', '丹寨管理员');
    expect(made.account).toMatchObject({ username: 'danzhai-admin', displayName: '丹寨管理员' });
    const hours = (Date.parse(made.activationEndsAt) - Date.now()) / 3_600_000;
    expect([hours > 71, hours <= 72]).toEqual([true, true]);
    const given = await operator.ask<{ grantRole: { role: string; tenant: { id: string; name: string } } }>(
      GRANT,
      granted('danzhai-admin', { tenantId: `T_${DANZHAI}` }),
    );
    expect(given.grantRole).toMatchObject({ role: 'CountyAdmin', tenant: { id: `T_${DANZHAI}`, name: '丹寨县' } });
    const person = new Client(world.server.url);
    const answer = await person.ask<{ activateAccount: object }>(ACTIVATE, {
      input: { username: 'DANZHAI-admin', code: made.activationCode.toLowerCase(), password: PASSWORD },
    });
    expect(answer.activateAccount).toEqual({
      account: { username: 'danzhai-admin' },
      grants: [{ role: 'CountyAdmin', tenant: { name: '丹寨县' } }],
    });
    // signed in at once, and again by name and password
    const school = await givenSchool(person);
    expect(school.id).toMatch(new RegExp(`^S_${DANZHAI}_`));
    const again = await world.signIn('danzhai-admin', PASSWORD);
    expect(await again.refusal('{ schools { totalCount } }')).toBeNull();
  });

  test('opens the county: it takes part from the first day of the grant, and a second admin changes nothing', async () => {
    const [before] = await world.sql<{ day: string | null }>(
      'SELECT enrolled_on::text AS day FROM tenant WHERE id = $1',
      [KAILI],
    );
    expect(before?.day).toBeNull();
    await make(operator, 'kaili-1');
    await make(operator, 'kaili-2');
    const later = `${Number(today.slice(0, 4)) + 1}-01-01`;
    await operator.ask(GRANT, granted('kaili-1', { tenantId: `T_${KAILI}` }));
    await operator.ask(GRANT, granted('kaili-2', { tenantId: `T_${KAILI}`, validFrom: later }));
    const [after] = await world.sql<{ day: string }>('SELECT enrolled_on::text AS day FROM tenant WHERE id = $1', [
      KAILI,
    ]);
    expect(after?.day).toBe(today);
  });

  test('is named by the city for its own counties, and for nobody else’s', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    await make(city, 'leishan');
    await city.ask(GRANT, granted('leishan', { tenantId: 'T_522634' }));
    const foreign = await city.send(GRANT, granted('leishan', { tenantId: `T_${OTHER_COUNTY}` }));
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    const { roleGrants } = await city.ask<{ roleGrants: { nodes: object[] } }>(GRANTS, {
      filter: { tenantId: 'T_522634' },
    });
    expect(roleGrants.nodes).toMatchObject([
      { role: 'CountyAdmin', username: 'leishan', accountName: '某管理员', tenant: { id: 'T_522634' }, reason: '开通' },
    ]);
  });

  test('is remembered with the tenant, the account and the reason', async () => {
    const entries = await world.sql<{ action: string; tenant_id: number; after: Record<string, unknown> }>(
      `SELECT action, tenant_id, after FROM audit_entry WHERE actor = 'the-operator' AND after->>'username' = 'danzhai-admin' ORDER BY at`,
    );
    expect(entries).toMatchObject([
      { action: 'account.created', tenant_id: 0, after: { displayName: '丹寨管理员' } },
      { action: 'role.granted', tenant_id: 0, after: { role: 'CountyAdmin', tenantId: DANZHAI } },
    ]);
  });
});

describe('who names admins', () => {
  test('the operator gives nobody another role, at no tenant, and opens neither a province nor the platform', async () => {
    await make(operator, 'somebody');
    for (const [role, tenant] of [
      ['CountyInspector', DANZHAI],
      ['CityAdmin', DANZHAI],
      ['CountyAdmin', CITY],
      ['CityInspector', CITY],
      ['PlatformOperator', 0],
      ['CityAdmin', 520000],
    ] as const) {
      const answer = await operator.send(GRANT, granted('somebody', { role, tenantId: `T_${tenant}` }));
      expect([role, tenant, codeOf(answer)]).toEqual([role, tenant, 'FORBIDDEN']);
    }
    expect(codeOf(await operator.send(GRANT, granted('the-operator', { tenantId: `T_${DANZHAI}` })))).toBe('FORBIDDEN');
    expect(codeOf(await operator.send(GRANT, granted('somebody', { tenantId: 'T_522699' })))).toBe('NOT_FOUND');
  });

  test('the operator sees who has which right, and of the schools neither data nor which one a clerk is of', async () => {
    const school = await givenSchool(await world.signedIn({ role: 'CountyAdmin', tenant: OTHER_COUNTY }));
    await world.account([{ role: 'SchoolClerk', tenant: OTHER_COUNTY, school: school.id }]);
    const filter = { tenantId: `T_${OTHER_COUNTY}` };
    type Shown = { roleGrants: { totalCount: number; nodes: Record<string, unknown>[] } };
    const { roleGrants } = await operator.ask<Shown>(GRANTS, { filter });
    expect(roleGrants.nodes.map(({ role }) => role).sort()).toEqual(['CountyAdmin', 'SchoolClerk']);
    expect(roleGrants.nodes.every(({ schoolId, schoolName }) => schoolId === null && schoolName === null)).toBe(true);
    const own = await world.signedIn({ role: 'CountyAdmin', tenant: OTHER_COUNTY });
    const seen = await own.ask<Shown>(GRANTS, { filter });
    expect(seen.roleGrants.nodes.find(({ role }) => role === 'SchoolClerk')).toMatchObject({ schoolId: school.id });
    expect((await operator.ask<{ schools: { totalCount: number } }>('{ schools { totalCount } }')).schools).toEqual({
      totalCount: 0,
    });
  });

  test('a county makes accounts for its own people; an inspector and a school make none', async () => {
    const county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    await make(county, 'danzhai-inspector');
    await county.ask(GRANT, granted('danzhai-inspector', { role: 'CountyInspector' }));
    for (const role of ['CountyInspector', 'CityInspector'] as const) {
      const client = await world.signedIn({ role, tenant: role === 'CityInspector' ? CITY : DANZHAI });
      expect(await client.refusal(CREATE, { input: { username: 'nope-1', displayName: 'x' } })).toBe('FORBIDDEN');
      expect(
        (await client.ask<{ roleGrants: { totalCount: number } }>('{ roleGrants { totalCount } }')).roleGrants,
      ).toEqual({ totalCount: 0 });
    }
  });

  test('who named an admin takes the grant back once there is another one', async () => {
    const { roleGrants } = await operator.ask<{ roleGrants: { nodes: { id: string; username: string }[] } }>(GRANTS, {
      filter: { tenantId: `T_${KAILI}` },
    });
    const id = (name: string): string => roleGrants.nodes.find(({ username }) => username === name)?.id ?? '';
    const REVOKE = 'mutation Take($id: ID!) { revokeRole(grantId: $id, reason: "换人") }';
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    await make(city, 'kaili-3');
    await city.ask(GRANT, granted('kaili-3', { tenantId: `T_${KAILI}` }));
    expect(await operator.refusal(REVOKE, { id: id('kaili-1') })).toBeNull();
    const left = await city.ask<{ roleGrants: { nodes: { id: string; username: string }[] } }>(GRANTS, {
      filter: { tenantId: `T_${KAILI}`, current: true },
    });
    expect(left.roleGrants.nodes.map(({ username }) => username)).toEqual(['kaili-3']);
    expect(await operator.refusal(REVOKE, { id: left.roleGrants.nodes[0]?.id })).toBe('BAD_STATE');
  });
});

describe('an account that waits for its person', () => {
  test('has no password: nobody signs in to it, and its code is worth nothing at the login', async () => {
    const { activationCode } = await make(operator, 'waiting');
    for (const password of ['', activationCode, PASSWORD, 'null']) {
      const refusal = await new Client(world.server.url).refusal(LOGIN, { input: { username: 'waiting', password } });
      expect(refusal).toBe('LOGIN_FAILED');
    }
  });

  test('is taken over once, with its newest code, within three days', async () => {
    const first = await make(operator, 'renewed');
    const renewed = await operator.ask<{ renewActivation: { activationCode: string } }>(RENEW, { name: 'renewed' });
    const code = renewed.renewActivation.activationCode;
    expect(code).not.toBe(first.activationCode);
    expect(codeOf(await activate('renewed', first.activationCode))).toBe('LOGIN_FAILED');
    await world.sql(`UPDATE account_activation SET ends_at = now() - interval '1 second'`);
    expect(codeOf(await activate('renewed', code))).toBe('LOGIN_FAILED');
    await world.sql(`UPDATE account_activation SET ends_at = now() + interval '1 hour'`);
    const both = await Promise.all([activate('renewed', code), activate('renewed', code)]);
    expect(both.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(codeOf(await activate('renewed', code))).toBe('LOGIN_FAILED');
  });

  test('tells no guesser whether the name, the code or the time was wrong', async () => {
    const { activationCode } = await make(operator, 'guessed');
    const texts = await Promise.all([
      activate('guessed', 'AAAA-AAAA-AAAA-AAAA'),
      activate('nobody-at-all', activationCode),
      activate('the-operator', activationCode),
      activate('guessed', ''),
    ]);
    expect(new Set(texts.map(({ text }) => withoutRequestId(text))).size).toBe(1);
    expect(codeOf(texts[0] as GraphqlAnswer)).toBe('LOGIN_FAILED');
  });

  test('wants a good password, and says what is wrong with another', async () => {
    const { activationCode } = await make(operator, 'choosy');
    for (const [password, reason] of [
      ['Short-1', 'TOO_SHORT'],
      ['all in small letters', 'TOO_SIMPLE'],
      ['Choosy-and-2026', 'LIKE_USERNAME'],
    ] as const) {
      const answer = await activate('choosy', activationCode, password);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_INPUT',
        params: { path: ['password'], reason },
      });
    }
    expect((await activate('choosy', activationCode)).errors).toBeUndefined();
  });

  test('gets another code from who made it, and from nobody else', async () => {
    await make(operator, 'mine-1');
    const other = await world.signedIn({ role: 'PlatformOperator', tenant: 0 });
    const county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const unknown = await county.send(RENEW, { name: 'nobody-at-all' });
    expect(codeOf(unknown)).toBe('NOT_FOUND');
    for (const [client, name] of [
      [other, 'mine-1'],
      [county, 'mine-1'],
      [operator, 'danzhai-admin'],
      [operator, 'the-operator'],
    ] as const) {
      expect(withoutRequestId((await client.send(RENEW, { name })).text)).toBe(withoutRequestId(unknown.text));
    }
  });

  test('shows its code once: a request sent again gets the account without it', async () => {
    const sent = { input: { username: 'sent-twice', displayName: '某' } };
    const key = { 'idempotency-key': 'sent-twice-1' };
    const first = await operator.send<{ createAccount: Made }>(CREATE, sent, key);
    const again = await operator.send<{ createAccount: Made }>(CREATE, sent, key);
    expect(first.data?.createAccount.activationCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(again.data?.createAccount).toEqual({ ...first.data?.createAccount, activationCode: null });
    const code = first.data?.createAccount.activationCode ?? '';
    const kept = await world.sql<{ text: string }>(
      `SELECT a::text AS text FROM audit_entry a UNION ALL SELECT k::text FROM idempotency_key k UNION ALL SELECT c::text FROM account_activation c`,
    );
    expect(kept.filter(({ text }) => text.includes(code))).toEqual([]);
  });

  test('is made under a name that is free and well formed', async () => {
    const reason = async (username: string, displayName = '某'): Promise<unknown> =>
      (await operator.send(CREATE, { input: { username, displayName } })).errors?.[0]?.extensions.params;
    await make(operator, 'taken-1');
    expect(await reason(' ＴＡＫＥＮ-1 ')).toEqual({ path: ['username'], reason: 'TAKEN' });
    for (const username of ['', 'ab', 'a b c', '-abc', 'x'.repeat(65), 'a/b/c', "a'--", '张'])
      expect([username, await reason(username)]).toEqual([username, { path: ['username'], reason: 'MALFORMED' }]);
    expect(await reason('fine-1', '  ')).toEqual({ path: ['displayName'], reason: 'REQUIRED' });
  });
});
