import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startTestCluster } from '@zhixiao/embedded-postgres';
import pg from 'pg';

const TEMPLATE = 'zhixiao_template';
const MIGRATE = fileURLToPath(new URL('../../server/dist/migrate.js', import.meta.url));

/** One cluster for the whole run with a migrated template; every test file clones it. Plain JavaScript: nothing transforms it. */
export default async function setUp() {
  const cluster = await startTestCluster();
  Object.assign(globalThis, { zhixiaoCluster: cluster });
  process.env.ZHIXIAO_TEST_CLUSTER = cluster.superuserUrl('postgres');
  const client = new pg.Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: cluster.superuserUrl(TEMPLATE),
    ZHIXIAO_SECRET: 'end-to-end',
  };
  const { status, stderr } = spawnSync(process.execPath, [MIGRATE], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`migrate failed: ${stderr}`);
}
