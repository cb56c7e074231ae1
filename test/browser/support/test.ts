import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { countClicks } from './clicks.js';
import { signIn } from './sign-in.js';
import { PATIENCE, startApp } from './start-app.js';
import { watch } from './watch.js';
import type { Watch } from './watch.js';

interface Fixtures {
  /** a page of somebody, on the home page or another; the login page is met the first time only */
  as(username: string, route?: string): Promise<Page>;
  /** a page in a browser of its own, where nobody has signed in */
  stranger(): Promise<Page>;
  /** an answer that the test provokes: the browser itself notes it in the console */
  expectStatus(status: number): void;
  /** after every test: its pages are closed, and none of them did what no page may do */
  watched: void;
}

interface Desk {
  readonly context: BrowserContext;
  readonly watch: Watch;
}

interface WorkerFixtures {
  /** the server of this worker; where it is and its password are in the environment */
  app: void;
  /** the browsers of the run: one a person, so that one sign-in is enough, and those of strangers */
  desks: { open(): Promise<Desk>; of(username: string): Promise<{ desk: Desk; isNew: boolean }>; all(): Desk[] };
}

const origin = (): string => process.env['ZHIXIAO_BROWSER_URL'] ?? '';

/** Every page is watched: no complaint in the console, no request to anybody else. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({ app: _ }, use) => use(origin()),
  app: [
    // Playwright asks for a pattern, even of nothing
    async ({ browserName: _ }, use) => {
      const app = await startApp();
      process.env['ZHIXIAO_BROWSER_URL'] = app.url;
      process.env['ZHIXIAO_BROWSER_PASSWORD'] = app.password;
      await use();
      await app.stop();
    },
    { scope: 'worker', auto: true, timeout: PATIENCE },
  ],
  desks: [
    async ({ browser, app: _ }, use) => {
      const all: Desk[] = [];
      const people = new Map<string, Desk>();
      const open = async (): Promise<Desk> => {
        const context = await browser.newContext({ baseURL: origin() });
        await countClicks(context);
        const desk = { context, watch: watch(context, origin()) };
        all.push(desk);
        return desk;
      };
      const of = async (username: string): Promise<{ desk: Desk; isNew: boolean }> => {
        const known = people.get(username);
        if (known) return { desk: known, isNew: false };
        const desk = await open();
        people.set(username, desk);
        return { desk, isNew: true };
      };
      await use({ open, of, all: () => all });
      for (const { context } of all) await context.close();
    },
    { scope: 'worker' },
  ],
  expectStatus: async ({ desks }, use) =>
    use((status) => desks.all().forEach((desk) => desk.watch.expectStatus(status))),
  watched: [
    async ({ desks }, use) => {
      await use();
      for (const { context } of desks.all()) for (const page of context.pages()) await page.close();
      expect(desks.all().flatMap((desk) => desk.watch.take())).toEqual([]);
    },
    { auto: true },
  ],
  stranger: async ({ desks }, use) => {
    await use(async () => {
      const { context } = await desks.open();
      const page = await context.newPage();
      await page.goto('/');
      // led there: whoever goes elsewhere before is led back
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
      return page;
    });
  },
  as: async ({ desks }, use) =>
    use(async (username, route = '/') => {
      const { desk, isNew } = await desks.of(username);
      const page = await desk.context.newPage();
      await page.goto(isNew ? '/' : `/#${route}`);
      if (isNew) await signIn(page, username);
      if (isNew || route === '/') await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
      if (isNew && route !== '/') await page.goto(`/#${route}`);
      return page;
    }),
});

export { expect };
