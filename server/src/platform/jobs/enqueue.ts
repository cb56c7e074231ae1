import type { WriteDb } from '../database/write-transaction.js';
import { newId } from '../ids.js';
import type { ActiveGrant } from '../scope.js';

export interface NewJob {
  /** the name under which app.ts registers the handler */
  readonly kind: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Puts a job into the queue within the caller's transaction: it exists if and only if the write does. */
export async function enqueueJob(db: WriteDb, grant: ActiveGrant, job: NewJob): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO job (tenant_id, id, kind, args, school_id, account_id, grant_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [grant.tenantId, id, job.kind, JSON.stringify(job.args), grant.schoolId, grant.accountId, grant.id],
  );
  const payload = { tenantId: grant.tenantId, jobId: id, accountId: grant.accountId, grantId: grant.id };
  // one queue a tenant: a tenant's long jobs wait for each other, nobody else's wait for them
  await db.query('SELECT graphile_worker.zhixiao_enqueue($1, $2::json, $3)', [
    'job',
    JSON.stringify(payload),
    `tenant-${grant.tenantId}`,
  ]);
  return id;
}
