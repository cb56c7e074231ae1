import { parseCronItems } from 'graphile-worker';
import type { ParsedCronItem, TaskList } from 'graphile-worker';
import type { Ports } from '../graphql/graphql-context.js';

/** What the worker does by itself, without anyone's grant: it opens the scope of each tenant that it works in. */
export interface ScheduledTask {
  /** five fields as in crontab, in UTC */
  readonly at: string;
  run(ports: Ports): Promise<void>;
}

/** By name; of any number of workers one runs a task. */
export type Schedule = Readonly<Record<string, ScheduledTask>>;

/** A worker that was down in the night catches up when it starts. */
const CATCH_UP_MS = 24 * 3_600_000;

export function cronItems(schedule: Schedule): ParsedCronItem[] {
  return parseCronItems(
    Object.entries(schedule).map(([task, { at }]) => ({
      task,
      match: at,
      // one at a time, also where a night's run is still going on
      options: { backfillPeriod: CATCH_UP_MS, maxAttempts: 3, queueName: 'schedule' },
    })),
  );
}

export function scheduledTasks(ports: Ports, schedule: Schedule): TaskList {
  return Object.fromEntries(Object.entries(schedule).map(([name, task]) => [name, () => task.run(ports)]));
}
