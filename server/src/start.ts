import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { closeOnSignals, defaultDataDir, startCluster } from '@zhixiao/embedded-postgres';
import type { Cluster } from '@zhixiao/embedded-postgres';
import { createApi, createWorker } from './app.js';
import { ensureDemo } from './demo/index.js';
import { loadReferenceData } from './modules.js';
import { civilDate } from './platform/civil-clock.js';
import { readConfig } from './platform/config.js';
import type { Config } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { parseUrl, roleUrls } from './platform/database/roles.js';
import { fail } from './platform/run-process.js';

/** `npm start`: everything in one process over the embedded PostgreSQL, or over the one that DATABASE_URL names. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const closers: (() => Promise<unknown>)[] = [];
const closeAll = async (): Promise<void> => {
  for (const close of closers.splice(0).reverse()) await close();
};
// under npm only: a process that was started to outlive its shell stays
closeOnSignals({ close: closeAll, log: say, withParent: process.env['npm_lifecycle_event'] === 'start' });

const DATABASE = 'zhixiao';

async function ownDatabase(dataDir: string): Promise<string> {
  const cluster: Cluster = await startCluster({ dataDir, log: say });
  closers.push(() => cluster.stop());
  const client = new pg.Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  return cluster.superuserUrl(DATABASE);
}

/** The demonstration's password: the one given, else one made at the first start and kept beside the data. */
function demoPassword(dataDir: string | null): string {
  const given = process.env['ZHIXIAO_DEMO_PASSWORD'];
  if (given) return given;
  const file = dataDir ? join(dataDir, 'demo.password') : null;
  if (file && existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(9).toString('base64url');
  if (file) writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

async function start(config: Config): Promise<void> {
  const given = process.env['DATABASE_URL'];
  const dataDir = given ? null : defaultDataDir({ checkout: fileURLToPath(new URL('../..', import.meta.url)) });
  const url = given ?? (await ownDatabase(dataDir ?? ''));
  const urls = roleUrls({ ...process.env, DATABASE_URL: parseUrl(url).toString() });
  await migrate(urls, url, loadReferenceData);
  const password = demoPassword(dataDir);
  const demo = await ensureDemo({ loaderUrl: urls.loader, asOf: civilDate(new Date()), password });
  if (demo) say(`The demonstration is loaded: ${demo.schools} schools; all its people are invented.`);
  const worker = await createWorker(urls, config);
  closers.push(() => worker.close());
  const api = await createApi(urls, config);
  closers.push(() => api.close());
  await api.app.listen({ port: config.port, host: process.env['HOST'] ?? '0.0.0.0' });
  announce(config, given && !demo ? null : password);
}

const ACCOUNTS =
  'operator, city-admin, city-inspector, county-admin, county-inspector, secretary, principal, deputy, member, team, clerk';

function announce(config: Config, password: string | null): void {
  say('');
  say(`  Zhixiao is ready: http://localhost:${config.port}`);
  if (!password) return;
  say(`  accounts: ${ACCOUNTS}`);
  say('            the same of a second city with b- before, e.g. b-city-admin');
  say(`  password: ${password}`);
  say('');
}

try {
  await start(readConfig(process.env));
} catch (error) {
  await closeAll();
  fail(error);
}
