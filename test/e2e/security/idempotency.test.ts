import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import type { Client } from '../../support/client.js';
import { givenSchool } from '../../support/schools.js';
import { DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

const CREATE = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id name } }';
const STATE =
  'mutation Set($input: SetRolloutStateInput!) { setRolloutState(input: $input) { id version rolloutState } }';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const person = (name: string): Record<string, unknown> => ({ input: { name, membership: 'FULL' } });
const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });
const named = async (name: string): Promise<number> =>
  (await world.sql('SELECT 1 FROM person WHERE name = $1', [name])).length;
const audited = async (requestId: string | undefined): Promise<number> =>
  (await world.sql('SELECT 1 FROM audit_entry WHERE request_id = $1', [requestId])).length;

describe('T-86: the same key', () => {
  test('T-86: twice in a row gives one effect and the same answer', async () => {
    const key = randomUUID();
    const first = await admin.send(CREATE, person('一次'), keyed(key));
    const again = await admin.send(CREATE, person('一次'), keyed(key));
    expect(first.errors).toBeUndefined();
    expect(again.text).toBe(first.text);
    expect([await named('一次'), await audited(first.requestId), await audited(again.requestId)]).toEqual([1, 1, 0]);
  });

  test('T-86: twenty at once, of a mutation that fails when done twice', async () => {
    const school = await givenSchool(admin);
    const key = randomUUID();
    const input = {
      schoolId: school.id,
      expectedVersion: school.version,
      state: 'SURVEYED',
      effectiveOn: '2024-01-01',
      reason: '摸底',
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => admin.send(STATE, { input }, keyed(key))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
    const entries = await world.sql('SELECT 1 FROM rollout_entry WHERE school_id = $1', [school.id.split('_')[2]]);
    expect(entries.length).toBe(1);
    expect(
      await Promise.all(answers.map(({ requestId }) => audited(requestId))).then((all) => all.reduce((a, b) => a + b)),
    ).toBe(1);
  });

  test('T-86: a refused request does not use its key up', async () => {
    const key = randomUUID();
    expect(codeOf(await admin.send(CREATE, person(' '), keyed(key)))).toBe('BAD_INPUT');
    expect((await admin.send(CREATE, person('后来'), keyed(key))).errors).toBeUndefined();
  });
});

describe('T-87: the key of something else', () => {
  test('T-87: another body, another operation of the same document, or another mutation is refused', async () => {
    const key = randomUUID();
    await admin.send(CREATE, person('原来'), keyed(key));
    expect(codeOf(await admin.send(CREATE, person('别的'), keyed(key)))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(codeOf(await admin.send(CREATE.replace('Create', 'Other'), person('原来'), keyed(key)))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await named('别的')).toBe(0);
    const query = `mutation A { createPerson(input: { name: "文甲", membership: FULL }) { name } } mutation B { createPerson(input: { name: "文乙", membership: FULL }) { name } }`;
    const operation = async (operationName: string, sent: string): Promise<string> => {
      const headers = admin.headers({ 'content-type': 'application/json', 'idempotency-key': sent });
      return (
        await fetch(`${world.server.url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query, operationName }),
        })
      ).text();
    };
    const shared = randomUUID();
    expect(await operation('A', shared)).toContain('文甲');
    expect(await operation('B', shared)).toContain('IDEMPOTENCY_KEY_REUSED');
    expect(await operation('B', randomUUID())).toContain('文乙');
  });

  test('T-87: another account’s or another county’s key is another key, and no answer is replayed to them', async () => {
    const key = randomUUID();
    await admin.send(CREATE, person('甲的人'), keyed(key));
    const colleague = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const stranger = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const ids = [];
    for (const client of [colleague, stranger]) {
      const answer = await client.send<{ createPerson: { id: string } }>(CREATE, person('甲的人'), keyed(key));
      ids.push(answer.data?.createPerson.id);
    }
    expect(new Set(ids).size).toBe(2);
    expect(await named('甲的人')).toBe(3);
  });

  test('T-87: the same account under another grant of another county', async () => {
    const both = await world.signedIn([
      { role: 'CountyAdmin', tenant: DANZHAI },
      { role: 'CountyAdmin', tenant: KAILI },
    ]);
    const { viewer } = await both.ask<{ viewer: { grants: { id: string }[] } }>('{ viewer { grants { id } } }');
    const key = randomUUID();
    const tenants = [];
    for (const { id } of viewer.grants) {
      both.grant = id;
      const answer = await both.send<{ createPerson: { id: string } }>(CREATE, person('两县人'), keyed(key));
      tenants.push(answer.data?.createPerson.id.split('_')[1]);
    }
    expect(tenants.sort()).toEqual([String(KAILI), String(DANZHAI)].sort());
  });

  test.each([
    undefined,
    '',
    'short',
    'x'.repeat(129),
    'with space in it',
    "quote'quote",
    'ключ-ключ'.replace(/[^\x00-\x7f]/g, '.'),
  ])('T-87: %j is no key', async (key) => {
    const headers = admin.headers({
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    });
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: CREATE, variables: person('无号') }),
    });
    expect(await response.text()).toContain('IDEMPOTENCY_KEY_REQUIRED');
    expect(await named('无号')).toBe(0);
  });
});

describe('T-91: a stale version', () => {
  test('T-91: of two editors at once one wins, and the other is told the version that is there', async () => {
    for (let round = 0; round < 10; round += 1) {
      const school = await givenSchool(admin);
      const change =
        'mutation C($id: ID!, $v: Int!, $input: SchoolChangeInput!) { changeSchool(id: $id, expectedVersion: $v, input: $input) { version } }';
      const edit = (town: string): ReturnType<Client['send']> =>
        admin.send(change, {
          id: school.id,
          v: school.version,
          input: { town, effectiveOn: '2024-01-01', reason: 'x' },
        });
      const answers = await Promise.all([edit('甲镇'), edit('乙镇')]);
      const conflict = answers.find(({ errors }) => errors);
      expect(answers.filter(({ errors }) => !errors).length).toBe(1);
      expect([codeOf(conflict ?? answers[0]), conflict?.errors?.[0]?.extensions.params]).toEqual([
        'CONFLICT',
        { currentVersion: school.version + 1 },
      ]);
    }
  });

  test('T-91: settings, of which a county has none yet', async () => {
    const change = 'mutation S($input: TenantSettingInput!) { changeSettings(input: $input) { version vacancyDays } }';
    const set = (vacancyDays: number): ReturnType<Client['send']> =>
      admin.send(change, { input: { expectedVersion: 0, vacancyDays, countBranchWithoutCommittee: false } });
    const answers = await Promise.all([set(30), set(60)]);
    expect(answers.filter(({ errors }) => !errors).length).toBe(1);
    expect(answers.map(codeOf).filter(Boolean)).toEqual(['CONFLICT']);
  });
});
