import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, given, optionalText } from '../schools/index.js';
import type { Appointed } from './appoint.js';
import type { CorrectAppointmentInput } from './appointment.input.js';
import { checkedSeat } from './check-appointment.js';
import { conflict, findAppointment, type FoundAppointment } from './find-appointment.js';
import { planSeats } from './plan-seats.js';
import { heldSeats, snapshot, writeSeats, type AppointmentRecord } from './record-appointment.js';
import { refuseNonMember } from './refusals.js';

/**
 * Corrects what was entered: a new row with the reason takes the place of the old one, which stays as it was. Post, person
 * and school are what an appointment is, so another post is another appointment.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT, RULE_VIOLATED, POST_ALREADY_HELD, ALREADY_APPOINTED
 */
export async function correctAppointment(ctx: WriteContext, input: CorrectAppointmentInput): Promise<Appointed> {
  const found = await findAppointment(ctx, input, 'correct');
  const reason = filledText('reason', input.reason);
  const { id: oldId, version } = found.seat;
  const record = { ...corrected(found, input), id: newId(), version: version + 1, reason };
  const seat = checkedSeat(found.school, record);
  refuseNonMember(seat, found.member, found.seat);
  if (!(await supersedeAppointment(ctx, found.seat, seat.id))) throw await conflict(ctx, input.id);
  await writeSeats(ctx, planSeats(await heldSeats(ctx, [seat]), [seat]));
  const { schoolId } = seat;
  const entry = { action: 'appointment.corrected', subjectType: 'Appointment', subjectId: oldId, schoolId };
  ctx.audit({ ...entry, before: snapshot(found.seat), after: snapshot(seat), reason });
  const { tenantId } = found;
  return {
    appointment: { type: 'Appointment', tenantId, id: seat.id },
    school: { type: 'School', tenantId, id: schoolId },
  };
}

/** What the input names, over what was recorded. */
function corrected({ seat }: FoundAppointment, input: CorrectAppointmentInput): AppointmentRecord {
  const { startsOn, startPrecision, endsOn, endPrecision, acting } = input;
  if (startsOn === null) throw badInput('startsOn', 'REQUIRED');
  const dates = given({ startsOn, endsOn, tenureEndsOn: input.tenureEndsOn, probationUntil: input.probationUntil });
  const end: CivilDate | null = endsOn === undefined ? seat.endsOn : endsOn;
  return {
    ...seat,
    ...dates,
    ...given({ portfolio: input.portfolio, fullTime: input.fullTime }),
    ...given({
      endDocumentNo: end === null ? null : textOf(input.endDocumentNo),
      endReason: end === null ? null : textOf(input.endReason),
      documentNo: textOf(input.documentNo),
      authority: textOf(input.authority),
      remark: textOf(input.remark),
    }),
    acting: acting ?? seat.acting,
    startPrecision: startPrecision ?? (startsOn ? 'DAY' : seat.startPrecision),
    endPrecision: end === null ? null : (endPrecision ?? (endsOn ? 'DAY' : seat.endPrecision)),
  };
}

function textOf(text: string | null | undefined): string | null | undefined {
  return text === undefined ? undefined : optionalText(text);
}

/**
 * Takes a row out of force, for the one that says it right, or for none where an import is undone.
 * @returns whether the row was still the one meant
 */
export async function supersedeAppointment(
  ctx: WriteContext,
  row: { readonly id: string; readonly schoolId: string; readonly version: number },
  by: string | null,
): Promise<boolean> {
  const superseded = await ctx.db.query(
    `UPDATE appointment SET superseded_at = now(), superseded_by = $4
     WHERE tenant_id = $1 AND id = $2 AND version = $3 AND superseded_at IS NULL RETURNING 1 AS ok`,
    [ctx.grant.tenantId, row.id, row.version, by],
  );
  ctx.standing.touch(row.schoolId);
  return superseded.length > 0;
}
