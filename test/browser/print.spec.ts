import type { Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

/** A4 landscape within its margins, at 96 dots an inch. */
const PAPER = { width: 1009, height: 680 };

async function onPaper(page: Page): Promise<void> {
  await settled(page);
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
}

/** What a sheet never shows: what one can press or type into, and the ways to elsewhere. Heads of columns stay, as text. */
async function expectNothingToPress(page: Page): Promise<void> {
  const seen = await page.evaluate(() =>
    Array.from(document.querySelectorAll('button, input, select, textarea, nav, header, [role=tab], a.MuiButton-root'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect.soft(seen).toEqual([]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(width[0], 'the page is wider than the paper').toBe(width[1]);
}

const PAGES = [
  ['city-admin', '/', '首页'],
  ['city-admin', '/schools', '学校'],
  ['city-admin', '/rollout', '推进进度'],
  ['b-county-admin', '/appointments', '任职'],
] as const;

for (const [username, route, title] of PAGES) {
  test(`${route} on paper: the title, whose figures of which day, and nothing to press`, async ({ as }) => {
    const page = await as(username, route);
    await onPaper(page);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(/^(黔东南苗族侗族自治州|月湖区) · 截至 \d{4}-\d{2}-\d{2} · .+ 打印$/)).toBeVisible();
    await expectNothingToPress(page);
  });
}

test('a list on paper says which part of the whole it is', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await onPaper(page);
  await expect(page.getByText(/^第 1–20 条，共 \d+ 条$/)).toBeVisible();
});

test('a report on paper says its own day, not that of the other pages', async ({ as }) => {
  const report = JSON.stringify({ groupBy: 'COUNTY', asOf: '2025-12-31', compareTo: null, filter: {} });
  const page = await as('city-inspector', `/report?${new URLSearchParams({ report }).toString()}`);
  await onPaper(page);
  await expect(page.getByRole('heading', { name: '统计表（截至 2025-12-31）' })).toBeVisible();
  await expect(page.getByText(/^黔东南苗族侗族自治州 · [^·]+ 打印$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '口径' })).toBeVisible();
  await expectNothingToPress(page);
});

test('a dark page is printed black on white', async ({ as }) => {
  const page = await as('city-admin', '/schools');
  await settled(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await onPaper(page);
  const cell = page.getByRole('table', { name: '学校列表' }).getByRole('cell').first();
  await expect(cell).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(cell).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
