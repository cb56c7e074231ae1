import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsOf } from './cluster-place.js';
import { findLauncher } from './launcher-lock.js';
import { findPostmaster } from './postmaster-pid.js';
import { startCluster, type Cluster } from './start-cluster.js';
import { quitServer } from './stop-server.js';

const PREFIX = 'zhixiao-test-';
/** A folder without launcher and server may be one that is just being made. */
const ABANDONED_AFTER = 600_000;

export interface TestClusterOptions {
  /** Where the temporary folder is made; default: the system's place. */
  parent?: string;
  log?: (line: string) => void;
}

/** A fresh cluster in a temporary folder, without durability, removed with its data on `stop`. */
export async function startTestCluster({ parent = tmpdir(), log }: TestClusterOptions = {}): Promise<Cluster> {
  await removeAbandoned(parent);
  const dataDir = mkdtempSync(join(parent, PREFIX));
  // mkdtemp closes it to others, and as root the server runs as another user
  chmodSync(dataDir, 0o755);
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    const cluster = await startCluster({ dataDir, durable: false, ...(log ? { log } : {}) });
    return { ...cluster, stop: () => cluster.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Ends and removes the clusters of test runs that were killed. */
async function removeAbandoned(parent: string): Promise<void> {
  const dir = realpathSync(parent);
  for (const name of readdirSync(dir)) {
    if (!name.startsWith(PREFIX)) continue;
    const { dataDir, clusterDir, lockFile } = pathsOf(join(dir, name));
    if (findLauncher(lockFile) !== undefined) continue;
    try {
      const left = findPostmaster(clusterDir);
      if (left) await quitServer(left.pid);
      if (left || Date.now() - statSync(dataDir).mtimeMs > ABANDONED_AFTER)
        rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // another user's: not ours to clear
    }
  }
}
