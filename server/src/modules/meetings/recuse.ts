import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { filledText, keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { findItem, meetingKey, refuseOtherHand, refuseState } from './find-meeting.js';
import type { RecuseInput, WithdrawRecusalInput } from './item.input.js';
import { ItemRecusal } from './item-part.entity.js';
import type { LoadedItem } from './load-meeting.js';
import { refreshMeeting } from './refresh-meeting.js';
import { ownRow } from './sign-in.js';
import type { StoredAttendance } from './stored-meeting.js';

/**
 * Records that somebody has to do with an item and leaves for it (回避, PM-11): oneself, or the recorder for another. It takes
 * the vote on this item only (SOD-5).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT
 */
export async function recuse(ctx: WriteContext, input: RecuseInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, input.personId ? 'record' : 'attend');
  refuseDecided(ctx, item);
  const one = whoOf(ctx, item, input.personId ?? null);
  const reason = filledText('reason', input.reason);
  const { tenantId, id: meetingId, schoolId } = item.meeting.row;
  const said = { reason, stayed: input.stayed ?? false, recordedByName: ctx.grant.accountName, withdrawnAt: null };
  const who = { itemId: item.row.id, personId: one.personId ?? '' };
  const again = await ctx.db.update(ItemRecusal, { tenantId, ...who }, said);
  if (again === 0) {
    const row = { tenantId, id: newId(), schoolId, meetingId, ...who, personName: one.personName, ...said };
    await ctx.db.insert(ItemRecusal, { ...row, createdBy: ctx.grant.accountId });
  }
  // who leaves takes an open vote along: it is no longer a vote of one entitled
  await ctx.db.query('DELETE FROM item_ballot WHERE tenant_id = $1 AND item_id = $2 AND person_id = $3', [
    ...[tenantId, who.itemId, who.personId],
  ]);
  await settle(ctx, item, { action: 'item.recused', after: { person: one.personName, stayed: said.stayed } });
  return meetingKey(item.meeting);
}

/**
 * Takes a recusal back that was recorded by mistake.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function withdrawRecusal(ctx: WriteContext, input: WithdrawRecusalInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'record');
  refuseOtherHand(ctx, item.meeting);
  refuseDecided(ctx, item);
  const { tenantId } = item.meeting.row;
  const { id: personId } = keyInOwnTenant(ctx, 'Person', input.personId);
  const found = item.row.recusals.find((one) => one.personId === personId);
  if (!found) throw notFound();
  await ctx.db.update(ItemRecusal, { tenantId, itemId: item.row.id, personId }, { withdrawnAt: ctx.now });
  await settle(ctx, item, { action: 'item.recusal-withdrawn', after: { person: found.personName } });
  return meetingKey(item.meeting);
}

/** @throws RuleViolation BAD_STATE once the item has its result, or the meeting is over */
export function refuseDecided(ctx: WriteContext, { meeting, row }: LoadedItem): void {
  refuseState(ctx, meeting, ['CALLED', 'OPEN']);
  if (row.result !== null) throw new RuleViolation('BAD_STATE', { reason: 'ITEM_DECIDED', result: row.result });
}

function whoOf(ctx: WriteContext, { meeting }: LoadedItem, personId: string | null): StoredAttendance {
  if (personId === null) return ownRow(ctx, meeting);
  refuseOtherHand(ctx, meeting);
  const { id } = keyInOwnTenant(ctx, 'Person', personId);
  const one = meeting.row.attendance.find((row) => row.personId === id && !row.removed);
  if (!one) throw notFound();
  return one;
}

interface Settled {
  readonly action: string;
  readonly after: Readonly<Record<string, unknown>>;
}

async function settle(ctx: WriteContext, { meeting, row }: LoadedItem, { action, after }: Settled): Promise<void> {
  await refreshMeeting(ctx, meeting.row);
  const entry = { action, subjectType: 'AgendaItem', subjectId: row.id, schoolId: meeting.row.schoolId };
  ctx.audit({ ...entry, after: row.restricted ? {} : after });
}
