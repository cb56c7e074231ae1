import { nextDecisionState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf, refusalOf } from '../filings/index.js';
import type { OwnKey } from '../schools/index.js';
import type { CompleteDecisionInput } from './decision.input.js';
import { lockDecision, refuseStale, type FoundDecision } from './find-decision.js';
import { mayFollowUp } from './find-task.js';
import { settleDecision } from './settle-decision.js';
import { OPEN_TASK } from './task-light.js';

/**
 * 办结: a decision is carried out when none of its tasks is open, and whoever follows it up says so (意见（三）: 督促检查).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function completeDecision(ctx: WriteContext, input: CompleteDecisionInput): Promise<OwnKey> {
  const found = await lockDecision(ctx, input.id, (seen) => mayFollowUp(ctx, seen, 'close'));
  refuseStale(found, input.expectedVersion);
  const act = { type: 'COMPLETE', by: actorOf(ctx), openTasks: await countOpenTasks(ctx, found) } as const;
  const next = nextDecisionState(found, act);
  if (!next.ok) throw refusalOf(next.violation);
  return settleDecision(ctx, found, {
    action: 'decision.completed',
    set: { state: next.state, endedOn: ctx.today },
  });
}

/** Tasks that nobody has closed or called off. */
export async function countOpenTasks(
  ctx: WriteContext,
  { tenantId, id }: Pick<FoundDecision, 'tenantId' | 'id'>,
): Promise<number> {
  const [row] = await ctx.db.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM decision_task WHERE tenant_id = $1 AND decision_id = $2 AND state IN ${OPEN_TASK}`,
    [tenantId, id],
  );
  return row?.open ?? 0;
}
