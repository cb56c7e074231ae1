import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canUseApt, hasChineseFont } from './apt.mjs';
import { ROOT, run, runNode } from './run.mjs';
import { stepError } from './step.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium and a Chinese font for the browser tests, and installs what lacks: Debian's packages where root and apt are
 * there, else Playwright's own download.
 * @returns {Promise<{ executable: string, did: string }>} did: one line about where they came from
 */
export async function findBrowser() {
  const done = [];
  let executable = await findExecutable();
  const packages = [...(executable ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
  if (packages.length > 0 && (await canUseApt()) && (await aptInstall(packages)))
    done.push(`installed ${packages.join(' and ')} by apt`);
  executable ??= (await findExecutable()) ?? (await downloadChromium(done));
  const font = (await hasChineseFont()) ? '' : ', no Chinese font found: pictures will show boxes';
  const version = (await run(executable, ['--version'])).stdout.trim().split(' ').slice(0, 2).join(' ');
  return { executable, did: `${version} at ${executable}${done.map((text) => `, ${text}`).join('')}${font}` };
}

/** Asked for its version, since a name may be a stub that only points to a shop (Ubuntu). */
async function findExecutable() {
  const named = process.env.ZHIXIAO_CHROMIUM;
  for (const name of named ? [named] : NAMES) {
    if ((await run(name, ['--version'])).code === 0)
      return named ?? (await run('/bin/sh', ['-c', `command -v ${name}`])).stdout.trim();
  }
  return undefined;
}

async function downloadChromium(done) {
  const cwd = join(ROOT, 'test');
  const withDeps = (await canUseApt()) ? ['--with-deps'] : [];
  const { code, output } = await runNode(['node_modules/@playwright/test/cli.js', 'install', ...withDeps, 'chromium'], {
    cwd,
  });
  if (code !== 0)
    throw stepError('There is no Chromium, and none could be downloaded: set ZHIXIAO_CHROMIUM to one.', output);
  done.push('downloaded by Playwright');
  const { chromium } = await import(pathToFileURL(join(cwd, 'node_modules/@playwright/test/index.mjs')).href);
  return chromium.executablePath();
}
