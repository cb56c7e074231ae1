import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { codeOf, unknownLike, withoutRequestId } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { refusedIn } from './refused.js';

const GRANT = 'mutation Give($input: GrantRoleInput!) { grantRole(input: $input) { id role validTo } }';
const REVOKE = 'mutation Take($id: ID!) { revokeRole(grantId: $id, reason: "x") }';
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

let world: World;
let a: County;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  a = await seedCounty(world, DANZHAI, 'CANARY-A');
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'the-admin');
}, 60_000);
afterAll(() => world.end());

function wanted(more: Record<string, unknown>): Record<string, unknown> {
  const year = Number(today().slice(0, 4));
  return {
    input: { role: 'CountyInspector', validFrom: today(), validTo: `${year + 1}-01-01`, reason: '工作需要', ...more },
  };
}

const refused = (client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> =>
  refusedIn(world, client, { query, variables });

/** What is answered where there is no such thing: a name that nobody has, and an id of no grant. */
const notThere = {
  give: async (): Promise<string> =>
    withoutRequestId((await refused(admin, GRANT, wanted({ username: 'nobody-at-all' }))).text),
  take: async (): Promise<string> =>
    withoutRequestId((await refused(admin, REVOKE, { id: unknownLike(a.grant) })).text),
};

describe('T-46: giving roles', () => {
  test('T-46: never to oneself', async () => {
    for (const username of ['the-admin', 'THE-ADMIN', '  the-admin ', 'ｔｈｅ-admin']) {
      expect(codeOf(await refused(admin, GRANT, wanted({ username })))).toBe('FORBIDDEN');
    }
  });

  test('T-46: never above the own level, never one that follows from a post', async () => {
    const { username } = await world.account([]);
    const given: string[] = [];
    for (const role of ROLES) {
      for (const schoolId of [null, a.ids.School]) {
        if (['CountyAdmin', 'CountyInspector', 'SchoolClerk', 'Staff'].includes(role)) continue;
        const answer = await refused(admin, GRANT, wanted({ username, role, schoolId }));
        if (codeOf(answer) !== 'FORBIDDEN') given.push(`${role} ${answer.text}`);
      }
    }
    expect(given).toEqual([]);
  });

  test('T-46: by nobody but an admin, and whoever may not give is told the same whatever is asked', async () => {
    const { username } = await world.account([]);
    const account = await world.account([]);
    await world.linkPerson(account.id, a.ids.Person);
    const others: Client[] = [await world.signIn(account.username)];
    const roles: [Role, number][] = [
      ['CountyInspector', DANZHAI],
      ['CityInspector', CITY],
    ];
    for (const [role, tenant] of roles) others.push(await world.signedIn({ role, tenant }));
    others.push(await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: a.ids.School }));
    const texts = new Set<string>();
    const before = await checksums(world);
    for (const client of others) {
      for (const role of ['CountyAdmin', 'CountyInspector', 'CityAdmin', 'PlatformOperator', 'SchoolClerk']) {
        for (const more of [
          { username },
          { username: 'nobody-at-all' },
          { username, schoolId: a.ids.School },
          { username, schoolId: unknownLike(a.ids.School) },
          { username, tenantId: `T_${DANZHAI}` },
          { username, tenantId: `T_${KAILI}` },
          { username, tenantId: 'T_999999' },
          { username, tenantId: 'x' },
          { username, validTo: '2020-01-01' },
        ]) {
          texts.add(withoutRequestId((await client.send(GRANT, wanted({ role, ...more }))).text));
        }
      }
    }
    expect(await checksums(world)).toEqual(before);
    expect([...texts]).toEqual([await notThere.give()]);
  });

  test('T-46: an admin learns of a name nothing by asking for a role that nobody gives', async () => {
    const { username } = await world.account([]);
    for (const role of ['PlatformOperator', 'CityAdmin', 'Secretary']) {
      const [known, unknown] = [
        await refused(admin, GRANT, wanted({ username, role })),
        await refused(admin, GRANT, wanted({ username: 'nobody-at-all', role })),
      ];
      expect(withoutRequestId(known.text)).toBe(withoutRequestId(unknown.text));
      expect([codeOf(known), known.errors?.[0]?.extensions.params]).toEqual([
        'FORBIDDEN',
        { reason: 'ROLE_NOT_GRANTABLE' },
      ]);
    }
  });

  test('T-46: a name, a school and a tenant that are not there, and those of others, are alike byte for byte', async () => {
    const { username } = await world.account([]);
    const disabled = await world.account([]);
    await world.sql('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const clerk = { username, role: 'SchoolClerk' };
    const asked = [
      { username: 'nobody-at-all' },
      { username: disabled.username },
      { ...clerk, schoolId: unknownLike(a.ids.School) },
      { ...clerk, schoolId: `S_${KAILI}_${a.ids.School.split('_')[2]}` },
      { ...clerk, schoolId: a.ids.Person },
      { ...clerk, schoolId: a.ids.School, tenantId: `T_${KAILI}` },
      { username, tenantId: `T_${KAILI}` },
      { username, tenantId: `T_${CITY}` },
      { username, tenantId: 'T_330102' },
      { username, tenantId: 'T_999999' },
      { username, tenantId: 'T_0' },
      { username, tenantId: "x'--" },
      { username, tenantId: '' },
    ];
    const texts: string[] = [];
    for (const more of asked) texts.push(withoutRequestId((await refused(admin, GRANT, wanted(more))).text));
    expect([...new Set(texts)]).toEqual([await notThere.give()]);
  });

  test('T-46: never in another tenant but a county’s admin by its city, nor for a school of another county', async () => {
    const { username } = await world.account([]);
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    for (const role of ['CountyAdmin', 'CountyInspector'])
      expect(codeOf(await refused(city, GRANT, wanted({ username, role })))).toBe('FORBIDDEN');
    for (const role of ['CountyInspector', 'CityInspector', 'CityAdmin', 'SchoolClerk']) {
      const below = wanted({ username, role, tenantId: `T_${DANZHAI}` });
      expect([role, codeOf(await refused(city, GRANT, below))]).toEqual([role, 'FORBIDDEN']);
    }
    const clerk = wanted({ username, role: 'SchoolClerk', schoolId: a.ids.School });
    expect(codeOf(await refused(city, GRANT, clerk))).toBe('NOT_FOUND');
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect(codeOf(await refused(other, GRANT, clerk))).toBe('NOT_FOUND');
  });

  test('T-46: a school’s role needs its school, and another one has none', async () => {
    const { username } = await world.account([]);
    for (const role of ['SchoolClerk', 'Staff'])
      expect(codeOf(await refused(admin, GRANT, wanted({ username, role })))).toBe('BAD_INPUT');
    for (const role of ['CountyAdmin', 'CountyInspector']) {
      expect(codeOf(await refused(admin, GRANT, wanted({ username, role, schoolId: a.ids.School })))).toBe('BAD_INPUT');
    }
  });

  test('T-46, T-47: never without an end, for ever, backwards or in the past', async () => {
    const { username } = await world.account([]);
    const yesterday = new Date(Date.parse(today()) - 86_400_000).toISOString().slice(0, 10);
    const dates = [
      { validTo: null },
      { validTo: undefined },
      { validTo: '9999-12-31' },
      { validTo: '2099-01-01' },
      { validTo: '2020-01-01' },
      { validFrom: yesterday },
      { validFrom: '2020-01-01' },
      { validFrom: '0001-01-01' },
      { validTo: 'infinity' },
      { validTo: '' },
      { validTo: '2027-02-30' },
    ];
    for (const more of dates) {
      expect([more, codeOf(await refused(admin, GRANT, wanted({ username, ...more })))]).toEqual([more, 'BAD_INPUT']);
    }
  });

  test('what is right is given, and holds with the next request', async () => {
    const { username } = await world.account([]);
    const client = await world.signIn(username);
    expect(await client.refusal('{ tenants { id } }')).toBe('FORBIDDEN');
    await admin.ask(GRANT, wanted({ username }));
    expect(await client.refusal('{ tenants { id } }')).toBeNull();
  });
});

