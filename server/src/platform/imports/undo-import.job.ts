import type { WriteContext } from '../context.js';
import type { JobContext } from '../jobs/job-context.js';
import { importingGrants } from './gather-facts.js';
import { importPorts } from './import-kind.js';
import type { ImportEffect, ImportKind } from './import-kind.js';
import { readBatch, setStatus } from './load-batch.js';
import type { Batch } from './load-batch.js';

/** Takes a batch back, tenant by tenant, last effect first. A tenant whose rows were touched since stays as it is. */
export async function undoImportJob(job: JobContext): Promise<void> {
  const batch = await job.write((ctx) => readBatch(ctx, String(job.args['batchId'])));
  if (batch.status !== 'CONFIRMED') return;
  const { kind } = batch;
  const grants = [...importingGrants({ kind, grant: job.reading.grant, grants: job.grants }).values()];
  let done = 0;
  for (const grant of grants) {
    await job.write((ctx) => undoTenant(ctx, batch), grant);
    await job.progress(++done, grants.length);
  }
  await job.write((ctx) => setStatus(ctx, batch, { status: 'UNDONE' }));
}

/** What a batch wrote in the grant's tenant, last one first. */
export function effectsOf(ctx: WriteContext, batch: Pick<Batch, 'id'>): Promise<ImportEffect[]> {
  return ctx.db.query<ImportEffect>(
    `SELECT subject_type AS "subjectType", subject_id AS "subjectId", school_id AS "schoolId", before, after FROM import_effect
     WHERE tenant_id = $1 AND batch_id = $2 AND undone_at IS NULL ORDER BY position DESC`,
    [ctx.grant.tenantId, batch.id],
  );
}

async function undoTenant(ctx: WriteContext, batch: Batch): Promise<void> {
  const effects = await effectsOf(ctx, batch);
  if (effects.length === 0) return;
  const kind = importPorts().kinds[batch.kind] as unknown as ImportKind;
  await kind.undo(ctx, { id: batch.id, fileName: batch.fileName, dataAsOf: batch.dataAsOf }, effects);
  await ctx.db.query('UPDATE import_effect SET undone_at = now() WHERE tenant_id = $1 AND batch_id = $2', [
    ctx.grant.tenantId,
    batch.id,
  ]);
}
