import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { forgetChecks } from '../topics/index.js';

interface Row {
  readonly id: string;
  readonly schoolId: string;
  readonly number: string;
  readonly restricted: boolean;
  readonly used: boolean;
}

/** Decisions of these meetings, and whether anything has come of them since. */
const ROWS_SQL = `SELECT d.id, d.school_id AS "schoolId", d.number, d.restricted,
    d.version > 1
    OR EXISTS (SELECT 1 FROM decision_task t WHERE t.tenant_id = d.tenant_id AND t.decision_id = d.id)
    OR EXISTS (SELECT 1 FROM execution_report r WHERE r.tenant_id = d.tenant_id AND r.decision_id = d.id)
    OR EXISTS (SELECT 1 FROM decision o WHERE o.tenant_id = d.tenant_id AND (o.party_decision_id = d.id OR o.supersedes_id = d.id))
    OR EXISTS (SELECT 1 FROM topic t WHERE t.tenant_id = d.tenant_id AND t.state <> 'WITHDRAWN'
      AND (t.implements_decision_id = d.id OR t.reconsiders_decision_id = d.id))
    OR EXISTS (SELECT 1 FROM agenda_item i WHERE i.tenant_id = d.tenant_id AND i.implements_decision_id = d.id AND i.removed_at IS NULL)
    AS used
  FROM decision d WHERE d.tenant_id = $1 AND d.meeting_id = ANY ($2::uuid[]) AND d.undone_at IS NULL FOR UPDATE OF d`;

/** Reports and emergency actions that were put before one of these meetings. */
const LEANS_SQL = `SELECT 1 AS ok FROM execution_report WHERE tenant_id = $1 AND meeting_id = ANY ($2::uuid[])
  UNION ALL SELECT 1 FROM emergency_action WHERE tenant_id = $1 AND confirmed_meeting_id = ANY ($2::uuid[]) LIMIT 1`;

const UNDO_SQL = `UPDATE decision SET undone_at = now(), state = 'COMPLETED', ended_on = COALESCE(ended_on, decided_on), version = version + 1
  WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`;

async function undoable(ctx: WriteContext, meetingIds: readonly string[]): Promise<readonly Row[]> {
  const values = [ctx.grant.tenantId, meetingIds];
  const rows = await ctx.db.query<Row>(ROWS_SQL, values);
  const used = rows.find((row) => row.used);
  if (used) throw new RuleViolation('BAD_STATE', { reason: 'DECISION_IN_USE', number: used.number });
  const leaning = await ctx.db.query(LEANS_SQL, values);
  if (leaning.length > 0) throw new RuleViolation('BAD_STATE', { reason: 'MEETING_IN_USE' });
  return rows;
}

/** @throws RuleViolation BAD_STATE where a decision of these meetings is carried out, published or leant on already */
export async function refuseUndoDecisions(ctx: WriteContext, meetingIds: readonly string[]): Promise<void> {
  await undoable(ctx, meetingIds);
}

/**
 * Takes the decisions of entered meetings out of the register; their numbers stay used, so that none is given twice.
 * @throws RuleViolation BAD_STATE as above
 */
export async function undoDecisions(ctx: WriteContext, meetingIds: readonly string[], reason: string): Promise<void> {
  const rows = await undoable(ctx, meetingIds);
  const ids = rows.map(({ id }) => id);
  await ctx.db.query(UNDO_SQL, [ctx.grant.tenantId, ids]);
  await forgetChecks(ctx, ids);
  for (const { id, schoolId, number, restricted } of rows) {
    const entry = { action: 'decision.entry-undone', subjectType: 'Decision', subjectId: id, schoolId };
    ctx.audit({ ...entry, before: { number }, reason });
    ctx.live('Decision', id, { schoolId, restricted });
  }
}
