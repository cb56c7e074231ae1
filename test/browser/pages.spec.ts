import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

test('a page begins at its top, and the keyboard within it; going back is left where one was', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await settled(page);
  const last = page.getByRole('table', { name: '学校列表' }).getByRole('link').last();
  await last.scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await last.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist', { name: '学校页面' })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('what does not exist says what to do next', async ({ as }) => {
  for (const [route, list] of [
    ['/schools/S_522601_00000000-0000-0000-0000-000000000000/show', '学校列表'],
    ['/people/P_522601_00000000-0000-0000-0000-000000000000/show', '人员列表'],
  ] as const) {
    const page = await as('city-admin', route);
    await expect(page.getByText('找不到该内容，或您无权查看。')).toBeVisible();
    await page.getByRole('link', { name: '返回列表' }).click();
    await expect(page.getByRole('table', { name: list })).toBeVisible();
  }
});

test('a page that the grant may not see says so and leads home', async ({ as }) => {
  const page = await as('clerk', '/audit');
  await expect(page.getByRole('main')).toContainText(/没有权限|不能查看/);
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
});

test('a server that fails is named with what to do, and the page can be asked again', async ({ as, expectStatus }) => {
  expectStatus(500);
  const page = await as('city-admin', '/tenants');
  await settled(page);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('RolloutProgress')
      ? route.fulfill({ status: 500, json: { errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] } })
      : route.continue(),
  );
  await page.getByRole('link', { name: '推进进度' }).click();
  await expect(page.getByText('服务器出错。')).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('heading', { name: '各县（市、区）推进状态' })).toBeVisible();
});

test('the timeline of a school marks today', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: '变更记录' }).click();
  const bars = page.getByRole('img', { name: /可切换为表格/ });
  await expect(bars.getByText('今天', { exact: true })).toBeVisible();
  // a bar says all of its text or none of it
  const cut = await bars.locator('[title] > span').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .filter((one) => one.getBoundingClientRect().width > (one.parentElement?.clientWidth ?? 0) + 1)
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
});

test('a report counts what is new only against another day', async ({ as }) => {
  const page = await as('city-inspector', '/report');
  await settled(page);
  const total = page.getByRole('table', { name: /^跨校统计表/ }).getByRole('row', { name: /^合计/ });
  await expect(total.getByRole('cell').nth(4)).toHaveText('—');
  await page.getByLabel('对比日期').fill('2025-12-31');
  await page.getByRole('button', { name: '运行' }).click();
  await expect(page.getByText(/与 2025-12-31 相比/)).toBeVisible();
  await expect(total.getByRole('cell').nth(4)).toHaveText(/^\d+$/);
});

test('the small buttons of a picker speak the language of the page', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await page.getByRole('combobox', { name: '县（市、区）' }).fill('没有的县');
  await expect(page.getByText('没有符合条件的记录。')).toBeVisible();
  await expect(page.getByRole('button', { name: '收起选项' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: '县（市、区）' }).fill('');
  await expect(page.getByRole('button', { name: '展开选项' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Open|Close|Clear)$/ })).toHaveCount(0);
});
