import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import {
  badInput,
  filledText,
  given,
  keyInOwnTenant,
  optionalText,
  plausibleDay,
  plausibleDays,
} from './checked-input.js';
import type { OrganizationInput } from './organization.input.js';
import type { OrganizationRecord, OrganizationValues } from './record-organization.js';

/** What an input says of an organisation; what it does not name is left out. */
export type OrganizationPatch = Partial<Omit<OrganizationValues, 'assumed'>> &
  Pick<OrganizationValues, 'name' | 'orgType'>;

/**
 * An input as fields of the database.
 * @throws RuleViolation BAD_INPUT; NOT_FOUND for a superior that the own tenant doesn't have
 */
export async function organizationPatch(ctx: WriteContext, input: OrganizationInput): Promise<OrganizationPatch> {
  const { orgType, hasCommittee, fullMembers, probationaryMembers, termStart, termEnd, termExtendedUntil } = input;
  plausibleDay('effectiveOn', input.effectiveOn);
  plausibleDays({ termStart, termEnd, termExtendedUntil });
  if (termStart && termEnd && termEnd < termStart) throw badInput('termEnd', 'END_BEFORE_START');
  if (termEnd && termExtendedUntil && termExtendedUntil < termEnd)
    throw badInput('termExtendedUntil', 'END_BEFORE_START');
  const optional = given({
    ...{ hasCommittee, fullMembers, probationaryMembers, termStart, termEnd, termExtendedUntil },
    approvalNo: input.approvalNo === undefined ? undefined : optionalText(input.approvalNo),
    superiorId: await superiorOf(ctx, input.superiorId),
  });
  return { name: filledText('name', input.name), orgType, ...optional };
}

/** The same as the whole of a new organisation: what is not named is not known. */
export async function organizationRecord(ctx: WriteContext, input: OrganizationInput): Promise<OrganizationRecord> {
  const unknown = {
    ...{ hasCommittee: null, fullMembers: null, probationaryMembers: null, termStart: null, termEnd: null },
    ...{ termExtendedUntil: null, approvalNo: null, superiorId: null, assumed: [] },
  };
  const { effectiveOn, reason } = input;
  return { ...unknown, ...(await organizationPatch(ctx, input)), effectiveOn, reason: optionalText(reason) };
}

async function superiorOf(ctx: WriteContext, id: string | null | undefined): Promise<string | null | undefined> {
  if (!id) return id === '' ? null : id;
  const key = keyInOwnTenant(ctx, 'PartyOrganization', id);
  const found = await ctx.db.query('SELECT 1 AS ok FROM party_organization WHERE tenant_id = $1 AND id = $2', [
    key.tenantId,
    key.id,
  ]);
  if (found.length === 0) throw notFound();
  return key.id;
}
