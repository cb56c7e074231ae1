import type { Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const today = (page: Page): Promise<string> =>
  page
    .getByText(/^截至 \d{4}-\d{2}-\d{2}/)
    .innerText()
    .then((text) => text.slice(3, 13));
const daysOf = async (page: Page, caption: RegExp | string): Promise<string[]> =>
  page
    .getByRole('table', { name: caption })
    .locator('tbody time')
    .evaluateAll((all) => all.map((one) => one.textContent));

test('tenures that are over stand apart from those that end soon, and both numbers lead to their lists', async ({
  as,
}) => {
  const page = await as('b-county-admin');
  await settled(page);
  const day = await today(page);
  const over = page.getByRole('region', { name: '任期已届满' });
  const ending = page.getByRole('region', { name: '任期即将届满' });
  for (const end of await daysOf(page, /^任期已届满仍在任/)) expect(end < day).toBe(true);
  for (const end of await daysOf(page, '60 天内任期届满的任职')) expect(end >= day).toBe(true);
  await expect(ending).toBeVisible();
  const number = over.getByRole('link', { name: /任期已届满$/ });
  const count = await number.innerText();
  await number.click();
  await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: '任期届满' })).toHaveText('已届满');
  await expect(page.getByRole('table', { name: '任职列表' }).getByRole('row')).toHaveCount(Number(count) + 1);

  // the list offers what the home shows
  await page.getByRole('combobox', { name: '任期届满' }).click();
  await page.getByRole('option', { name: '180 天内届满' }).click();
  await settled(page);
  const ends = await page
    .getByRole('table', { name: '任职列表' })
    .locator('tbody tr td:nth-child(6)')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent));
  for (const end of ends) expect(end >= day).toBe(true);
});

test('a city sees which counties have not begun, and what to do about it', async ({ as }) => {
  const page = await as('city-admin');
  const idle = page.getByRole('table', { name: /^应建学校均未启动/ });
  // the county that comes with schools only
  await expect(idle.getByRole('row', { name: /丹寨县/ })).toContainText(/45.*应建学校均未启动/);
  await idle.getByRole('link', { name: '导入推进进度表' }).click();
  await expect(page.getByRole('radio', { name: '推进进度表' })).toBeChecked();
});

test('who may not import is told whom to ask', async ({ as }) => {
  const page = await as('city-inspector');
  const row = page.getByRole('table', { name: /^应建学校均未启动/ }).getByRole('row', { name: /丹寨县/ });
  await expect(row).toContainText('请该县启动并报送');
});

test('nothing is behind a 0', async ({ as }) => {
  const page = await as('b-county-admin');
  await settled(page);
  await expect(page.getByRole('main').getByRole('link', { name: /^0( |$)/ })).toHaveCount(0);
});

test('a school’s team stands in the order of posts, the committee in that of its charges', async ({ as }) => {
  const page = await as('secretary');
  const posts = await page
    .getByRole('table', { name: '现任领导班子成员' })
    .locator('tbody tr td:first-child')
    .allInnerTexts();
  const wanted = ['书记', '副书记', '专职副书记', '组织委员', '宣传委员', '纪检委员', '统战委员', '青年委员', '校长'];
  expect(posts.filter((post) => wanted.includes(post))).toEqual(wanted.filter((post) => posts.includes(post)));
  await expect(page.getByText(/^截至 \d{4}-\d{2}-\d{2}$/)).toBeVisible();
});
