import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { ConfigError } from '../config.js';
import type { Config } from '../config.js';
import { createReadPool } from './read-pool.js';
import type { ReadPool } from './read-pool.js';
import type { RoleUrls } from './roles.js';

/** Every way to the database that an API or worker process has. */
export interface Connections {
  readonly read: ReadPool;
  readonly write: DataSource;
  readonly auth: pg.Pool;
  readonly urls: RoleUrls;
  end(): Promise<void>;
}

/** @param entities the columns-only classes of every module, listed in app.ts */
export async function connect(
  urls: RoleUrls,
  config: Config,
  entities: readonly (new () => object)[],
): Promise<Connections> {
  const write = new DataSource({
    type: 'postgres',
    url: urls.app,
    schema: 'zhixiao',
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    poolSize: config.writePoolSize,
    extra: { connectionTimeoutMillis: 3000, maxUses: 20_000, pipeline: true },
    poolErrorHandler: () => undefined,
  });
  await write.initialize();
  await refuseWrongRole(write);
  await refuseWrongSchema(write);
  const auth = new pg.Pool({ connectionString: urls.auth, max: 6, connectionTimeoutMillis: 3000 });
  auth.on('error', () => undefined);
  const read = createReadPool(urls.app, config.readPoolSize);
  return {
    read,
    write,
    auth,
    urls,
    end: async () => void (await Promise.all([read.end(), write.destroy(), auth.end()])),
  };
}

/** Row security is no wall for a superuser, an owner or a role with BYPASSRLS: the API refuses to start as one. */
async function refuseWrongRole(source: DataSource): Promise<void> {
  const rows: { name: string; above: boolean }[] = await source.query(`
    SELECT current_user AS name, rolsuper OR rolbypassrls OR pg_has_role('zhixiao_owner', 'MEMBER') AS above
    FROM pg_roles WHERE rolname = current_user`);
  const role = rows[0];
  if (!role || role.above) {
    throw new ConfigError(
      `The API must not run as ${role?.name}: a superuser, owner or BYPASSRLS role passes row security`,
    );
  }
}

async function refuseWrongSchema(source: DataSource): Promise<void> {
  const wanted = migrations.at(-1)?.name;
  const rows: { name: string }[] = await source
    .query('SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1')
    .catch(() => []);
  const found = rows[0]?.name;
  if (found !== wanted) {
    throw new ConfigError(
      `The database is at ${found ?? 'no schema'}, this version needs ${wanted}: run the migrations first`,
    );
  }
}
