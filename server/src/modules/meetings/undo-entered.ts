import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { forgetChecks, isOpinionConfirmed, withdrawEntered } from '../topics/index.js';

/** A meeting that a batch entered, with the version that it had then. */
export interface EnteredMeeting {
  readonly id: string;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly schoolId: string;
  readonly title: string;
  readonly heldOn: string;
  readonly state: string;
  readonly version: number;
  readonly signed: boolean;
  readonly confirmed: boolean;
  readonly topicIds: readonly string[];
  readonly itemIds: readonly string[];
}

const ITEMS = `FROM agenda_item i WHERE i.tenant_id = m.tenant_id AND i.meeting_id = m.id`;
const ROWS_SQL = `SELECT m.id, m.school_id AS "schoolId", m.title, m.held_on::text AS "heldOn", m.state, m.version,
    m.chair_signed_on IS NOT NULL OR m.recorder_signed_on IS NOT NULL AS signed,
    EXISTS (SELECT 1 FROM item_opinion o JOIN opinion_confirmation c ON c.tenant_id = o.tenant_id AND c.opinion_id = o.id
      WHERE o.tenant_id = m.tenant_id AND o.meeting_id = m.id) AS confirmed,
    ARRAY(SELECT i.topic_id ${ITEMS} AND i.topic_id IS NOT NULL) AS "topicIds", ARRAY(SELECT i.id ${ITEMS}) AS "itemIds"
  FROM meeting m WHERE m.tenant_id = $1 AND m.id = ANY ($2::uuid[]) AND m.undone_at IS NULL FOR UPDATE OF m`;

const UNDO_SQL = `WITH gone AS (UPDATE meeting SET undone_at = now(), state = 'DRAFT', number = NULL, version = version + 1
    WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) RETURNING id),
  items AS (UPDATE agenda_item SET removed_at = now(), version = version + 1
    WHERE tenant_id = $1 AND meeting_id = ANY ($2::uuid[]) AND removed_at IS NULL RETURNING 1)
  SELECT count(*)::int AS n FROM gone`;

/**
 * The meetings of a batch as they may be taken back: nobody signed them, nobody acted on them since, nobody confirmed what they
 * say of him. Locked until COMMIT.
 * @throws RuleViolation BAD_STATE: SIGNED, CHANGED_SINCE, OPINION_CONFIRMED, with the meeting's title and day
 */
async function undoable(ctx: WriteContext, entered: readonly EnteredMeeting[]): Promise<readonly Row[]> {
  const versions = new Map(entered.map(({ id, version }) => [id, version]));
  const rows = await ctx.db.query<Row>(ROWS_SQL, [ctx.grant.tenantId, [...versions.keys()]]);
  if (rows.length < versions.size) throw new RuleViolation('BAD_STATE', { reason: 'CHANGED_SINCE' });
  for (const row of rows) {
    const reason = await whyNot(ctx, row, versions.get(row.id) ?? 0);
    if (reason) throw new RuleViolation('BAD_STATE', { reason, title: row.title, heldOn: row.heldOn });
  }
  return rows;
}

async function whyNot(ctx: WriteContext, row: Row, version: number): Promise<string | null> {
  if (row.signed) return 'SIGNED';
  if (row.state !== 'CLOSED' || row.version !== version) return 'CHANGED_SINCE';
  return row.confirmed || (await isOpinionConfirmed(ctx, row.topicIds)) ? 'OPINION_CONFIRMED' : null;
}

/** @throws RuleViolation BAD_STATE where one of them can't be taken back */
export async function refuseUndoEntered(ctx: WriteContext, entered: readonly EnteredMeeting[]): Promise<void> {
  await undoable(ctx, entered);
}

/**
 * Takes entered meetings back: nobody sees them any more, their numbers are free, their topics are withdrawn. The rows stay.
 * @throws RuleViolation BAD_STATE where one of them can't be taken back
 */
export async function undoEntered(
  ctx: WriteContext,
  entered: readonly EnteredMeeting[],
  reason: string,
): Promise<void> {
  const rows = await undoable(ctx, entered);
  const ids = rows.map(({ id }) => id);
  await ctx.db.query(UNDO_SQL, [ctx.grant.tenantId, ids]);
  await forgetChecks(ctx, [...ids, ...rows.flatMap(({ itemIds }) => itemIds)]);
  const topicIds = rows.flatMap((row) => row.topicIds);
  await withdrawEntered(ctx, topicIds, reason);
  for (const { id, schoolId, heldOn } of rows) {
    const entry = { action: 'meeting.entry-undone', subjectType: 'Meeting', subjectId: id, schoolId };
    ctx.audit({ ...entry, before: { heldOn }, reason });
    ctx.live('Meeting', id, schoolId);
  }
}
