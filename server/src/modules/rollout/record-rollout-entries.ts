import type { CivilDate, ReadinessDimension, RolloutState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { inChunks, raiseVersions } from '../schools/index.js';
import { RolloutEntry } from './rollout-entry.entity.js';

/** A state that a school of the grant's tenant is in from a day on. */
export interface RolloutRecord {
  /** uuid of the school */
  readonly schoolId: string;
  readonly state: RolloutState;
  readonly readiness: readonly ReadinessDimension[];
  readonly effectiveOn: CivilDate;
  readonly documentNo: string | null;
  /** true: adjusted before the system came, as a roster says it */
  readonly declared: boolean;
  readonly reason: string | null;
  readonly batchId?: string | null;
}

export interface RecordedRollout {
  readonly schoolId: string;
  /** the entry now in force for that day */
  readonly id: string;
  readonly change: 'NEW' | 'CHANGED' | 'UNCHANGED';
  /** the entry of the same day that was superseded */
  readonly supersededId: string | null;
}

/**
 * Records states set-wise, for the form, imports and the demo alike; rights, steps and ROL-1 are the caller's to check.
 * An entry of the same day is superseded; one that says the same is left as it is. One entry a school and day.
 * @returns what became of each record, in the order given
 */
export async function recordRolloutEntries(
  ctx: WriteContext,
  records: readonly RolloutRecord[],
): Promise<RecordedRollout[]> {
  const { tenantId, accountName } = ctx.grant;
  const present = await sameDayEntries(ctx, records);
  const planned = records.map((record) => plan(record, present.get(keyOf(record))));
  const written = planned.filter(({ change }) => change !== 'UNCHANGED');
  const superseded = written.flatMap(({ old }) => (old ? [old.id] : []));
  if (superseded.length > 0) {
    await ctx.db.query(
      `UPDATE rollout_entry SET superseded_at = now(), version = version + 1 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
      [tenantId, superseded],
    );
  }
  await inChunks(written, (chunk) =>
    ctx.db.insert(
      RolloutEntry,
      chunk.map(({ id, record }) => ({ tenantId, id, recordedBy: accountName, ...columnsOf(record) })),
    ),
  );
  const schools = [...new Set(written.map(({ record }) => record.schoolId))];
  if (schools.length > 0) await raiseVersions(ctx, schools);
  for (const entry of written) announce(ctx, entry);
  return planned.map(({ id, record, change, old }) => ({
    schoolId: record.schoolId,
    id,
    change,
    supersededId: change === 'CHANGED' ? (old?.id ?? null) : null,
  }));
}

interface Present {
  readonly id: string;
  readonly schoolId: string;
  readonly effectiveOn: CivilDate;
  readonly state: RolloutState;
  readonly readiness: ReadinessDimension[];
  readonly documentNo: string | null;
  readonly declared: boolean;
}

interface Planned {
  readonly id: string;
  readonly record: RolloutRecord;
  readonly change: RecordedRollout['change'];
  readonly old: Present | undefined;
}

const keyOf = ({ schoolId, effectiveOn }: { schoolId: string; effectiveOn: string }): string =>
  `${schoolId} ${effectiveOn}`;

async function sameDayEntries(ctx: WriteContext, records: readonly RolloutRecord[]): Promise<Map<string, Present>> {
  const days = records.map(({ schoolId, effectiveOn }) => ({ school_id: schoolId, effective_on: effectiveOn }));
  const rows = await ctx.db.query<Present>(
    `SELECT e.id, e.school_id AS "schoolId", e.effective_on::text AS "effectiveOn", e.state, e.readiness,
       e.document_no AS "documentNo", e.declared
     FROM rollout_entry e
     JOIN jsonb_to_recordset($2::jsonb) AS d (school_id uuid, effective_on date) USING (school_id, effective_on)
     WHERE e.tenant_id = $1 AND e.superseded_at IS NULL`,
    [ctx.grant.tenantId, JSON.stringify(days)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function plan(record: RolloutRecord, old: Present | undefined): Planned {
  if (!old) return { id: newId(), record, change: 'NEW', old };
  return says(old) === says(record)
    ? { id: old.id, record, change: 'UNCHANGED', old }
    : { id: newId(), record, change: 'CHANGED', old };
}

function says({
  state,
  readiness,
  documentNo,
  declared,
}: Omit<RolloutRecord, 'schoolId' | 'effectiveOn' | 'reason'>): string {
  return JSON.stringify([state, [...readiness].sort(), documentNo, declared]);
}

function columnsOf(record: RolloutRecord): Partial<RolloutEntry> {
  const { schoolId, state, readiness, effectiveOn, documentNo, declared, reason, batchId = null } = record;
  return { schoolId, state, readiness: [...readiness], effectiveOn, documentNo, declared, reason, batchId };
}

function announce(ctx: WriteContext, { id, record, old }: Planned): void {
  const { schoolId, reason } = record;
  const entry = { action: 'rollout.set', subjectType: 'RolloutEntry', subjectId: id, schoolId };
  ctx.audit({ ...entry, before: old ? { ...old } : null, after: { ...columnsOf(record) }, reason });
  ctx.standing.touch(schoolId);
}
