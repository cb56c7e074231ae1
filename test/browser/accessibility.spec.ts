import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { somebodyFree } from './support/people.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const ROSTER = fileURLToPath(new URL('../../packages/documents/test-data/01-danzhai-roster.xlsx', import.meta.url));

// four runs of the checker a page
test.describe.configure({ timeout: 120_000 });

/** Every route of the menu, and what is no route, for somebody who sees it. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  'city-admin': [
    ...['/', '/rollout', '/schools', '/appointments', '/people', '/departures', '/report', '/imports', '/settings'],
    ...['/audit', '/tenants', '/nowhere'],
  ],
  'b-county-admin': ['/', '/schools/create', '/people/create', '/appointments/create', '/imports/create'],
  secretary: ['/'],
  operator: ['/', '/schools'],
};

for (const [username, routes] of Object.entries(ROUTES)) {
  for (const route of routes) {
    test(`${username} at ${route}: accessible on desk and phone, light and dark`, async ({ as }) => {
      const page = await as(username, route);
      await settled(page);
      await expectAccessible(page);
    });
  }
}

test('the login page: accessible on desk and phone, light and dark', async ({ stranger }) => {
  const page = await stranger();
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('请填写账号和密码')).toBeVisible();
  await expectAccessible(page);
});

/** The page of the first school with something the matter. */
async function openSchool(page: Page): Promise<string> {
  await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
  await expect(page.getByRole('tablist', { name: '学校页面' })).toBeVisible();
  return decodeURIComponent(new URL(page.url()).hash).split('/')[2] ?? '';
}
const WITH_FINDINGS = `/schools?${new URLSearchParams({ filter: '{"hasFindings":"HARD"}' }).toString()}`;

for (const tab of ['概览', '班子', '推进', '变更记录']) {
  test(`a school’s page, ${tab}: accessible on desk and phone, light and dark`, async ({ as }) => {
    const page = await as('city-admin', WITH_FINDINGS);
    await openSchool(page);
    await page.getByRole('tab', { name: tab }).click();
    await settled(page);
    await expectAccessible(page);
  });
}

test('a school’s own page for its secretary: accessible on desk and phone, light and dark', async ({ as }) => {
  const page = await as('secretary');
  await page.getByRole('link', { name: '查看学校页面' }).click();
  await settled(page);
  await expectAccessible(page);
});

test('the form of an appointment and a person’s page: accessible on desk and phone, light and dark', async ({ as }) => {
  const page = await as('b-county-admin');
  const name = await somebodyFree(page);
  await page.goto('/#/schools');
  const school = await openSchool(page);
  await page.goto(
    `/#/appointments/create?${new URLSearchParams({ schoolId: school, post: 'DEPUTY_SECRETARY' }).toString()}`,
  );
  await page.getByRole('combobox', { name: '人员', exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
  await expect(page.getByText(/未达要求：任命前 \d+ 项，任命后 \d+ 项/)).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/#/people');
  await page.getByRole('table', { name: '人员列表' }).getByRole('link').first().click();
  await settled(page);
  await expectAccessible(page);
});

test('the steps of an import: accessible on desk and phone, light and dark', async ({ as }) => {
  const page = await as('b-county-admin', '/imports/create');
  await page.getByLabel('选择文件').setInputFiles(ROSTER);
  await expect(page.getByRole('button', { name: '检查数据' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '检查数据' }).click();
  await expect(page.getByRole('group', { name: '按结果查看' })).toBeVisible();
  await settled(page);
  await expectAccessible(page);
});

const DIALOGS = [
  ['变更信息', /^变更信息：/],
  ['变更党组织', /^变更党组织：/],
  [/^免职 /, /^免职：/],
  [/^更正 /, /^更正任职：/],
] as const;

for (const [button, title] of DIALOGS) {
  test(`the dialog ${String(title)}: accessible on desk and phone, light and dark`, async ({ as }) => {
    const page = await as('b-county-admin', '/schools');
    await openSchool(page);
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expectAccessible(page);
  });
}
