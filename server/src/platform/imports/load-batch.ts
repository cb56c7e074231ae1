import { decodeIdOf } from '@zhixiao/domain';
import type { RosterKind } from '@zhixiao/documents';
import type { WriteContext } from '../context.js';
import { RuleViolation, notFound } from '../errors.js';
import { importSubject, requireLevel } from './import-rights.js';
import type { TableHead } from './staged-rows.js';

export type ImportStatus = 'STAGED' | 'CONFIRMING' | 'CONFIRMED' | 'UNDONE' | 'CANCELLED' | 'FAILED';

export interface Batch {
  tenantId: number;
  id: string;
  kind: RosterKind;
  fileName: string;
  status: ImportStatus;
  dataAsOf: string | null;
  heads: readonly TableHead[];
  version: number;
  confirmedAt: Date | null;
  schoolId: string | null;
  accountId: string;
}

/** A batch of the grant's own tenant, locked. @throws RuleViolation NOT_FOUND, FORBIDDEN */
export async function lockBatch(ctx: WriteContext, id: string, action: 'confirm' | 'undo' | 'create'): Promise<Batch> {
  const decoded = decodeIdOf('ImportBatch', id);
  if (decoded?.tenantId !== ctx.grant.tenantId) throw notFound();
  const batch = await readBatch(ctx, decoded.uuid);
  const subject = importSubject(batch);
  if (!ctx.ability.can('read', subject)) throw notFound();
  if (!ctx.ability.can(action, subject)) throw new RuleViolation('FORBIDDEN');
  requireLevel(ctx.grant, batch.kind);
  return batch;
}

/** The same by its uuid, for jobs. @throws RuleViolation NOT_FOUND */
export async function readBatch(ctx: WriteContext, uuid: string): Promise<Batch> {
  const [row] = await ctx.db.query<Batch>(
    `SELECT tenant_id AS "tenantId", id, kind, file_name AS "fileName", status, data_as_of::text AS "dataAsOf", mapping->'tables' AS heads,
       version, confirmed_at AS "confirmedAt", account_id AS "accountId", school_id AS "schoolId"
     FROM import_batch WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
    [ctx.grant.tenantId, uuid],
  );
  if (!row) throw notFound();
  return row;
}

/** @throws RuleViolation CONFLICT for a stale version, BAD_STATE for a batch that is not at that step */
export function requireStep(batch: Batch, expected: { version?: number; status: ImportStatus }): void {
  if (batch.status !== expected.status) throw new RuleViolation('BAD_STATE', { status: batch.status });
  if (expected.version !== undefined && expected.version !== batch.version) {
    throw new RuleViolation('CONFLICT', { currentVersion: batch.version });
  }
}

export async function setStatus(
  ctx: WriteContext,
  batch: Batch,
  { status, jobId = null }: { readonly status: ImportStatus; readonly jobId?: string | null },
): Promise<void> {
  await ctx.db.query(
    `UPDATE import_batch SET status = $3, job_id = COALESCE($4, job_id), version = version + 1,
       confirmed_at = CASE WHEN $3 = 'CONFIRMED' THEN now() ELSE confirmed_at END WHERE tenant_id = $1 AND id = $2`,
    [batch.tenantId, batch.id, status, jobId],
  );
  ctx.audit({
    action: `import.${status.toLowerCase()}`,
    subjectType: 'ImportBatch',
    subjectId: batch.id,
    schoolId: batch.schoolId,
    before: { status: batch.status },
    after: { status, fileName: batch.fileName, kind: batch.kind },
  });
}
