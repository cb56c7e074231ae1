import type { Page } from '@playwright/test';

export const password = (): string => process.env['ZHIXIAO_BROWSER_PASSWORD'] ?? '';

/** Signs in on the login page, where the page is. */
export async function signIn(page: Page, username: string, secret: string = password()): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill(username);
  await page.getByLabel('密码', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
}
