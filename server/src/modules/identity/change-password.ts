import { passwordRefusal } from '@zhixiao/policy';
import { RuleViolation } from '../../platform/errors.js';
import { reading, type GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { unitOfWork } from '../../platform/unit-of-work.js';
import type { ChangePasswordInput } from './account.type.js';
import { authTransaction } from './auth-transaction.js';
import { hashPassword } from './check-password.js';
import { beginSession } from './keep-session.js';
import { logIn } from './log-in.js';
import { endSessionsOf } from './session-store.js';
import type { ViewerType } from './viewer.type.js';

/**
 * Changes the own password. Whoever does not know the one that it has counts as a failed login, and is locked out like one.
 * Every session of the account ends, and a new one begins here. It takes no idempotency key: nothing that was sent is kept, and
 * asked twice it fails by itself.
 * @throws RuleViolation UNAUTHENTICATED, FORBIDDEN, BAD_INPUT (params.path, params.reason)
 */
export async function changePassword(ctx: GraphqlContext, input: ChangePasswordInput): Promise<ViewerType> {
  const acting = reading(ctx);
  const { auth } = ctx.ports;
  const username = ctx.signedIn?.username ?? '';
  const { accountId, id: grantId } = acting.grant;
  const reason = passwordRefusal(input.new, username) ?? (input.new === input.current ? 'SAME_AS_BEFORE' : null);
  if (reason) throw new RuleViolation('BAD_INPUT', { path: ['new'], reason });
  await refuseUnlessKnown(ctx, { username, password: input.current });
  const hash = await hashPassword(input.new);
  await authTransaction(auth, async (db) => {
    await db.query('UPDATE account SET password_hash = $2 WHERE id = $1', [accountId, hash]);
    await endSessionsOf(db, accountId);
    await unitOfWork(ctx.ports, acting, async (write) =>
      write.audit({ action: 'account.password-changed', subjectType: 'Account', subjectId: accountId }),
    );
  });
  return beginSession(ctx, accountId, grantId);
}

/** A wrong one is counted where failed logins are. */
async function refuseUnlessKnown(
  { ports }: GraphqlContext,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<void> {
  try {
    await logIn(ports.auth, username, password);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    throw new RuleViolation('BAD_INPUT', { path: ['current'], reason: 'WRONG_PASSWORD' });
  }
}
