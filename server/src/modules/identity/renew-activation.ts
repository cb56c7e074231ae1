import type pg from 'pg';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { accountNamed } from './account-named.js';
import { issueCode } from './activation-code.js';
import type { MadeAccount } from './create-account.js';

/**
 * Another code for an account that still waits for its person. Only who made it gets one: it may have been given rights by
 * others since. An account that is in use, or another one's, looks like none.
 * @throws RuleViolation NOT_FOUND
 */
export async function renewActivation(ctx: WriteContext, auth: pg.Pool, username: string): Promise<MadeAccount> {
  const { tenantId, accountId } = ctx.grant;
  const account = await accountNamed(auth, username);
  const may = ctx.ability.can('create', subjectOf('Account', { tenantId }));
  if (!may || account?.waitsFor !== accountId) throw notFound();
  const activation = await issueCode(ctx, account.id);
  ctx.audit({
    action: 'account.activation-renewed',
    subjectType: 'Account',
    subjectId: account.id,
    after: { username: account.username, endsAt: activation.endsAt },
  });
  return { account, activation };
}
