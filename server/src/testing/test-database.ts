import { startTestCluster } from '@zhixiao/embedded-postgres';
import pg from 'pg';
import { loadTenants } from '../modules/tenancy/divisions/load-tenants.js';
import { migrate } from '../platform/database/migrate.js';
import { roleUrls } from '../platform/database/roles.js';
import type { RoleUrls } from '../platform/database/roles.js';

/** A migrated database of the test file's own, on a cluster of its own. */
export interface TestDatabase {
  readonly urls: RoleUrls;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster = await startTestCluster();
  const superuserUrl = cluster.superuserUrl('postgres');
  const urls = roleUrls({ DATABASE_URL: superuserUrl });
  await migrate(urls, superuserUrl, loadTenants);
  return { urls, superuserUrl, stop: () => cluster.stop() };
}

/** A connected client, closed by `end`. */
export async function connectAs(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
