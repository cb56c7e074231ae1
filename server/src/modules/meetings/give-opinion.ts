import type { Stance } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, keyInOwnTenant, optionalText, type OwnKey } from '../schools/index.js';
import { findItem, meetingKey, refuseOtherHand, refuseState } from './find-meeting.js';
import type { GiveOpinionInput, RecordOpinionsInput } from './item.input.js';
import { ItemOpinion } from './item-part.entity.js';
import type { LoadedItem } from './load-meeting.js';
import { isThereNow } from './presence.js';
import { refuseDecided } from './recuse.js';
import { refreshMeeting } from './refresh-meeting.js';
import { ownRow } from './sign-in.js';
import type { StoredAttendance } from './stored-meeting.js';

/**
 * Says one's own opinion on an item (意见（六）：广泛听取与会人员意见), before it is decided and while there.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function giveOpinion(ctx: WriteContext, input: GiveOpinionInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'attend');
  refuseDecided(ctx, item);
  refuseState(ctx, item.meeting, ['OPEN']);
  const one = ownRow(ctx, item.meeting);
  if (!isThereNow(one)) throw new RuleViolation('BAD_STATE', { reason: 'NOT_THERE' });
  await say(ctx, item, { one, stance: input.stance, text: input.text, byOwnAccount: true });
  await settle(ctx, item, 'item.opinion-given');
  return meetingKey(item.meeting);
}

/**
 * Writes down what those there said; what somebody said under the own account stays so.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT
 */
export async function recordOpinions(ctx: WriteContext, input: RecordOpinionsInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'record');
  refuseOtherHand(ctx, item.meeting);
  refuseDecided(ctx, item);
  refuseState(ctx, item.meeting, ['OPEN']);
  for (const { personId, stance, text } of input.opinions) {
    const { id } = keyInOwnTenant(ctx, 'Person', personId);
    const one = item.meeting.row.attendance.find((row) => row.personId === id && !row.removed);
    if (!one) throw notFound();
    if (!isThereNow(one)) throw badInput('opinions', 'NOT_THERE');
    const own = item.row.opinions.find((opinion) => opinion.personId === id && opinion.byOwnAccount);
    if (own) throw new RuleViolation('FORBIDDEN', { reason: 'SAID_BY_OWN_ACCOUNT', person: one.personName });
    await say(ctx, item, { one, stance, text, byOwnAccount: false });
  }
  await settle(ctx, item, 'item.opinions-recorded');
  return meetingKey(item.meeting);
}

/**
 * Confirms that one said what the paper has under one's name (补录). The record itself may be signed long since.
 * @param opaque the item's id
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function confirmOpinion(ctx: WriteContext, opaque: string): Promise<OwnKey> {
  const item = await findItem(ctx, opaque, 'attend');
  const { personId, accountId: confirmedBy } = ctx.grant;
  const stated = item.row.opinions.find((one) => one.personId === personId && one.statedOnPaper);
  if (!stated) throw new RuleViolation('BAD_STATE', { reason: 'NOTHING_STATED' });
  const { tenantId, schoolId, id } = item.meeting.row;
  await ctx.db.query(
    `INSERT INTO opinion_confirmation (tenant_id, opinion_id, school_id, confirmed_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, opinion_id) DO NOTHING`,
    [tenantId, stated.id, schoolId, confirmedBy],
  );
  ctx.audit({ action: 'item.opinion-confirmed', subjectType: 'AgendaItem', subjectId: item.row.id, schoolId });
  ctx.live('Meeting', id, schoolId);
  return meetingKey(item.meeting);
}

interface Said {
  readonly one: StoredAttendance;
  readonly stance: Stance;
  readonly text: string | null | undefined;
  readonly byOwnAccount: boolean;
}

async function say(
  ctx: WriteContext,
  { meeting, row }: LoadedItem,
  { one, stance, text, byOwnAccount }: Said,
): Promise<void> {
  const { tenantId, id: meetingId, schoolId } = meeting.row;
  const personId = one.personId ?? '';
  const said = {
    ...{ stance, text: optionalText(text) ?? '', byOwnAccount, statedOnPaper: false },
    ...{ recordedByName: ctx.grant.accountName, saidAt: ctx.now },
  };
  const again = await ctx.db.update(ItemOpinion, { tenantId, itemId: row.id, personId }, said);
  if (again > 0) return;
  const place = { tenantId, id: newId(), schoolId, meetingId, itemId: row.id, personId, personName: one.personName };
  await ctx.db.insert(ItemOpinion, { ...place, ...said, createdBy: ctx.grant.accountId });
}

async function settle(ctx: WriteContext, { meeting, row }: LoadedItem, action: string): Promise<void> {
  await refreshMeeting(ctx, meeting.row);
  ctx.audit({ action, subjectType: 'AgendaItem', subjectId: row.id, schoolId: meeting.row.schoolId });
}
