import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';

const FILE = '01-danzhai-roster.xlsx';
const ROSTER = fileURLToPath(new URL(`../../packages/documents/test-data/${FILE}`, import.meta.url));

/** Uploads the roster and has it checked; nothing is written yet. */
async function check(page: Page): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles(ROSTER);
  await page.getByRole('button', { name: '检查数据' }).click();
  await expect(page.getByRole('group', { name: '按结果查看' })).toBeVisible();
}

const tile = (page: Page, name: string) =>
  page.getByRole('group', { name: '按结果查看' }).getByRole('button', { name: new RegExp(`^${name}`) });
const rows = (page: Page) => page.getByRole('table', { name: '逐行检查结果' }).getByRole('row');

/** Gives the batch up: other tests find the county as it was. */
async function giveUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: '放弃导入' }).click();
  const dialog = page.getByRole('dialog', { name: `放弃导入：${FILE}` });
  await expect(dialog).toContainText('没有写入任何数据');
  await dialog.getByRole('button', { name: '放弃导入' }).click();
  await expect(page.getByText(`已放弃导入 ${FILE}`)).toBeVisible();
}

test('a refused row is put right in the page, and its batch can be given up without a trace', async ({ as }) => {
  const page = await as('county-admin', '/imports/create');
  await check(page);
  await expect(tile(page, '拒绝')).toHaveText('拒绝3');
  const row = rows(page).filter({ hasText: '日期有误' });
  // as the sheet has its columns, whatever order the database keeps
  await expect(row).toContainText(
    /学校标识码.*学校名称.*党组织类型.*姓名 刘政.*性别.*出生年月.*职务.*任职时间 2023\.13/s,
  );

  await row.getByRole('button', { name: /^修改/ }).click();
  const dialog = page.getByRole('dialog', { name: /^修改 花名册 第 14 行/ });
  await expect(dialog.getByRole('textbox').first()).toHaveAccessibleName('学校标识码');
  await dialog.getByRole('textbox', { name: '任职时间' }).fill('2023.14');
  await dialog.getByRole('button', { name: '保存并重新检查' }).click();
  await expect(page.getByText('该行仍有问题，请核对原因')).toBeVisible();
  await expect(row).toContainText('2023.13 2023.14');

  await row.getByRole('button', { name: /^修改/ }).click();
  await dialog.getByRole('textbox', { name: '任职时间' }).fill('2023.3');
  await dialog.getByRole('button', { name: '保存并重新检查' }).click();
  await expect(page.getByText('该行可以导入了')).toBeVisible();
  await expect(tile(page, '拒绝')).toHaveText('拒绝2');
  await expect(tile(page, '可导入')).toHaveText('可导入55');
  await expect(page.getByText('新增 55 行，变更 0 行，无变化 0 行，拒绝 2 行。')).toBeVisible();

  await giveUp(page);
  const batches = page.getByRole('table', { name: '导入记录' }).getByRole('row');
  await expect(batches.nth(1)).toContainText('已取消');
  await batches.nth(1).getByRole('link', { name: FILE }).click();
  await expect(page.getByText('本次导入已放弃，没有写入数据')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(确认导入|放弃导入|修改)/ })).toHaveCount(0);
});

test('what will be written is said in words, not in codes', async ({ as }) => {
  const page = await as('county-admin', '/imports/create');
  await check(page);
  await tile(page, '可导入').click();
  const first = rows(page).filter({ hasText: '刘永红' });
  await expect(first).toContainText(/学校名称 丹寨县城关一小.*姓名 刘永红.*职务 书记、校长.*任职时间 2023-03/s);
  await expect(rows(page).filter({ hasText: '胡波' })).toContainText('职务 专职副书记');
  await expect(page.getByRole('table', { name: '逐行检查结果' })).not.toContainText(/[A-Z]{4,}|month|522636/);
  await giveUp(page);
});

test('the template and the refused rows come as workbooks with names that one finds again', async ({ as }) => {
  const page = await as('county-admin', '/imports/create');
  const saved = async (button: string): Promise<{ name: string; bytes: number }> => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: statSync(await download.path()).size };
  };
  for (const kind of ['学校名录', '班子花名册', '推进进度表']) {
    await page.getByRole('radio', { name: kind }).check();
    const template = await saved('下载模板');
    expect(template.name).toBe(`${kind}模板.xlsx`);
    expect(template.bytes).toBeGreaterThan(4_000);
  }
  await page.getByRole('radio', { name: '班子花名册' }).check();
  await check(page);
  const refused = await saved('下载错误行');
  expect(refused.name).toBe('01-danzhai-roster 错误行.xlsx');
  expect(refused.bytes).toBeGreaterThan(4_000);
  await giveUp(page);
});
