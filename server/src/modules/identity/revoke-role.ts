import { decodeId } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { refusalToRevoke, subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { policyScope } from './policy-scope.js';

interface HeldRow {
  account_id: string;
  role: Role;
  school_id: string | null;
  others: number;
}

/**
 * Takes a role back at once; every session feels it with its next request. The tenant keeps at least one admin, also when
 * two are removed at the same time: all grants of the tenant are locked first.
 * @throws RuleViolation FORBIDDEN, NOT_FOUND, BAD_STATE (params.reason LAST_ADMIN)
 */
export async function revokeRole(ctx: WriteContext, grantId: string, reason: string): Promise<boolean> {
  const decoded = decodeId(grantId);
  const { tenantId } = ctx.grant;
  if (decoded?.prefix !== 'G' || decoded.tenantId !== tenantId) throw notFound();
  await ctx.db.query('SELECT id FROM role_grant WHERE tenant_id = $1 AND revoked_at IS NULL ORDER BY id FOR UPDATE', [
    tenantId,
  ]);
  const [held] = await ctx.db.query<HeldRow>(
    `SELECT g.account_id, g.role, g.school_id, (SELECT count(*)::int FROM role_grant o WHERE o.tenant_id = g.tenant_id AND o.role = g.role
       AND o.id <> g.id AND o.account_id <> g.account_id AND o.revoked_at IS NULL AND o.valid @> $3::date) AS others
     FROM role_grant g WHERE g.tenant_id = $1 AND g.id = $2 AND g.revoked_at IS NULL`,
    [tenantId, decoded.uuid, ctx.today],
  );
  if (!held) throw notFound();
  if (!ctx.ability.can('revoke', subjectOf('RoleGrant', { tenantId, schoolId: held.school_id })))
    throw new RuleViolation('FORBIDDEN');
  const asked = { role: held.role, tenantId, accountId: held.account_id, others: held.others };
  const refusal = refusalToRevoke(policyScope(ctx.grant), asked);
  if (refusal === 'LAST_ADMIN') throw new RuleViolation('BAD_STATE', { reason: refusal });
  if (refusal) throw new RuleViolation('FORBIDDEN', { reason: refusal });
  await ctx.db.query(
    'UPDATE role_grant SET revoked_at = now(), version = version + 1 WHERE tenant_id = $1 AND id = $2',
    [tenantId, decoded.uuid],
  );
  const before = { role: held.role, accountId: held.account_id };
  ctx.audit({
    action: 'role.revoked',
    subjectType: 'RoleGrant',
    subjectId: decoded.uuid,
    schoolId: held.school_id,
    before,
    reason,
  });
  return true;
}
