import base from '../jest.base.mjs';

/** End to end: one migrated cluster for the run, a database and a server of its own for every file. */
export default {
  ...base,
  testMatch: ['<rootDir>/e2e/**/*.test.ts', '<rootDir>/support/**/*.test.ts'],
  globalSetup: './support/global-setup.mjs',
  globalTeardown: './support/global-teardown.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
};
