import type { RegisterRecord, SchoolWrite } from '@zhixiao/documents';
import { branchNeedsCommittee } from '@zhixiao/domain';
import type { PartyOrgType } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { dayOfRoster, lastDayOfRoster } from '../../platform/imports/index.js';
import type { BatchRef, ImportEffect, ImportKind } from '../../platform/imports/index.js';
import { lockSchools } from './lock-schools.js';
import { recordOrganizationChange } from './record-organization-change.js';
import type { OrganizationRecord, OrganizationValues } from './record-organization.js';
import { recordSchoolChange } from './record-school-change.js';
import type { SchoolValues } from './record-school.js';
import { recordSchools } from './record-school.js';

/** The register of schools (L1): new schools with their organisations, and what is different at known ones. */
export const registerImport: ImportKind<'SCHOOL_REGISTER'> = {
  kind: 'SCHOOL_REGISTER',
  facts: async () => ({}),
  write,
  undo,
};

/** A register does not say since when a school has been there; before the earliest record is early enough, and marked. */
const ASSUMED_OPENING = '2000-01-01';

async function write(ctx: WriteContext, batch: BatchRef, writes: readonly SchoolWrite[]): Promise<ImportEffect[]> {
  await lockSchools(
    ctx,
    writes.flatMap(({ schoolId }) => schoolId ?? []),
  );
  const fresh = writes.filter(({ schoolId }) => !schoolId);
  const ids = await recordSchools(
    ctx,
    fresh.map(({ record }) => ({
      code: record.schoolCode ?? '',
      openedOn: ASSUMED_OPENING,
      ...newValues(record),
      organization: organizationOf(record),
      reason: batch.fileName,
      batchId: batch.id,
    })),
  );
  const made = ids.map((id): ImportEffect => ({
    subjectType: 'School',
    subjectId: id,
    schoolId: id,
    before: null,
    after: { version: 1 },
  }));
  const changed: ImportEffect[] = [];
  for (const one of writes) {
    if (one.schoolId) changed.push(...(await changeSchool(ctx, batch, { ...one, schoolId: one.schoolId })));
  }
  return [...made, ...changed];
}

/** What the register leaves open is assumed as the Opinion's scope allows an import to, and marked as assumed. */
function newValues(record: RegisterRecord): SchoolValues {
  const assumed = [
    'openedOn',
    ...(record.ownership ? [] : ['ownership']),
    ...(record.legalPerson == null ? ['legalPerson'] : []),
  ];
  return {
    name: record.schoolName,
    stage: record.stage ?? 'PRIMARY',
    ownership: record.ownership ?? 'PUBLIC',
    legalPerson: record.legalPerson ?? true,
    assumed: record.stage ? assumed : [...assumed, 'stage'],
    town: record.town ?? null,
    classes: record.classes ?? null,
    students: record.students ?? null,
    staff: record.staff ?? null,
  };
}

function organizationOf(record: RegisterRecord): OrganizationRecord | null {
  const { orgType } = record;
  if (!orgType || orgType === 'NONE') return null;
  const committee = committeeOf(orgType, record);
  return {
    name: record.orgName ?? record.schoolName,
    orgType,
    hasCommittee: committee,
    fullMembers: record.members ?? null,
    probationaryMembers: null,
    termStart: record.termStart ? dayOfRoster(record.termStart) : null,
    termEnd: record.termEnd ? lastDayOfRoster(record.termEnd) : null,
    termExtendedUntil: null,
    approvalNo: record.approvalNo ?? null,
    superiorId: null,
    assumed: [
      ...(record.hasCommittee == null && committee !== null ? ['hasCommittee'] : []),
      ...(record.members == null ? [] : ['fullMembers']),
    ],
    effectiveOn: ASSUMED_OPENING,
  };
}

/** A branch has a committee from seven full members on (支部工作条例); the register counts members of both kinds. */
function committeeOf(orgType: PartyOrgType, { hasCommittee, members }: RegisterRecord): boolean | null {
  if (hasCommittee != null) return hasCommittee;
  if (orgType === 'JOINT_BRANCH') return false;
  if (orgType !== 'BRANCH') return true;
  return members == null ? null : branchNeedsCommittee(members);
}

const SCHOOL_FIELDS = ['stage', 'ownership', 'legalPerson', 'town', 'classes', 'students', 'staff'] as const;

type KnownSchool = SchoolWrite & { readonly schoolId: string };

