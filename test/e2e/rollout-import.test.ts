import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { confirm, rowsOf, stage } from '../support/imports.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const SCHOOL = `query S($id: ID!) { school(id: $id) { rolloutState rolloutSince rolloutDeclared
  rolloutEntries { state effectiveOn declared } } }`;

interface Shown {
  school: {
    rolloutState: string;
    rolloutSince: string;
    rolloutDeclared: boolean;
    rolloutEntries: { state: string; effectiveOn: string; declared: boolean }[];
  };
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.worker();
  await world.sql(`UPDATE tenant SET enrolled_on = '2023-09-01' WHERE id = $1`, [DANZHAI]);
});
afterAll(() => world.end());

/** Imports one row a school: its state and since when. */
async function imported(admin: Client, county: string, rows: readonly (readonly [string, string, string])[]) {
  const schools = [];
  for (const [i, [name]] of rows.entries())
    schools.push(await givenSchool(admin, { name, code: `35${county.length}${i}0000` }));
  const lines = rows.map(
    ([name, state, since]) => `${county},${name},${state},${since},丹教工委〔2023〕${name.length}号`,
  );
  const csv = `\uFEFF${['县（市、区）,学校名称,推进阶段,调整时间,批复文号', ...lines].join('\r\n')}\r\n`;
  const bytes = new TextEncoder().encode(csv);
  const batchId = await stage(admin, { kind: 'PROGRESS', name: 'progress.csv', bytes, dataAsOf: '2024-06-30' });
  const staged = await rowsOf(admin, batchId);
  expect(staged.map(({ outcome, reasons }) => [outcome, reasons])).toEqual(rows.map(() => ['IMPORTED', []]));
  await confirm(admin, batchId);
  return Promise.all(schools.map(async ({ id }) => (await admin.ask<Shown>(SCHOOL, { id })).school));
}

test('of a progress table only what was adjusted before the county came to the system is declared', async () => {
  const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  const [before, onTheDay, after, running, preparing] = await imported(admin, '丹寨县', [
    ['第一小学', '已调整', '2023-08-31'],
    ['第二小学', '已调整', '2023-09-01'],
    ['第三小学', '已调整', '2024-03-01'],
    ['第四小学', '已验收', '2023-03-01'],
    ['第五小学', '思想准备', '2023-03-01'],
  ]);
  expect(before).toMatchObject({ rolloutState: 'ADJUSTED', rolloutSince: '2023-08-31', rolloutDeclared: true });
  expect(onTheDay).toMatchObject({ rolloutState: 'ADJUSTED', rolloutSince: '2023-09-01', rolloutDeclared: false });
  expect(after).toMatchObject({ rolloutState: 'ADJUSTED', rolloutDeclared: false });
  expect(running).toMatchObject({ rolloutState: 'RUNNING', rolloutDeclared: true });
  expect(preparing).toMatchObject({ rolloutState: 'PREPARING', rolloutDeclared: false });
  expect(after?.rolloutEntries).toEqual([{ state: 'ADJUSTED', effectiveOn: '2024-03-01', declared: false }]);
}, 90_000);

test('where nobody has said since when a county takes part, nothing is declared', async () => {
  const admin = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
  const [school] = await imported(admin, '凯里市', [['第一小学', '已调整', '2022-08-31']]);
  expect(school).toMatchObject({ rolloutState: 'ADJUSTED', rolloutDeclared: false });
}, 90_000);
