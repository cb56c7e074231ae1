import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clicksOf, startCounting } from './support/clicks.js';
import { expect, test } from './support/test.js';

const DATA = fileURLToPath(new URL('../../packages/documents/test-data/', import.meta.url));
const ROSTER = '01-danzhai-roster.xlsx';

interface Expected {
  asOf: string;
  files: Record<string, { counts: Record<string, number> }>;
}
const expected = JSON.parse(readFileSync(`${DATA}expected.json`, 'utf8')) as Expected;
const counts = expected.files[ROSTER]?.counts ?? {};

const TILES = { imported: '可导入', rejected: '拒绝', duplicate: '重复', vacancy: '空缺', ignored: '忽略' };

test('J7: a county’s roster is uploaded, mapped, checked and confirmed within six clicks', async ({ as }) => {
  const page = await as('county-admin');
  await startCounting(page);
  await page.getByRole('link', { name: '导入数据' }).click();
  await page.getByLabel('数据截至').fill(expected.asOf);
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('选择文件').click();
  await (await chooser).setFiles(`${DATA}${ROSTER}`);

  await expect(page.getByText(`已读取 ${ROSTER}，数据截至 ${expected.asOf}`)).toBeVisible();
  await expect(page.getByRole('combobox', { name: '“人员信息/姓 名”对应的项目' })).toHaveValue('姓名');
  await page.getByRole('button', { name: '检查数据' }).click();

  const tiles = page.getByRole('group', { name: '按结果查看' });
  for (const [outcome, name] of Object.entries(TILES))
    await expect(tiles.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveText(
      `${name}${counts[outcome] ?? 0}`,
    );
  await expect(page.getByRole('table', { name: '逐行检查结果' }).getByRole('row')).toHaveCount(
    (counts['rejected'] ?? 0) + 1,
  );
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();

  await expect(page.getByText('导入完成')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: '查看学校' }).click();
  expect(await clicksOf(page)).toBeLessThanOrEqual(6);

  // what the roster says of the teams is judged at once
  await page.getByRole('searchbox', { name: '名称、标识码、拼音' }).fill('丹寨县');
  const schools = page.getByRole('table', { name: '学校列表' });
  await expect(
    schools
      .getByRole('row')
      .filter({ hasText: /分设|一肩挑/ })
      .first(),
  ).toBeVisible();
  await expect(schools).toContainText(/一般应 \d/);
});
