import { Logger, run } from 'graphile-worker';
import type { Runner } from 'graphile-worker';
import type { Ports } from '../graphql/graphql-context.js';
import { log } from '../log.js';
import { runJob } from './run-job.js';
import type { JobHandlers, JobPayload } from './run-job.js';
import { cronItems, scheduledTasks } from './schedule.js';
import type { Schedule } from './schedule.js';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

const queueLogger = new Logger(() => (level, message, meta) => log[LEVELS[level]]({ queue: meta }, message));

/** What a worker knows how to do: the jobs that people ask for, and what is done by the clock. */
export interface Work {
  readonly handlers: JobHandlers;
  readonly schedule: Schedule;
}

/** Starts taking jobs from the queue. `stop()` waits for the running ones. */
export function startWorker(ports: Ports, { handlers, schedule }: Work, jobsUrl: string): Promise<Runner> {
  return run({
    connectionString: jobsUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: cronItems(schedule),
    logger: queueLogger,
    taskList: {
      job: (payload) => runJob(ports, handlers, payload as JobPayload),
      ...scheduledTasks(ports, schedule),
    },
  });
}
