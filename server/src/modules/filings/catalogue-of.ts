import { PLATFORM_CATALOGUE, RULED_MEETING_KINDS, ancestorsOf, levelOf, resolveCatalogue } from '@zhixiao/domain';
import type { CatalogueLayer, CivilDate, MatterType, MatterTypeChange } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { badInput } from '../schools/index.js';
import { rulesInForce } from './rules-in-force.js';

/** Whose catalogue: a tenant's, or that of one of its schools on a day. */
export interface CataloguePlace {
  readonly tenantId: number;
  readonly schoolId: string | null;
  readonly on: CivilDate;
}

/** A row of a tenant's layer. */
export interface LayerRow {
  readonly tenantId: number;
  readonly code: string;
  readonly adds: boolean;
  readonly patch: MatterType | MatterTypeChange;
  readonly reason: string;
  readonly documentNo: string | null;
  readonly setAt: string;
  readonly setBy: string;
  readonly version: number;
}

const LAYERS_SQL = `SELECT tenant_id AS "tenantId", code, adds, patch, reason, document_no AS "documentNo",
  to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt", created_by_name AS "setBy", version
  FROM matter_type_layer WHERE tenant_id = ANY ($1::int[]) AND superseded_at IS NULL ORDER BY tenant_id, code`;

/** What the tenant and those above it say, the highest first; ids rise from the province down to the county. */
export async function layerRows(ctx: ReadContext, tenantId: number): Promise<readonly LayerRow[]> {
  const [result] = await ctx.read.run([{ text: LAYERS_SQL, values: [[...ancestorsOf(tenantId), tenantId]] }]);
  return (result?.rows ?? []) as unknown as LayerRow[];
}

/** The rows of each tenant as one layer on top of the platform's. */
export function layersOf(rows: readonly LayerRow[]): CatalogueLayer[] {
  const tenants = [...new Set(rows.map((row) => row.tenantId))].sort((a, b) => a - b);
  return [PLATFORM_CATALOGUE, ...tenants.map((tenantId) => layerOf(tenantId, rows))];
}

function layerOf(tenantId: number, rows: readonly LayerRow[]): CatalogueLayer {
  const own = rows.filter((row) => row.tenantId === tenantId);
  return {
    level: levelOf(tenantId),
    types: own.filter((row) => row.adds).map((row) => row.patch as MatterType),
    changes: own.filter((row) => !row.adds).map((row) => row.patch as MatterTypeChange),
  };
}

/** All layers that a school's catalogue is made of: of its own two rules of procedure those of the party meeting come last. */
export async function layersFor(ctx: ReadContext, place: CataloguePlace): Promise<CatalogueLayer[]> {
  const handedDown = layersOf(await layerRows(ctx, place.tenantId));
  const { schoolId } = place;
  if (schoolId === null) return handedDown;
  const own = [];
  for (const kind of [...RULED_MEETING_KINDS].reverse()) {
    const rules = await rulesInForce(ctx, { ...place, schoolId, kind });
    if (rules) own.push({ level: 'SCHOOL' as const, types: [], changes: rules.fields.matters });
  }
  return [...handedDown, ...own];
}

/** The types of matters as platform, province, city, county and the school's rules in force together say them. */
export async function catalogueOf(ctx: ReadContext, place: CataloguePlace): Promise<readonly MatterType[]> {
  return resolveCatalogue(await layersFor(ctx, place)).types;
}

/** One type of a school's catalogue. @throws RuleViolation BAD_INPUT where it has none of this code */
export async function matterTypeOf(ctx: ReadContext, place: CataloguePlace, code: string): Promise<MatterType> {
  const type = (await catalogueOf(ctx, place)).find((one) => one.code === code);
  if (!type) throw badInput('matterCode', 'UNKNOWN_MATTER');
  return type;
}
