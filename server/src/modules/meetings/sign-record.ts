import { isRecorded, meetingChecks, whyNotCorrect } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { filledText, keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { findMeeting, meetingKey, refuseStale, refuseState } from './find-meeting.js';
import { RecordCorrection } from './item-part.entity.js';
import { itemOf, type LoadedMeeting, type MeetingKey } from './load-meeting.js';
import type { Meeting } from './meeting.entity.js';
import type { Signer } from './meeting.enums.js';
import { notifyOfMeeting } from './notify-meeting.js';
import type { CorrectRecordInput, ReturnRecordInput, SignRecordInput } from './record.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { recordMeetingChecks, stateAfter, writeMeeting } from './settle-meeting.js';

/** Every part of the record says from now on that it is signed: row security lets nobody change it (SOD-4). */
const SEAL_SQL = ['meeting_delegation', 'attendance', 'agenda_item', 'item_recusal', 'item_opinion', 'item_ballot']
  .map(
    (table, i) => `s${i} AS (UPDATE ${table} SET signed = true WHERE tenant_id = $1 AND meeting_id = $2 RETURNING 1)`,
  )
  .join(',\n');

/** Seals a record that both have signed. */
export async function seal(ctx: WriteContext, { tenantId, id }: MeetingKey): Promise<void> {
  await ctx.db.query(`WITH ${SEAL_SQL} SELECT 1 AS ok`, [tenantId, id]);
}

/**
 * Signs the record of a closed meeting: the chair as chair, another as recorder (REC-1). With the second signature it is
 * sealed; what turns out wrong later is a correction of its own.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function signRecord(ctx: WriteContext, input: SignRecordInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseStale(meeting.row, input.expectedVersion);
  const state = stateAfter(meeting, { type: 'SIGN', by: actorOf(ctx), as: input.as });
  refuseAgain(ctx, meeting, input.as);
  await writeMeeting(ctx, meeting, { action: 'meeting.signed', set: { state, ...signature(ctx, input.as) } });
  const signed = await refreshMeeting(ctx, meeting.row);
  if (state === 'SIGNED') await seal(ctx, meeting.row);
  await recordMeetingChecks(ctx, signed, meetingChecks(signed.facts));
  if (state !== 'SIGNED' && input.as === 'RECORDER' && isRecorded(signed.facts.chair)) {
    notifyOfMeeting(ctx, signed, { kind: 'RECORD_TO_SIGN', personIds: [signed.facts.chair.personId] });
  }
  return meetingKey(meeting);
}

/** Two sign, each once: neither one person under two rights nor one for the other. */
function refuseAgain(ctx: WriteContext, { row }: LoadedMeeting, as: Signer): void {
  const signedOn = as === 'CHAIR' ? row.chairSignedOn : row.recorderSignedOn;
  if (signedOn !== null) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_SIGNED' });
  const other = as === 'CHAIR' ? row.recorderSignedBy : row.chairSignedBy;
  if (other === ctx.grant.accountId) throw new RuleViolation('FORBIDDEN', { reason: 'TWO_PERSONS' });
}

function signature({ grant, now, today }: WriteContext, as: Signer): Partial<Meeting> {
  const { accountId, accountName } = grant;
  return as === 'CHAIR'
    ? { chairSignedOn: today, chairSignedAt: now, chairSignedBy: accountId, chairSignedName: accountName }
    : { recorderSignedOn: today, recorderSignedAt: now, recorderSignedBy: accountId, recorderSignedName: accountName };
}

/**
 * The chair sends the record back to be written better: the recorder's signature is taken off, before the chair's own.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function returnRecord(ctx: WriteContext, input: ReturnRecordInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'lead');
  refuseStale(meeting.row, input.expectedVersion);
  const { row, facts } = meeting;
  const isChair = isRecorded(facts.chair) && facts.chair.personId === ctx.grant.personId;
  if (!isChair)
    throw new RuleViolation('FORBIDDEN', { reason: 'NOT_YOUR_ACT', act: 'RETURN_RECORD', role: ctx.grant.role });
  if (row.state !== 'CLOSED' || row.recorderSignedOn === null) {
    refuseState(ctx, meeting, []);
  }
  const nobody = { recorderSignedOn: null, recorderSignedAt: null, recorderSignedBy: null, recorderSignedName: null };
  await writeMeeting(ctx, meeting, {
    ...{ action: 'meeting.record-returned', set: nobody, reason: filledText('reason', input.reason) },
  });
  await refreshMeeting(ctx, row);
  return meetingKey(meeting);
}

/**
 * Appends a correction to a sealed record, signed by its chair (SOD-4); the record itself stays as it is.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT
 */
export async function correctRecord(ctx: WriteContext, input: CorrectRecordInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'lead');
  refuseBy(whyNotCorrect(actorOf(ctx), meeting.facts));
  const { tenantId, id: meetingId, schoolId } = meeting.row;
  const itemId = input.itemId ? itemOf(meeting, keyInOwnTenant(ctx, 'AgendaItem', input.itemId).id).row.id : null;
  const { accountId: createdBy, accountName: signedByName, personId } = ctx.grant;
  const said = { text: filledText('text', input.text), reason: filledText('reason', input.reason) };
  await ctx.db.insert(RecordCorrection, {
    ...{ tenantId, id: newId(), schoolId, meetingId, itemId, ...said, createdBy },
    ...{ signedById: personId ?? createdBy, signedByName },
  });
  const restricted = meeting.row.items.some((item) => item.restricted && (itemId === null || item.id === itemId));
  const entry = { action: 'meeting.corrected', subjectType: 'Meeting', subjectId: meetingId, schoolId };
  ctx.audit({ ...entry, after: restricted ? {} : said, reason: restricted ? null : said.reason });
  ctx.live('Meeting', meetingId, schoolId);
  return meetingKey(meeting);
}
