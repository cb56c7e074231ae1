import type { Page } from '@playwright/test';
import { signIn } from './support/sign-in.js';
import { expect, test } from './support/test.js';

const PENDING = `/#/departures?${new URLSearchParams({ filter: '{"status":["PENDING"]}' }).toString()}`;

const rows = (page: Page) => page.getByRole('table', { name: '特殊情况列表' }).getByRole('row');
const school = (page: Page) => rows(page).nth(1).getByRole('link').innerText();

test('a county approves one departure and takes another back; both leave the list of those that wait', async ({
  stranger,
}) => {
  // a session of its own: the server remembers the grant last chosen
  const page = await stranger();
  await signIn(page, 'city-admin');
  await page.getByRole('button', { name: /用户与身份/ }).click();
  await page.getByRole('menuitem', { name: '切换身份' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^凯里市（县级）/ })
    .click();
  await expect(page.getByRole('banner')).toContainText('凯里市');
  await page.goto(PENDING);
  await expect(rows(page).nth(1)).toContainText('待批');
  const waiting = (await rows(page).count()) - 1;

  const approved = await school(page);
  await rows(page).nth(1).getByRole('button', { name: /^批准/ }).click();
  const approval = page.getByRole('dialog', { name: new RegExp(`^批准特殊情况：${approved}`) });
  await approval.getByRole('button', { name: '批准' }).click();
  await expect(approval.getByText('必填')).toBeVisible();
  await approval.getByRole('textbox', { name: '批准机关' }).fill('中共凯里市委教育工作委员会');
  await approval.getByRole('button', { name: '批准' }).click();
  await expect(page.getByText('特殊情况已批准')).toBeVisible();
  await expect(rows(page)).toHaveCount(waiting);

  const withdrawn = await school(page);
  await rows(page).nth(1).getByRole('button', { name: /^撤回/ }).click();
  const withdrawal = page.getByRole('dialog', { name: new RegExp(`^撤回特殊情况：${withdrawn}`) });
  await withdrawal.getByRole('textbox', { name: '原因' }).fill('已按规定配备');
  await withdrawal.getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText('特殊情况已撤回')).toBeVisible();
  await expect(rows(page)).toHaveCount(waiting - 1);
  // the row went with its button: the keyboard goes on within the page
  await expect(page.getByRole('main')).toBeFocused();

  await page.getByRole('button', { name: '重置' }).click();
  await expect(rows(page).filter({ hasText: approved }).first()).toContainText('已批');
  await expect(rows(page).filter({ hasText: withdrawn }).first()).toContainText('已撤回');
  await rows(page).filter({ hasText: approved }).first().getByRole('link').click();
  await expect(page.getByRole('table', { name: '特殊情况列表' })).toContainText('中共凯里市委教育工作委员会');
});
