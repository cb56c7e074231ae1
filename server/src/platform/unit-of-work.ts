import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { AppAbility } from '@zhixiao/policy';
import { auditStatement } from './audit/audit.js';
import type { AuditEntryInput } from './audit/audit.js';
import type { AnonymousContext, WriteContext } from './context.js';
import { openWriteTransaction } from './database/write-transaction.js';
import type { WriteTransaction } from './database/write-transaction.js';
import { enqueueJob } from './jobs/enqueue.js';
import { rechecksOf, sendLive } from './live/index.js';
import type { LiveEvent } from './live/index.js';
import { writeNotifications } from './notifications/write-notifications.js';
import type { NewNotification } from './notifications/new-notification.js';
import type { ActiveGrant } from './scope.js';
import { rebuildStanding } from './standing/rebuild.js';
import type { StandingSources } from './standing/rebuild.js';

export interface UnitOfWorkPorts {
  readonly source: DataSource;
  readonly standing: StandingSources;
  /** the pool of the auth role: accounts, sessions, denied attempts, for whom a notification is; it commits by itself */
  readonly auth: pg.Pool;
  /** by what means notifications leave the system */
  readonly delivery: { readonly mail: boolean; readonly webhook: boolean };
}

export interface Acting extends AnonymousContext {
  readonly grant: ActiveGrant;
  readonly ability: AppAbility;
}

/**
 * One write from BEGIN to COMMIT: the work, then the standing of the touched schools, the notifications, the audit and word
 * of what changed, all or nothing.
 * An answer is given after COMMIT; a failed COMMIT is an error.
 */
export async function unitOfWork<T>(
  ports: UnitOfWorkPorts,
  acting: Acting,
  work: (ctx: WriteContext) => Promise<T>,
): Promise<T> {
  const tx = await openWriteTransaction(ports.source, acting.grant, acting.requestId);
  try {
    const pending = new Pending(ports, acting, tx);
    const result = await work(pending.context());
    await pending.flush();
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback();
    throw error;
  }
}

/** What a use case announced and the platform still has to write. */
class Pending {
  private readonly entries: AuditEntryInput[] = [];
  private readonly touched = new Set<string>();
  private readonly told: NewNotification[] = [];
  private readonly events: LiveEvent[] = [];

  constructor(
    private readonly ports: UnitOfWorkPorts,
    private readonly acting: Acting,
    private readonly tx: WriteTransaction,
  ) {}

  context(): WriteContext {
    const { acting, tx } = this;
    return {
      ...acting,
      db: tx,
      audit: (entry) => void this.entries.push(entry),
      jobs: { enqueue: (job) => enqueueJob(tx, acting.grant, job) },
      standing: { touch: (schoolId) => void this.touched.add(schoolId) },
      notify: (notification) => void this.told.push(notification),
      live: (type, id, at) => {
        const place = typeof at === 'object' && at !== null ? at : { schoolId: at };
        this.events.push({ tenantId: acting.grant.tenantId, type, id, ...place });
      },
      read: {
        run: async (statements) => {
          await this.rebuild(); // an answer shows the standing that this very write makes
          return Promise.all(statements.map(async (s) => ({ rows: await tx.query(s.text, s.values, s.name) })));
        },
      },
    };
  }

  private async rebuild(): Promise<void> {
    if (this.touched.size === 0) return;
    const ids = [...this.touched];
    this.touched.clear();
    const { tenantId } = this.acting.grant;
    await rebuildStanding(this.tx, this.ports.standing, { tenantId, schoolIds: ids });
    for (const id of ids) this.events.push({ tenantId, type: 'School', id, schoolId: id });
  }

  async flush(): Promise<void> {
    await this.rebuild();
    const { grant, today } = this.acting;
    const { auth, delivery } = this.ports;
    const telling = { db: this.tx, auth, delivery, accountId: grant.accountId, today };
    this.events.push(...(await writeNotifications(telling, this.told)));
    const audit = auditStatement(this.acting, this.entries);
    sendLive(this.tx, { events: this.events, rechecks: rechecksOf(grant, this.entries), audit });
  }
}
