import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CHANGE, CREATE, LIST, ORGANIZE, SCHOOL, branch, newSchool, readSchool } from '../support/register.js';
import type { School } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import { uuidOf, without } from '../support/staffing.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

describe('who may write what', () => {
  test('T-25: a school of another county answers byte for byte like one that is not there', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const { id } = await givenSchool(kaili);
    const unknown = `S_522636_${uuidOf(id)}`;
    const input = { name: '侵入', effectiveOn: '2020-01-01', reason: '试' };
    for (const [query, variables] of [
      [CHANGE, { v: 1, input }],
      [ORGANIZE, { v: 1, input: branch({ effectiveOn: '2020-01-01' }) }],
      [SCHOOL, {}],
    ] as const) {
      const foreign = await county.send(query, { ...variables, id });
      const missing = await county.send(query, { ...variables, id: unknown });
      expect(without(foreign.text)).toBe(without(missing.text));
    }
    expect((await readSchool(kaili, id)).version).toBe(1);
  });

  test('T-33: a city reads its counties and writes for its own schools only', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const { id } = await givenSchool(county);
    expect((await readSchool(city, id)).version).toBe(1);
    expect(
      await city.refusal(CHANGE, { id, v: 1, input: { name: '改', effectiveOn: '2020-01-01', reason: '试' } }),
    ).toBe('FORBIDDEN');
    expect(await city.refusal(ORGANIZE, { id, v: 1, input: branch({ effectiveOn: '2020-01-01' }) })).toBe('FORBIDDEN');
    const own = await city.ask<{ createSchool: School }>(CREATE, newSchool({}));
    expect(own.createSchool.id).toMatch(/^S_522600_/);
  });

  test.each(['CountyInspector', 'CityInspector'] as const)('a %s writes no register', async (role) => {
    const client = await world.signedIn({ role, tenant: role === 'CityInspector' ? CITY : DANZHAI });
    const { id } = await givenSchool(county);
    expect(await client.refusal(CREATE, newSchool({}))).toBe('FORBIDDEN');
    expect(
      await client.refusal(CHANGE, { id, v: 1, input: { name: '改', effectiveOn: '2020-01-01', reason: '试' } }),
    ).toBe('FORBIDDEN');
  });

  test('a clerk reads the own school, changes nothing there and finds no other', async () => {
    const [own, other] = [await givenSchool(county), await givenSchool(county)];
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: own.id });
    const input = { name: '改', effectiveOn: '2020-01-01', reason: '试' };
    expect(await clerk.refusal(CHANGE, { id: own.id, v: 1, input })).toBe('FORBIDDEN');
    expect(await clerk.refusal(CHANGE, { id: other.id, v: 1, input })).toBe('NOT_FOUND');
    const { schools } = await clerk.ask<{ schools: { nodes: { id: string }[]; totalCount: number } }>(LIST);
    expect(schools).toMatchObject({ totalCount: 1, nodes: [{ id: own.id }] });
  });

  test('T-24, T-26, T-65: what is not in the input does not exist: no tenant, no version, no id', async () => {
    for (const more of [{ tenantId: 'T_522601' }, { version: 9 }, { id: 'x' }, { scope: 'IN_SCOPE' }]) {
      expect(await county.refusal(CREATE, newSchool(more))).toMatch(/BAD_INPUT|GRAPHQL_INVALID/);
    }
    const { id } = await givenSchool(county);
    const move = { tenantId: 'T_522601', effectiveOn: '2020-01-01', reason: '划转' };
    expect(await county.refusal(CHANGE, { id, v: 1, input: move })).toMatch(/BAD_INPUT|GRAPHQL_INVALID/);
  });

  test('T-86, T-87: a repeated key gives the same school, with another body it is refused', async () => {
    const variables = newSchool({ name: '只此一所' });
    const key = { 'idempotency-key': 'create-once-0001' };
    const first = await county.send(CREATE, variables, key);
    const again = await Promise.all(Array.from({ length: 20 }, () => county.send(CREATE, variables, key)));
    expect(again.map(({ data }) => data)).toEqual(again.map(() => first.data));
    const other = await county.send(CREATE, newSchool({ name: '另一所' }), key);
    expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const stranger = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const theirs = await stranger.send(CREATE, newSchool({ name: '别人的' }), key);
    expect(theirs.errors).toBeUndefined();
    const rows = await world.sql('SELECT 1 FROM school_version WHERE name = $1', ['只此一所']);
    expect(rows).toHaveLength(1);
  });
});
