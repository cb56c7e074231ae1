import { createWorker } from './app.js';
import { readConfig } from './platform/config.js';
import { roleUrls } from './platform/database/roles.js';
import { runProcess } from './platform/run-process.js';

/** A worker process: takes jobs from the queue. Any number of them may run. */
await runProcess(async () => {
  const worker = await createWorker(roleUrls(process.env, ['app', 'auth', 'jobs']), readConfig(process.env));
  process.stdout.write('zhixiao: worker started\n');
  return worker;
});
