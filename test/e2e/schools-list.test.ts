import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { LIST } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import { KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

describe('lists of schools', () => {
  let lister: Client;
  beforeAll(async () => {
    lister = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    await givenSchool(lister, { name: '金泉小学', code: '1000000001' });
    await givenSchool(lister, {
      name: '龙泉中学',
      code: '1000000002',
      stage: 'JUNIOR',
      orgType: 'GENERAL_BRANCH',
      fullMembers: 60,
    });
    await givenSchool(lister, { name: '扬武小学', code: '1000000003', orgType: null });
  });

  const names = async (filter: Record<string, unknown>, order?: string): Promise<string[]> => {
    const { schools } = await lister.ask<{ schools: { nodes: { name: string; code: string }[] } }>(LIST, {
      filter,
      order,
    });
    return schools.nodes.filter(({ code }) => code.startsWith('100000000')).map(({ name }) => name);
  };

  test.each([
    [{ q: '小学' }, ['金泉小学', '扬武小学']],
    [{ q: 'longquan' }, ['龙泉中学']],
    [{ q: 'YWXX' }, ['扬武小学']],
    [{ q: '1000000001' }, ['金泉小学']],
    [{ q: '%' }, []],
    [{ stage: ['JUNIOR'] }, ['龙泉中学']],
    [{ orgType: ['BRANCH'] }, ['金泉小学']],
    [{ scope: ['STRONGHOLD_ONLY'] }, ['扬武小学']],
    [{ vacant: ['SECRETARY'] }, ['金泉小学', '龙泉中学']],
    [{ vacant: ['PRINCIPAL'] }, ['金泉小学', '龙泉中学', '扬武小学']],
    [{ failing: ['STF-11'] }, []],
    [{ failing: ['STF-9'] }, ['金泉小学', '龙泉中学']],
    [{ lacksFullTimeDeputy: true }, []],
    [{ assumed: true }, []],
    [{ hasFindings: 'HARD' }, []],
    [{ hasFindings: 'ADVISORY' }, ['金泉小学', '龙泉中学']],
    [{ tenantId: 'T_522636' }, []],
    [{ tenantId: 'T_522601', stage: ['PRIMARY'] }, ['金泉小学', '扬武小学']],
  ])('%j finds %j', async (filter, expected) => {
    expect(await names({ ...filter })).toEqual(expected);
  });

  test.each([
    ['CODE_DESC', ['扬武小学', '龙泉中学', '金泉小学']],
    ['NAME_ASC', ['金泉小学', '龙泉中学', '扬武小学']],
    ['NAME_DESC', ['扬武小学', '龙泉中学', '金泉小学']],
    ['MEMBERS_DESC', ['龙泉中学', '金泉小学', '扬武小学']],
  ])('in the order %s', async (order, expected) => {
    expect(await names({}, order)).toEqual(expected);
  });

  test('every order pages through all schools, each once', async () => {
    const { __type } = await lister.ask<{ __type: { enumValues: { name: string }[] } }>(
      '{ __type(name: "SchoolOrder") { enumValues { name } } }',
    );
    for (const { name: order } of __type.enumValues) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          schools: {
            nodes: { id: string }[];
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await lister.ask(LIST, { order, first: 2, after });
        seen.push(...page.schools.nodes.map(({ id }) => id));
        after = page.schools.pageInfo.hasNextPage ? page.schools.pageInfo.endCursor : null;
        if (!after) expect(seen).toHaveLength(page.schools.totalCount);
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});
