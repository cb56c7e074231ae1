import type { Page } from '@playwright/test';
import { expect } from './test.js';

const FULL_MEMBERS = `/#/people?${new URLSearchParams({ filter: '{"membership":["FULL"]}', perPage: '100' }).toString()}`;

/** A full party member of the county on the page who holds no post today, and whose name nobody else there has. */
export async function somebodyFree(page: Page): Promise<string> {
  await page.goto(FULL_MEMBERS);
  const rows = page.getByRole('table', { name: '人员列表' }).locator('tbody tr');
  await expect(rows.nth(1)).toBeVisible();
  const people = await rows.evaluateAll((all) =>
    all.map((row) => ({ name: row.querySelector('th')?.innerText.trim() ?? '', isFree: !row.querySelector('td li') })),
  );
  const names = people.map(({ name }) => name);
  const free = people.find(({ name, isFree }) => isFree && names.filter((one) => one === name).length === 1);
  expect(free, 'nobody in the county is without a post').toBeDefined();
  return free?.name ?? '';
}
