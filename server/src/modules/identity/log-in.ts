import type pg from 'pg';
import { RuleViolation } from '../../platform/errors.js';
import { plainUsername } from './account-named.js';
import { checkPassword } from './check-password.js';

export const FAILURES_TO_LOCK = 5;
export const LOCK_MINUTES = 15;

interface AccountRow {
  id: string;
  /** null: its person has not taken the account over yet */
  password_hash: string | null;
  locked: boolean;
}

/**
 * Checks a name and a password. Five failures within fifteen minutes lock the account for fifteen; a locked account, an
 * unknown one and a wrong password are told apart by nobody. Failures are counted in a statement of their own, so that
 * they stay counted although the request fails.
 * @returns the account's id
 * @throws RuleViolation LOGIN_FAILED
 */
export async function logIn(auth: pg.Pool, username: string, password: string): Promise<string> {
  const { rows } = await auth.query<AccountRow>(
    `SELECT id, password_hash, COALESCE(locked_until > now(), false) AS locked FROM account WHERE username = $1 AND disabled_at IS NULL`,
    [plainUsername(username)],
  );
  const account = rows[0] ?? null;
  const matches = await checkPassword(account?.password_hash ?? null, password.slice(0, 1024));
  if (!account) throw new RuleViolation('LOGIN_FAILED');
  if (account.locked || !matches) {
    await countFailure(auth, account.id);
    throw new RuleViolation('LOGIN_FAILED');
  }
  const cleared = await auth.query(
    `UPDATE account SET failed_count = 0, failed_since = NULL, locked_until = NULL
     WHERE id = $1 AND (locked_until IS NULL OR locked_until <= now())`,
    [account.id],
  );
  if (cleared.rowCount === 0) throw new RuleViolation('LOGIN_FAILED'); // locked by others while the hash was computed
  return account.id;
}

async function countFailure(auth: pg.Pool, accountId: string): Promise<void> {
  await auth.query(
    `UPDATE account SET
       failed_count = CASE WHEN failed_since > now() - make_interval(mins => $3) THEN failed_count + 1 ELSE 1 END,
       failed_since = CASE WHEN failed_since > now() - make_interval(mins => $3) THEN failed_since ELSE now() END,
       locked_until = CASE WHEN failed_since > now() - make_interval(mins => $3) AND failed_count + 1 >= $2
         THEN now() + make_interval(mins => $3) ELSE locked_until END
     WHERE id = $1 AND (locked_until IS NULL OR locked_until <= now())`,
    [accountId, FAILURES_TO_LOCK, LOCK_MINUTES],
  );
}
