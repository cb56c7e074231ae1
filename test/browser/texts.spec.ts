import type { Page } from '@playwright/test';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

test.describe.configure({ timeout: 180_000 });

const ROUTES: Readonly<Record<string, readonly string[]>> = {
  'city-admin': [
    ...['/', '/rollout', '/schools', '/appointments', '/people', '/departures', '/report', '/imports', '/settings'],
    ...[
      '/audit',
      '/tenants',
      '/imports/create',
      '/schools/create',
      '/people/create',
      '/appointments/create',
      '/nowhere',
    ],
  ],
  secretary: ['/', '/departures', '/audit'],
  operator: ['/'],
};

/** What a page says in words of its own: names of people, schools and counties are in the cells and links between. */
const ownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own =
      'th[scope=col], thead th, thead td, label, legend, h2, button:not([aria-haspopup]), [role=tab], [role=columnheader], dt, caption';
    return Array.from(document.querySelectorAll<HTMLElement>(own))
      .filter((element) => element.checkVisibility())
      .map((element) => element.innerText.trim())
      .filter(Boolean);
  });

/** Schools and regions keep their names in every language. */
const NAME = /^.{2,}(中学|小学|学校|幼儿园|省|市|自治区)$|^简体中文$/;

/** A key where a text should be, a code where a word should be. */
const RAW =
  /\b(resources|pages|enums|common|shell|home|errors|checks|ra|imports)\.\w+|%\{\w+\}|\b[A-Z]{3,}_[A-Z_]+\b|undefined|NaN|\[object/;

for (const [username, routes] of Object.entries(ROUTES)) {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`${username} in ${language}: no page shows a key, a code or a text of the other language`, async ({ as }) => {
      const page = await as(username);
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      for (const route of routes) {
        await page.goto(`/#${route}`);
        await settled(page);
        const all = await page.locator('body').innerText();
        expect.soft(RAW.exec(all)?.[0], `${route} shows`).toBeUndefined();
        const own = await ownTexts(page);
        const strange =
          language === 'en'
            ? own.filter((text) => /[\u3400-\u9fff]/.test(text) && !NAME.test(text))
            : own.filter((text) => /^[A-Za-z][a-z]+( [a-z]+)*$/.test(text) && text !== 'English');
        expect.soft(strange, `${route} in ${language}`).toEqual([]);
      }
      if (language === 'en') await page.getByRole('button', { name: '简体中文' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    });
  }
}
