import type { Locator } from '@playwright/test';

/** The first number that a text shows. */
export async function numberIn(locator: Locator): Promise<number> {
  const text = await locator.innerText();
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}
