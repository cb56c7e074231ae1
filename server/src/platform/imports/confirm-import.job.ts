import { judgeRoster } from '@zhixiao/documents';
import type { JudgedRow } from '@zhixiao/documents';
import type { WriteContext } from '../context.js';
import { newId } from '../ids.js';
import type { JobContext } from '../jobs/job-context.js';
import type { ActiveGrant } from '../scope.js';
import { gatherFacts, importingGrants } from './gather-facts.js';
import { importPorts } from './import-kind.js';
import type { ImportEffect, ImportKind } from './import-kind.js';
import { readBatch, setStatus } from './load-batch.js';
import type { Batch } from './load-batch.js';
import { countRows, loadStaged, updateJudged } from './staged-rows.js';

type Write = JudgedRow['writes'][number];

/**
 * Everything is checked first; then one transaction a tenant, under the importer's grant there. Where that fails the batch is
 * as it was before the confirmation: nothing of it is lost, and it can be confirmed again.
 */
export async function confirmImportJob(job: JobContext): Promise<void> {
  const batchId = String(job.args['batchId']);
  try {
    await confirmBatch(job, batchId);
  } catch (error) {
    await job.write(async (ctx) => {
      const batch = await readBatch(ctx, batchId);
      if (batch.status === 'CONFIRMING') await setStatus(ctx, batch, { status: 'STAGED' });
    });
    throw error;
  }
}

async function confirmBatch(job: JobContext, batchId: string): Promise<void> {
  const { batch, judged } = await job.write((ctx) => judgeAgain(ctx, batchId, job.grants));
  if (batch.status !== 'CONFIRMING') return;
  const allOrNothing = job.args['allOrNothing'] === true;
  const byTenant = writesByTenant(judged, { allOrNothing });
  const grants = importingGrants({ kind: batch.kind, grant: job.reading.grant, grants: job.grants });
  const result: Record<string, number> = {
    created: 0,
    changed: 0,
    unchanged: countRows(judged)['unchanged'] ?? 0,
    findingsBefore: 0,
    findingsAfter: 0,
  };
  let done = 0;
  for (const [tenantId, writes] of byTenant) {
    const grant = grants.get(tenantId);
    if (!grant) throw new Error(`No grant to write in tenant ${tenantId}`);
    // one tenant alone counts its rows, where its kind tells of them
    const tell = byTenant.size === 1 ? (n: number): Promise<void> => job.progress(n, writes.length) : undefined;
    await writeTenant(job, { batch, writes, grant, result, tell });
    await job.progress(++done, byTenant.size);
  }
  await job.write(async (ctx) => {
    await ctx.db.query('UPDATE import_batch SET result = $3 WHERE tenant_id = $1 AND id = $2', [
      batch.tenantId,
      batch.id,
      JSON.stringify(result),
    ]);
    await setStatus(ctx, batch, { status: 'CONFIRMED' });
  });
}

/** What was true when the file was staged may not be so any more. */
async function judgeAgain(
  ctx: WriteContext,
  batchId: string,
  grants: readonly ActiveGrant[],
): Promise<{ batch: Batch; judged: JudgedRow[] }> {
  const batch = await readBatch(ctx, batchId);
  const { tables, rows } = await loadStaged(ctx.db, batch);
  const facts = await gatherFacts(ctx, grants, { kind: batch.kind, dataAsOf: batch.dataAsOf });
  const judged = judgeRoster(batch.kind, tables, facts);
  await updateJudged(
    ctx.db,
    batch.tenantId,
    judged.flatMap((one, i) => (rows[i] ? [{ id: rows[i].id, judged: one }] : [])),
  );
  return { batch, judged };
}

/** "All or nothing" means per tenant: a tenant with a rejected row writes nothing. */
function writesByTenant(
  judged: readonly JudgedRow[],
  { allOrNothing }: { readonly allOrNothing: boolean },
): Map<number, Write[]> {
  const spoilt = new Set(judged.flatMap(({ outcome, tenantId }) => (outcome === 'rejected' ? [tenantId] : [])));
  const anyUnplaced = spoilt.has(undefined);
  const byTenant = new Map<number, Write[]>();
  for (const write of judged.flatMap(({ writes }) => writes)) {
    if (write.change === 'UNCHANGED') continue;
    if (allOrNothing && (anyUnplaced || spoilt.has(write.tenantId))) continue;
    byTenant.set(write.tenantId, [...(byTenant.get(write.tenantId) ?? []), write]);
  }
  return byTenant;
}

interface TenantStep {
  readonly batch: Batch;
  readonly writes: readonly Write[];
  readonly grant: ActiveGrant;
  readonly result: Record<string, number>;
  readonly tell: ((done: number) => Promise<void>) | undefined;
}

const OPEN_FINDINGS = `SELECT COALESCE(sum(hard_findings + default_findings), 0)::int AS n FROM school_standing
  WHERE tenant_id = $1 AND valid_from <= $2::date AND valid_to > $2::date`;

async function writeTenant(job: JobContext, { batch, writes, grant, result, tell }: TenantStep): Promise<void> {
  const kind = importPorts().kinds[batch.kind] as unknown as ImportKind;
  const count = (): Promise<number> =>
    job.write(
      async (ctx) => (await ctx.db.query<{ n: number }>(OPEN_FINDINGS, [grant.tenantId, ctx.today]))[0]?.n ?? 0,
      grant,
    );
  const before = await count();
  const effects = await job.write(async (ctx) => {
    if (await isWritten(ctx, batch.id)) return []; // a run that was cut off had come this far
    const { id, fileName, dataAsOf } = batch;
    const made = await kind.write(ctx, { id, fileName, dataAsOf, ...(tell && { tell }) }, writes);
    await insertEffects(ctx, batch.id, made);
    return made;
  }, grant);
  add(result, 'findingsBefore', before);
  add(result, 'findingsAfter', await count());
  add(result, 'created', effects.filter(({ before: was }) => was === null).length);
  add(result, 'changed', effects.filter(({ before: was }) => was !== null).length);
}

function add(result: Record<string, number>, name: string, n: number): void {
  result[name] = (result[name] ?? 0) + n;
}

async function isWritten(ctx: WriteContext, batchId: string): Promise<boolean> {
  const rows = await ctx.db.query('SELECT 1 AS ok FROM import_effect WHERE tenant_id = $1 AND batch_id = $2 LIMIT 1', [
    ctx.grant.tenantId,
    batchId,
  ]);
  return rows.length > 0;
}

async function insertEffects(ctx: WriteContext, batchId: string, effects: readonly ImportEffect[]): Promise<void> {
  const rows = effects.map((effect, position) => ({
    id: newId(),
    position,
    subject_type: effect.subjectType,
    subject_id: effect.subjectId,
    school_id: effect.schoolId,
    before: effect.before,
    after: effect.after,
  }));
  await ctx.db.query(
    `INSERT INTO import_effect (tenant_id, batch_id, id, position, subject_type, subject_id, school_id, before, after)
     SELECT $1, $2, e.* FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, position int, subject_type text, subject_id uuid, school_id uuid, before jsonb, after jsonb)`,
    [ctx.grant.tenantId, batchId, JSON.stringify(rows)],
  );
}
