import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { canUse, type ServerUser } from './server-user.js';

/**
 * Makes the data directory and its parents. The server's user must get through each of them: those made here are opened to
 * be entered (a umask of 077 would close them), and one that was closed before is said in one line.
 */
export function makeDataDir(dataDir: string, user: ServerUser | undefined): void {
  const firstMade = makeFolders(dataDir);
  if (!user) return;
  if (firstMade) openFolders(dataDir, firstMade);
  if (canUse(dataDir, user)) return;
  throw new Error(
    `The database runs as user ${user.uid} (not as root), who cannot enter ${dataDir}: set ZHIXIAO_DATA_DIR to a folder outside closed ones, such as /var/lib/zhixiao`,
  );
}

function makeFolders(dataDir: string): string | undefined {
  try {
    return mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      `Cannot make the data directory ${dataDir} (${reason}): set ZHIXIAO_DATA_DIR to a folder that you may write`,
      { cause: error },
    );
  }
}

function openFolders(dataDir: string, firstMade: string): void {
  for (let dir = resolve(dataDir); dir.length >= resolve(firstMade).length; dir = dirname(dir)) chmodSync(dir, 0o755);
}
