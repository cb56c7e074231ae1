import type { Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const entries = (page: Page) => page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts();

/** Entries that compare schools or decide for many of them: of no use to who belongs to one school. */
const OF_MANY_SCHOOLS = ['推进进度', '学校', '跨校报表', '设置', '租户'];

interface Menu {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** Nobody sees what would be of no use: a county has no tenants below it. */
const MENUS: Readonly<Record<string, Menu>> = {
  'city-admin': { has: ['首页', ...OF_MANY_SCHOOLS, '任职', '人员', '数据导入', '操作日志'], lacks: ['本校'] },
  'county-admin': { has: ['推进进度', '学校', '跨校报表', '设置'], lacks: ['租户', '本校'] },
  secretary: { has: ['本校', '任职', '人员', '特殊情况', '操作日志'], lacks: [...OF_MANY_SCHOOLS, '数据导入'] },
  principal: { has: ['本校', '任职', '人员', '操作日志'], lacks: [...OF_MANY_SCHOOLS, '数据导入'] },
  clerk: { has: ['本校', '人员', '数据导入'], lacks: [...OF_MANY_SCHOOLS, '任职', '操作日志'] },
  operator: { has: ['租户', '操作日志'], lacks: ['学校', '本校', '设置', '任职'] },
};

for (const [username, { has, lacks }] of Object.entries(MENUS)) {
  test(`the menu of ${username} holds what is of use to them, and nothing else`, async ({ as }) => {
    const page = await as(username);
    await settled(page);
    const seen = await entries(page);
    expect(seen).toEqual(expect.arrayContaining([...has]));
    expect(seen.filter((entry) => lacks.includes(entry))).toEqual([]);
  });
}

test('who belongs to one school is led to its page', async ({ as }) => {
  const page = await as('secretary');
  await page.getByRole('link', { name: '本校' }).click();
  await expect(page.getByRole('tablist', { name: '学校页面' })).toBeVisible();
  await expect(page.getByRole('link', { name: '本校' })).toHaveAttribute('aria-current', 'page');
});

test('who reads no school is offered neither a search nor a day', async ({ as }) => {
  const page = await as('operator');
  await settled(page);
  await expect(page.getByRole('combobox', { name: '查找学校、人员' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '当前数据' })).toHaveCount(0);
});

test('a county-level city is called 县级, never 县', async ({ as }) => {
  const page = await as('city-admin');
  await page.getByRole('button', { name: /用户与身份/ }).click();
  await page.getByRole('menuitem', { name: '切换身份' }).click();
  const dialog = page.getByRole('dialog', { name: '切换身份' });
  await expect(dialog.getByRole('button', { name: /^凯里市（县级）/ })).toBeVisible();
  await expect(dialog).not.toContainText('凯里市（县）');
  await dialog.getByRole('searchbox', { name: '查找单位、学校或身份' }).fill('没有的地方');
  await expect(dialog.getByText('没有符合条件的记录。')).toBeVisible();
});

const group = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('button', { name, exact: true });

for (const [username, route] of [
  ['county-admin', '/'],
  ['county-admin', '/meetings'],
  ['city-admin', '/'],
  ['secretary', '/'],
] as const) {
  test(`the menu of ${username} at ${route} fits a screen of 768`, async ({ as }) => {
    const page = await as(username, route);
    await settled(page);
    const overflow = await page
      .getByRole('navigation', { name: '主菜单' })
      .evaluate((menu) => menu.scrollHeight - (menu.parentElement?.clientHeight ?? 0));
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('groups fold and open by the keyboard, stay so after a reload, and nothing becomes unreachable', async ({
  as,
}) => {
  const page = await as('county-admin');
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await expect(menu.getByRole('link', { name: '议题池' })).toBeHidden();
  await expect(group(page, '会议决策')).toHaveAttribute('aria-expanded', 'false');
  await group(page, '会议决策').press('Enter');
  await expect(menu.getByRole('link', { name: '议题池' })).toBeVisible();
  await group(page, '班子配备').press('Space');
  await expect(menu.getByRole('link', { name: '任职' })).toBeHidden();
  await page.reload();
  await expect(menu.getByRole('link', { name: '议题池' })).toBeVisible();
  await expect(menu.getByRole('link', { name: '任职' })).toBeHidden();
  await group(page, '班子配备').press('Enter');
  await group(page, '会议决策').press('Enter');
  await expect(menu.getByRole('link', { name: '任职' })).toBeVisible();
  await expect(menu.getByRole('link', { name: '议题池' })).toBeHidden();
  // the group of the page shown is open where nobody has folded it
  await page.evaluate(() => localStorage.removeItem('RaStorezhixiao.menu.groups'));
  await page.goto('/#/decisions');
  await page.reload();
  await expect(menu.getByRole('link', { name: '决议', exact: true })).toHaveAttribute('aria-current', 'page');
});
