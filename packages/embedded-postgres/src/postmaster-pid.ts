import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isKnown, isPostmasterOf, processesIn } from './process-identity.js';

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
 * Removes a postmaster.pid whose process id PostgreSQL would take for a running server and refuse to start: the id now belongs to
 * another program, or to a killed server that nobody waited for (a container without an init). The children of a killed server
 * end first. Where no process has the id the file stays, since PostgreSQL needs it to find shared memory still in use.
 */
export async function removeStalePid(clusterDir: string): Promise<void> {
  const written = readPostmasterPid(clusterDir);
  if (!written || !isKnown(written.pid) || isPostmasterOf(written.pid, clusterDir)) return;
  const giveUpAt = Date.now() + 20_000;
  while (processesIn(clusterDir).length > 0) {
    if (Date.now() > giveUpAt)
      throw new Error(`Processes of a killed PostgreSQL do not end: ${processesIn(clusterDir).join(', ')}`);
    await sleep(50);
  }
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
