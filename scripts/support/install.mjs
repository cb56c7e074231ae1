import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode } from './run.mjs';
import { stepError } from './step.mjs';

const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.zhixiao-installed');
/** What `npm install` leaves: it rearranges the modules that pnpm laid out. */
const NPM_TRACE = join(MODULES, '.package-lock.json');

/** Installs what the lockfile says, if it says something else than at the last install. */
export async function install() {
  const wanted = lockSignature();
  if (isInstalled(wanted)) return 'up to date';
  const { code, output } = await runNode([
    'scripts/pnpm.mjs',
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
  ]);
  if (code !== 0) throw stepError('The dependencies could not be installed.', output);
  rmSync(NPM_TRACE, { force: true });
  writeFileSync(STAMP, wanted);
  return 'installed';
}

function isInstalled(wanted) {
  if (!existsSync(join(MODULES, '.modules.yaml')) || existsSync(NPM_TRACE)) return false;
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
}

function lockSignature() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(ROOT, name)));
  return hash.digest('hex');
}
