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
  SELECT o.id, COALESCE(array_agg(DISTINCT l.school_id) FILTER (WHERE l.school_id IS NOT NULL), '{}') AS ids
  FROM unnest($2::uuid[]) AS o (id) LEFT JOIN school_organization l
    ON l.tenant_id = $1 AND l.organization_id = o.id AND l.superseded_at IS NULL
  GROUP BY o.id),
tied AS (UPDATE party_organization o SET school_ids = led.ids FROM led WHERE o.tenant_id = $1 AND o.id = led.id)
UPDATE party_organization_version v SET school_ids = led.ids FROM led WHERE v.tenant_id = $1 AND v.organization_id = led.id`;
