import { addDays } from '@zhixiao/domain';
import type { CivilDate } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { keyOf, lockSchools } from '../schools/index.js';
import type { Seat } from './plan-seats.js';
import type { AppointmentRecord } from './record-appointment.js';
import type { MemberFacts } from './refusals.js';

/** An appointment as it is recorded, with what a use case must know of its school and person. */
export interface FoundAppointment {
  readonly tenantId: number;
  readonly seat: AppointmentRecord & Seat & { readonly id: string; readonly version: number };
  readonly school: { readonly openedOn: CivilDate; readonly closedOn: CivilDate | null };
  readonly member: MemberFacts;
}

export interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * The appointment that may be ended, cancelled or corrected, with its school locked until COMMIT.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT with the version of the record that took its place
 */
export async function findAppointment(
  ctx: WriteContext,
  target: Target,
  action: 'end' | 'correct',
): Promise<FoundAppointment> {
  const key = keyOf('Appointment', target.id);
  const [row] = await ctx.db.query<Row>(FIND_SQL, [key.tenantId, key.id, ctx.grant.accountId]);
  if (!row) throw notFound();
  const subject = subjectOf('Appointment', { tenantId: key.tenantId, schoolId: row.schoolId });
  if (!ctx.ability.can(action, subject)) {
    throw ctx.ability.can('read', subject) ? new RuleViolation('FORBIDDEN') : notFound();
  }
  // nobody decides about themselves
  if (row.isOwn) throw new RuleViolation('FORBIDDEN', { reason: 'OWN_PERSON' });
  await lockSchools(ctx, [row.schoolId]);
  if (row.superseded || row.version !== target.expectedVersion) throw await conflict(ctx, target.id);
  return found(key.tenantId, row);
}

/** The refusal of a stale version: the record that is in force now may have another id. */
export async function conflict(ctx: WriteContext, opaque: string): Promise<RuleViolation> {
  const key = keyOf('Appointment', opaque);
  const [row] = await ctx.db.query<{ version: number }>(
    `WITH RECURSIVE chain (id, superseded_by, version) AS (
       SELECT id, superseded_by, version FROM appointment WHERE tenant_id = $1 AND id = $2
       UNION SELECT a.id, a.superseded_by, a.version FROM chain c JOIN appointment a ON a.tenant_id = $1 AND a.id = c.superseded_by)
     SELECT max(version)::int AS version FROM chain`,
    [key.tenantId, key.id],
  );
  return new RuleViolation('CONFLICT', { currentVersion: row?.version ?? null });
}

type Row = Omit<AppointmentRecord, 'startsOn' | 'endsOn'> &
  Seat & { version: number; superseded: boolean; isOwn: boolean } & FoundAppointment['school'] &
  MemberFacts;

const FIND_SQL = `SELECT a.id, a.school_id AS "schoolId", a.person_id AS "personId", a.person_name AS "personName", a.post, a.portfolio,
  a.full_time AS "fullTime", a.acting, lower(a.valid)::text AS "from", upper(a.valid)::text AS "to",
  a.start_precision AS "startPrecision", a.end_precision AS "endPrecision", a.end_month::text AS "endMonth",
  a.end_document_no AS "endDocumentNo", a.end_reason AS "endReason", a.tenure_end::text AS "tenureEndsOn",
  a.probation_until::text AS "probationUntil", a.document_no AS "documentNo", a.authority, a.remark, a.source,
  a.batch_id AS "batchId", a.version, a.superseded_at IS NOT NULL AS superseded,
  s.opened_on::text AS "openedOn", s.closed_on::text AS "closedOn", p.membership, p.party_full_on::text AS "partyFullOn",
  EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = $1 AND l.account_id = $3 AND l.person_id = a.person_id) AS "isOwn"
FROM appointment a
JOIN school s ON s.tenant_id = a.tenant_id AND s.id = a.school_id
JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
WHERE a.tenant_id = $1 AND a.id = $2`;

/** The end as it was recorded: a day of its month, where a successor may have cut the range. */
function recordedEnd({ to, endMonth }: Seat): CivilDate | null {
  return endMonth ?? (to === null ? null : addDays(to, -1));
}

function found(tenantId: number, row: Row): FoundAppointment {
  const { openedOn, closedOn, membership, partyFullOn, superseded: _superseded, isOwn: _isOwn, ...seat } = row;
  return {
    tenantId,
    seat: { ...seat, startsOn: seat.from, endsOn: recordedEnd(seat) },
    school: { openedOn, closedOn },
    member: { membership, partyFullOn },
  };
}
