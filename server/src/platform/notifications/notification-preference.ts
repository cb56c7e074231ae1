import type { ReadContext, WriteContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import type { NotificationPreferenceInput, NotificationPreferenceType } from './notification.type.js';

type Kept = Omit<NotificationPreferenceType, 'mailAvailable'>;

/** What holds for an account that never said anything: mail and digest, as soon as there is an address. */
const DEFAULTS: Kept = { email: null, mail: true, digest: true, version: 0 };

/** How this account wants to be told. Row security shows an account its own alone. */
export async function notificationPreference(ctx: ReadContext): Promise<Kept> {
  const [result] = await ctx.read.run([
    {
      text: 'SELECT email, mail, digest, version FROM account_preference WHERE account_id = $1',
      values: [ctx.grant.accountId],
    },
  ]);
  return (result?.rows[0] as Kept | undefined) ?? DEFAULTS;
}

/** @throws RuleViolation CONFLICT */
export async function setNotificationPreference(ctx: WriteContext, input: NotificationPreferenceInput): Promise<Kept> {
  const { mail, digest, expectedVersion } = input;
  const before = await notificationPreference(ctx);
  const email = input.email?.trim() || null;
  const [row] = await ctx.db.query<{ version: number }>(
    `INSERT INTO account_preference (account_id, email, mail, digest) SELECT $1, $2, $3, $4 WHERE $5 = 0
     ON CONFLICT DO NOTHING RETURNING version`,
    [ctx.grant.accountId, email, mail, digest, expectedVersion],
  );
  const [changed] = row
    ? [row]
    : await ctx.db.query<{ version: number }>(
        `UPDATE account_preference SET email = $2, mail = $3, digest = $4, version = version + 1
         WHERE account_id = $1 AND version = $5 RETURNING version`,
        [ctx.grant.accountId, email, mail, digest, expectedVersion],
      );
  if (!changed) throw new RuleViolation('CONFLICT', { currentVersion: before.version });
  // the address is the person's own: the audit says that it changed, not what it is
  const said = (kept: Kept): object => ({ mail: kept.mail, digest: kept.digest, hasEmail: kept.email !== null });
  const after = { email, mail, digest, version: changed.version };
  ctx.audit({
    action: 'preference.changed',
    subjectType: 'NotificationPreference',
    subjectId: ctx.grant.accountId,
    before: { ...said(before) },
    after: { ...said(after), emailChanged: before.email !== email },
  });
  return after;
}
