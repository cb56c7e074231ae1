import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';

/** Since when the grant's tenant keeps its records here; null: nobody has said. */
export async function enrolledOn(ctx: WriteContext): Promise<CivilDate | null> {
  const [tenant] = await ctx.db.query<{ day: CivilDate | null }>(
    'SELECT enrolled_on::text AS day FROM tenant WHERE id = $1',
    [ctx.grant.tenantId],
  );
  return tenant?.day ?? null;
}
