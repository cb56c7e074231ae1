import { expect, test } from './support/test.js';

test('a past day is said above every page, survives reloading and makes pages read-only', async ({ as }) => {
  const page = await as('b-county-admin');
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
  const change = page.getByRole('button', { name: '变更信息' });
  const appoint = page.getByRole('link', { name: '新增任命' });
  await expect(change).toBeVisible();
  await expect(appoint).toBeVisible();

  await page.getByRole('button', { name: '当前数据' }).click();
  await page.getByLabel('时点日期').fill('2024-03-31');
  await page.getByRole('button', { name: '查看当日' }).click();
  const banner = page.getByText('正在查看 2024-03-31 的情况，所有页面只读。');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('button', { name: '历史时点 2024-03-31' })).toBeVisible();
  await expect(page.getByRole('list', { name: '党组织班子' })).toBeVisible();
  for (const act of [change, appoint, page.getByRole('button', { name: /^(免职|更正)/ })])
    await expect(act).toHaveCount(0);

  await page.reload();
  await expect(banner).toBeVisible();
  await page.getByRole('link', { name: '数据导入' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '数据导入' })).toBeVisible();
  await expect(page.getByRole('link', { name: '新建导入' })).toHaveCount(0);
  await page.getByRole('link', { name: '首页' }).first().click();
  await expect(page.getByText('截至 2024-03-31，与 2024-02-29 比较')).toBeVisible();

  await page.getByRole('button', { name: '回到当前' }).click();
  await expect(banner).toHaveCount(0);
  await page.getByRole('link', { name: '数据导入' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '数据导入' })).toBeVisible();
  // whether there was an import or none, where to begin one is offered once
  await expect(page.getByText('还没有导入过数据。').or(page.getByRole('row').nth(1))).toBeVisible();
  await expect(page.getByRole('link', { name: '新建导入' })).toHaveCount(1);
});
