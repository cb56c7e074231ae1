import type { WriteContext } from '../../platform/context.js';
import { raiseVersions } from './record-school-change.js';

/**
 * Something of these organisations is not as it was: every school that they lead, past and to come, stands anew under a
 * version of its own, since a form of an organisation speaks for all of them.
 * @param besides a school that none of them leads any more
 * @returns the schools' ids
 */
export async function raiseOrganizations(
  ctx: WriteContext,
  organizationIds: readonly string[],
  besides?: string,
): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const rows = await ctx.db.query<{ id: string }>(
    `WITH raised AS (UPDATE party_organization SET version = version + 1 WHERE tenant_id = $1 AND id = ANY ($2::uuid[]))
     SELECT DISTINCT school_id AS id FROM school_organization
     WHERE tenant_id = $1 AND organization_id = ANY ($2::uuid[]) AND superseded_at IS NULL ORDER BY 1`,
    [ctx.grant.tenantId, [...organizationIds]],
  );
  const led = [...new Set([...rows.map(({ id }) => id), ...(besides ? [besides] : [])])];
  await raiseVersions(ctx, led);
  for (const id of led) ctx.standing.touch(id);
  return led;
}
