import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { plainUsername } from './account-named.js';
import { issueCode } from './activation-code.js';
import type { Activation } from './activation-code.js';
import type { CreateAccountInput } from './account.type.js';

export interface MadeAccount {
  readonly account: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly activation: Activation;
}

const USERNAME = /^[\p{L}\p{Nd}][\p{L}\p{Nd}._@-]{2,63}$/u;

/**
 * Makes an account that nobody can sign in to before its person takes it over with the code and a password of the own
 * choice: whoever makes it never knows one. It has no right until it is given one.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT (params.path, params.reason)
 */
export async function createAccount(ctx: WriteContext, input: CreateAccountInput): Promise<MadeAccount> {
  const { tenantId, accountId: createdBy } = ctx.grant;
  if (!ctx.ability.can('create', subjectOf('Account', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  const username = plainUsername(input.username);
  const displayName = input.displayName.trim();
  if (!USERNAME.test(username)) throw new RuleViolation('BAD_INPUT', { path: ['username'], reason: 'MALFORMED' });
  if (displayName === '') throw new RuleViolation('BAD_INPUT', { path: ['displayName'], reason: 'REQUIRED' });
  const id = newId();
  const made = await ctx.db.query(
    'INSERT INTO account (id, username, display_name, created_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1 AS ok',
    [id, username, displayName, createdBy],
  );
  if (made.length === 0) throw new RuleViolation('BAD_INPUT', { path: ['username'], reason: 'TAKEN' });
  const activation = await issueCode(ctx, id);
  ctx.audit({ action: 'account.created', subjectType: 'Account', subjectId: id, after: { username, displayName } });
  return { account: { id, username, displayName }, activation };
}
