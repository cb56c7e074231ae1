import { clicksOf, startCounting } from './support/clicks.js';
import { somebodyFree } from './support/people.js';
import { expect, test } from './support/test.js';

test('J5: an empty seat is filled within six clicks, and the checks follow what is typed', async ({ as }) => {
  const page = await as('b-county-admin');
  const name = await somebodyFree(page);
  await page.goto('/');
  await startCounting(page);
  await page
    .getByRole('table', { name: '各岗位空缺数' })
    .getByRole('link', { name: /专职副书记/ })
    .click();
  await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
  const team = page.getByRole('list', { name: '党组织班子' });
  await expect(team).toContainText(/空缺 \d+ 天/);
  await page.getByRole('link', { name: '任命 专职副书记' }).click();

  const checks = page.getByRole('group', { name: '检查结果' });
  await expect(page.getByRole('combobox', { name: '职务' })).toHaveText('副书记');
  await expect(checks).toContainText('应当设1名专职副书记，现为0名');
  await page.keyboard.insertText(name);
  await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
  await expect(page.getByText('未达要求：任命前 1 项，任命后 0 项')).toBeVisible();
  await expect(page.getByText('现任职务：未任现职')).toBeVisible();
  await page.getByLabel('任职日期').fill('2026-09-01');
  await page.getByRole('textbox', { name: '任职文号' }).fill('月教党〔2026〕15号');
  await page.getByRole('button', { name: '提交任命' }).click();

  await expect(page.getByText(`${name} 的任职已记录`)).toBeVisible();
  await expect(team).toContainText(new RegExp(`专职副书记${name}.*2026-09-01.*月教党〔2026〕15号`));
  await expect(page.getByRole('link', { name: '任命 专职副书记' })).toBeHidden();
  expect(await clicksOf(page)).toBeLessThanOrEqual(6);
});
