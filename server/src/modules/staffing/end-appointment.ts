import { addDays } from '@zhixiao/domain';
import type { CivilDate, DatePrecision } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { badInput, filledText, optionalText, plausibleDay } from '../schools/index.js';
import type { Appointed } from './appoint.js';
import type { EndAppointmentInput } from './appointment.input.js';
import { conflict, findAppointment, type FoundAppointment } from './find-appointment.js';
import { dayAfter, monthOf, snapshot, type AppointmentSeat } from './record-appointment.js';

/**
 * Ends an appointment with its last day, today, past or to come; the right that it gave ends with that day (意见（十二）).
 * An end that is already past is corrected, not ended again.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT, BAD_STATE
 */
export async function endAppointment(ctx: WriteContext, input: EndAppointmentInput): Promise<Appointed> {
  const found = await findAppointment(ctx, input, 'end');
  const reason = filledText('reason', input.reason);
  const endPrecision = input.endPrecision ?? 'DAY';
  const endsOn = plausibleDay('endsOn', input.endsOn);
  const end = { to: dayAfter(endsOn, endPrecision), endPrecision, endMonth: monthOf(endsOn, endPrecision) };
  refuseImpossible(ctx, found, end.to);
  const ended = { ...found.seat, ...end, endDocumentNo: optionalText(input.documentNo), endReason: reason };
  if (!(await endAppointmentRow(ctx, ended))) throw await conflict(ctx, input.id);
  const { id, schoolId } = ended;
  const entry = { action: 'appointment.ended', subjectType: 'Appointment', subjectId: id, schoolId };
  ctx.audit({ ...entry, before: snapshot(found.seat), after: snapshot(ended), reason });
  const { tenantId } = found;
  return { appointment: { type: 'Appointment', tenantId, id }, school: { type: 'School', tenantId, id: schoolId } };
}

function refuseImpossible(ctx: WriteContext, { seat }: FoundAppointment, to: CivilDate): void {
  if (to <= seat.from) throw badInput('endsOn', 'END_BEFORE_START');
  if (seat.to !== null && (seat.to <= ctx.today || to >= seat.to)) {
    throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_ENDED', endsOn: addDays(seat.to, -1) });
  }
}

/** The row that ends, the day after its last one, what was recorded of its end, and the version it had. */
export interface EndedRow extends Pick<AppointmentSeat, 'endMonth' | 'endDocumentNo' | 'endReason'> {
  readonly id: string;
  readonly schoolId: string;
  readonly version: number;
  readonly to: CivilDate;
  readonly endPrecision: DatePrecision;
}

/**
 * Writes the end of an appointment, for imports too.
 * @returns whether the row was still the one meant
 */
export async function endAppointmentRow(ctx: WriteContext, row: EndedRow): Promise<boolean> {
  const ended = await ctx.db.query(
    `UPDATE appointment SET valid = daterange(lower(valid), $4::date), end_precision = $5, end_month = $6::date,
       end_document_no = $7, end_reason = $8, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND version = $3 AND superseded_at IS NULL RETURNING 1 AS ok`,
    [
      ...[ctx.grant.tenantId, row.id, row.version, row.to, row.endPrecision],
      ...[row.endMonth, row.endDocumentNo, row.endReason],
    ],
  );
  ctx.standing.touch(row.schoolId);
  return ended.length > 0;
}
