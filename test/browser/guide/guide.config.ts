import { defineConfig } from '@playwright/test';
import base from '../playwright.config.js';

/** Not a test: takes the pictures of the users' guide anew (`npm run guide`). */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.shots.ts',
  workers: 1,
  outputDir: '../test-results',
});
