import type { WriteContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import { importPorts } from './import-kind.js';
import { effectsOf } from './undo-import.job.js';
import { lockBatch, requireStep, setStatus } from './load-batch.js';
import type { Batch } from './load-batch.js';

export interface BatchStep {
  readonly batchId: string;
  readonly expectedVersion: number;
}

/** Hands a staged batch to a worker. @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE */
export async function confirmImport(
  ctx: WriteContext,
  step: BatchStep & { readonly allOrNothing: boolean },
): Promise<string> {
  const batch = await lockBatch(ctx, step.batchId, 'confirm');
  requireStep(batch, { status: 'STAGED', version: step.expectedVersion });
  const jobId = await ctx.jobs.enqueue({
    kind: 'confirm-import',
    args: { batchId: batch.id, allOrNothing: step.allOrNothing },
  });
  await setStatus(ctx, batch, { status: 'CONFIRMING', jobId });
  return batch.id;
}

/** Gives a staged batch up; its rows stay as they are. */
export async function cancelImport(ctx: WriteContext, step: BatchStep): Promise<string> {
  const batch = await lockBatch(ctx, step.batchId, 'create');
  requireStep(batch, { status: 'STAGED', version: step.expectedVersion });
  await setStatus(ctx, batch, { status: 'CANCELLED' });
  return batch.id;
}

/** How long a batch may be undone. */
export const UNDO_HOURS = 24;

/** Hands a confirmed batch to a worker to be taken back as one. */
export async function undoImport(ctx: WriteContext, step: BatchStep & { readonly reason: string }): Promise<string> {
  const batch = await lockBatch(ctx, step.batchId, 'undo');
  requireStep(batch, { status: 'CONFIRMED', version: step.expectedVersion });
  if (isTooOld(batch, ctx.now)) throw new RuleViolation('BAD_STATE', { reason: 'UNDO_TOO_LATE', hours: UNDO_HOURS });
  await importPorts().kinds[batch.kind].refuseUndo?.(ctx, await effectsOf(ctx, batch));
  const jobId = await ctx.jobs.enqueue({ kind: 'undo-import', args: { batchId: batch.id, reason: step.reason } });
  await ctx.db.query('UPDATE import_batch SET job_id = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2', [
    batch.tenantId,
    batch.id,
    jobId,
  ]);
  const about = { subjectType: 'ImportBatch', subjectId: batch.id, schoolId: batch.schoolId };
  ctx.audit({ action: 'import.undo-asked', ...about, reason: step.reason });
  return batch.id;
}

function isTooOld(batch: Batch, now: Date): boolean {
  return !batch.confirmedAt || now.getTime() - batch.confirmedAt.getTime() > UNDO_HOURS * 3_600_000;
}
