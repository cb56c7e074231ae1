import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { PHONE } from '../support/browser.js';
import { somebodyFree } from '../support/people.js';
import { settled } from '../support/settled.js';
import { expect, test } from '../support/test.js';

const IMAGES = fileURLToPath(new URL('../../../docs/guide/images/', import.meta.url));
const ROSTER = fileURLToPath(new URL('../../../packages/documents/test-data/01-danzhai-roster.xlsx', import.meta.url));

test.describe.configure({ mode: 'serial' });

async function shoot(page: Page, name: string): Promise<void> {
  await settled(page);
  // nothing that blinks or floats: two pictures of the same page are the same
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(1365, 0);
  await page.screenshot({ path: `${IMAGES}${name}.png`, animations: 'disabled', caret: 'hide' });
}

const schools = (filter: object): string =>
  `/schools?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
const firstSchool = (page: Page): Promise<void> =>
  page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();

test('login', async ({ stranger }) => {
  const page = await stranger();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await page.screenshot({ path: `${IMAGES}login.png`, animations: 'disabled', caret: 'hide' });
});

const HOMES = {
  'city-home': 'city-admin',
  'county-home': 'b-county-admin',
  'inspector-home': 'city-inspector',
  'school-role-home': 'secretary',
  'clerk-home': 'clerk',
  'operator-home': 'operator',
} as const;

for (const [name, username] of Object.entries(HOMES)) {
  test(name, async ({ as }) => {
    await shoot(await as(username), name);
  });
}

test('grants', async ({ as }) => {
  const page = await as('city-admin');
  await page.getByRole('button', { name: /用户与身份/ }).click();
  await page.getByRole('menuitem', { name: '切换身份' }).click();
  await expect(page.getByRole('dialog', { name: '切换身份' })).toBeVisible();
  await page.screenshot({ path: `${IMAGES}grants.png`, animations: 'disabled', caret: 'hide' });
});

test('lists and pages of schools', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await shoot(page, 'school-list');
  await page.goto('/#/schools?filter={}&sort=findings&order=DESC');
  await firstSchool(page);
  await shoot(page, 'school-findings');
  await page.getByRole('tab', { name: '班子' }).click();
  await shoot(page, 'school-team');
});

test('what a school has gone through', async ({ as }) => {
  const page = await as('b-county-admin', schools({ orgType: ['GENERAL_BRANCH'] }));
  await firstSchool(page);
  await page.getByRole('tab', { name: '推进' }).click();
  await shoot(page, 'school-rollout');
  await page.getByRole('tab', { name: '变更记录' }).click();
  await shoot(page, 'school-history');
});

test('the counties on a city’s home', async ({ as }) => {
  const page = await as('city-admin');
  await settled(page);
  await page.getByRole('heading', { name: '各县（市、区）进度' }).evaluate((heading) => heading.scrollIntoView());
  await shoot(page, 'city-counties');
});

test('a phone', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await page.setViewportSize(PHONE);
  await shoot(page, 'phone-school-list');
});

test('an appointment', async ({ as }) => {
  const page = await as('b-county-admin');
  const name = await somebodyFree(page);
  await page.goto(`/#${schools({ lacksFullTimeDeputy: true })}`);
  await firstSchool(page);
  await page.getByRole('link', { name: '任命 专职副书记' }).click();
  await page.getByRole('combobox', { name: '人员', exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name} .*中共党员`) }).click();
  await page.getByRole('textbox', { name: '任职文号' }).fill('月教党〔2026〕15号');
  await expect(page.getByText(/未达要求：任命前/)).toBeVisible();
  await shoot(page, 'appointment-form');
});

const filtered = (list: string, filter: object): string =>
  `/${list}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
const firstOf = (page: Page, table: string): Promise<void> =>
  page
    .getByRole('table', { name: new RegExp(table) })
    .getByRole('link')
    .first()
    .click();

test('topics, from the pool to the opinion on a phone', async ({ as }) => {
  const page = await as('secretary', '/topics');
  await shoot(page, 'topics');
  await page.goto('/#/');
  await page.getByRole('listitem').filter({ hasText: '待您提出意见' }).getByRole('link').click();
  await shoot(page, 'topic');
  await page.setViewportSize(PHONE);
  await page.getByRole('heading', { name: '请您提出意见' }).evaluate((heading) => heading.scrollIntoView());
  await shoot(page, 'phone-consultation');
});

test('a meeting, a decision, how the procedure is kept', async ({ as }) => {
  const page = await as('secretary', filtered('meetings', { kind: ['PARTY_ORG'], state: ['ISSUED'] }));
  await firstOf(page, '会议列表');
  await shoot(page, 'meeting');
  await page.goto(`/#${filtered('decisions', { light: ['RED', 'YELLOW', 'GREEN'] })}`);
  await firstOf(page, '决议列表');
  await shoot(page, 'decision');
  await page.goto('/#/procedure');
  await shoot(page, 'compliance');
});

test('departures', async ({ as }) => {
  const page = await as('b-county-admin', '/departures');
  await shoot(page, 'departures');
});

test('an import', async ({ as }) => {
  const page = await as('county-admin', '/imports/create');
  await shoot(page, 'import-upload');
  await page.getByLabel('选择文件').setInputFiles(ROSTER);
  await expect(page.getByRole('button', { name: '检查数据' })).toBeVisible();
  await shoot(page, 'import-mapping');
  await page.getByRole('button', { name: '检查数据' }).click();
  await expect(page.getByRole('group', { name: '按结果查看' })).toBeVisible();
  await shoot(page, 'import-preview');
});

test('the rollout and the report', async ({ as }) => {
  const page = await as('city-inspector', '/rollout');
  await shoot(page, 'rollout');
  await page.goto('/#/report');
  await page.getByLabel('对比日期').fill('2025-12-31');
  await page.getByRole('button', { name: '运行' }).click();
  await expect(page.getByText(/与 2025-12-31 相比/)).toBeVisible();
  await shoot(page, 'report');
});

test('a past day', async ({ as }) => {
  const page = await as('city-admin');
  await page.getByRole('button', { name: '当前数据' }).click();
  await page.getByLabel('时点日期').fill('2025-12-31');
  await page.getByRole('button', { name: '查看当日' }).click();
  await expect(page.getByText('截至 2025-12-31，与 2025-11-30 比较')).toBeVisible();
  await shoot(page, 'as-of');
});
