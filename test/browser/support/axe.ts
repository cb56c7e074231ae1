import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { PAGE, PHONE } from './browser.js';
import { expect } from './test.js';

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}
declare global {
  interface Window {
    axe: { run(): Promise<{ violations: Violation[] }> };
  }
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Waits until the page stands in a theme: components change in one go, their styles within the frames after it. */
async function painted(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.waitForFunction((wanted) => {
    const [red = 255] = /\d+/.exec(getComputedStyle(document.body).backgroundColor)?.map(Number) ?? [];
    return red < 128 === (wanted === 'dark');
  }, colorScheme);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** As it is on a desk and on a phone, light and dark: no violation, and no sideways scrolling on the phone. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const size of [PAGE.viewport, PHONE]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await painted(page, colorScheme);
      found.push(...(await violations(page)).map((text) => `${colorScheme} ${size.width}: ${text}`));
    }
  }
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(found).toEqual([]);
  expect.soft(width[0], 'the page scrolls sideways on a phone').toBe(width[1]);
}
