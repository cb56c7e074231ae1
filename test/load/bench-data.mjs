import { existsSync, mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { startCluster } from '@zhixiao/embedded-postgres';
import { ensureMeetings } from './bench-meetings.mjs';
import { BENCH_CITY, benchPlans } from './bench-plans.mjs';
import { loadTenants, migrate, roleUrls } from './inside.mjs';

/**
 * A cluster with the settings of a real one and the benchmark's data in it. In a given folder the data stay for later runs
 * of the same size; else both are gone at the end.
 */
export async function openBenchData({ schools, asOf, dataDir, log }) {
  const folder = dataDir ?? makeFolder();
  const cluster = await startCluster({ dataDir: folder, durable: true });
  const superuserUrl = cluster.superuserUrl('postgres');
  const urls = roleUrls({ DATABASE_URL: superuserUrl });
  const close = async () => {
    await cluster.stop();
    if (!dataDir) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(urls, superuserUrl, loadTenants);
    const marker = join(folder, 'bench.json');
    const wanted = { schools, asOf };
    const found = existsSync(marker) ? JSON.parse(readFileSync(marker, 'utf8')) : null;
    if (found && (found.schools !== schools || found.asOf !== asOf)) {
      throw new Error(`${folder} holds data of ${found.schools} schools as of ${found.asOf}: take another folder`);
    }
    const loaded = found ?? { ...wanted, ...(await load({ urls, superuserUrl, schools, asOf, log })) };
    if (!found) writeFileSync(marker, JSON.stringify(loaded));
    await ensureMeetings(urls.loader, { asOf, log });
    return { urls, superuserUrl, loaded, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'zhixiao-bench-'));
  chmodSync(folder, 0o755); // as root the server runs as another user
  return folder;
}

async function load({ urls, superuserUrl, schools, asOf, log }) {
  const started = performance.now();
  const plans = benchPlans(schools);
  await enrol(
    urls.loader,
    plans.map(({ tenantId }) => tenantId),
  );
  const rows = await loadInParallel({ loaderUrl: urls.loader, asOf, plans, log });
  const loadSeconds = (performance.now() - started) / 1000;
  log(`loaded ${rows.school} schools in ${loadSeconds.toFixed(0)} s; vacuum and analyze`);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
  return { counties: plans.length, rows, loadSeconds: Math.round(loadSeconds) };
}

async function enrol(loaderUrl, tenantIds) {
  const client = new pg.Client({ connectionString: loaderUrl });
  await client.connect();
  await client.query(`UPDATE tenant SET enrolled_on = '2020-01-01', is_demo = true WHERE id = ANY ($1::int[])`, [
    [...tenantIds, BENCH_CITY],
  ]);
  await client.end();
}

/** One worker a core; the counties are dealt out by size, so that all end at about the same time. */
async function loadInParallel({ loaderUrl, asOf, plans, log }) {
  const hands = Array.from({ length: Math.min(8, availableParallelism()) }, () => []);
  [...plans].sort((a, b) => b.count - a.count).forEach((plan, index) => hands[index % hands.length].push(plan));
  const total = plans.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  let said = 0;
  const progress = (count) => {
    done += count;
    if (done - said < total / 10) return;
    said = done;
    log(`  ${done} of ${total} schools`);
  };
  const parts = await Promise.all(hands.map((hand) => runWorker({ loaderUrl, asOf, plans: hand }, progress)));
  return Object.fromEntries(
    Object.keys(parts[0]).map((table) => [table, parts.reduce((sum, rows) => sum + rows[table], 0)]),
  );
}

function runWorker(workerData, progress) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('load-worker.mjs', import.meta.url), {
      workerData,
      // rows live shortly: a large young generation saves most of the collecting
      resourceLimits: { maxYoungGenerationSizeMb: 128, maxOldGenerationSizeMb: 2048 },
    });
    worker.on('message', (message) => (message.done ? resolve(message.done) : progress(message.schools)));
    worker.on('error', reject);
  });
}
