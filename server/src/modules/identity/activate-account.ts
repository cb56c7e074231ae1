import type pg from 'pg';
import { passwordRefusal } from '@zhixiao/policy';
import { RuleViolation } from '../../platform/errors.js';
import type { ActivateAccountInput } from './account.type.js';
import { plainUsername } from './account-named.js';
import { hashCode } from './activation-code.js';
import { hashPassword } from './check-password.js';

/** The newest code alone counts, and an account is taken over once: of two at a time one finds a password there already. */
const ACTIVATE_SQL = `UPDATE account a SET password_hash = $3, failed_count = 0, failed_since = NULL, locked_until = NULL
  FROM account_activation c
  WHERE a.username = $1 AND a.disabled_at IS NULL AND a.password_hash IS NULL AND c.account_id = a.id AND c.code_hash = $2
    AND c.ends_at > now() AND c.id = (SELECT n.id FROM account_activation n WHERE n.account_id = a.id
      ORDER BY n.created_at DESC, n.id DESC LIMIT 1)
  RETURNING a.id`;

/**
 * Takes an account over: its person chooses the password that nobody else has known.
 * @returns the account's id
 * @throws RuleViolation BAD_INPUT for the password (it depends on what was sent alone), LOGIN_FAILED for everything else
 */
export async function activateAccount(auth: pg.Pool, input: ActivateAccountInput): Promise<string> {
  const username = plainUsername(input.username);
  const reason = passwordRefusal(input.password, username);
  if (reason) throw new RuleViolation('BAD_INPUT', { path: ['password'], reason });
  const hash = await hashPassword(input.password);
  const { rows } = await auth.query<{ id: string }>(ACTIVATE_SQL, [username, hashCode(input.code), hash]);
  const [account] = rows;
  if (!account) throw new RuleViolation('LOGIN_FAILED');
  return account.id;
}
