import type { WriteContext } from '../../platform/context.js';
import { NO_DUE_DAY, type DECISION_NOTIFICATIONS } from './decision.dictionary.js';
import type { FoundTask } from './find-task.js';

type Told = Pick<FoundTask, 'tenantId' | 'id' | 'schoolId' | 'title' | 'dueOn' | 'restricted'>;

export interface TaskNotice {
  readonly kind: keyof typeof DECISION_NOTIFICATIONS;
  readonly personIds?: readonly string[];
  readonly accountIds?: readonly string[];
  readonly once?: string;
}

/** Tells people of a task; of a restricted one what leaves the system names the kind only. */
export function notifyOfTask(ctx: WriteContext, task: Told, { kind, once, ...whom }: TaskNotice): void {
  const { tenantId, id, schoolId, title, dueOn, restricted } = task;
  const subject = { type: 'DecisionTask', tenantId, id, schoolId } as const;
  const params = { title, dueOn: dueOn ?? NO_DUE_DAY, by: ctx.grant.accountName };
  ctx.notify({ kind, subject, ...whom, params, restricted, ...(once ? { once } : {}) });
}

const SECRETARIES_SQL = `SELECT person_id AS id FROM appointment
  WHERE tenant_id = $1 AND school_id = $2 AND post = 'SECRETARY' AND superseded_at IS NULL AND valid @> $3::date`;

/** Who looks whether a task is done: those named for it, else the secretary, who follows up what was decided (意见（三）). */
export async function followersOf(ctx: WriteContext, task: FoundTask): Promise<readonly string[]> {
  if (task.supervisorIds.length > 0) return task.supervisorIds;
  const rows = await ctx.db.query<{ id: string }>(SECRETARIES_SQL, [task.tenantId, task.schoolId, ctx.today]);
  return rows.map(({ id }) => id);
}
