import { whyNotEnter, type DecisionState, type TaskFacts } from '@zhixiao/domain';
import { subjectOf, type ActionOf } from '@zhixiao/policy';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf } from '../schools/index.js';
import type { DecisionTask } from './decision-task.entity.js';
import { refuseStale, type DecisionTarget } from './find-decision.js';

/** A task as acts on it need it, with those who do it. */
export type FoundTask = TaskFacts &
  Pick<DecisionTask, 'tenantId' | 'id' | 'schoolId' | 'decisionId' | 'title' | 'ownerName' | 'percent' | 'personIds'> &
  Pick<DecisionTask, 'restricted' | 'version'> & {
    readonly implementerIds: readonly string[];
    readonly supervisorIds: readonly string[];
  };

/** A task that is acted on, and its decision, both locked. */
export type LockedTask = FoundTask & { readonly decisionState: DecisionState; readonly topicId: string | null };

const OF_ROLE = (role: string): string =>
  `ARRAY(SELECT r.person_id FROM task_role r WHERE r.tenant_id = t.tenant_id AND r.task_id = t.id AND r.role = '${role}')`;

const FIND_SQL = `SELECT t.tenant_id AS "tenantId", t.id, t.school_id AS "schoolId", t.decision_id AS "decisionId", t.title, t.state,
  t.owner_id AS "ownerId", t.owner_name AS "ownerName", t.due_on::text AS "dueOn", t.done_on::text AS "doneOn", t.percent,
  t.person_ids AS "personIds", t.restricted, t.version, ${OF_ROLE('IMPLEMENT')} AS "implementerIds", ${OF_ROLE('SUPERVISE')} AS "supervisorIds"
  FROM decision_task t WHERE t.tenant_id = $1 AND t.id = $2`;

type Placed = Pick<FoundTask, 'tenantId' | 'schoolId' | 'restricted'>;

/** The task as the ability looks at it: it is for those who have a role in it, as well. */
export function taskSubject(
  ctx: ReadContext,
  row: Placed & Pick<FoundTask, 'personIds'>,
): ReturnType<typeof subjectOf<'DecisionTask'>> {
  const { tenantId, schoolId, restricted, personIds } = row;
  const { accountId, personId } = ctx.grant;
  const isOwn = personId !== null && personIds.includes(personId);
  return subjectOf('DecisionTask', { tenantId, schoolId, restricted, ...(isOwn ? { accountId } : {}) });
}

/** Whether the grant assigns or closes tasks of a decision. */
export function mayFollowUp(ctx: ReadContext, row: Placed, action: 'assign' | 'close'): boolean {
  const { tenantId, schoolId, restricted } = row;
  return ctx.ability.can(action, subjectOf('DecisionTask', { tenantId, schoolId, restricted }));
}

/** A task by its key, if the grant may read it. @throws RuleViolation NOT_FOUND */
export async function visibleTask(
  ctx: WriteContext,
  { tenantId, id }: { readonly tenantId: number; readonly id: string },
): Promise<FoundTask> {
  const [seen] = await ctx.db.query<FoundTask>(FIND_SQL, [tenantId, id]);
  if (!seen || !ctx.ability.can('read', taskSubject(ctx, seen))) throw notFound();
  return seen;
}

const DECISION_SQL = `SELECT state AS "decisionState", topic_id AS "topicId" FROM decision WHERE tenant_id = $1 AND id = $2 FOR UPDATE`;

/**
 * The task that is to be reported on, closed or reopened, locked until COMMIT: of two who close it one finds it closed. Its
 * decision is locked before it, as by whoever replaces the decision, so that nobody waits for one who waits for him.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function findTask(
  ctx: WriteContext,
  target: DecisionTarget,
  action: Exclude<ActionOf<'DecisionTask'>, 'read'>,
): Promise<LockedTask> {
  const key = keyOf('DecisionTask', target.id);
  const seen = await visibleTask(ctx, key);
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!ctx.ability.can(action, taskSubject(ctx, seen))) throw new RuleViolation('FORBIDDEN');
  const [decision] = await ctx.db.query<Omit<LockedTask, keyof FoundTask>>(DECISION_SQL, [
    key.tenantId,
    seen.decisionId,
  ]);
  const [locked] = await ctx.db.query<FoundTask>(`${FIND_SQL} FOR UPDATE OF t`, [key.tenantId, key.id]);
  if (!locked || !decision) throw notFound();
  refuseStale(locked, target.expectedVersion);
  return { ...locked, ...decision };
}

/**
 * Who does a task does not say that it is done: not even one who could follow it up under another post (意见（三）: 督促检查).
 * @throws RuleViolation FORBIDDEN
 */
export function refuseOwnTask(ctx: WriteContext, { implementerIds }: FoundTask): void {
  const { personId } = ctx.grant;
  if (personId !== null && implementerIds.includes(personId)) {
    throw new RuleViolation('FORBIDDEN', { reason: 'OWN_TASK' });
  }
}
