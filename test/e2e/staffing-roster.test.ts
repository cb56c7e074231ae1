import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { batchOf, confirm, stage } from '../support/imports.js';
import { givenSchool } from '../support/schools.js';
import { givenSeat, readSchool } from '../support/staffing.js';
import { DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  await world.worker();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

/** A roster of one row: somebody who was secretary of the school till a month. */
function roster(school: string): { kind: 'ROSTER'; name: string; bytes: Uint8Array } {
  const lines = [
    '学校名称,姓名,性别,出生年月,政治面貌,职务,任职时间,免职时间',
    `${school},前任甲,男,1970-05,中共党员,书记,2019-09,2024-07`,
  ];
  return { kind: 'ROSTER', name: '花名册.csv', bytes: new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`) };
}

test('a month in a roster stays recorded where a successor cut it: the same roster again changes nothing', async () => {
  const { id, name } = await givenSchool(county, { name: '丹寨县重导小学' });
  await confirm(county, await stage(county, roster(name)));
  await givenSeat(county, id, { name: '后任乙', startsOn: '2024-07-01' });
  const [, old] = (await readSchool(county, id)).appointments.nodes;
  expect(old).toMatchObject({ personName: '前任甲', endMonth: '2024-07', endsOn: '2024-06-30' });
  const { counts } = await batchOf(county, await stage(county, roster(name)));
  expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
});
