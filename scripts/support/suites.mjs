import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { findOffice } from './office.mjs';
import { ROOT, runNode, tool } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string, note?: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Suite
 */

/** Every suite in the order of `npm test`: packages, server, admin, end to end, browser. @returns {Suite[]} */
function allSuites() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`);
  return [
    ...[...packages, 'server', 'admin'].map((dir) => ({
      name: dir,
      run: () => (dir === 'packages/documents' ? runWith(findOffice, () => runJest(dir)) : runJest(dir)),
    })),
    { name: 'test/e2e', run: () => runJest('test') },
    { name: 'test/browser', run: runPlaywright },
  ];
}

/** The suites whose name is, or begins with, one of the wanted; all where none is wanted. */
export function chooseSuites(wanted) {
  const suites = allSuites();
  const unknown = wanted.filter((want) => !suites.some((suite) => matches(suite, want)));
  if (unknown.length > 0)
    throw new Error(`No such suite: ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`);
  return wanted.length === 0 ? suites : suites.filter((suite) => wanted.some((want) => matches(suite, want)));
}

const matches = ({ name }, want) => name === want || name.startsWith(`${want}/`);

/** @returns {Promise<Outcome>} */
async function runJest(dir) {
  return withReport(async (report) => {
    const args = [
      '--no-warnings',
      '--experimental-vm-modules',
      tool('jest/bin/jest.js'),
      '--ci',
      '--json',
      `--outputFile=${report}`,
    ];
    const { output } = await runNode(args, { cwd: join(ROOT, dir) });
    return [
      output,
      (result) => ({
        passed: result.numPassedTests,
        // a file that could not be read has failed too
        failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
        skipped: result.numPendingTests + result.numTodoTests,
      }),
    ];
  });
}

/**
 * Finds or installs what a suite needs beyond npm, and says so in its line; without it the suite has failed.
 * @template {{ did: string }} T
 * @param {() => Promise<T>} find
 * @param {(found: T) => Promise<Outcome>} runSuite
 * @returns {Promise<Outcome>}
 */
async function runWith(find, runSuite) {
  let found;
  try {
    found = await find();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: `${error.output ?? ''}\n${error.message}` };
  }
  const outcome = await runSuite(found);
  return { ...outcome, note: found.did };
}

/** @returns {Promise<Outcome>} */
const runPlaywright = () => runWith(findBrowser, runInBrowser);

/** @returns {Promise<Outcome>} */
function runInBrowser(browser) {
  return withReport(async (report) => {
    const env = { ...process.env, ZHIXIAO_CHROMIUM: browser.executable, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const args = [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'browser/playwright.config.ts',
      '--reporter=line,json',
    ];
    const { output } = await runNode(args, { cwd: join(ROOT, 'test'), env });
    return [
      output,
      ({ stats, errors }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + errors.length,
        skipped: stats.skipped,
      }),
    ];
  });
}

/** A runner that dies without a report, or that found no test, has failed. */
async function withReport(work) {
  const dir = mkdtempSync(join(tmpdir(), 'zhixiao-report-'));
  const report = join(dir, 'report.json');
  const [output, count] = await work(report);
  try {
    const counts = count(JSON.parse(readFileSync(report, 'utf8')));
    if (counts.passed + counts.failed > 0) return { ...counts, output };
    return { ...counts, failed: 1, output: `${output}\nno test was found` };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, output: `${output}\nthe runner left no report` };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
