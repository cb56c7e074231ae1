import { createApi } from './app.js';
import { readConfig } from './platform/config.js';
import { roleUrls } from './platform/database/roles.js';
import { runProcess } from './platform/run-process.js';

/** The API process: GraphQL, files and the admin on one port. The database must be migrated. */
await runProcess(async () => {
  const config = readConfig(process.env);
  const api = await createApi(roleUrls(process.env, ['app', 'auth', 'jobs']), config);
  const address = await api.app.listen({ port: config.port, host: process.env['HOST'] ?? '0.0.0.0' });
  process.stdout.write(`zhixiao: listening on port ${new URL(address).port}\n`);
  return api;
});
