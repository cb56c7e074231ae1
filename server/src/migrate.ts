import { loadReferenceData } from './modules.js';
import { migrate } from './platform/database/migrate.js';
import { roleUrls } from './platform/database/roles.js';
import { fail } from './platform/run-process.js';

/** Brings the database to this version's schema, as the owner. Run once before the API of a new version starts. */
try {
  await migrate(
    roleUrls(process.env, process.env['DATABASE_URL'] ? undefined : ['owner', 'jobs']),
    process.env['DATABASE_URL'],
    loadReferenceData,
  );
  process.stdout.write('zhixiao: the database is up to date\n');
  process.exit(0);
} catch (error) {
  fail(error);
}
