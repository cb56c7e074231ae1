import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './support/browser.mjs';
import { ROOT, runNode } from './support/run.mjs';

/** `npm run guide`: takes the pictures of docs/guide/ anew, from what is built. */
const { executable, did } = await findBrowser();
process.stdout.write(`${did}\n`);
mkdirSync(join(ROOT, 'docs/guide/images'), { recursive: true });
const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'browser/guide/guide.config.ts', '--reporter=list'];
const { code, output } = await runNode(args, {
  cwd: join(ROOT, 'test'),
  env: { ...process.env, ZHIXIAO_CHROMIUM: executable },
});
process.stdout.write(output);
process.exitCode = code ?? 1;
