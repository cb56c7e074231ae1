import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { codeOf } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums, deniedAttempts } from '../../support/checksums.js';
import { Client } from '../../support/client.js';
import type { GraphqlAnswer } from '../../support/client.js';
import { mutationInputs, rootFields, schemaOf, someCall } from '../../support/schema-walk.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

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

/** What must be refused changes nothing and is remembered once where it was denied. */
async function refused(client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
  const before = await checksums(world);
  const answer = await client.send(query, variables);
  expect([answer.text, answer.errors?.length ?? 0]).toEqual([answer.text, 1]);
  expect(await checksums(world)).toEqual(before);
  const denied = ['FORBIDDEN', 'NOT_FOUND'].includes(codeOf(answer) ?? '');
  expect(await deniedAttempts(world, answer.requestId)).toBe(denied ? 1 : 0);
  return answer;
}

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

  test('T-46: by nobody but an admin', async () => {
    const { username } = await world.account([]);
    const account = await world.account([]);
    await world.linkPerson(account.id, a.ids.Person);
    const others: Client[] = [await world.signIn(account.username)];
    const roles: [Role, number][] = [
      ['CountyInspector', DANZHAI],
      ['CityInspector', CITY],
      ['PlatformOperator', 0],
    ];
    for (const [role, tenant] of roles) others.push(await world.signedIn({ role, tenant }));
    others.push(await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: a.ids.School }));
    for (const client of others) {
      for (const role of ['CountyAdmin', 'CountyInspector', 'CityAdmin', 'PlatformOperator', 'SchoolClerk']) {
        const schoolId = role === 'SchoolClerk' ? a.ids.School : null;
        expect(['FORBIDDEN', 'NOT_FOUND']).toContain(
          codeOf(await refused(client, GRANT, wanted({ username, role, schoolId }))),
        );
      }
    }
  });

  test('T-46: never in another tenant: not in a county by its city, nor for a school of another county', async () => {
    const { username } = await world.account([]);
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    for (const role of ['CountyAdmin', 'CountyInspector'])
      expect(codeOf(await refused(city, GRANT, wanted({ username, role })))).toBe('FORBIDDEN');
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

  test('T-47: a city does not take back a county’s grants, nor does an inspector', async () => {
    for (const client of [
      await world.signedIn({ role: 'CityAdmin', tenant: CITY }),
      await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI }),
    ]) {
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(codeOf(await refused(client, REVOKE, { id: a.grant })));
    }
  });
});

describe('T-65: fields that are not the asker’s to write', () => {
  const READ_ONLY =
    /^(version|created(At|By|_at)|recorded(At|By)|superseded.*|tenant(Id|_id)?|status|source|batch(Id|_id)|school_?[iI]ds|person_?[kK]ey|requestedBy|declared|grantedBy|account(Id)?|id_number|idNumber|phone)$/;

  test('T-65: no input of a mutation has one', async () => {
    const inputs = mutationInputs(await schemaOf(admin));
    const found = [...inputs].flatMap(([name, fields]) =>
      fields.filter((field) => READ_ONLY.test(field)).map((field) => `${name}.${field}`),
    );
    expect(inputs.size).toBeGreaterThan(12);
    // the tenant by which a report is filtered
    expect(found).toEqual(['SchoolFilter.tenantId']);
  });

  test.each([
    ['createSchool', 'SchoolInput', { code: 'x1', name: 'x', stage: 'PRIMARY', openedOn: '2015-09-01' }],
    ['createPerson', 'PersonInput', { name: 'x', membership: 'FULL' }],
    ['appoint', 'AppointInput', { schoolId: 'S', post: 'PRINCIPAL', startsOn: '2021-01-01' }],
    [
      'approveDeparture',
      'ApproveDepartureInput',
      { id: 'D', expectedVersion: 1, approver: 'x', approvedOn: '2024-01-01', reviewOn: '2025-01-01' },
    ],
    [
      'setRolloutState',
      'SetRolloutStateInput',
      { schoolId: 'S', expectedVersion: 1, state: 'READY', effectiveOn: '2024-01-01' },
    ],
    [
      'grantRole',
      'GrantRoleInput',
      { username: 'x', role: 'CountyInspector', validFrom: '2030-01-01', validTo: '2031-01-01', reason: 'x' },
    ],
    [
      'changeSettings',
      'TenantSettingInput',
      { expectedVersion: 0, vacancyDays: 30, countBranchWithoutCommittee: false },
    ],
  ])('T-65: %s with a field more is refused whole, as a variable and as a literal', async (mutation, type, input) => {
    const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
    for (const [field, value] of Object.entries({
      version: 9,
      status: 'APPROVED',
      createdBy: 'x',
      tenantId: `T_${KAILI}`,
      __proto__x: 1,
      constructor: 'x',
    })) {
      expect(codeOf(await refused(admin, query, { input: { ...input, [field]: value } }))).toBe('BAD_INPUT');
    }
    const literal = await admin.send(`mutation { ${mutation}(input: { status: "APPROVED" }) { __typename } }`);
    expect([literal.status, codeOf(literal)]).toEqual([400, 'GRAPHQL_INVALID']);
  });

  test('T-65: cells of an import row are texts by name, and nothing else gets in', async () => {
    const query =
      'mutation Fix($b: ID!, $r: ID!, $edits: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $edits) { id } }';
    const edits: unknown[] = [
      [],
      {},
      'x',
      1,
      true,
      { name: { a: 1 } },
      { name: 1 },
      { name: 'x'.repeat(501) },
      { constructor: { name: 'x' } },
      Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, 'x'])),
    ];
    for (const value of edits) {
      expect([
        value,
        codeOf(await refused(admin, query, { b: a.ids.ImportBatch, r: a.ids.ImportRow, edits: value })),
      ]).toEqual([value, 'BAD_INPUT']);
    }
    const polluting = `{"query":${JSON.stringify(query)},"variables":{"b":"${a.ids.ImportBatch}","r":"${a.ids.ImportRow}","edits":{"__proto__":{"role":"CityAdmin"}}}}`;
    const before = await checksums(world);
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: admin.headers({ 'content-type': 'application/json', 'idempotency-key': 'pollution-1' }),
      body: polluting,
    });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toContain('BAD_INPUT');
    expect(await checksums(world)).toEqual(before);
  });

  test('T-65: a text that no column can hold is refused, not a fault', async () => {
    const query = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id } }';
    for (const text of ['\u0000', 'a\u0000b', 'a\ud800', '\udfffb']) {
      for (const field of ['name', 'title']) {
        expect([
          codeOf(await refused(admin, query, { input: { name: 'x', membership: 'FULL', [field]: text } })),
        ]).toEqual(['BAD_INPUT']);
      }
    }
  });
});

