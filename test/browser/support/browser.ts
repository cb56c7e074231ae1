import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';

/** How every page is opened: the screen and the place of the people whom the admin is for. */
export const PAGE = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: 'light',
  // nobody presses a button that is still on its way
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 1366, height: 768 },
  launchOptions: {
    executablePath: process.env['ZHIXIAO_CHROMIUM'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
} satisfies Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

export const PHONE = { width: 390, height: 844 };
