import type { ReadContext, WriteContext } from '../context.js';
import { newId } from '../ids.js';

export const EXPIRE_FILES = 'expire-files';

/** As many as one short transaction takes. */
const FILES_A_STEP = 200;
/** No job is at one file for longer: parts without a file's row that are older are of one that broke off. */
const HOURS_TO_MAKE = 24;

/** Tenants that keep bytes which some retention may be over for; a day is the shortest. */
const TENANTS_SQL = `SELECT DISTINCT tenant_id AS id FROM stored_file
    WHERE tenant_id BETWEEN $1 AND $2 AND expired_at IS NULL AND NOT attached AND created_at < now() - interval '1 day'
  UNION SELECT DISTINCT p.tenant_id FROM stored_file_part p
    WHERE p.tenant_id BETWEEN $1 AND $2 AND p.created_at < now() - make_interval(hours => ${HOURS_TO_MAKE})
      AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.tenant_id = p.tenant_id AND f.id = p.file_id)
  ORDER BY id`;

export async function tenantsWithOldFiles(ctx: ReadContext): Promise<number[]> {
  const [found] = await ctx.read.run([{ text: TENANTS_SQL, values: [ctx.grant.lo, ctx.grant.hi] }]);
  return (found?.rows ?? []).map((row) => Number(row['id']));
}

const MARK_SQL = `UPDATE stored_file SET expired_at = now() WHERE tenant_id = $1 AND id IN (
    SELECT id FROM stored_file WHERE tenant_id = $1 AND expired_at IS NULL AND NOT attached
      AND created_at < now() - make_interval(days => $2) ORDER BY created_at LIMIT ${FILES_A_STEP})
  RETURNING id`;

const COUNT_SQL = `INSERT INTO job (tenant_id, id, kind, status, done, total, args, account_id, grant_id, finished_at)
  VALUES ($1, $2, '${EXPIRE_FILES}', 'DONE', $3, $3, $4, $5, $6, now())
  ON CONFLICT (tenant_id, id) DO UPDATE SET done = job.done + $3, total = job.total + $3, finished_at = now()`;

export interface Retention {
  readonly days: number;
  /** uuid of the job that a night's steps in one tenant are counted in */
  readonly jobId: string;
}

/** A job's id for the steps of one night in one tenant. */
export const newRetention = (days: number): Retention => ({ days, jobId: newId() });

/**
 * Removes the bytes of files that are past their days; the rows stay and say when. An attachment of a record is no export
 * and stays. Counted in a job of the tenant and in its audit.
 * @returns whether there may be more
 */
export async function expireFiles(ctx: WriteContext, { days, jobId }: Retention): Promise<boolean> {
  const { tenantId, accountId, id: grantId } = ctx.grant;
  const expired = await ctx.db.query<{ id: string }>(MARK_SQL, [tenantId, days]);
  await removeParts(
    ctx,
    expired.map(({ id }) => id),
  );
  if (expired.length === 0) return false;
  const args = JSON.stringify({ retentionDays: days });
  await ctx.db.query(COUNT_SQL, [tenantId, jobId, expired.length, args, accountId, grantId]);
  const after = { files: expired.length, retentionDays: days };
  ctx.audit({ action: 'files.expired', subjectType: 'Job', subjectId: jobId, after });
  return expired.length === FILES_A_STEP;
}

async function removeParts(ctx: WriteContext, files: readonly string[]): Promise<void> {
  await ctx.db.query(
    `DELETE FROM stored_file_part p WHERE p.tenant_id = $1 AND (p.file_id = ANY ($2::uuid[])
       OR p.created_at < now() - make_interval(hours => ${HOURS_TO_MAKE})
         AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.tenant_id = p.tenant_id AND f.id = p.file_id))`,
    [ctx.grant.tenantId, files],
  );
}
