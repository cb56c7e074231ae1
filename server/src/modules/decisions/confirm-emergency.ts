import { nextEmergencyState, type ItemResult } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { refusalOf } from '../filings/index.js';
import { badInput, keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { EmergencyAction } from './emergency-action.entity.js';
import type { ConfirmEmergencyInput } from './emergency.input.js';
import { findEmergency, type FoundEmergency } from './find-emergency.js';

/** What a meeting's result says of the action that was put before it; null: nothing yet. */
const SAYS: Readonly<Record<ItemResult, 'YES' | 'NO' | null>> = {
  APPROVED: 'YES',
  APPROVED_IN_PRINCIPLE: 'YES',
  APPROVED_AS_AMENDED: 'YES',
  NOTED: 'YES',
  REJECTED: 'NO',
  POSTPONED: null,
  WITHDRAWN: null,
  SUBMIT_TO_PARTY_MEETING: null,
  SUBMIT_TO_STAFF_CONGRESS: null,
  SUBMIT_TO_SUPERIOR: null,
};

/**
 * The meeting that would have decided has dealt with it: its item says whether the action is confirmed.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function confirmEmergency(ctx: WriteContext, input: ConfirmEmergencyInput): Promise<OwnKey> {
  const found = await findEmergency(ctx, input);
  const item = await confirmingItem(ctx, found, input.itemId);
  const said = SAYS[item.result];
  if (said === null) throw badInput('itemId', 'NOT_DECIDED');
  const next = nextEmergencyState(found.state, said);
  if (!next.ok) throw refusalOf(next.violation);
  const { tenantId, id, schoolId, restricted, version } = found;
  const { itemId: confirmedItemId, meetingId: confirmedMeetingId, heldOn: confirmedOn } = item;
  const entered = { enteredByName: ctx.grant.accountName, version: version + 1 };
  const set = { state: next.state, confirmedOn, confirmedItemId, confirmedMeetingId };
  await ctx.db.update(EmergencyAction, { tenantId, id }, { ...set, ...entered });
  const entry = { action: 'emergency.confirmed', subjectType: 'EmergencyAction', subjectId: id, schoolId };
  ctx.audit({ ...entry, before: { state: found.state }, after: set });
  ctx.live('EmergencyAction', id, { schoolId, restricted });
  return { type: 'EmergencyAction', tenantId, id };
}

interface ConfirmingItem {
  readonly itemId: string;
  readonly meetingId: string;
  readonly heldOn: string;
  readonly result: ItemResult;
}

const ITEM_SQL = `SELECT i.id AS "itemId", i.meeting_id AS "meetingId", m.held_on::text AS "heldOn", m.kind, i.result
  FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
  WHERE i.tenant_id = $1 AND i.id = $2 AND i.school_id = $3 AND i.removed_at IS NULL`;

async function confirmingItem(ctx: WriteContext, found: FoundEmergency, opaque: string): Promise<ConfirmingItem> {
  const { id } = keyInOwnTenant(ctx, 'AgendaItem', opaque);
  const values = [found.tenantId, id, found.schoolId];
  const [item] = await ctx.db.query<ConfirmingItem & { kind: string; result: ItemResult | null }>(ITEM_SQL, values);
  if (!item) throw notFound();
  if (item.kind !== found.body) throw badInput('itemId', 'OTHER_BODY');
  if (item.heldOn < found.takenOn) throw badInput('itemId', 'BEFORE_ACTION');
  if (item.result === null) throw new RuleViolation('BAD_STATE', { reason: 'NOT_DECIDED' });
  return item;
}
