import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { planChange, type Version } from './plan-change.js';
import { valuesOf, type SchoolValues } from './record-school.js';
import { SchoolVersion } from './school.entity.js';
import { rangeText, supersede } from './write-history.js';

export interface SchoolChange {
  readonly effectiveOn: CivilDate;
  /** the fields that change; a field that is named counts as confirmed */
  readonly patch: Partial<Omit<SchoolValues, 'assumed'>>;
  /** a change that is itself an assumption, as an import makes it, marks its fields */
  readonly assumed?: readonly string[];
  readonly reason: string | null;
  readonly batchId?: string | null;
}

/**
 * Records what is different at a school from a day on. Nothing is overwritten: see planChange.
 * @returns whether anything was different; if not, nothing is written
 */
export async function recordSchoolChange(ctx: WriteContext, schoolId: string, change: SchoolChange): Promise<boolean> {
  const history = await schoolHistory(ctx, schoolId);
  const { effectiveOn: on, reason, batchId = null } = change;
  const before = history.find((row) => row.from <= on && (row.to === null || on < row.to)) ?? history[0];
  if (!before) throw new Error(`school ${schoolId} has no version`);
  const plan = planChange(history, { on, patch: { ...change.patch, assumed: assumedAfter(before.values, change) } });
  if (plan.insert.length === 0) return false;
  const { tenantId } = ctx.grant;
  await supersede(ctx, 'school_version', plan);
  await ctx.db.insert(
    SchoolVersion,
    plan.insert.map(({ from, to, values }) => ({
      tenantId,
      id: newId(),
      schoolId,
      valid: rangeText(from, to),
      ...valuesOf(values),
      reason,
      batchId,
    })),
  );
  await raiseVersions(ctx, [schoolId]);
  const after = { effectiveOn: on, ...before.values, ...change.patch };
  const entry = { action: 'school.changed', subjectType: 'School', subjectId: schoolId, schoolId };
  ctx.audit({ ...entry, before: { ...before.values }, after, reason });
  ctx.standing.touch(schoolId);
  return true;
}

/** The version that a form was opened with is no longer the newest. */
export async function raiseVersions(ctx: WriteContext, schoolIds: readonly string[]): Promise<void> {
  await ctx.db.query('UPDATE school SET version = version + 1 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [
    ctx.grant.tenantId,
    schoolIds,
  ]);
}

function assumedAfter({ assumed }: SchoolValues, change: SchoolChange): string[] {
  const kept = assumed.filter((field) => !(field in change.patch));
  return [...new Set([...kept, ...(change.assumed ?? [])])].sort();
}

type HistoryRow = SchoolValues & { id: string; from: CivilDate; to: CivilDate | null };

async function schoolHistory(ctx: WriteContext, schoolId: string): Promise<Version<SchoolValues>[]> {
  const rows = await ctx.db.query<HistoryRow>(
    `SELECT id, lower(valid)::text AS "from", upper(valid)::text AS "to", name, stage, ownership,
       legal_person AS "legalPerson", assumed, town, classes, students, staff
     FROM school_version WHERE tenant_id = $1 AND school_id = $2 AND superseded_at IS NULL`,
    [ctx.grant.tenantId, schoolId],
  );
  return rows.map((row) => ({ id: row.id, from: row.from, to: row.to, values: valuesOf(row) }));
}
