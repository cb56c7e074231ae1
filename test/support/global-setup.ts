import { startTestCluster } from '@zhixiao/embedded-postgres';
import { runMigrations } from './processes.js';
import { asSuperuser, TEMPLATE } from './database.js';

/** One cluster for the whole run with a migrated template; every test file clones it. */
export default async function setUp(): Promise<void> {
  const cluster = await startTestCluster();
  Object.assign(globalThis, { zhixiaoCluster: cluster });
  process.env['ZHIXIAO_TEST_CLUSTER'] = cluster.superuserUrl('postgres');
  await asSuperuser((client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  await runMigrations(cluster.superuserUrl(TEMPLATE));
}
