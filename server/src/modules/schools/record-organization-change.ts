import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { PartyOrganizationVersion } from './organization.entity.js';
import { planChange, type Version } from './plan-change.js';
import { organizationValues, versionRow, type OrganizationValues } from './record-organization.js';
import { raiseOrganizations } from './raise-organizations.js';
import { tieOrganizations } from './tie-organizations.js';
import { supersede } from './write-history.js';

export interface OrganizationChange {
  readonly effectiveOn: CivilDate;
  /** the fields that change; a field that is named counts as confirmed */
  readonly patch: Partial<Omit<OrganizationValues, 'assumed'>>;
  /** a change that is itself an assumption, as an import makes it, marks its fields */
  readonly assumed?: readonly string[];
  readonly reason: string | null;
  readonly batchId?: string | null;
}

/**
 * Records what is different in a party organisation from a day on, for every school that it leads. Nothing is overwritten:
 * see planChange. The caller has locked those schools.
 * @returns whether anything was different; if not, nothing is written
 */
export async function recordOrganizationChange(
  ctx: WriteContext,
  organizationId: string,
  change: OrganizationChange,
): Promise<boolean> {
  const { tenantId } = ctx.grant;
  const { effectiveOn: on, reason, batchId = null } = change;
  const history = await organizationHistory(ctx, organizationId);
  const before = history.find((row) => row.from <= on && (row.to === null || on < row.to)) ?? history[0];
  if (!before) throw new Error(`organisation ${organizationId} has no version`);
  const plan = planChange(history, { on, patch: { ...change.patch, assumed: assumedAfter(before.values, change) } });
  if (plan.insert.length === 0) return false;
  await supersede(ctx, 'party_organization_version', plan);
  await ctx.db.insert(
    PartyOrganizationVersion,
    plan.insert.map(({ from, to, values }) =>
      versionRow(tenantId, organizationId, { ...values, from, to, reason, batchId }),
    ),
  );
  await tieOrganizations(ctx, [organizationId]);
  const [schoolId = null] = await raiseOrganizations(ctx, [organizationId]);
  const after = { effectiveOn: on, ...before.values, ...change.patch };
  const entry = {
    action: 'organization.changed',
    subjectType: 'PartyOrganization',
    subjectId: organizationId,
    schoolId,
  };
  ctx.audit({ ...entry, before: { ...before.values }, after, reason });
  return true;
}

function assumedAfter({ assumed }: OrganizationValues, change: OrganizationChange): string[] {
  const kept = assumed.filter((field) => !(field in change.patch));
  return [...new Set([...kept, ...(change.assumed ?? [])])].sort();
}

type HistoryRow = OrganizationValues & { id: string; from: CivilDate; to: CivilDate | null };

async function organizationHistory(ctx: WriteContext, organizationId: string): Promise<Version<OrganizationValues>[]> {
  const rows = await ctx.db.query<HistoryRow>(
    `SELECT id, lower(valid)::text AS "from", upper(valid)::text AS "to", name, org_type AS "orgType",
       has_committee AS "hasCommittee", full_members AS "fullMembers", probationary_members AS "probationaryMembers",
       term_start::text AS "termStart", term_end::text AS "termEnd", term_extended_until::text AS "termExtendedUntil",
       approval_no AS "approvalNo", superior_id AS "superiorId", assumed
     FROM party_organization_version WHERE tenant_id = $1 AND organization_id = $2 AND superseded_at IS NULL`,
    [ctx.grant.tenantId, organizationId],
  );
  return rows.map((row) => ({ id: row.id, from: row.from, to: row.to, values: organizationValues(row) }));
}
