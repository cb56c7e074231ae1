import { addDays, addMonths, maxDate } from '@zhixiao/domain';
import type { CivilDate, CommitteePortfolio, DatePrecision, Post } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { lockSchools } from '../schools/index.js';
import { planSeats, type Cut, type Seat, type SeatPlan } from './plan-seats.js';
import { conflictOf } from './refusals.js';

/** An appointment as it is entered: `endsOn` is its last day, a month-precise date any day of its month. */
export interface AppointmentRecord {
  readonly id?: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly personName: string;
  readonly post: Post;
  readonly portfolio: CommitteePortfolio | null;
  readonly fullTime: boolean | null;
  readonly acting: boolean;
  readonly startsOn: CivilDate;
  readonly startPrecision: DatePrecision;
  readonly endsOn: CivilDate | null;
  readonly endPrecision: DatePrecision | null;
  readonly tenureEndsOn: CivilDate | null;
  readonly probationUntil: CivilDate | null;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly endDocumentNo: string | null;
  readonly endReason: string | null;
  readonly remark: string | null;
  readonly source: 'ENTERED' | 'IMPORTED';
  readonly batchId?: string | null;
  /** why it was entered, where it takes the place of another */
  readonly reason?: string | null;
  readonly version?: number;
}

/** With the range that the database keeps. */
export type AppointmentSeat = AppointmentRecord & Seat;

/** The first day that a date stands for: of its month, where only the month is known. */
export function firstDay(day: CivilDate, precision: DatePrecision): CivilDate {
  return precision === 'MONTH' ? `${day.slice(0, 7)}-01` : day;
}

/** The first day of the month that was recorded as an end; null for an end on a day, or none. */
export function monthOf(endsOn: CivilDate | null, precision: DatePrecision | null): CivilDate | null {
  return endsOn !== null && precision === 'MONTH' ? firstDay(endsOn, 'MONTH') : null;
}

/** The day after the last one that an end stands for. */
export function dayAfter(end: CivilDate, precision: DatePrecision | null): CivilDate {
  return precision === 'MONTH' ? addMonths(firstDay(end, 'MONTH'), 1) : addDays(end, 1);
}

/**
 * The seat of an appointment. Who is there since the month in which the school opened is there since it opened.
 * @param openedOn the school's first day, where the caller knows it
 */
export function seatOf(record: AppointmentRecord, openedOn?: CivilDate): AppointmentSeat {
  const { startsOn, startPrecision, endsOn } = record;
  const start = firstDay(startsOn, startPrecision);
  const opensThen = openedOn !== undefined && startPrecision === 'MONTH' && openedOn.startsWith(start.slice(0, 7));
  const endPrecision = endsOn === null ? null : (record.endPrecision ?? 'DAY');
  return {
    ...record,
    id: record.id ?? newId(),
    from: opensThen ? maxDate(start, openedOn) : start,
    to: endsOn === null ? null : dayAfter(endsOn, endPrecision),
    endPrecision,
    endMonth: monthOf(endsOn, endPrecision),
  };
}

/**
 * Records appointments, set-wise in few statements; for the form, imports and the demo alike. A month-precise end before
 * one of them yields to it. Rights, dates and membership (STF-7) are the caller's to check.
 * @returns their ids, in the order given
 * @throws RuleViolation POST_ALREADY_HELD, ALREADY_APPOINTED: nothing is written then
 */
export async function recordAppointments(ctx: WriteContext, records: readonly AppointmentRecord[]): Promise<string[]> {
  if (records.length === 0) return [];
  const seats = records.map((record) => seatOf(record));
  await lockSchools(
    ctx,
    seats.map(({ schoolId }) => schoolId),
  );
  await writeSeats(ctx, planSeats(await heldSeats(ctx, seats), seats));
  return seats.map(({ id }) => id);
}

/** Unsuperseded seats at the schools and in the posts of the given ones. */
export function heldSeats(ctx: WriteContext, seats: readonly Pick<Seat, 'schoolId' | 'post'>[]): Promise<Seat[]> {
  return ctx.db.query<Seat>(
    `SELECT id, school_id AS "schoolId", person_id AS "personId", person_name AS "personName", post,
       end_month::text AS "endMonth", lower(valid)::text AS "from", upper(valid)::text AS "to"
     FROM appointment WHERE tenant_id = $1 AND school_id = ANY ($2::uuid[]) AND post = ANY ($3::text[]) AND superseded_at IS NULL`,
    [ctx.grant.tenantId, distinct(seats.map((s) => s.schoolId)), distinct(seats.map((s) => s.post))],
  );
}

/**
 * Writes a plan: cuts first, then the new rows beside the schools that their persons now serve. What another request wrote
 * since the plan was made is found here; the exclusion constraints of the table stand behind it.
 * @throws RuleViolation POST_ALREADY_HELD, ALREADY_APPOINTED
 */
