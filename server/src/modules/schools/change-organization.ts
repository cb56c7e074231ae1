import type { CivilDate } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import type { VersionedId } from './change-school.js';
import { badInput, keyOf, optionalText, refusalAtSchool, type OwnKey } from './checked-input.js';
import { linkSchool, linksOf } from './link-school.js';
import { lockSchool, withinLifeOf } from './lock-schools.js';
import type { OrganizationInput } from './organization.input.js';
import { organizationPatch, organizationRecord } from './read-organization-input.js';
import { recordOrganization } from './record-organization.js';
import { recordOrganizationChange } from './record-organization-change.js';
import { raiseVersions } from './record-school-change.js';

/**
 * Records what is different in the party organisation that leads a school from a day on, or its first organisation where
 * it has none. An organisation that leads several schools changes for all of them.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT (the school's version), BAD_INPUT
 */
export async function changeOrganization(
  ctx: WriteContext,
  target: VersionedId,
  input: OrganizationInput,
): Promise<OwnKey> {
  const key = keyOf('School', target.id);
  const subject = subjectOf('PartyOrganization', { tenantId: key.tenantId, schoolIds: [key.id] });
  if (!ctx.ability.can('update', subject)) throw await refusalAtSchool(ctx, key);
  const school = await lockSchool(ctx, key, target.expectedVersion);
  withinLifeOf(school, 'effectiveOn', input.effectiveOn);
  const { effectiveOn } = input;
  const organizationId = await leadingOn(ctx, key.id, effectiveOn);
  if (organizationId === null) {
    await recordOrganization(ctx, { ...(await organizationRecord(ctx, input)), schoolIds: [key.id] });
    await raiseVersions(ctx, [key.id]);
    return key;
  }
  const patch = await organizationPatch(ctx, input);
  if (patch.superiorId) await refuseCircle(ctx, organizationId, patch.superiorId);
  await linkSchool(ctx, { schoolId: key.id, organizationId, from: effectiveOn });
  await recordOrganizationChange(ctx, organizationId, { effectiveOn, patch, reason: optionalText(input.reason) });
  return key;
}

/** The organisation of that day, or the first one after it, whose beginning is then dated back. */
async function leadingOn(ctx: WriteContext, schoolId: string, day: CivilDate): Promise<string | null> {
  const links = await linksOf(ctx, schoolId);
  return links.find(({ to }) => to === null || day < to)?.values.organizationId ?? null;
}

/** @throws RuleViolation BAD_INPUT where an organisation would come to stand above itself */
async function refuseCircle(ctx: WriteContext, organizationId: string, superiorId: string): Promise<void> {
  const [row] = await ctx.db.query<{ circle: boolean }>(
    `WITH RECURSIVE above (id) AS (
       SELECT $3::uuid
       UNION SELECT v.superior_id FROM above a JOIN party_organization_version v ON v.tenant_id = $1 AND v.organization_id = a.id
       WHERE v.superseded_at IS NULL AND v.superior_id IS NOT NULL)
     SELECT EXISTS (SELECT 1 FROM above WHERE id = $2) AS circle`,
    [ctx.grant.tenantId, organizationId, superiorId],
  );
  if (row?.circle) throw badInput('superiorId', 'CIRCLE');
}
