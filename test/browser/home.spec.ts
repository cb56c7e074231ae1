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

test('a tenure moves from those that end soon to those that are over when its end is set right', async ({ as }) => {
  const page = await as('b-county-admin');
  await settled(page);
  const day = await today(page);
  const from = (days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const row = (region: string) =>
    page.getByRole('region', { name: region }).getByRole('row', { name: new RegExp(holder) });
  let holder = '';
  const setEnd = async (end: string): Promise<void> => {
    await page.goto('/#/schools');
    await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
    const seat = page.getByRole('list', { name: '行政班子' }).getByRole('listitem').filter({ hasText: /^校长/ });
    holder = await seat.getByRole('link').innerText();
    await seat.getByRole('button', { name: /^更正/ }).click();
    await page.getByRole('dialog').getByLabel('任期届满').fill(end);
    await page.getByRole('dialog').getByRole('textbox', { name: '原因', exact: true }).fill('核对任命文件');
    await page.getByRole('dialog').getByRole('button', { name: '提交更正' }).click();
    await expect(page.getByText(/任职已更正/)).toBeVisible();
    await page.getByRole('link', { name: '首页' }).first().click();
  };
  await setEnd(from(20));
  await expect(row('任期即将届满')).toContainText(from(20));
  await expect(row('任期已届满')).toHaveCount(0);
  await setEnd(from(-1));
  await expect(row('任期已届满')).toContainText(from(-1));
  await expect(row('任期即将届满')).toHaveCount(0);
});

test('a city sees which counties have not begun, and what to do about it', async ({ as }) => {
  const page = await as('city-admin');
  const idle = page.getByRole('table', { name: /^应建学校均未启动/ });
  // the county that comes with schools only
  await expect(idle.getByRole('row', { name: /丹寨县/ })).toContainText(/45.*应建学校均未启动/);
  await idle.getByRole('link', { name: '导入推进进度表' }).click();
  await expect(page.getByRole('radio', { name: '推进进度表' })).toBeChecked();
});

test('a county whose schools all stand at the start is told what to import next, and one that has begun is not', async ({
  as,
}) => {
  const page = await as('county-admin');
  const steps = page.getByRole('region', { name: '从这里开始' }).getByRole('link');
  await expect(steps).toHaveText(['导入班子花名册', '导入推进进度表']);
  await steps.first().click();
  await expect(page.getByRole('radio', { name: '班子花名册' })).toBeChecked();
  const other = await as('b-county-admin');
  await settled(other);
  await expect(other.getByRole('region', { name: '从这里开始' })).toHaveCount(0);
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
