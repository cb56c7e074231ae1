import type { WriteContext } from '../../platform/context.js';

/**
 * Writes beside organisations and their versions which schools they lead, past and to come: row security looks there, so
 * that a school's people see their own organisation and no other.
 */
export async function tieOrganizations(ctx: WriteContext, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  await ctx.db.query(TIE_SQL, [ctx.grant.tenantId, [...new Set(organizationIds)]]);
}

const TIE_SQL = `WITH led AS (
  SELECT organization_id AS id, array_agg(DISTINCT school_id) AS ids FROM school_organization
  WHERE tenant_id = $1 AND organization_id = ANY ($2::uuid[]) AND superseded_at IS NULL GROUP BY organization_id),
tied AS (UPDATE party_organization o SET school_ids = led.ids FROM led WHERE o.tenant_id = $1 AND o.id = led.id)
UPDATE party_organization_version v SET school_ids = led.ids FROM led WHERE v.tenant_id = $1 AND v.organization_id = led.id`;
