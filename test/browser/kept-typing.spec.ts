import type { Page } from '@playwright/test';
import { signIn } from './support/sign-in.js';
import { expect, test } from './support/test.js';

const title = (page: Page) => page.getByRole('textbox', { name: '题目' });
const restored = (page: Page) => page.getByText('已恢复上次未提交的内容');
const typedIn = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

const userMenu = (page: Page) => page.getByRole('button', { name: /^用户与身份/ });

async function beginTopic(page: Page, username: string): Promise<void> {
  await signIn(page, username);
  await expect(userMenu(page)).toBeVisible();
  await page.goto('/#/topics/create');
  await expect(title(page)).toBeVisible();
}

/** Nobody has touched the page for longer than a session may rest. */
async function beAway(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('zhixiao.active', String(Date.now() - 31 * 60_000)));
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
}

test('F23: what was typed is found again after an idle logout by who typed it, by nobody else, and not after logging out', async ({
  stranger,
}) => {
  const text = `食堂管理 ${Date.now() % 1_000_000}`;
  const page = await stranger();
  await beginTopic(page, 'member');
  await title(page).fill(text);
  await expect.poll(() => typedIn(page)).toContain(text);
  await beAway(page);
  await beginTopic(page, 'member');
  await expect(restored(page)).toBeVisible();
  await expect(title(page)).toHaveValue(text);

  await beAway(page);
  await beginTopic(page, 'principal');
  await expect(title(page)).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);
  expect(await typedIn(page)).not.toContain(text);

  await title(page).fill(text);
  await expect.poll(() => typedIn(page)).toContain(text);
  await userMenu(page).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃修改' }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  expect(await typedIn(page)).not.toContain(text);
});
