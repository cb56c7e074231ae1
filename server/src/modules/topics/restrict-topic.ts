import { restrictAttachments } from '../../platform/attachments/index.js';
import type { WriteContext } from '../../platform/context.js';

const TABLES = ['topic_record', 'consultation'] as const;

/**
 * Says of a topic and all that hangs on it whether it is of a personnel or secret matter: read by fewer until the decision is
 * published.
 */
export async function restrictTopic(
  ctx: WriteContext,
  topicId: string,
  { restricted }: { readonly restricted: boolean },
): Promise<void> {
  const { tenantId } = ctx.grant;
  const values = [tenantId, topicId, restricted];
  await ctx.db.query(
    'UPDATE topic SET restricted = $3 WHERE tenant_id = $1 AND id = $2 AND restricted IS DISTINCT FROM $3',
    values,
  );
  for (const table of TABLES) {
    await ctx.db.query(
      `UPDATE ${table} SET restricted = $3 WHERE tenant_id = $1 AND topic_id = $2 AND restricted IS DISTINCT FROM $3`,
      values,
    );
  }
  for (const table of ['procedural_departure', 'check_outcome'] as const) {
    await ctx.db.query(
      `UPDATE ${table} SET restricted = $3 WHERE tenant_id = $1 AND subject_id = $2 AND restricted IS DISTINCT FROM $3`,
      values,
    );
  }
  await restrictAttachments(ctx, { type: 'Topic', tenantId, id: topicId, restricted });
}

/** The decision is published: everybody of the school may read how it came about. */
export async function liftRestriction(ctx: WriteContext, topicId: string): Promise<void> {
  await restrictTopic(ctx, topicId, { restricted: false });
}
