import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isPostmasterOf } from './process-identity.js';

/** What the running server wrote into postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The server that runs over this cluster, if one does. */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const written = readPostmasterPid(clusterDir);
  return written && isPostmasterOf(written.pid, clusterDir) ? written : undefined;
}

/**
 * Removes a postmaster.pid whose process id now belongs to another program: PostgreSQL would take that one for a server and
 * refuse. Where no process has the id the file stays, since PostgreSQL needs it to find shared memory still in use.
 */
export function removeStalePid(clusterDir: string): void {
  const written = readPostmasterPid(clusterDir);
  if (!written || !isAlive(written.pid) || isPostmasterOf(written.pid, clusterDir)) return;
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
}

function readPostmasterPid(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  return pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined;
}
