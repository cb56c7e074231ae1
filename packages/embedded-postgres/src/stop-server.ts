import { spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.js';
import { isAlive } from './process-identity.js';

const STOP_TIMEOUT = 30_000;

export interface Running {
  pid: number;
  /** Only where this process started the server (and did not find it running). */
  child?: ChildProcess | undefined;
}

/** Asks the server to roll back, disconnect everyone and end; returns at once. */
export function signalStop(place: ClusterPlace, pid: number): void {
  if (process.platform === 'win32') {
    spawnSync(join(place.binDir, 'pg_ctl'), ['stop', '-D', place.clusterDir, '-m', 'fast', '-W'], { stdio: 'ignore' });
    return;
  }
  signal(pid, 'SIGINT');
}

/** Ends the server and waits for it; one that hangs is ended at once and recovers at the next start. */
export async function stopServer(place: ClusterPlace, { pid, child }: Running): Promise<void> {
  // or Node could end before its child has
  child?.ref();
  signalStop(place, pid);
  if (!(await hasEnded(pid, STOP_TIMEOUT))) await quitServer(pid);
}

/** Ends the server without care for its data: they are recovered at the next start, or not wanted any more. */
export async function quitServer(pid: number): Promise<void> {
  signal(pid, 'SIGQUIT');
  if (!(await hasEnded(pid, STOP_TIMEOUT))) throw new Error(`PostgreSQL (process ${pid}) does not end`);
}

async function hasEnded(pid: number, timeout: number): Promise<boolean> {
  const giveUpAt = Date.now() + timeout;
  while (isAlive(pid)) {
    if (Date.now() > giveUpAt) return false;
    await sleep(15);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
