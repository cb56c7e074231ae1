import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { SchoolOrganization } from './organization.entity.js';
import { planChange, type Version } from './plan-change.js';
import { tieOrganizations } from './tie-organizations.js';
import { rangeText, supersede } from './write-history.js';

export interface SchoolLink {
  readonly schoolId: string;
  readonly organizationId: string;
  readonly from: CivilDate;
}

type Led = { readonly organizationId: string };
type LinkRow = Led & { id: string; from: CivilDate; to: CivilDate | null };

/** Which organisations have led a school, oldest first. */
export async function linksOf(ctx: WriteContext, schoolId: string): Promise<Version<Led>[]> {
  const rows = await ctx.db.query<LinkRow>(
    `SELECT id, organization_id AS "organizationId", lower(valid)::text AS "from", upper(valid)::text AS "to"
     FROM school_organization WHERE tenant_id = $1 AND school_id = $2 AND superseded_at IS NULL ORDER BY lower(valid)`,
    [ctx.grant.tenantId, schoolId],
  );
  return rows.map(({ id, from, to, organizationId }) => ({ id, from, to, values: { organizationId } }));
}

/**
 * From a day on the organisation leads the school, alone or beside others (联合党支部); the one before leads it no more.
 * @returns whether that is new
 */
export async function linkSchool(ctx: WriteContext, link: SchoolLink): Promise<boolean> {
  const { schoolId, organizationId, from } = link;
  const history = await linksOf(ctx, schoolId);
  const plan =
    history.length > 0
      ? planChange(history, { on: from, patch: { organizationId } })
      : { supersede: [], close: null, insert: [{ from, to: null, values: { organizationId } }] };
  if (plan.insert.length === 0) return false;
  await supersede(ctx, 'school_organization', plan);
  await ctx.db.insert(
    SchoolOrganization,
    plan.insert.map((row) => ({
      tenantId: ctx.grant.tenantId,
      id: newId(),
      schoolId,
      organizationId: row.values.organizationId,
      valid: rangeText(row.from, row.to),
    })),
  );
  await tieOrganizations(ctx, [organizationId]);
  const entry = { action: 'organization.leads', subjectType: 'PartyOrganization', subjectId: organizationId, schoolId };
  ctx.audit({ ...entry, after: { from, schoolId } });
  ctx.standing.touch(schoolId);
  return true;
}
