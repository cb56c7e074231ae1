import type { CivilDate, SchoolAttributes } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { recordOrganizations, type OrganizationRecord } from './record-organization.js';
import { School, SchoolVersion } from './school.entity.js';
import { inChunks, rangeText } from './write-history.js';

/** The effective-dated part of a school; the code belongs to the school as such. */
export type SchoolValues = Omit<SchoolAttributes, 'code'>;

/** A school to be recorded as it has been since its first day. */
export interface SchoolRecord extends SchoolValues {
  /** generated data brings its own */
  readonly id?: string;
  readonly code: string;
  readonly openedOn: CivilDate;
  readonly closedOn?: CivilDate | null;
  readonly reason?: string | null;
  readonly batchId?: string | null;
  /** the organisation that leads it alone */
  readonly organization?: OrganizationRecord | null;
}

/**
 * Records schools, set-wise, each with its first version and its organisation. For the form, imports and the demo alike;
 * rights and input are the caller's to check.
 * @returns their ids, in the order given
 */
export async function recordSchools(ctx: WriteContext, records: readonly SchoolRecord[]): Promise<string[]> {
  const { tenantId } = ctx.grant;
  const rows = records.map((record) => ({ record, id: record.id ?? newId() }));
  await inChunks(rows, (chunk) =>
    ctx.db.insert(
      School,
      chunk.map(({ id, record: { code, openedOn, closedOn = null } }) => ({ tenantId, id, code, openedOn, closedOn })),
    ),
  );
  await inChunks(rows, (chunk) =>
    ctx.db.insert(
      SchoolVersion,
      chunk.map(({ id, record }) => firstVersion(tenantId, id, record)),
    ),
  );
  for (const { id, record } of rows) announce(ctx, id, record);
  await recordOrganizations(
    ctx,
    rows.flatMap(({ id, record }) => (record.organization ? [{ ...record.organization, schoolIds: [id] }] : [])),
  );
  return rows.map(({ id }) => id);
}

/** Records one school. @returns its id */
export async function recordSchool(ctx: WriteContext, record: SchoolRecord): Promise<string> {
  const [id] = await recordSchools(ctx, [record]);
  if (!id) throw new Error('a school was not recorded');
  return id;
}

function firstVersion(tenantId: number, schoolId: string, record: SchoolRecord): Partial<SchoolVersion> {
  const { openedOn, reason = null, batchId = null } = record;
  return {
    tenantId,
    id: newId(),
    schoolId,
    valid: rangeText(openedOn, null),
    ...valuesOf(record),
    reason,
    batchId,
  };
}

/** The columns of a version, and nothing else that a wider object may carry. */
export function valuesOf(values: SchoolValues): SchoolValues & { assumed: string[] } {
  const { name, stage, ownership, legalPerson, assumed, town, classes, students, staff } = values;
  return { name, stage, ownership, legalPerson, assumed: [...assumed], town, classes, students, staff };
}

function announce(ctx: WriteContext, schoolId: string, record: SchoolRecord): void {
  const { code, openedOn, reason = null } = record;
  const after = { code, openedOn, ...valuesOf(record) };
  ctx.audit({ action: 'school.created', subjectType: 'School', subjectId: schoolId, schoolId, after, reason });
  ctx.standing.touch(schoolId);
}
