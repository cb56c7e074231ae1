import type { WriteContext } from '../context.js';
import { RuleViolation } from '../errors.js';

function full(quota: number): RuleViolation {
  return new RuleViolation('FILE_TOO_LARGE', { reason: 'QUOTA', limit: quota });
}

/** @throws RuleViolation FILE_TOO_LARGE where nothing more fits, so that nobody sends what can't be kept */
export async function refuseWhenFull(ctx: WriteContext, quota: number): Promise<void> {
  const [row] = await ctx.db.query('SELECT 1 AS full FROM storage_use WHERE tenant_id = $1 AND bytes >= $2', [
    ctx.grant.tenantId,
    quota,
  ]);
  if (row) throw full(quota);
}

/**
 * Counts a file into what its tenant keeps: one statement, so that two at once never pass the limit together.
 * @param quota null for what the system makes itself
 * @throws RuleViolation FILE_TOO_LARGE where the tenant's quota would be passed
 */
export async function takeQuota(
  ctx: WriteContext,
  { size, quota }: { readonly size: number; readonly quota: number | null },
): Promise<void> {
  if (quota !== null && size > quota) throw full(quota);
  const taken = await ctx.db.query(
    `INSERT INTO storage_use (tenant_id, files, bytes) VALUES ($1, 1, $2)
     ON CONFLICT (tenant_id) DO UPDATE SET files = storage_use.files + 1, bytes = storage_use.bytes + $2
     WHERE $3::bigint IS NULL OR storage_use.bytes + $2 <= $3 RETURNING 1 AS ok`,
    [ctx.grant.tenantId, size, quota],
  );
  if (taken.length === 0) throw full(quota ?? 0);
}
