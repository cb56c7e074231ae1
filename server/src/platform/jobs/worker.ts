import { Logger, run } from 'graphile-worker';
import pg from 'pg';
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
  /** what the platform puts into the queue by itself, under nobody's grant: deliveries */
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
}

/**
 * Starts taking jobs from the queue. `stop()` waits for the running ones. The pool is ours: the queue's own lets go of its
 * listener before its connections are closed, and a database that stops in between ended the process.
 */
export async function startWorker(
  ports: Ports,
  { handlers, schedule, tasks }: Work,
  jobsUrl: string,
): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: jobsUrl, max: 10 });
  const lost = (error: Error): void => log.warn({ err: error }, 'a connection of the queue was lost');
  pool.on('error', lost).on('connect', (client) => client.on('error', lost));
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: cronItems(schedule),
    logger: queueLogger,
    taskList: {
      job: (payload) => runJob(ports, handlers, payload as JobPayload),
      ...tasks,
      ...scheduledTasks(ports, schedule),
    },
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
