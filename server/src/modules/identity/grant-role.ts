import { decodeId, encodeId } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { refusalToGrant, subjectOf } from '@zhixiao/policy';
import type pg from 'pg';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { policyScope } from './policy-scope.js';
import { RoleGrant } from './role-grant.entity.js';
import type { GrantRoleInput } from './viewer.type.js';

interface Account {
  id: string;
  display_name: string;
}

/** An account by its name; accounts belong to the auth role. @throws RuleViolation NOT_FOUND */
async function accountNamed(auth: pg.Pool, username: string): Promise<Account> {
  const { rows } = await auth.query<Account>(
    'SELECT id, display_name FROM account WHERE username = $1 AND disabled_at IS NULL',
    [username.normalize('NFKC').trim().toLowerCase()],
  );
  const [account] = rows;
  if (!account) throw notFound();
  return account;
}

function schoolOf(ctx: WriteContext, id: string | null | undefined): string | null {
  if (!id) return null;
  const decoded = decodeId(id);
  if (decoded?.prefix !== 'S' || decoded.tenantId !== ctx.grant.tenantId) throw notFound();
  return decoded.uuid;
}

/**
 * Gives a role in the grant's own tenant: never more than one's own, never to oneself, never without an end.
 * @returns the opaque id of the new grant
 * @throws RuleViolation FORBIDDEN, NOT_FOUND, BAD_INPUT (params.reason)
 */
export async function grantRole(ctx: WriteContext, auth: pg.Pool, input: GrantRoleInput): Promise<string> {
  const { tenantId } = ctx.grant;
  const schoolId = schoolOf(ctx, input.schoolId);
  if (!ctx.ability.can('grant', subjectOf('RoleGrant', { tenantId, schoolId }))) throw new RuleViolation('FORBIDDEN');
  const account = await accountNamed(auth, input.username);
  const role = input.role as Role;
  const wanted = {
    role,
    tenantId,
    schoolId,
    accountId: account.id,
    validFrom: input.validFrom,
    validTo: input.validTo,
  };
  const refusal = refusalToGrant(policyScope(ctx.grant), wanted, ctx.today);
  if (refusal === 'ROLE_NOT_GRANTABLE' || refusal === 'OUTSIDE_OWN_TENANT' || refusal === 'OWN_ACCOUNT') {
    throw new RuleViolation('FORBIDDEN', { reason: refusal });
  }
  if (refusal) throw new RuleViolation('BAD_INPUT', { reason: refusal });
  if (schoolId) await requireSchool(ctx, schoolId);
  const id = newId();
  await ctx.db.insert(RoleGrant, {
    tenantId,
    id,
    accountId: account.id,
    accountName: account.display_name,
    role,
    schoolId,
    valid: `[${input.validFrom},${input.validTo}]`,
    grantedBy: ctx.grant.accountName,
    reason: input.reason,
  });
  const after = { username: input.username, role, schoolId, validFrom: input.validFrom, validTo: input.validTo };
  ctx.audit({ action: 'role.granted', subjectType: 'RoleGrant', subjectId: id, schoolId, after, reason: input.reason });
  return encodeId('G', tenantId, id);
}

async function requireSchool(ctx: WriteContext, schoolId: string): Promise<void> {
  const found = await ctx.db.query('SELECT 1 AS ok FROM school WHERE tenant_id = $1 AND id = $2', [
    ctx.grant.tenantId,
    schoolId,
  ]);
  if (found.length === 0) throw notFound();
}