describe('T-66: default deny', () => {
  test('T-66: every root field is refused without a session, but login and logout', async () => {
    const fields = rootFields(await schemaOf(admin));
    const stranger = new Client(world.server.url);
    const open: string[] = [];
    let asked = 0;
    for (const field of fields.filter(({ name }) => name !== 'login' && name !== 'logout')) {
      const answer = await stranger.send(someCall(field));
      asked += 1;
      if (answer.status !== 401 || codeOf(answer) !== 'UNAUTHENTICATED' || answer.data)
        open.push(`${field.name}: ${answer.status} ${answer.text}`);
    }
    process.stdout.write(
      `T-66: ${asked} of ${fields.length} root fields asked without a session, ${open.length} open\n`,
    );
    expect(open).toEqual([]);
    expect(asked).toBe(fields.length - 2);
    expect(asked).toBeGreaterThan(38);
  });

  test('T-66: nor by a fragment, an alias, a forged, an ended or an overlong session', async () => {
    const stranger = new Client(world.server.url);
    const VIEWER = [
      'query { ...F } fragment F on Query { x: viewer { today } }',
      '{ ... on Query { viewer { today } } }',
      '{ __typename viewer { today } }',
    ];
    for (const query of VIEWER) expect(await stranger.refusal(query)).toBe('UNAUTHENTICATED');
    const cookies = [
      '__Host-sid=',
      `__Host-sid=${'A'.repeat(43)}`,
      `__Host-sid=${'A'.repeat(4000)}`,
      'sid=x',
      `__Host-sid="${admin.cookie?.split('=')[1]}"`,
    ];
    for (const cookie of cookies) {
      stranger.cookie = cookie;
      expect([cookie, await stranger.refusal('{ viewer { today } }')]).toEqual([cookie, 'UNAUTHENTICATED']);
    }
  });

  test('T-66: a session without a grant sees who it is, and nothing else', async () => {
    const fields = rootFields(await schemaOf(admin)).filter(
      ({ name }) => !['login', 'logout', 'viewer', 'selectGrant'].includes(name),
    );
    const nobody = await world.signIn((await world.account([])).username);
    expect((await nobody.ask<{ viewer: { grants: unknown[] } }>('{ viewer { grants { id } } }')).viewer.grants).toEqual(
      [],
    );
    const open: string[] = [];
    for (const field of fields) {
      const answer = await nobody.send(someCall(field));
      if (answer.status !== 403 || codeOf(answer) !== 'FORBIDDEN' || answer.data)
        open.push(`${field.name}: ${answer.text}`);
    }
    expect(open).toEqual([]);
  });

  test('T-66: roles without rights yet, and the operator, read no school', async () => {
    const roles: [Role, number][] = [
      ['Staff', DANZHAI],
      ['Parent', DANZHAI],
      ['PlatformOperator', 0],
    ];
    for (const [role, tenant] of roles) {
      const client = await world.signedIn({
        role,
        tenant,
        ...(role === 'PlatformOperator' ? {} : { school: a.ids.School }),
      });
      client.neverSees = /canary-a-(?!县)/i;
      const answer = await client.ask<Record<string, { totalCount: number }>>(
        '{ schools { totalCount nodes { name } } people { totalCount nodes { name } } appointments { totalCount nodes { personName } } departures { totalCount } importBatches { totalCount } }',
      );
      expect(Object.values(answer).map(({ totalCount }) => totalCount)).toEqual([0, 0, 0, 0, 0]);
      for (const field of [
        'rolloutOverview { schools }',
        'staffingOverview { schools }',
        'lateSchools { days }',
        'crossSchoolReport(input: { groupBy: COUNTY }) { schools }',
      ]) {
        expect([role, await client.refusal(`{ ${field} }`)]).toEqual([role, 'FORBIDDEN']);
      }
    }
  });
});
