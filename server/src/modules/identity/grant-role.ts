import { decodeId, decodeTenantId, encodeId } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { isBelow, refusalToGrant, subjectOf } from '@zhixiao/policy';
import type pg from 'pg';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { accountNamed } from './account-named.js';
import { policyScope } from './policy-scope.js';
import { RoleGrant } from './role-grant.entity.js';
import type { GrantRoleInput } from './viewer.type.js';

interface Place {
  readonly tenantId: number;
  /** uuid of a school of that tenant */
  readonly schoolId: string | null;
}

/** Where the role is to be held: the grant's own tenant, unless another one is named. */
function placeOf(ctx: WriteContext, { tenantId, schoolId }: GrantRoleInput): Place {
  const tenant = tenantId === undefined || tenantId === null ? ctx.grant.tenantId : decodeTenantId(tenantId);
  const school = schoolId ? decodeId(schoolId) : null;
  if (tenant === null || (schoolId && school?.prefix !== 'S')) throw notFound();
  if (school && school.tenantId !== tenant) throw notFound();
  return { tenantId: tenant, schoolId: school?.uuid ?? null };
}

/** Why a grant is not given, in words of the own right; every other reason is in what was filled in. */
const OF_THE_GIVER: readonly string[] = ['ROLE_NOT_GRANTABLE', 'OUTSIDE_RANGE', 'OWN_ACCOUNT'];

/**
 * Gives a role: in the own tenant never more than one's own, in one below it the admin's alone; never to oneself, never
 * without an end. Who may give none there is answered as if there were no such place, whatever else was asked; a name, a
 * school and a tenant that are not there are alike.
 * @returns the opaque id of the new grant and its tenant
 * @throws RuleViolation NOT_FOUND, FORBIDDEN (params.reason), BAD_INPUT (params.reason)
 */
export async function grantRole(
  ctx: WriteContext,
  auth: pg.Pool,
  input: GrantRoleInput,
): Promise<{ id: string; tenantId: number }> {
  const place = placeOf(ctx, input);
  if (!ctx.ability.can('grant', subjectOf('RoleGrant', place))) throw notFound();
  const account = await accountNamed(auth, input.username);
  const { validFrom, validTo } = input;
  const role = input.role as Role;
  // before anything is said of the name: the refusal of a role is the same for a name that there is not
  refuse(
    refusalToGrant(
      policyScope(ctx.grant),
      { role, ...place, accountId: account?.id ?? null, validFrom, validTo },
      ctx.today,
    ),
  );
  if (!account || !(await exists(ctx, place))) throw notFound();
  const id = newId();
  await ctx.db.insert(RoleGrant, {
    ...{ ...place, id, role, accountId: account.id, accountName: account.displayName, username: account.username },
    ...{ valid: `[${validFrom},${validTo}]`, grantedBy: ctx.grant.accountName, reason: input.reason },
  });
  const isFromAbove = isBelow(policyScope(ctx.grant), place.tenantId);
  if (isFromAbove) await enrol(ctx, place.tenantId, validFrom);
  ctx.audit({
    action: 'role.granted',
    subjectType: 'RoleGrant',
    // the audit is the giver's tenant's: there the grant of another one has no id
    subjectId: isFromAbove ? null : id,
    schoolId: place.schoolId,
    after: { ...place, username: account.username, role, validFrom, validTo },
    reason: input.reason,
  });
  return { id: encodeId('G', place.tenantId, id), tenantId: place.tenantId };
}

function refuse(refusal: string | null): void {
  if (refusal === null) return;
  throw new RuleViolation(OF_THE_GIVER.includes(refusal) ? 'FORBIDDEN' : 'BAD_INPUT', { reason: refusal });
}

async function exists(ctx: WriteContext, { tenantId, schoolId }: Place): Promise<boolean> {
  const found = schoolId
    ? await ctx.db.query('SELECT 1 AS ok FROM school WHERE tenant_id = $1 AND id = $2', [tenantId, schoolId])
    : await ctx.db.query('SELECT 1 AS ok FROM tenant WHERE id = $1', [tenantId]);
  return found.length > 0;
}

/** A tenant takes part from the first day of its first admin; what was before that is declared, not recorded. */
async function enrol(ctx: WriteContext, tenantId: number, on: string): Promise<void> {
  await ctx.db.query('UPDATE tenant SET enrolled_on = $2 WHERE id = $1 AND enrolled_on IS NULL', [tenantId, on]);
}
