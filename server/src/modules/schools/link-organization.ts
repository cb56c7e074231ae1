import type { CivilDate } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import type { VersionedId } from './change-school.js';
import { badInput, filledText, keyInOwnTenant, keyOf, plausibleDay, refusalAtSchool } from './checked-input.js';
import type { OwnKey } from './checked-input.js';
import { linkSchool, unlinkSchool } from './link-school.js';
import { lockSchool, withinLifeOf } from './lock-schools.js';
import type { LinkOrganizationInput, UnlinkOrganizationInput } from './organization.input.js';
import { raiseOrganizations } from './raise-organizations.js';

/**
 * From a day on an organisation that is there already leads the school, as a joint branch (联合党支部) leads several; the one
 * that led it till then leads it no more. Forms that are open on any school of either of them are stale then.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT (the school's version), BAD_INPUT
 */
export async function linkOrganization(
  ctx: WriteContext,
  target: VersionedId,
  input: LinkOrganizationInput,
): Promise<OwnKey> {
  const key = await schoolToLink(ctx, target);
  const { id: organizationId } = keyInOwnTenant(ctx, 'PartyOrganization', input.organizationId);
  const school = await lockSchool(ctx, key, { version: target.expectedVersion, organizationId });
  const from = plausibleDay('effectiveOn', input.effectiveOn);
  withinLifeOf(school, 'effectiveOn', from);
  if (from < (await beginningOf(ctx, organizationId))) throw badInput('effectiveOn', 'BEFORE_ORGANIZATION');
  const reason = filledText('reason', input.reason);
  await raiseOrganizations(ctx, await linkSchool(ctx, { schoolId: key.id, organizationId, from, reason }));
  return key;
}

/**
 * From a day on no organisation leads the school.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT (the school's version), BAD_INPUT, BAD_STATE (none leads it then)
 */
export async function unlinkOrganization(
  ctx: WriteContext,
  target: VersionedId,
  input: UnlinkOrganizationInput,
): Promise<OwnKey> {
  const key = await schoolToLink(ctx, target);
  const school = await lockSchool(ctx, key, target.expectedVersion);
  const from = plausibleDay('effectiveOn', input.effectiveOn);
  withinLifeOf(school, 'effectiveOn', from);
  const reason = filledText('reason', input.reason);
  const concerned = await unlinkSchool(ctx, { schoolId: key.id, from, reason });
  if (concerned.length === 0) throw new RuleViolation('BAD_STATE', { reason: 'NO_ORGANIZATION' });
  await raiseOrganizations(ctx, concerned, key.id);
  return key;
}

async function schoolToLink(ctx: WriteContext, target: VersionedId): Promise<OwnKey> {
  const key = keyOf('School', target.id);
  const subject = subjectOf('PartyOrganization', { tenantId: key.tenantId, schoolIds: [key.id] });
  if (!ctx.ability.can('update', subject)) throw await refusalAtSchool(ctx, key);
  return key;
}

/** The first day of an organisation, if the acting account may change it at all. */
async function beginningOf(ctx: WriteContext, organizationId: string): Promise<CivilDate> {
  const { tenantId } = ctx.grant;
  const [row] = await ctx.db.query<{ schoolIds: string[]; from: CivilDate }>(
    `SELECT o.school_ids AS "schoolIds", min(lower(v.valid))::text AS "from"
     FROM party_organization o JOIN party_organization_version v
       ON v.tenant_id = o.tenant_id AND v.organization_id = o.id AND v.superseded_at IS NULL
     WHERE o.tenant_id = $1 AND o.id = $2 GROUP BY o.tenant_id, o.id`,
    [tenantId, organizationId],
  );
  if (!row) throw notFound();
  const subject = subjectOf('PartyOrganization', { tenantId, schoolIds: row.schoolIds });
  if (!ctx.ability.can('update', subject)) throw new RuleViolation('FORBIDDEN');
  return row.from;
}
