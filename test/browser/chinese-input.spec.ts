import type { Locator, Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

/** Composes letters to characters as an input method does: through the browser, with its own events. */
async function compose(
  page: Page,
  letters: string,
  whileComposing: () => Promise<void>,
  characters: string,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let i = 1; i <= letters.length; i += 1) {
    const text = letters.slice(0, i);
    await session.send('Input.imeSetComposition', { text, selectionStart: i, selectionEnd: i });
  }
  await whileComposing();
  await session.send('Input.insertText', { text: characters });
}

/** The operations that the page sends from now on, with their variables. */
function sent(page: Page): string[] {
  const operations: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) operations.push(request.postData() ?? '');
  });
  return operations;
}

async function expectNothingBeforeTheEnd(page: Page, field: Locator): Promise<string[]> {
  await settled(page); // what the page itself asks for is no search
  await field.focus();
  const operations = sent(page);
  await compose(
    page,
    'xiaoxue',
    async () => {
      await expect(field).toHaveValue('xiaoxue');
      // longer than any pause after which a text is searched for
      await page.waitForTimeout(1_000);
      expect(operations).toEqual([]);
    },
    '小学',
  );
  await expect(field).toHaveValue('小学');
  await expect.poll(() => operations.filter((body) => body.includes('小学')).length).toBe(1);
  expect(operations.filter((body) => body.includes('xiaoxue'))).toEqual([]);
  return operations;
}

test('the search on top asks nothing while characters are composed', async ({ as }) => {
  const page = await as('b-county-admin');
  await expectNothingBeforeTheEnd(page, page.getByRole('combobox', { name: '查找学校、人员' }));
  await expect(page.getByRole('option', { name: /小学/ }).first()).toBeVisible();
});

test('the search of a list asks nothing while characters are composed', async ({ as }) => {
  const page = await as('b-county-admin');
  await page.getByRole('link', { name: '学校', exact: true }).click();
  const rows = page.getByRole('table', { name: '学校列表' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await expectNothingBeforeTheEnd(page, page.getByRole('searchbox', { name: '名称、标识码、拼音' }));
  await expect(rows.filter({ hasNotText: '小学' })).toHaveCount(1);
});

test('the picker of people asks nothing while characters are composed', async ({ as }) => {
  const page = await as('b-county-admin');
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await page.getByRole('table', { name: '学校列表' }).getByRole('link').first().click();
  await page.getByRole('link', { name: '新增任命' }).click();
  const picker = page.getByRole('combobox', { name: '人员', exact: true });
  await expect(picker).toBeFocused();
  await expectNothingBeforeTheEnd(page, picker);
});
