import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startedAt } from './process-identity.js';

/** The process that holds the data directory, if it still runs. */
export function findLauncher(lockFile: string): number | undefined {
  let content: string;
  try {
    content = readFileSync(lockFile, 'utf8');
  } catch {
    return undefined;
  }
  const [pid, since] = content.split('\n');
  const holder = Number(pid);
  return holder > 0 && isAlive(holder) && startedAt(holder) === since ? holder : undefined;
}

/** Takes the data directory for this process; two launchers over one cluster would stop it under each other's feet. */
export function takeLauncherLock(lockFile: string): void {
  const holder = findLauncher(lockFile);
  if (holder !== undefined) throw new Error(`Process ${holder} already runs the database of ${lockFile}`);
  rmSync(lockFile, { force: true });
  writeFileSync(lockFile, `${process.pid}\n${startedAt(process.pid)}\n`, { flag: 'wx' });
}
