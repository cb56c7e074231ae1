import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import type { OwnKey } from '../schools/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { findItem, meetingKey, refuseOtherHand, refuseStale } from './find-meeting.js';
import type { StartItemInput } from './item.input.js';
import { currentItem, type LoadedItem, type MeetingKey } from './load-meeting.js';
import { refreshMeeting } from './refresh-meeting.js';

/** The first item without a result is the one that an open meeting has before it. */
const BEGIN_SQL = `UPDATE agenda_item SET started_at = $3 WHERE tenant_id = $1 AND started_at IS NULL AND id = (
    SELECT i.id FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
    WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.removed_at IS NULL AND i.result IS NULL AND m.state = 'OPEN'
    ORDER BY i.position, i.id LIMIT 1)`;

/** Begins the next item, where the meeting is open and it has not begun: items are taken one by one, in their order. */
export async function beginCurrent(ctx: WriteContext, { tenantId, id }: MeetingKey): Promise<void> {
  await ctx.db.query(BEGIN_SQL, [tenantId, id, ctx.now], 'begin-item');
}

/** @throws RuleViolation BAD_STATE of an item that the open meeting does not have before it */
export function refuseUnlessCurrent({ meeting, row }: LoadedItem): void {
  if (meeting.row.state !== 'OPEN') {
    throw new RuleViolation('BAD_STATE', { reason: 'MEETING_NOT_OPEN', state: meeting.row.state });
  }
  if (row.result !== null) throw new RuleViolation('BAD_STATE', { reason: 'ITEM_DECIDED', result: row.result });
  const current = currentItem(meeting);
  if (current?.id !== row.id) {
    throw new RuleViolation('BAD_STATE', { reason: 'ITEM_NOT_STARTED', current: current?.position ?? null });
  }
}

/**
 * Begins an item anew, where only numbers are recorded with how many are there for it. Items begin by themselves when the one
 * before them has its result.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function startItem(ctx: WriteContext, input: StartItemInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'record');
  refuseOtherHand(ctx, item.meeting);
  refuseUnlessCurrent(item);
  refuseStale(item.row, input.expectedVersion);
  const { tenantId, schoolId, id: meetingId } = item.meeting.row;
  const { statedPresent = item.row.statedPresent } = input;
  const set = { startedAt: ctx.now, statedPresent, version: item.row.version + 1 };
  await ctx.db.update(AgendaItem, { tenantId, id: item.row.id }, set);
  await refreshMeeting(ctx, { tenantId, id: meetingId });
  const entry = { action: 'item.started', subjectType: 'AgendaItem', subjectId: item.row.id, schoolId };
  ctx.audit({ ...entry, after: { position: item.row.position, statedPresent } });
  return meetingKey(item.meeting);
}
