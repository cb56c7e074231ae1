import type { RolloutFact, RolloutWrite } from '@zhixiao/documents';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { dayOfRoster } from '../../platform/imports/index.js';
import type { BatchRef, ImportEffect, ImportKind, KindFacts } from '../../platform/imports/index.js';
import { raiseVersions } from '../schools/index.js';
import { enrolledOn } from './enrolled-on.js';
import { isDeclared } from './judge-entry.js';
import { recordRolloutEntries } from './record-rollout-entries.js';
import type { RolloutRecord } from './record-rollout-entries.js';

/** The progress table: schools × states. What was adjusted before the tenant came to the system is declared (ROL-1). */
export const progressImport: ImportKind<'PROGRESS'> = { kind: 'PROGRESS', facts, write, undo };

const LATEST_SQL = `SELECT DISTINCT ON (tenant_id, school_id) school_id AS "schoolId", state, readiness AS "dimensionsDone",
    json_build_object('on', effective_on::text, 'precision', 'day') AS since
  FROM rollout_entry WHERE tenant_id BETWEEN $1 AND $2 AND superseded_at IS NULL ORDER BY tenant_id, school_id, effective_on DESC`;

async function facts(ctx: ReadContext): Promise<KindFacts> {
  const [latest] = await ctx.read.run([{ text: LATEST_SQL, values: [ctx.grant.lo, ctx.grant.hi] }]);
  return { rollout: (latest?.rows ?? []) as unknown as RolloutFact[] };
}

async function write(ctx: WriteContext, batch: BatchRef, writes: readonly RolloutWrite[]): Promise<ImportEffect[]> {
  const enrolled = await enrolledOn(ctx);
  const records = writes.map((one): RolloutRecord => {
    const { schoolId, state } = one;
    const effectiveOn = one.effective ? dayOfRoster(one.effective.on) : (batch.dataAsOf ?? ctx.today);
    return {
      ...{ schoolId, state, effectiveOn, readiness: one.dimensionsDone, documentNo: one.documentNo ?? null },
      declared: isDeclared({ state, effectiveOn }, enrolled),
      reason: one.delayReason ?? one.remark ?? batch.fileName,
      batchId: batch.id,
    };
  });
  const recorded = await recordRolloutEntries(ctx, records);
  return recorded.flatMap(({ id, schoolId, change, supersededId }) =>
    change === 'UNCHANGED'
      ? []
      : [
          {
            subjectType: 'RolloutEntry',
            subjectId: id,
            schoolId,
            before: supersededId ? { id: supersededId } : null,
            after: { batchId: batch.id },
          },
        ],
  );
}

/** Entries are superseded; those that they superseded hold again. */
async function undo(ctx: WriteContext, batch: BatchRef, effects: readonly ImportEffect[]): Promise<void> {
  const ids = effects.map(({ subjectId }) => subjectId);
  const undone = await ctx.db.query(
    `UPDATE rollout_entry SET superseded_at = now(), version = version + 1
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND superseded_at IS NULL RETURNING 1 AS ok`,
    [ctx.grant.tenantId, ids],
  );
  if (undone.length < ids.length) throw new RuleViolation('BAD_STATE', { reason: 'CHANGED_SINCE' });
  const former = effects.flatMap(({ before }) => (before ? [String(before['id'])] : []));
  await ctx.db.query(
    'UPDATE rollout_entry SET superseded_at = NULL, version = version + 1 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
    [ctx.grant.tenantId, former],
  );
  const schools = [...new Set(effects.flatMap(({ schoolId }) => (schoolId ? [schoolId] : [])))];
  await raiseVersions(ctx, schools);
  for (const schoolId of schools) ctx.standing.touch(schoolId);
  for (const { subjectId, schoolId } of effects) {
    ctx.audit({ action: 'rollout.undone', subjectType: 'RolloutEntry', subjectId, schoolId, reason: batch.fileName });
  }
}
