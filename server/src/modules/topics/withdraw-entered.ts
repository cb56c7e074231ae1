import type { WriteContext } from '../../platform/context.js';

const WITHDRAW_SQL = `UPDATE topic SET state = 'WITHDRAWN', withdrawn_reason = $3, waiting_ids = '{}', gates = '[]', version = version + 1
  WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND entered_afterwards RETURNING id, school_id AS "schoolId", restricted`;
const RECORDS_SQL = `UPDATE topic_record SET superseded_at = now(), superseded_by_name = $3, superseded_reason = $4, version = version + 1
  WHERE tenant_id = $1 AND topic_id = ANY ($2::uuid[]) AND superseded_at IS NULL`;
const CHECKS_SQL = `UPDATE check_outcome SET current = false WHERE tenant_id = $1 AND subject_id = ANY ($2::uuid[]) AND current`;
const CONFIRMED_SQL = `SELECT 1 AS ok FROM consultation WHERE tenant_id = $1 AND topic_id = ANY ($2::uuid[]) AND confirmed_at IS NOT NULL LIMIT 1`;

/** Has a person confirmed what the paper says that he thought of one of these topics? */
export async function isOpinionConfirmed(ctx: WriteContext, topicIds: readonly string[]): Promise<boolean> {
  return (await ctx.db.query(CONFIRMED_SQL, [ctx.grant.tenantId, topicIds])).length > 0;
}

/** Topics of a batch of paper records that is taken back: withdrawn with its name, and their records no longer hold. */
export async function withdrawEntered(ctx: WriteContext, topicIds: readonly string[], reason: string): Promise<void> {
  const { tenantId, accountName } = ctx.grant;
  const topics = await ctx.db.query<{ id: string; schoolId: string; restricted: boolean }>(WITHDRAW_SQL, [
    tenantId,
    topicIds,
    reason,
  ]);
  await ctx.db.query(RECORDS_SQL, [tenantId, topicIds, accountName, reason]);
  await forgetChecks(ctx, topicIds);
  for (const { id, schoolId, restricted } of topics) {
    ctx.audit({ action: 'topic.entry-undone', subjectType: 'Topic', subjectId: id, schoolId, reason });
    ctx.live('Topic', id, { schoolId, restricted });
  }
}

/** What checks said of rows that are taken back counts no more; that they said it stays. */
export async function forgetChecks(ctx: WriteContext, subjectIds: readonly string[]): Promise<void> {
  await ctx.db.query(CHECKS_SQL, [ctx.grant.tenantId, subjectIds]);
}
