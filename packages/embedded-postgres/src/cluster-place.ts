import { join, resolve } from 'node:path';
import { realpathSync } from 'node:fs';
import { findBinaries } from './find-binaries.js';
import { makeDataDir } from './make-data-dir.js';
import { findServerUser, type ServerUser } from './server-user.js';

/** Where a cluster's parts are, and as whom it runs. */
export interface ClusterPlace {
  dataDir: string;
  clusterDir: string;
  passwordFile: string;
  logFile: string;
  lockFile: string;
  binDir: string;
  user: ServerUser | undefined;
}

/** Makes the data directory and says where everything in it is. */
export function preparePlace(dataDir: string): ClusterPlace {
  const user = findServerUser(join(resolve(dataDir), 'postgres'));
  makeDataDir(resolve(dataDir), user);
  const dir = realpathSync(dataDir);
  return { ...pathsOf(dir), binDir: findBinaries(user), user };
}

/** The names in a data directory. */
export function pathsOf(dataDir: string): Omit<ClusterPlace, 'binDir' | 'user'> {
  return {
    dataDir,
    clusterDir: join(dataDir, 'postgres'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(dataDir, 'postgres.log'),
    lockFile: join(dataDir, 'launcher.pid'),
  };
}
