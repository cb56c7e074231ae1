import { expect } from '@playwright/test';
import type { Page, Request } from '@playwright/test';

const QUIET = 200;

/** Waits until nothing is loading and nothing has been asked for a moment: what is there then is what people see. */
export async function settled(page: Page): Promise<void> {
  let open = 0;
  let last = Date.now();
  const mark =
    (step: number) =>
    (request: Request): void => {
      // the stream of live changes stays open as long as its page
      if (new URL(request.url()).pathname === '/live') return;
      open += step;
      last = Date.now();
    };
  const [begin, end] = [mark(1), mark(-1)];
  page.on('request', begin);
  for (const event of ['requestfinished', 'requestfailed'] as const) page.on(event as 'requestfinished', end);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.getByRole('main').getByRole('progressbar')).toHaveCount(0);
  await expect.poll(() => open <= 0 && Date.now() - last > QUIET).toBe(true);
  page.off('request', begin);
  for (const event of ['requestfinished', 'requestfailed'] as const) page.off(event as 'requestfinished', end);
}
