import { Logger, run } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import type { Ports } from '../graphql/graphql-context.js';
import { log } from '../log.js';
import { runJob } from './run-job.js';
import type { JobHandlers, JobPayload } from './run-job.js';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

const queueLogger = new Logger(() => (level, message, meta) => log[LEVELS[level]]({ queue: meta }, message));

/** Starts taking jobs from the queue. `stop()` waits for the running ones. */
export function startWorker(ports: Ports, handlers: JobHandlers, jobsUrl: string): Promise<Runner> {
  return run({
    connectionString: jobsUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: [],
    logger: queueLogger,
    taskList: { job: (payload) => runJob(ports, handlers, payload as JobPayload) },
  });
}
