import type { Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const entries = (page: Page) => page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts();

const STAFFING = ['任职', '人员', '特殊情况'];
const OF_A_CITY = ['首页', '推进进度', '学校', ...STAFFING, '跨校报表', '数据导入', '设置', '操作日志', '租户'];

/** What each sees: nothing that would be of no use. A school compares no schools and decides no settings, a county has no tenants. */
const MENUS: Readonly<Record<string, readonly string[]>> = {
  'city-admin': OF_A_CITY,
  'county-admin': OF_A_CITY.filter((entry) => entry !== '租户'),
  secretary: ['首页', '本校', ...STAFFING, '操作日志'],
  principal: ['首页', '本校', '任职', '人员'],
  clerk: ['首页', '本校', '人员'],
  operator: ['首页', '操作日志', '租户'],
};

for (const [username, wanted] of Object.entries(MENUS)) {
  test(`the menu of ${username} holds what is of use to them`, async ({ as }) => {
    const page = await as(username);
    await settled(page);
    expect(await entries(page)).toEqual(wanted);
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
