import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { preparePlace, type ClusterPlace } from './cluster-place.js';
import { initCluster } from './init-cluster.js';
import { launchServer, type LaunchOptions } from './launch-server.js';
import { takeLauncherLock } from './launcher-lock.js';
import { findPostmaster } from './postmaster-pid.js';
import { isAlive } from './process-identity.js';
import { signalStop, stopServer, type Running } from './stop-server.js';

export interface ClusterOptions {
  dataDir: string;
  /** Default: any free port. A server found running keeps its own. */
  port?: number;
  /** Whether what is committed survives a crash of the machine; default true. */
  durable?: boolean;
  log?: (line: string) => void;
}

export interface Cluster {
  port: number;
  dataDir: string;
  /** Whether the server was found running (its launcher had been killed). */
  isAttached: boolean;
  superuserUrl: (database?: string) => string;
  /** Ends the server; may be called more than once. */
  stop: () => Promise<void>;
}

/** Starts the cluster of a data directory, making it if there is none, or attaches to the server that still runs over it. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { durable = true, log = () => undefined } = options;
  const place = preparePlace(options.dataDir);
  takeLauncherLock(place.lockFile);
  try {
    await initCluster(place, { durable });
    const password = readPassword(place);
    const found = await findSettled(place);
    if (found) log(`PostgreSQL still runs (process ${found.pid}, port ${found.port}): attached`);
    const running = found ?? (await launchServer(place, launchOptions({ durable, port: options.port })));
    if (!found) log(`PostgreSQL runs on 127.0.0.1:${running.port} over ${place.clusterDir}`);
    return {
      port: running.port,
      dataDir: place.dataDir,
      isAttached: found !== undefined,
      superuserUrl: (database = 'postgres') =>
        `postgres://postgres:${password}@127.0.0.1:${running.port}/${encodeURIComponent(database)}`,
      stop: makeStop(place, running),
    };
  } catch (error) {
    rmSync(place.lockFile, { force: true });
    throw error;
  }
}

function launchOptions({ durable, port }: { durable: boolean; port: number | undefined }): LaunchOptions {
  return port === undefined ? { durable } : { durable, port };
}

function readPassword({ passwordFile, clusterDir }: ClusterPlace): string {
  try {
    return readFileSync(passwordFile, 'utf8').trim();
  } catch {
    throw new Error(`Cannot read ${passwordFile}, the password of the database in ${clusterDir}`);
  }
}

/** The server that still runs, once it is ready; undefined if there is none or it ends. */
async function findSettled({
  clusterDir,
}: ClusterPlace): Promise<{ pid: number; port: number; child?: undefined } | undefined> {
  for (;;) {
    const found = findPostmaster(clusterDir);
    if (!found || found.isReady) return found;
    await sleep(50);
  }
}

/** If this process ends without `stop`, the server is told to end too: only kill -9 leaves it running. */
function makeStop(place: ClusterPlace, running: Running): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const onExit = (): void => {
    if (isAlive(running.pid)) signalStop(place, running.pid);
    rmSync(place.lockFile, { force: true });
  };
  process.on('exit', onExit);
  return () =>
    (stopping ??= stopServer(place, running).then(() => {
      process.off('exit', onExit);
      rmSync(place.lockFile, { force: true });
    }));
}
