import { defineConfig } from '@playwright/test';
import { PAGE } from './support/browser.js';

/** Real Chromium, the real server over a database of its own with the demonstration; one test after another, since they share it. */
export default defineConfig({
  testDir: '.',
  outputDir: './test-results',
  globalSetup: './support/global-setup.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: PAGE,
});
