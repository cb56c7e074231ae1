import type { DataSource } from 'typeorm';
import type { AppAbility } from '@zhixiao/policy';
import { writeAudit } from './audit/audit.js';
import type { AuditEntryInput } from './audit/audit.js';
import type { AnonymousContext, WriteContext } from './context.js';
import type { Rows } from './database/read-pool.js';
import { openWriteTransaction } from './database/write-transaction.js';
import type { WriteTransaction } from './database/write-transaction.js';
import { enqueueJob } from './jobs/enqueue.js';
import type { ActiveGrant } from './scope.js';
import { rebuildStanding } from './standing/rebuild.js';
import type { StandingSources } from './standing/rebuild.js';

export interface UnitOfWorkPorts {
  readonly source: DataSource;
  readonly standing: StandingSources;
}

export interface Acting extends AnonymousContext {
  readonly grant: ActiveGrant;
  readonly ability: AppAbility;
}

/**
 * One write from BEGIN to COMMIT: the work, then the standing of the touched schools, then the audit, all or nothing.
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
      read: {
        run: async (statements) => {
          await this.rebuild(); // an answer shows the standing that this very write makes
          const results: Rows[] = [];
          for (const s of statements) results.push({ rows: await tx.query(s.text, s.values) });
          return results;
        },
      },
    };
  }

  private async rebuild(): Promise<void> {
    if (this.touched.size === 0) return;
    const ids = [...this.touched];
    this.touched.clear();
    await rebuildStanding(this.tx, this.ports.standing, { tenantId: this.acting.grant.tenantId, schoolIds: ids });
  }

  async flush(): Promise<void> {
    await this.rebuild();
    await writeAudit(this.tx, this.acting, this.entries);
  }
}
