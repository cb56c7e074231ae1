import type { Locator, Page } from '@playwright/test';
import { clicksOf, startCounting } from './support/clicks.js';
import { expect, test } from './support/test.js';

/** Presses Tab until the focus is on it: that it can be reached is what is tested. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}

test('J5 without a mouse: an empty seat is filled with a person new to the county', async ({ as }) => {
  const page = await as('county-admin');
  await startCounting(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: '查找学校、人员' });
  await expect(search).toBeFocused();
  await page.keyboard.type('danzhai');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const seat = page.getByRole('link', { name: '任命 书记' });
  await tabTo(page, seat);
  await page.keyboard.press('Enter');
  const person = page.getByRole('combobox', { name: '人员', exact: true });
  await expect(person).toBeFocused();
  await page.keyboard.type('龙试用');
  await expect(page.getByRole('option', { name: '新增人员“龙试用”' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/未达要求：任命前 \d+ 项，任命后 \d+ 项/)).toBeVisible();
  await tabTo(page, page.getByRole('combobox', { name: '政治面貌' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '政治面貌' })).toHaveText('中共党员');
  await tabTo(page, page.getByRole('textbox', { name: '任职文号' }));
  await page.keyboard.type('丹教党〔2026〕9号');
  await tabTo(page, page.getByRole('button', { name: '提交任命' }));
  await page.keyboard.press('Enter');

  await expect(page.getByText('龙试用 的任职已记录')).toBeVisible();
  await expect(page.getByRole('list', { name: '党组织班子' })).toContainText(/书记龙试用.*丹教党〔2026〕9号/);
  expect(await clicksOf(page)).toBe(0);
});

test('the shortcuts find, go home and explain themselves', async ({ as }) => {
  const page = await as('b-county-admin');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: '查找学校、人员' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.goto('/#/schools');
  await expect(page.getByRole('heading', { level: 1, name: '学校' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
