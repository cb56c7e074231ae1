import { levelOf, resolveCatalogue, whyNotLoosen } from '@zhixiao/domain';
import type { CatalogueLayer, MatterType, MatterTypeChange } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, optionalText } from '../schools/index.js';
import { layerRows, layersOf, type LayerRow } from './catalogue-of.js';
import { MatterTypeLayer } from './matter-type-layer.entity.js';
import type { DropMatterTypeLayerInput, MatterTypeChangeInput, SetMatterTypeInput } from './matter-type.input.js';
import { refuseBy } from './refusal-of.js';

/**
 * Says what holds of a type of matters in the own tenant and below: stricter than what was handed down, never looser, and
 * nobody changes the decider or the two thirds that the Opinion fixes (意见（五）（六）, SOD-11).
 * @throws RuleViolation FORBIDDEN, CONFLICT, BAD_INPUT, RULE_VIOLATED
 */
export async function setMatterType(ctx: WriteContext, input: SetMatterTypeInput): Promise<void> {
  const { rows, own } = await ownLayer(ctx, input);
  const above = layersOf(rows.filter(({ tenantId }) => tenantId !== ctx.grant.tenantId));
  const known = resolveCatalogue(above).types.some(({ code }) => code === input.code);
  const patch = known ? changeOf(input) : typeOf(input);
  refuseLooser(above, ctx.grant.tenantId, { patch, adds: !known });
  const { tenantId, accountId: createdBy, accountName: createdByName } = ctx.grant;
  const reason = filledText('reason', input.reason);
  const row = { code: input.code, adds: !known, patch, reason, documentNo: optionalText(input.documentNo) };
  if (own) await supersede(ctx, own.code);
  const id = newId();
  const version = (own?.version ?? 0) + 1;
  await ctx.db.insert(MatterTypeLayer, { tenantId, id, ...row, version, createdBy, createdByName });
  const entry = { action: 'matter-type.set', subjectType: 'MatterType', subjectId: id, reason };
  ctx.audit({ ...entry, before: own ? { ...own.patch } : null, after: { ...patch } });
}

/**
 * Takes back what the own tenant says on a type; what was handed down holds again.
 * @throws RuleViolation FORBIDDEN, CONFLICT, BAD_INPUT
 */
export async function dropMatterTypeLayer(ctx: WriteContext, input: DropMatterTypeLayerInput): Promise<void> {
  const { own } = await ownLayer(ctx, input);
  if (!own) throw badInput('code', 'NOT_SET_HERE');
  const reason = filledText('reason', input.reason);
  await supersede(ctx, own.code);
  const entry = { action: 'matter-type.dropped', subjectType: 'MatterType', subjectId: null, reason };
  ctx.audit({ ...entry, before: { ...own.patch, code: own.code } });
}

interface Own {
  readonly rows: readonly LayerRow[];
  readonly own: LayerRow | undefined;
}

/** What the tenant says now; of two who set the same at once the index lets one through. */
async function ownLayer(
  ctx: WriteContext,
  { code, expectedVersion }: { code: string; expectedVersion: number },
): Promise<Own> {
  const { tenantId } = ctx.grant;
  if (!ctx.ability.can('set', subjectOf('MatterType', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  const rows = await layerRows(ctx, tenantId);
  const own = rows.find((row) => row.tenantId === tenantId && row.code === code);
  const version = own?.version ?? 0;
  if (version !== expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: version });
  return { rows, own };
}

async function supersede(ctx: WriteContext, code: string): Promise<void> {
  await ctx.db.query(
    'UPDATE matter_type_layer SET superseded_at = now() WHERE tenant_id = $1 AND code = $2 AND superseded_at IS NULL',
    [ctx.grant.tenantId, code],
  );
}

/** The fields that are said, without those that are left as they were handed down. */
export function changeOf(input: MatterTypeChangeInput): MatterTypeChange {
  const { code, decidedBy, twoThirds, staffHearing, expert, priorConsultation, disclosure, superior } = input;
  const wanted = { decidedBy, twoThirds, staffHearing, expert, priorConsultation, disclosure, superior };
  const said = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined);
  return { code, ...(Object.fromEntries(said) as Omit<MatterTypeChange, 'code'>) };
}

/** A type of the tenant's own: its decider is its rules' to say, never the Opinion's. */
function typeOf(input: SetMatterTypeInput): MatterType {
  const { code, category, draftedBy, decidedBy } = input;
  if (!category) throw badInput('category', 'REQUIRED');
  if (!draftedBy) throw badInput('draftedBy', 'REQUIRED');
  if (!decidedBy) throw badInput('decidedBy', 'REQUIRED');
  const { twoThirds, staffHearing, expert, priorConsultation, disclosure, superior } = input;
  return {
    ...{ code, nameZh: filledText('nameZh', input.nameZh ?? ''), category, draftedBy, decidedBy },
    ...{ deciderSource: 'FILED', twoThirds: twoThirds ?? 'NONE', staffHearing: staffHearing ?? 'NONE' },
    ...{ expert: expert ?? 'NONE', priorConsultation: priorConsultation ?? false, disclosure: disclosure ?? 'NONE' },
    ...{ superior: superior ?? 'NONE', basis: optionalText(input.documentNo) ?? '' },
  };
}

interface Wanted {
  readonly patch: MatterType | MatterTypeChange;
  readonly adds: boolean;
}

function refuseLooser(above: readonly CatalogueLayer[], tenantId: number, { patch, adds }: Wanted): void {
  const types = adds ? [patch as MatterType] : [];
  const changes = adds ? [] : [patch as MatterTypeChange];
  const { violations } = resolveCatalogue([...above, { level: levelOf(tenantId), types, changes }]);
  refuseBy(
    whyNotLoosen(violations.filter(({ matter, level }) => matter === patch.code && level === levelOf(tenantId))),
  );
}
