import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CHANGE, CREATE, ORGANIZE, branch, newSchool, readSchool } from '../support/register.js';
import type { School } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import { extensions } from '../support/staffing.js';
import { BLANK_NAMES, EDGES } from '../support/blank-names.js';
import { DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const nameRefused = { code: 'BAD_INPUT', params: { path: ['name'], reason: 'REQUIRED' } };

describe('a name that nobody can see', () => {
  test.each(BLANK_NAMES)('%s is no name of a school, new or changed', async (_what, name) => {
    expect(extensions(await county.send(CREATE, newSchool({ name })))).toMatchObject(nameRefused);
    const { id } = await givenSchool(county);
    const input = { name, effectiveOn: '2020-01-01', reason: '更名' };
    expect(extensions(await county.send(CHANGE, { id, v: 1, input }))).toMatchObject(nameRefused);
  });

  test.each(BLANK_NAMES)('%s is no name of a party organisation, new or changed', async (_what, name) => {
    const organization = branch({ name });
    expect(extensions(await county.send(CREATE, newSchool({ organization })))).toMatchObject(nameRefused);
    const { id } = await givenSchool(county);
    const input = branch({ name, effectiveOn: '2020-01-01' });
    expect(extensions(await county.send(ORGANIZE, { id, v: 1, input }))).toMatchObject(nameRefused);
  });

  test('what nobody sees at both ends of a text is not kept, and a blank reason is none', async () => {
    const input = newSchool({ name: `${EDGES}扬武小学${EDGES}`, town: EDGES });
    const { createSchool } = await county.ask<{ createSchool: School }>(CREATE, input);
    expect(createSchool.name).toBe('扬武小学');
    const [row] = await world.sql<{ town: string | null }>('SELECT town FROM school_version WHERE name = $1', [
      '扬武小学',
    ]);
    expect(row).toEqual({ town: null });
    const blank = { name: '某校', effectiveOn: '2020-01-01', reason: EDGES };
    expect(extensions(await county.send(CHANGE, { id: createSchool.id, v: 1, input: blank }))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['reason'] },
    });
  });

  test('a name keeps what belongs to it: a rare character with its variation, a mark within', async () => {
    const names = ['葛\u{E0100}镇小学', '第一小学\u{845B}\u{E0100}', '阿依·古丽小学', '𠮷林小学'];
    for (const name of names) {
      const { id } = await givenSchool(county, { name });
      expect((await readSchool(county, id)).name).toBe(name);
    }
  });
});
