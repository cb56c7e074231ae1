import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPlace } from './cluster-place.js';
import { findPostmaster, removeStalePid, type Postmaster } from './postmaster-pid.js';
import { serverSettings } from './server-settings.js';

const START_TIMEOUT = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

export interface LaunchOptions {
  durable: boolean;
  port?: number;
}

export interface Launched extends Postmaster {
  child: ChildProcess;
}

/** Starts the server and waits until it takes connections. */
export async function launchServer(place: ClusterPlace, options: LaunchOptions): Promise<Launched> {
  const giveUpAt = Date.now() + START_TIMEOUT;
  await removeStalePid(place.clusterDir);
  for (;;) {
    const outcome = await tryLaunch(place, options, giveUpAt);
    if (typeof outcome !== 'string') return outcome;
    if (!isPassing(outcome, options) || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start: ${outcome} (log: ${place.logFile})`);
    }
    await sleep(200);
  }
}

/** Reasons that go away: children of a killed server that still end, a free port that someone was faster to take. */
function isPassing(failure: string, { port }: LaunchOptions): boolean {
  return (
    /shared memory block .* still in use/.test(failure) || (port === undefined && /create any TCP\/IP/.test(failure))
  );
}

async function tryLaunch(place: ClusterPlace, options: LaunchOptions, giveUpAt: number): Promise<Launched | string> {
  const { clusterDir, logFile } = place;
  const logFrom = openedLogSize(logFile);
  const child = spawnServer(place, serverSettings({ ...options, port: options.port ?? (await findFreePort()) }));
  let spawnError: Error | undefined;
  child.on('error', (error) => (spawnError = error));
  while (Date.now() < giveUpAt) {
    if (spawnError) return spawnError.message;
    if (child.exitCode !== null || child.signalCode !== null) return readFailure(logFile, logFrom);
    const running = findPostmaster(clusterDir);
    if (running?.isReady && running.pid === child.pid) return { ...running, child };
    await sleep(15);
  }
  child.kill('SIGQUIT');
  return `not ready after ${START_TIMEOUT / 1000} s`;
}

/** Detached, so that Ctrl-C in a terminal reaches our own orderly end first; unref'd, so that it never holds Node open. */
function spawnServer({ binDir, clusterDir, dataDir, logFile, user }: ClusterPlace, settings: string[]): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(binDir, 'postgres'), ['-D', clusterDir, ...settings], {
    ...user,
    cwd: dataDir,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  return child;
}

function openedLogSize(logFile: string): number {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size < LOG_LIMIT) return size;
  truncateSync(logFile);
  return 0;
}

function readFailure(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n');
  return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*(FATAL|PANIC): +/, '') ?? 'no message';
}

function findFreePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
