import { run } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import type { Ports } from '../graphql/graphql-context.js';
import { runJob } from './run-job.js';
import type { JobHandlers, JobPayload } from './run-job.js';

/** Starts taking jobs from the queue. `stop()` waits for the running ones. */
export function startWorker(ports: Ports, handlers: JobHandlers, jobsUrl: string): Promise<Runner> {
  return run({
    connectionString: jobsUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: undefined,
    taskList: { job: (payload) => runJob(ports, handlers, payload as JobPayload) },
  });
}