describe('T-47: the last admin', () => {
  const grantOf = async (client: Client): Promise<string> =>
    (await client.ask<{ viewer: { grant: { id: string } } }>('{ viewer { grant { id } } }')).viewer.grant.id;

  test('T-47: nobody takes back their own right, and the last admin of a county stays', async () => {
    const only = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect(codeOf(await refused(only, REVOKE, { id: await grantOf(only) }))).toBe('FORBIDDEN');
  });

  test('T-47: of two admins who remove each other at once one stays, 20 times', async () => {
    const tenant = 522623;
    for (let round = 0; round < 20; round += 1) {
      const pair = await Promise.all([
        world.signedIn({ role: 'CountyAdmin', tenant }),
        world.signedIn({ role: 'CountyAdmin', tenant }),
      ]);
      const [one, two] = await Promise.all(pair.map(grantOf));
      const answers = await Promise.all([pair[0]?.send(REVOKE, { id: two }), pair[1]?.send(REVOKE, { id: one })]);
      const [left] = await world.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM role_grant WHERE tenant_id = $1 AND role = 'CountyAdmin' AND revoked_at IS NULL`,
        [tenant],
      );
      expect([left?.n, answers.filter((answer) => !answer?.errors).length]).toEqual([1, 1]);
      await world.sql('UPDATE role_grant SET revoked_at = now() WHERE tenant_id = $1', [tenant]);
    }
  }, 120_000);

  test('T-47: whoever may not see a grant is told the same of one that is there and of one that is not', async () => {
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    const neighbour = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const cityInspector = await world.signedIn({ role: 'CityInspector', tenant: CITY });
    const unknown = await notThere.take();
    for (const client of [inspector, neighbour, cityInspector]) {
      for (const id of [a.grant, unknownLike(a.grant), a.ids.School, 'x']) {
        expect(withoutRequestId((await refused(client, REVOKE, { id })).text)).toBe(unknown);
      }
    }
  });

  test('T-47: a city takes back no grant of a county but an admin’s, and not the last one’s', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const tenant = 522629;
    const only = await world.signedIn({ role: 'CountyAdmin', tenant });
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant });
    expect(codeOf(await refused(city, REVOKE, { id: await grantOf(inspector) }))).toBe('FORBIDDEN');
    expect(codeOf(await refused(city, REVOKE, { id: await grantOf(only) }))).toBe('BAD_STATE');
    const next = await world.signedIn({ role: 'CountyAdmin', tenant });
    await city.ask(REVOKE, { id: await grantOf(only) });
    expect([await only.refusal('{ tenants { id } }'), await next.refusal('{ tenants { id } }')]).toEqual([
      'FORBIDDEN',
      null,
    ]);
  });
});
