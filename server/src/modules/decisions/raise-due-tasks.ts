import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import type { DECISION_NOTIFICATIONS } from './decision.dictionary.js';
import { overdueSql } from './emergency-overdue.js';
import type { FoundTask } from './find-task.js';
import { notifyOfTask } from './notify-task.js';
import { OPEN_TASK, taskLightSql } from './task-light.js';

type DueTask = Pick<FoundTask, 'tenantId' | 'id' | 'schoolId' | 'title' | 'dueOn' | 'restricted'> & {
  readonly light: 'YELLOW' | 'RED';
};

/** Of the own school: those that the person does; and of those that are late also what the person follows up, by role or by right. */
const DUE_SQL = `SELECT * FROM (
    SELECT t.tenant_id AS "tenantId", t.id, t.school_id AS "schoolId", t.title, t.due_on::text AS "dueOn", t.restricted,
      ${taskLightSql('t', '$3::date')} AS light, r.role
    FROM decision_task t LEFT JOIN task_role r ON r.tenant_id = t.tenant_id AND r.task_id = t.id AND r.person_id = $4::uuid
    WHERE t.tenant_id = $1 AND t.school_id = $2 AND t.state IN ${OPEN_TASK}) d
  WHERE (d.light IN ('YELLOW', 'RED') AND d.role = 'IMPLEMENT') OR (d.light = 'RED' AND (d.role = 'SUPERVISE' OR $5))`;

const KINDS: Readonly<Record<DueTask['light'], keyof typeof DECISION_NOTIFICATIONS>> = {
  YELLOW: 'TASK_DUE_SOON',
  RED: 'TASK_OVERDUE',
};

/** Each morning: what is due soon or late, told once for each day on which it is due. */
export async function raiseDueTasks(ctx: WriteContext): Promise<void> {
  const { tenantId, schoolId, personId, accountId } = ctx.grant;
  if (schoolId === null) return;
  const follows = ctx.ability.can('close', subjectOf('DecisionTask', { tenantId, schoolId }));
  const due = await ctx.db.query<DueTask>(DUE_SQL, [tenantId, schoolId, ctx.today, personId, follows]);
  for (const task of due) {
    notifyOfTask(ctx, task, { kind: KINDS[task.light], accountIds: [accountId], once: task.dueOn ?? '' });
  }
}

interface LateEmergency {
  readonly id: string;
  readonly title: string;
  readonly restricted: boolean;
}

const LATE_SQL = `SELECT e.id, e.title, e.restricted FROM emergency_action e
  WHERE e.tenant_id = $1 AND e.school_id = $2 AND ${overdueSql('e', '$3::date')}`;

/** And the emergency actions that a meeting has passed over since. */
export async function raiseLateEmergencies(ctx: WriteContext): Promise<void> {
  const { tenantId, schoolId, accountId } = ctx.grant;
  if (schoolId === null || !ctx.ability.can('take', subjectOf('EmergencyAction', { tenantId, schoolId }))) return;
  for (const { id, title, restricted } of await ctx.db.query<LateEmergency>(LATE_SQL, [
    tenantId,
    schoolId,
    ctx.today,
  ])) {
    const subject = { type: 'EmergencyAction', tenantId, id, schoolId } as const;
    const once = ctx.today.slice(0, 7);
    ctx.notify({ kind: 'EMERGENCY_OVERDUE', subject, accountIds: [accountId], params: { title }, restricted, once });
  }
}
