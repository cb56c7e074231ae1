import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { filledText, type OwnKey } from '../schools/index.js';
import type { CancelAppointmentInput } from './appointment.input.js';
import { conflict, findAppointment, type FoundAppointment } from './find-appointment.js';
import { planSeats } from './plan-seats.js';
import { heldSeats, snapshot, writeSeats } from './record-appointment.js';

/**
 * Cancels an appointment that has not begun: the seat is free again, and a predecessor whose month yielded to it has the
 * month back. The record stays and is shown as cancelled. What has begun was true: it ends, or is corrected.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT, BAD_STATE (ALREADY_BEGUN)
 */
export async function cancelAppointment(ctx: WriteContext, input: CancelAppointmentInput): Promise<OwnKey> {
  const found = await findAppointment(ctx, input, 'end');
  const reason = filledText('reason', input.reason);
  const { seat, tenantId } = found;
  const { id, schoolId } = seat;
  if (seat.from <= ctx.today) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_BEGUN', startsOn: seat.from });
  if (!(await cancelRow(ctx, found, reason))) throw await conflict(ctx, input.id);
  await writeSeats(ctx, planSeats(await heldSeats(ctx, [seat]), []));
  await leaveSchool(ctx, found);
  const entry = { action: 'appointment.cancelled', subjectType: 'Appointment', subjectId: id, schoolId };
  ctx.audit({ ...entry, before: snapshot(seat), after: { ...snapshot(seat), cancelledOn: ctx.today }, reason });
  ctx.standing.touch(schoolId);
  return { type: 'School', tenantId, id: schoolId };
}

/** @returns whether the row was still the one meant */
async function cancelRow(ctx: WriteContext, { tenantId, seat }: FoundAppointment, reason: string): Promise<boolean> {
  const cancelled = await ctx.db.query(
    `UPDATE appointment SET superseded_at = now(), cancelled_on = $4, cancel_reason = $5, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND version = $3 AND superseded_at IS NULL RETURNING 1 AS ok`,
    [tenantId, seat.id, seat.version, ctx.today, reason],
  );
  return cancelled.length > 0;
}

/** Whoever never came to a school is none of those whom its people may see, unless there in another post. */
async function leaveSchool(ctx: WriteContext, { tenantId, seat }: FoundAppointment): Promise<void> {
  await ctx.db.query(
    `UPDATE person p SET school_ids = array_remove(p.school_ids, $3::uuid)
     WHERE p.tenant_id = $1 AND p.id = $2 AND NOT EXISTS (
       SELECT 1 FROM appointment a WHERE a.tenant_id = $1 AND a.person_id = $2 AND a.school_id = $3 AND a.superseded_at IS NULL)`,
    [tenantId, seat.personId, seat.schoolId],
  );
}
