import { decodeIdOf } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { isBelow, refusalToRevoke, subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { policyScope } from './policy-scope.js';

interface HeldRow {
  readonly account_id: string;
  readonly role: Role;
  readonly school_id: string | null;
  readonly others: number;
}

const HELD_SQL = `SELECT g.account_id, g.role, g.school_id, (SELECT count(*)::int FROM role_grant o WHERE o.tenant_id = g.tenant_id AND o.role = g.role
    AND o.id <> g.id AND o.account_id <> g.account_id AND o.revoked_at IS NULL AND o.valid @> $3::date) AS others
  FROM role_grant g WHERE g.tenant_id = $1 AND g.id = $2 AND g.revoked_at IS NULL`;

/**
 * Takes a role back at once; every session feels it with its next request. The tenant keeps at least one admin, also when
 * two are removed at the same time: all grants of the tenant are locked first. A grant that may not be seen is none.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN (params.reason), BAD_STATE (params.reason LAST_ADMIN)
 */
export async function revokeRole(ctx: WriteContext, grantId: string, reason: string): Promise<boolean> {
  const key = decodeIdOf('Grant', grantId);
  if (!key || !ctx.ability.can('read', subjectOf('RoleGrant', { tenantId: key.tenantId }))) throw notFound();
  const { tenantId, uuid } = key;
  await ctx.db.query('SELECT id FROM role_grant WHERE tenant_id = $1 AND revoked_at IS NULL ORDER BY id FOR UPDATE', [
    tenantId,
  ]);
  const [held] = await ctx.db.query<HeldRow>(HELD_SQL, [tenantId, uuid, ctx.today]);
  if (!held) throw notFound();
  const { role, account_id: accountId, school_id: schoolId, others } = held;
  if (!ctx.ability.can('revoke', subjectOf('RoleGrant', { tenantId, schoolId }))) throw new RuleViolation('FORBIDDEN');
  const refusal = refusalToRevoke(policyScope(ctx.grant), { role, tenantId, accountId, others });
  if (refusal === 'LAST_ADMIN') throw new RuleViolation('BAD_STATE', { reason: refusal });
  if (refusal) throw new RuleViolation('FORBIDDEN', { reason: refusal });
  await ctx.db.query(
    'UPDATE role_grant SET revoked_at = now(), version = version + 1 WHERE tenant_id = $1 AND id = $2',
    [tenantId, uuid],
  );
  ctx.audit({
    action: 'role.revoked',
    subjectType: 'RoleGrant',
    // the audit is the taker's tenant's: there the grant of another one has no id
    subjectId: isBelow(policyScope(ctx.grant), tenantId) ? null : uuid,
    schoolId,
    before: { tenantId, role, accountId },
    reason,
  });
  return true;
}
