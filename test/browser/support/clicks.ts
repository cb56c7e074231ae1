import type { BrowserContext, Page } from '@playwright/test';

const KEY = 'test.clicks';

/** Counts clicks as a person makes them: events of the mouse, not those that Enter or a label make of themselves. */
export async function countClicks(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    const count = (event: MouseEvent): void => {
      if (!event.isTrusted || event.detail === 0) return;
      sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key) ?? 0) + 1));
    };
    addEventListener('click', count, true);
  }, KEY);
}

export const clicksOf = async (page: Page): Promise<number> =>
  Number(await page.evaluate((key) => sessionStorage.getItem(key) ?? '0', KEY));

/** A journey begins on the home page, after login. */
export const startCounting = async (page: Page): Promise<void> =>
  page.evaluate((key) => sessionStorage.removeItem(key), KEY);
