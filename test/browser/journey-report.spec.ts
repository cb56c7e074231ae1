import ExcelJS from 'exceljs';
import { clicksOf, startCounting } from './support/clicks.js';
import { expect, test } from './support/test.js';

test('J11: an inspector takes away a report of a past day as Excel within six clicks', async ({ as }) => {
  const page = await as('city-inspector');
  await startCounting(page);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '跨校报表' }).click();
  await page.getByRole('combobox', { name: '县（市、区）' }).click();
  await page.getByRole('option', { name: '凯里市' }).click();
  await page.getByLabel('截至日期').fill('2025-12-31');
  await page.getByRole('button', { name: '运行' }).click();

  await expect(page.getByRole('heading', { name: '统计表（截至 2025-12-31）' })).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: /截至 2025-12-31 · \d+ 所 · 凯里市 · 运行于/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载文件/ }).click();
  expect(await clicksOf(page)).toBeLessThanOrEqual(6);

  const file = await download;
  expect(file.suggestedFilename()).toBe('凯里市中小学校党组织领导的校长负责制推进情况统计表（截至2025-12-31）.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await file.path());
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['统计表', '学校名单', '口径']);
  const [table] = workbook.worksheets;
  expect(table?.getCell('A1').text).toBe('凯里市中小学校党组织领导的校长负责制推进情况统计表');
  const underTitle = (table?.getRow(2).values ?? []) as unknown[];
  expect(underTitle).toContain('截至日期：2025年12月31日');
  expect(underTitle).toContain('填报单位（盖章）：黔东南苗族侗族自治州');
});
