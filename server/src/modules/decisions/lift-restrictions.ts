import { restrictAttachments } from '../../platform/attachments/index.js';
import type { WriteContext } from '../../platform/context.js';
import { liftItemRestriction } from '../meetings/index.js';
import { liftRestriction } from '../topics/index.js';
import type { FoundDecision } from './find-decision.js';

const OF_DECISION = ['execution_report'] as const;
const OF_TASKS = ['task_role', 'task_report'] as const;

/** A published matter is open in every place where it is kept: topic, item, tasks, reports, checks, documents. */
export async function liftRestrictions(ctx: WriteContext, found: FoundDecision): Promise<void> {
  const { tenantId, id, topicId, itemId } = found;
  const of = [tenantId, id];
  if (topicId !== null) await liftRestriction(ctx, topicId);
  await liftItemRestriction(ctx, itemId);
  const tasks = await ctx.db.query<{ id: string }>(
    `UPDATE decision_task SET restricted = false, version = version + 1 WHERE tenant_id = $1 AND decision_id = $2 AND restricted RETURNING id`,
    of,
  );
  for (const table of OF_DECISION)
    await ctx.db.query(
      `UPDATE ${table} SET restricted = false WHERE tenant_id = $1 AND decision_id = $2 AND restricted`,
      of,
    );
  for (const table of OF_TASKS)
    await ctx.db.query(
      `UPDATE ${table} SET restricted = false WHERE tenant_id = $1 AND restricted AND task_id = ANY ($2::uuid[])`,
      [tenantId, tasks.map((task) => task.id)],
    );
  await ctx.db.query(
    'UPDATE check_outcome SET restricted = false WHERE tenant_id = $1 AND subject_id = ANY ($2::uuid[]) AND restricted',
    [tenantId, [id, itemId]],
  );
  await restrictAttachments(ctx, { type: 'Decision', tenantId, id, restricted: false });
  for (const task of tasks)
    await restrictAttachments(ctx, { type: 'DecisionTask', tenantId, id: task.id, restricted: false });
}
