import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'zhixiao_template';

function clusterUrl(database = 'postgres'): string {
  const url = new URL(process.env['ZHIXIAO_TEST_CLUSTER'] ?? '');
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs as the cluster's superuser, past row security: for making and looking at a test's own world only. */
export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl(database) });
  await client.connect();
  try {
    await client.query('SET search_path = zhixiao, public');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of the test's own, cloned from the migrated template. */
export async function cloneDatabase(): Promise<{ name: string; url: string; drop(): Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`));
  const drop = (): Promise<void> =>
    asSuperuser(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { name, url: clusterUrl(name), drop };
}
