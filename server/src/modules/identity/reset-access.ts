import type { Role } from '@zhixiao/domain';
import { grantableRoles, subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { accountNamed } from './account-named.js';
import type { ResetAccessInput } from './account.type.js';
import { issueCode } from './activation-code.js';
import type { AuthDb } from './auth-transaction.js';
import type { MadeAccount } from './create-account.js';
import { policyScope } from './policy-scope.js';
import { endSessionsOf } from './session-store.js';

interface Right {
  readonly tenantId: number;
  /** null: a person's, whose rights follow from posts there */
  readonly role: Role | null;
}

/** Every right that the account has or is going to have, and where it belongs to somebody. */
const RIGHTS_SQL = `SELECT tenant_id AS "tenantId", role FROM role_grant
  WHERE account_id = $1 AND revoked_at IS NULL AND (upper(valid) IS NULL OR upper(valid) > $2::date)
  UNION ALL SELECT tenant_id, NULL FROM account_person WHERE account_id = $1`;

/** From then on the account waits for its person again; who reset it, and no longer who made it, may renew the code. */
const RESET_SQL = `UPDATE account SET password_hash = NULL, created_by = $2, failed_count = 0, failed_since = NULL, locked_until = NULL
  WHERE id = $1`;

/**
 * Gives somebody who lost the password the way in again: the old one is worth nothing, every session ends, and the person
 * chooses another with a new code. Nobody learns a password. Only whoever could give each right that the account has may do so,
 * and nobody to the own one: a code is a way in.
 * @throws RuleViolation NOT_FOUND (also of an account out of reach), FORBIDDEN (OWN_ACCOUNT), BAD_INPUT
 */
export async function resetAccess(ctx: WriteContext, auth: AuthDb, input: ResetAccessInput): Promise<MadeAccount> {
  const { tenantId, accountId } = ctx.grant;
  const reason = input.reason.trim();
  if (reason === '') throw new RuleViolation('BAD_INPUT', { path: ['reason'], reason: 'REQUIRED' });
  if (!ctx.ability.can('create', subjectOf('Account', { tenantId }))) throw notFound();
  const account = await accountNamed(auth, input.username);
  if (!account) throw notFound();
  if (account.id === accountId) throw new RuleViolation('FORBIDDEN', { reason: 'OWN_ACCOUNT' });
  if (!(await couldGiveAll(ctx, auth, account.id))) throw notFound();
  const activation = await issueCode(ctx, account.id);
  ctx.audit({
    ...{ action: 'account.access-reset', subjectType: 'Account', subjectId: account.id, reason },
    after: { username: account.username, endsAt: activation.endsAt },
  });
  await auth.query(RESET_SQL, [account.id, accountId]);
  await endSessionsOf(auth, account.id);
  return { account, activation };
}

/** An account without any right is its maker's matter. */
async function couldGiveAll(ctx: WriteContext, auth: AuthDb, accountId: string): Promise<boolean> {
  const { rows } = await auth.query<Right>(RIGHTS_SQL, [accountId, ctx.today]);
  const scope = policyScope(ctx.grant);
  return (
    rows.length > 0 &&
    rows.every(({ tenantId, role }) =>
      role === null ? tenantId === ctx.grant.tenantId : grantableRoles(scope, tenantId).includes(role),
    )
  );
}
