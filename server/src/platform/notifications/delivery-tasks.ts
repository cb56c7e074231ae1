import type { Config } from '../config.js';
import type { Ports } from '../graphql/graphql-context.js';
import { runDaily } from './daily.task.js';
import { mailNotifications, postNotifications } from './deliver.js';
import { createMailer } from './send-mail.js';
import { MAIL_TASK, POST_TASK } from './write-notifications.js';
import type { DeliveryPayload } from './write-notifications.js';

/** What a worker does for notifications. */
export interface DeliveryTasks {
  /** tasks of the queue by name */
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
  readonly schedule: Readonly<Record<string, { readonly at: string; run(ports: Ports): Promise<void> }>>;
  close(): void;
}

/** Mail, webhook and the daily look, as far as this installation has them. */
export function deliveryTasks(auth: Ports['auth'], config: Config): DeliveryTasks {
  const mailer = config.mail ? createMailer(config.mail) : null;
  return {
    tasks: {
      [MAIL_TASK]: async (payload) => {
        if (mailer) await mailNotifications(auth, { config, mailer }, payload as DeliveryPayload);
      },
      [POST_TASK]: (payload) => postNotifications(auth, config, payload as DeliveryPayload),
    },
    schedule: { daily: { at: inUtc(config.dailyAt), run: (ports) => runDaily({ ports, config, mailer }) } },
    close: () => mailer?.close(),
  };
}

const SHANGHAI_HOURS = 8;

/** A time of day in Shanghai, which keeps no summer time, as crontab has it in UTC. */
function inUtc(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${minutes} ${(hours - SHANGHAI_HOURS + 24) % 24} * * *`;
}
