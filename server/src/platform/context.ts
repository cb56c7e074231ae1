import type { AppAbility } from '@zhixiao/policy';
import type { AuditEntryInput } from './audit/audit.js';
import type { Rows, Statement } from './database/read-pool.js';
import type { WriteDb } from './database/write-transaction.js';
import type { NewJob } from './jobs/enqueue.js';
import type { LivePlace } from './live/live-events.js';
import type { NewNotification } from './notifications/new-notification.js';
import type { SubjectType } from './subject-type.js';
import type { ActiveGrant } from './scope.js';

/** What every request has, signed in or not. */
export interface AnonymousContext {
  readonly requestId: string;
  readonly ip: string;
  /** the civil date of Asia/Shanghai when the request came */
  readonly today: string;
  readonly now: Date;
}

/** First in every function: who acts, under which grant, and the one way to the database. */
export interface ReadContext extends AnonymousContext {
  readonly grant: ActiveGrant;
  readonly ability: AppAbility;
  readonly read: { run(statements: readonly Statement[]): Promise<Rows[]> };
}

/** The context of a mutation or a job step: everything it writes, its audit and its jobs are one transaction. */
export interface WriteContext extends ReadContext {
  readonly db: WriteDb;
  /** written with the other entries before COMMIT */
  audit(entry: AuditEntryInput): void;
  readonly jobs: { enqueue(job: NewJob): Promise<string> };
  /** the school's standing rows are made anew before COMMIT */
  readonly standing: { touch(schoolId: string): void };
  /** tells people that something waits for them or happened: in the app, by mail and webhook where they are set up */
  notify(notification: NewNotification): void;
  /** sends word of a changed row to whoever has it on screen and may read it, at COMMIT; `at` is its school */
  live(type: SubjectType, id: string, at: string | null | LivePlace): void;
}