export async function writeSeats(ctx: WriteContext, plan: SeatPlan<AppointmentSeat>): Promise<void> {
  const [first] = plan.conflicts;
  if (first) throw conflictOf(first);
  await cutSeats(ctx, plan.cuts);
  if (plan.seats.length === 0) return;
  const written = await ctx.db.query(INSERT_SQL, [ctx.grant.tenantId, JSON.stringify(plan.seats.map(columnsOf))]);
  if (written.length < plan.seats.length) {
    const [late] = planSeats(await heldSeats(ctx, plan.seats), plan.seats).conflicts;
    if (late) throw conflictOf(late);
    throw new Error('appointments were not recorded');
  }
  for (const seat of plan.seats) announce(ctx, seat);
}

async function cutSeats(ctx: WriteContext, cuts: readonly Cut[]): Promise<void> {
  if (cuts.length === 0) return;
  await ctx.db.query(
    `UPDATE appointment a SET valid = daterange(lower(a.valid), c."to"), version = a.version + 1
     FROM jsonb_to_recordset($2::jsonb) AS c (id uuid, "to" date) WHERE a.tenant_id = $1 AND a.id = c.id`,
    [ctx.grant.tenantId, JSON.stringify(cuts)],
  );
  for (const { id, schoolId, to, was } of cuts) {
    const action = was !== null && to > was ? 'appointment.restored' : 'appointment.yielded';
    const entry = { action, subjectType: 'Appointment', subjectId: id, schoolId };
    ctx.audit({ ...entry, before: { endsOn: was && addDays(was, -1) }, after: { endsOn: addDays(to, -1) } });
  }
}

const COLUMNS = `id uuid, school_id uuid, person_id uuid, person_name text, post text, portfolio text, full_time boolean,
  acting boolean, "from" date, "to" date, start_precision text, end_precision text, end_month date, tenure_end date, probation_until date,
  document_no text, authority text, end_document_no text, end_reason text, remark text, source text, batch_id uuid, reason text, version int`;

const INSERT_SQL = `WITH n AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (${COLUMNS})),
served AS (
  UPDATE person p SET school_ids = ARRAY(SELECT DISTINCT unnest(p.school_ids || s.ids))
  FROM (SELECT person_id, array_agg(DISTINCT school_id) AS ids FROM n GROUP BY person_id) s
  WHERE p.tenant_id = $1 AND p.id = s.person_id AND NOT p.school_ids @> s.ids)
INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, portfolio, full_time, acting, valid,
  start_precision, end_precision, end_month, tenure_end, probation_until, document_no, authority, end_document_no, end_reason, remark,
  source, batch_id, reason, version)
SELECT $1, n.id, n.school_id, n.person_id, n.person_name, n.post, n.portfolio, n.full_time, n.acting, daterange(n."from", n."to"),
  n.start_precision, n.end_precision, n.end_month, n.tenure_end, n.probation_until, n.document_no, n.authority, n.end_document_no,
  n.end_reason, n.remark, n.source, n.batch_id, n.reason, n.version
FROM n WHERE NOT EXISTS (
  SELECT 1 FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = n.school_id AND a.superseded_at IS NULL AND a.post = n.post
    AND a.valid && daterange(n."from", n."to") AND (n.post IN ('SECRETARY', 'PRINCIPAL') OR a.person_id = n.person_id))
RETURNING id`;

function columnsOf(seat: AppointmentSeat): Record<string, unknown> {
  const { id, post, portfolio, acting, from, to, authority, remark, source, reason = null, version = 1 } = seat;
  return {
    ...{ id, post, portfolio, acting, from, to, authority, remark, source, reason, version },
    school_id: seat.schoolId,
    person_id: seat.personId,
    person_name: seat.personName,
    full_time: seat.fullTime,
    start_precision: seat.startPrecision,
    end_precision: seat.endPrecision,
    end_month: seat.endMonth,
    end_document_no: seat.endDocumentNo,
    end_reason: seat.endReason,
    tenure_end: seat.tenureEndsOn,
    probation_until: seat.probationUntil,
    document_no: seat.documentNo,
    batch_id: seat.batchId ?? null,
  };
}

function announce(ctx: WriteContext, seat: AppointmentSeat): void {
  const { id, schoolId, reason = null } = seat;
  ctx.audit({
    action: 'appointment.made',
    subjectType: 'Appointment',
    subjectId: id,
    schoolId,
    after: snapshot(seat),
    reason,
  });
  ctx.standing.touch(schoolId);
}

/** An appointment as the audit remembers it. */
export function snapshot(
  seat: Omit<AppointmentRecord, 'source'> & Pick<Seat, 'from' | 'to' | 'endMonth'>,
): Record<string, unknown> {
  const { schoolId, personId, personName, post, portfolio, fullTime, acting, from, to } = seat;
  const { startPrecision, endPrecision, tenureEndsOn, probationUntil, documentNo, authority, remark } = seat;
  const { endMonth, endDocumentNo, endReason } = seat;
  const endsOn = to === null ? null : addDays(to, -1);
  return {
    ...{ schoolId, personId, personName, post, portfolio, fullTime, acting, startsOn: from, startPrecision, endsOn },
    ...{ endPrecision, endMonth: endMonth?.slice(0, 7) ?? null, endDocumentNo, endReason },
    ...{ tenureEndsOn, probationUntil, documentNo, authority, remark },
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
