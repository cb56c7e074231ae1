import { decodeTenantId, encodeTenantId, levelOf, resolveCatalogue } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { ReadContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { keyOf } from '../schools/index.js';
import { layerRows, layersFor, type LayerRow } from './catalogue-of.js';
import type { MatterTypeLayerType, MatterTypeType } from './matter-type.type.js';

/** Whose catalogue is asked for, in opaque ids; neither: that of the grant. */
export interface AskedCatalogue {
  readonly schoolId?: string | null;
  readonly tenantId?: string | null;
}

/**
 * The catalogue as it holds today for a school or a tenant, with what each level above says.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN
 */
export async function viewCatalogue(ctx: ReadContext, asked: AskedCatalogue): Promise<MatterTypeType[]> {
  const { tenantId, schoolId } = await placeOf(ctx, asked);
  if (!ctx.ability.can('read', subjectOf('MatterType', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  const rows = await layerRows(ctx, tenantId);
  const { types } = resolveCatalogue(await layersFor(ctx, { tenantId, schoolId, on: ctx.today }));
  return types.map((type) => ({ ...type, layers: rows.filter(({ code }) => code === type.code).map(viewLayer) }));
}

function viewLayer({ tenantId, code: _, ...row }: LayerRow): MatterTypeLayerType {
  return { ...row, tenantId: encodeTenantId(tenantId), level: levelOf(tenantId) };
}

async function placeOf(
  ctx: ReadContext,
  { schoolId, tenantId }: AskedCatalogue,
): Promise<{ tenantId: number; schoolId: string | null }> {
  const { grant } = ctx;
  if (schoolId) return schoolOf(ctx, schoolId);
  const asked = tenantId ? decodeTenantId(tenantId) : grant.tenantId;
  if (asked === null || asked < grant.lo || asked > grant.hi) throw notFound();
  return { tenantId: asked, schoolId: tenantId ? null : grant.schoolId };
}

async function schoolOf(ctx: ReadContext, opaque: string): Promise<{ tenantId: number; schoolId: string }> {
  const key = keyOf('School', opaque);
  const [found] = await ctx.read.run([
    { text: 'SELECT 1 AS ok FROM school WHERE tenant_id = $1 AND id = $2', values: [key.tenantId, key.id] },
  ]);
  const subject = subjectOf('School', { tenantId: key.tenantId, id: key.id });
  if (!found?.rows.length || !ctx.ability.can('read', subject)) throw notFound();
  return { tenantId: key.tenantId, schoolId: key.id };
}
