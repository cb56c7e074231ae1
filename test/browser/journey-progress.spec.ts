import { clicksOf, startCounting } from './support/clicks.js';
import { numberIn } from './support/numbers.js';
import { expect, test } from './support/test.js';

test('J1: a city’s committee is three clicks from a bar of the funnel and a county to the schools behind them', async ({
  as,
}) => {
  const page = await as('city-admin');
  const home = page.getByRole('main');
  await expect(home).toContainText(/截至 \d{4}-\d\d-\d\d，与 \d{4}-\d\d-\d\d 比较/);
  await expect(home.getByRole('list', { name: '首页' })).toContainText(
    /完成率\d+\.\d%（\d+\/\d+）比 \d{4}-\d\d-\d\d (持平|[+-]?\d+\.\d 个百分点)/,
  );
  await expect(home.getByRole('table', { name: '应建而未调整的学校，按停留天数从长到短' })).toBeVisible();
  await startCounting(page);

  const bar = home.getByRole('table', { name: '应建学校按推进状态的分布' }).getByRole('link', { name: /已调整/ });
  const inCity = await numberIn(bar);
  await bar.click();
  const total = page.getByRole('status').filter({ hasText: /^共 \d+ 条$/ });
  await expect(total).toHaveText(`共 ${inCity} 条`);
  await page.getByRole('combobox', { name: '县（市、区）' }).click();
  await page.getByRole('option', { name: '凯里市' }).click();

  await expect(total).not.toHaveText(`共 ${inCity} 条`);
  const rows = page.getByRole('table', { name: '学校列表' }).getByRole('row');
  await expect(rows).toHaveCount((await numberIn(total)) + 1);
  for (const row of (await rows.all()).slice(1)) await expect(row).toContainText(/凯里市.*已调整/);
  expect(await clicksOf(page)).toBeLessThanOrEqual(3);
});