async function changeSchool(ctx: WriteContext, batch: BatchRef, one: KnownSchool): Promise<ImportEffect[]> {
  const { schoolId, differences } = one;
  const effectiveOn = batch.dataAsOf ?? ctx.today;
  const own = differences.filter(({ field }) => field === 'schoolName' || SCHOOL_FIELDS.some((name) => name === field));
  const patch = Object.fromEntries(own.map(({ field, after }) => [nameOf(field), after])) as Partial<SchoolValues>;
  const before = Object.fromEntries(own.map(({ field, before: was }) => [nameOf(field), was]));
  const change = { effectiveOn, reason: batch.fileName, batchId: batch.id };
  const effects: ImportEffect[] = [];
  if (own.length > 0 && (await recordSchoolChange(ctx, schoolId, { ...change, patch }))) {
    effects.push({
      subjectType: 'School',
      subjectId: schoolId,
      schoolId,
      before: { effectiveOn, patch: before },
      after: { patch },
    });
  }
  return [...effects, ...(await changeOrganization(ctx, { one, change }))];
}

const nameOf = (field: string): string => (field === 'schoolName' ? 'name' : field);

interface OrganizationStep {
  one: KnownSchool;
  change: { effectiveOn: string; reason: string; batchId: string };
}

const ORGANIZATION_FIELDS: Readonly<Record<string, keyof OrganizationValues>> = {
  orgName: 'name',
  orgType: 'orgType',
  hasCommittee: 'hasCommittee',
  members: 'fullMembers',
  termEnd: 'termEnd',
};

async function changeOrganization(ctx: WriteContext, { one, change }: OrganizationStep): Promise<ImportEffect[]> {
  const own = one.differences.filter(
    ({ field, after }) => ORGANIZATION_FIELDS[field] && after !== 'NONE' && after != null,
  );
  const [leading] = await ctx.db.query<{ id: string }>(
    `SELECT organization_id AS id FROM school_organization WHERE tenant_id = $1 AND school_id = $2 AND superseded_at IS NULL AND valid @> $3::date`,
    [ctx.grant.tenantId, one.schoolId, change.effectiveOn],
  );
  if (own.length === 0 || !leading) return [];
  const keyed = (side: 'before' | 'after'): Partial<OrganizationValues> =>
    Object.fromEntries(own.map((d) => [ORGANIZATION_FIELDS[d.field], d[side]])) as Partial<OrganizationValues>;
  if (!(await recordOrganizationChange(ctx, leading.id, { ...change, patch: keyed('after') }))) return [];
  const before = { effectiveOn: change.effectiveOn, patch: keyed('before') };
  return [
    {
      subjectType: 'PartyOrganization',
      subjectId: leading.id,
      schoolId: one.schoolId,
      before,
      after: { patch: keyed('after') },
    },
  ];
}

/** A school that only the batch made is closed on the day it opened: it never stood. What changed is changed back. */
async function undo(ctx: WriteContext, batch: BatchRef, effects: readonly ImportEffect[]): Promise<void> {
  await lockSchools(
    ctx,
    effects.flatMap(({ schoolId }) => schoolId ?? []),
  );
  for (const { subjectType, subjectId, schoolId, before } of effects) {
    if (before) await changeBack(ctx, { subjectType, subjectId, before, reason: batch.fileName });
    else if (schoolId) await withdrawSchool(ctx, schoolId, batch.fileName);
  }
}

interface ChangeBack {
  subjectType: string;
  subjectId: string;
  before: Readonly<Record<string, unknown>>;
  reason: string;
}

async function changeBack(ctx: WriteContext, { subjectType, subjectId, before, reason }: ChangeBack): Promise<void> {
  const effectiveOn = String(before['effectiveOn']);
  if (subjectType === 'School') {
    await recordSchoolChange(ctx, subjectId, { effectiveOn, patch: before['patch'] as Partial<SchoolValues>, reason });
    return;
  }
  await recordOrganizationChange(ctx, subjectId, {
    effectiveOn,
    patch: before['patch'] as Partial<OrganizationValues>,
    reason,
  });
}

async function withdrawSchool(ctx: WriteContext, schoolId: string, reason: string): Promise<void> {
  const withdrawn = await ctx.db.query(
    `UPDATE school s SET closed_on = opened_on, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = 1
       AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = s.tenant_id AND a.school_id = s.id AND a.superseded_at IS NULL)
     RETURNING 1 AS ok`,
    [ctx.grant.tenantId, schoolId],
  );
  if (withdrawn.length === 0) throw new RuleViolation('BAD_STATE', { reason: 'CHANGED_SINCE' });
  ctx.audit({ action: 'school.undone', subjectType: 'School', subjectId: schoolId, schoolId, reason });
  ctx.standing.touch(schoolId);
}
