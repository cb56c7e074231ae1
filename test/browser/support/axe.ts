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
    axe: { run(options: object): Promise<{ violations: Violation[] }> };
  }
}

type Scheme = 'light' | 'dark';

/** All rules in the light theme; in the dark one those of colour: nothing else differs. */
const RULES: Readonly<Record<Scheme, object>> = {
  light: { resultTypes: ['violations'] },
  dark: { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

async function violations(page: Page, scheme: Scheme): Promise<string[]> {
  const found = await page.evaluate(async (rules) => (await window.axe.run(rules)).violations, RULES[scheme]);
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Colours change at once, so that nothing is looked at on its way from one to the other. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Waits until the page stands in a theme: the ground, and the colours of everything on it. */
async function painted(page: Page, scheme: Scheme): Promise<void> {
  await page.evaluate(async (wanted) => {
    const ground = (): number => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0] ?? 255);
    const colours = (): string =>
      Array.from(document.querySelectorAll('body *'), (one) => getComputedStyle(one).color).join();
    const pause = (): Promise<unknown> => new Promise((done) => setTimeout(done, 50));
    while (ground() < 128 !== (wanted === 'dark')) await pause();
    for (let before = '', now = colours(); now !== before; now = colours()) {
      before = now;
      await pause();
    }
  }, scheme);
}

/** As it is on a desk and on a phone, light and dark: no violation, and no sideways scrolling on the phone. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  await standStill(page);
  const found: string[] = [];
  for (const size of [PAGE.viewport, PHONE]) {
    await page.setViewportSize(size);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await painted(page, scheme);
      found.push(...(await violations(page, scheme)).map((text) => `${scheme} ${size.width}: ${text}`));
    }
  }
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(found).toEqual([]);
  expect.soft(width[0], 'the page scrolls sideways on a phone').toBe(width[1]);
}
