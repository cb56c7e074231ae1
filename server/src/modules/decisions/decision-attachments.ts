import { RuleViolation, notFound } from '../../platform/errors.js';
import type { AttachmentSubject } from '../../platform/attachments/index.js';
import { decisionSubject, type FoundDecision } from './find-decision.js';
import { taskSubject, type FoundTask } from './find-task.js';
import { ownAccountSql } from './own-account.js';

type DecisionRow = Pick<FoundDecision, 'tenantId' | 'schoolId' | 'restricted' | 'concernedIds'>;
type TaskRow = Pick<FoundTask, 'tenantId' | 'schoolId' | 'restricted' | 'personIds' | 'state'>;

const DECISION_SQL = `SELECT tenant_id AS "tenantId", school_id AS "schoolId", restricted, concerned_ids AS "concernedIds"
  FROM decision WHERE tenant_id = $1 AND id = $2 AND undone_at IS NULL`;
const TASK_SQL = `SELECT tenant_id AS "tenantId", school_id AS "schoolId", restricted, person_ids AS "personIds", state
  FROM decision_task WHERE tenant_id = $1 AND id = $2`;

/** SQL: the acting account where its person is among those concerned by what an attachment belongs to. */
function concernedIn(row: string, { table, people }: { readonly table: string; readonly people: string }): string {
  return `(SELECT ${ownAccountSql('d', `d.${people}`)} FROM ${table} d WHERE d.tenant_id = ${row}.tenant_id AND d.id = ${row}.subject_id)`;
}

/** Documents of a decision: the superior's answer, the proof that it was made public, reports on its execution. */
export const decisionAttachments: AttachmentSubject = {
  kinds: ['SCAN', 'EVIDENCE', 'REPORT'],
  async mayAttach(ctx, { tenantId, id }) {
    const [row] = await ctx.db.query<DecisionRow>(DECISION_SQL, [tenantId, id]);
    if (!row || !ctx.ability.can('read', decisionSubject(ctx, row))) throw notFound();
    const acts = ['publish', 'report', 'answer'] as const;
    if (!acts.some((act) => ctx.ability.can(act, decisionSubject(ctx, row)))) throw new RuleViolation('FORBIDDEN');
    await ctx.db.query(`${DECISION_SQL} FOR UPDATE`, [tenantId, id]);
    return { schoolId: row.schoolId, restricted: row.restricted };
  },
  async mayRead(ctx, { tenantId, id }) {
    const [result] = await ctx.read.run([{ text: DECISION_SQL, values: [tenantId, id] }]);
    const row = result?.rows[0] as DecisionRow | undefined;
    return row !== undefined && ctx.ability.can('read', decisionSubject(ctx, row));
  },
  concerned: (row) => concernedIn(row, { table: 'decision', people: 'concerned_ids' }),
};

/** What a report on a task comes with, while the task is open. */
export const taskAttachments: AttachmentSubject = {
  kinds: ['REPORT', 'EVIDENCE'],
  async mayAttach(ctx, { tenantId, id }) {
    const [row] = await ctx.db.query<TaskRow>(TASK_SQL, [tenantId, id]);
    if (!row || !ctx.ability.can('read', taskSubject(ctx, row))) throw notFound();
    const acts = ['work', 'close'] as const;
    if (!acts.some((act) => ctx.ability.can(act, taskSubject(ctx, row)))) throw new RuleViolation('FORBIDDEN');
    const [locked] = await ctx.db.query<TaskRow>(`${TASK_SQL} FOR UPDATE`, [tenantId, id]);
    const state = locked?.state;
    if (state === 'CLOSED' || state === 'CANCELLED') throw new RuleViolation('BAD_STATE', { status: state });
    return { schoolId: row.schoolId, restricted: row.restricted };
  },
  async mayRead(ctx, { tenantId, id }) {
    const [result] = await ctx.read.run([{ text: TASK_SQL, values: [tenantId, id] }]);
    const row = result?.rows[0] as TaskRow | undefined;
    return row !== undefined && ctx.ability.can('read', taskSubject(ctx, row));
  },
  concerned: (row) => concernedIn(row, { table: 'decision_task', people: 'person_ids' }),
};
