import { defineConfig } from '@playwright/test';
import { PAGE } from './support/browser.js';

/** Real Chromium. Two at a time, each with a real server over a database of its own with the demonstration, which its files share. */
export default defineConfig({
  testDir: '.',
  outputDir: './test-results',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: PAGE,
});
