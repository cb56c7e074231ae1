/**
 * Starts the embedded PostgreSQL for `npm start` and for tests: a launcher around the binaries initdb and postgres.
 * Layout of a data directory: `postgres/` (the cluster), `postgres.password`, `postgres.log`, `launcher.pid`.
 * Rules: one launcher at a time; as root the server runs as `nobody` (PostgreSQL refuses uid 0); a postmaster that outlived
 * its launcher (kill -9) is attached to; the server listens on 127.0.0.1 only, without a Unix socket.
 */
export { startCluster, type Cluster, type ClusterOptions } from './start-cluster.js';
export { startTestCluster, type TestClusterOptions } from './start-test-cluster.js';
export { defaultDataDir, type DataDirOptions } from './default-data-dir.js';
export { closeOnSignals, type ClosingOptions } from './close-on-signals.js';
