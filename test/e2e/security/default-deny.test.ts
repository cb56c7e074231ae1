import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '@zhixiao/domain';
import { codeOf } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { Client } from '../../support/client.js';
import { rootFields, schemaOf, someCall } from '../../support/schema-walk.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

let world: World;
let a: County;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  a = await seedCounty(world, DANZHAI, 'CANARY-A');
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'the-admin');
}, 60_000);
afterAll(() => world.end());

/** Whoever is not signed in may do these. */
const OPEN = ['login', 'logout', 'activateAccount'];

describe('T-66: default deny', () => {
  test('T-66: every root field is refused without a session, but those by which one is begun or ended', async () => {
    const fields = rootFields(await schemaOf(admin));
    const stranger = new Client(world.server.url);
    const open: string[] = [];
    let asked = 0;
    for (const field of fields.filter(({ name }) => !OPEN.includes(name))) {
      const answer = await stranger.send(someCall(field));
      asked += 1;
      if (answer.status !== 401 || codeOf(answer) !== 'UNAUTHENTICATED' || answer.data)
        open.push(`${field.name}: ${answer.status} ${answer.text}`);
    }
    process.stdout.write(
      `T-66: ${asked} of ${fields.length} root fields asked without a session, ${open.length} open\n`,
    );
    expect(open).toEqual([]);
    expect(asked).toBe(fields.length - OPEN.length);
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
      ({ name }) => ![...OPEN, 'viewer', 'selectGrant'].includes(name),
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
        'quietCounties { schools }',
      ]) {
        expect([role, await client.refusal(`{ ${field} }`)]).toEqual([role, 'FORBIDDEN']);
      }
    }
  });
});
