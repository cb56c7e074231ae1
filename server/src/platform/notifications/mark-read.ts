import { decodeIdOf } from '@zhixiao/domain';
import { conditionOf } from '@zhixiao/policy';
import type { ReadContext, WriteContext } from '../context.js';
import { notFound } from '../errors.js';
import { conditionSql } from '../read/index.js';

const COLUMNS = { tenant: 'tenant_id', school: 'school_id', account: 'account_id' };

/** How many notifications this account has not read, within what the grant reaches. */
export async function unreadCount(ctx: ReadContext): Promise<number> {
  const values: unknown[] = [];
  const own = conditionSql(conditionOf(ctx.ability, 'read', 'Notification'), COLUMNS, values);
  const [result] = await ctx.read.run([
    { text: `SELECT count(*)::int AS unread FROM notification WHERE read_at IS NULL AND ${own}`, values },
  ]);
  return Number(result?.rows[0]?.['unread'] ?? 0);
}

/**
 * Marks own notifications as read: those named, or all.
 * @returns how many are left unread
 * @throws RuleViolation NOT_FOUND for an id that is not of a notification of this account
 */
export async function markRead(ctx: WriteContext, ids: readonly string[] | null): Promise<number> {
  const keys = ids?.map((id) => decodeIdOf('Notification', id)?.uuid ?? null) ?? null;
  if (keys?.includes(null)) throw notFound();
  const values: unknown[] = [keys];
  const own = conditionSql(conditionOf(ctx.ability, 'read', 'Notification'), COLUMNS, values);
  const found = await ctx.db.query<{ id: string; tenant_id: number; school_id: string | null; is_new: boolean }>(
    `UPDATE notification n SET read_at = COALESCE(n.read_at, now()) FROM (
       SELECT tenant_id, id, read_at IS NULL AS is_new FROM notification
       WHERE ($1::uuid[] IS NULL AND read_at IS NULL OR id = ANY ($1)) AND ${own} FOR UPDATE) o
     WHERE n.tenant_id = o.tenant_id AND n.id = o.id RETURNING n.id, n.tenant_id, n.school_id, o.is_new`,
    values,
  );
  if (keys && found.length < new Set(keys).size) throw notFound();
  const [changed] = found.filter((row) => row.is_new);
  // other pages of the same account count anew
  if (changed) ctx.live('Notification', changed.id, { schoolId: changed.school_id, accountId: ctx.grant.accountId });
  return unreadCount(ctx);
}
