import type { AppointmentFact, AppointmentWrite, PersonFact } from '@zhixiao/documents';
import type { DatePrecision } from '@zhixiao/domain';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { BatchRef, ImportEffect, ImportKind, KindFacts } from '../../platform/imports/index.js';
import { dayOfRoster, lastDayOfRoster } from '../../platform/imports/index.js';
import { recordPersons } from '../people/index.js';
import { supersedeAppointment } from './correct-appointment.js';
import { recordAppointments } from './record-appointment.js';
import type { AppointmentRecord } from './record-appointment.js';

/** The roster of leadership teams (L2): one row a person or one row a school. */
export const rosterImport: ImportKind<'ROSTER'> = { kind: 'ROSTER', facts, write, undo };

const PEOPLE_SQL = `SELECT tenant_id AS "tenantId", id AS "personId", name, birth_month AS "birthMonth" FROM person WHERE tenant_id BETWEEN $1 AND $2`;
const APPOINTMENTS_SQL = `SELECT a.tenant_id AS "tenantId", a.id AS "appointmentId", a.school_id AS "schoolId", a.person_id AS "personId",
    a.person_name AS "personName", p.birth_month AS "birthMonth", a.post, a.full_time AS "fullTime",
    json_build_object('on', left(lower(a.valid)::text, CASE a.start_precision WHEN 'MONTH' THEN 7 ELSE 10 END), 'precision', lower(a.start_precision)) AS started,
    CASE WHEN upper_inf(a.valid) THEN NULL ELSE json_build_object('on', COALESCE(to_char(a.end_month, 'YYYY-MM'), (upper(a.valid) - 1)::text),
      'precision', lower(COALESCE(a.end_precision, 'DAY'))) END AS ended
  FROM appointment a JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
  WHERE a.tenant_id BETWEEN $1 AND $2 AND a.superseded_at IS NULL`;

async function facts(ctx: ReadContext): Promise<KindFacts> {
  const values = [ctx.grant.lo, ctx.grant.hi];
  const [people, appointments] = await ctx.read.run([
    { text: PEOPLE_SQL, values },
    { text: APPOINTMENTS_SQL, values },
  ]);
  return {
    people: (people?.rows ?? []) as unknown as PersonFact[],
    appointments: (appointments?.rows ?? []) as unknown as AppointmentFact[],
  };
}

/** Who served where: what a judgement of rows leans on, shown to nobody. Row security keeps it to the grant's reach. */
export async function appointmentFacts(ctx: ReadContext): Promise<AppointmentFact[]> {
  const [found] = await ctx.read.run([{ text: APPOINTMENTS_SQL, values: [ctx.grant.lo, ctx.grant.hi] }]);
  return (found?.rows ?? []) as unknown as AppointmentFact[];
}

async function write(ctx: WriteContext, batch: BatchRef, writes: readonly AppointmentWrite[]): Promise<ImportEffect[]> {
  const people = await writePeople(ctx, batch, writes);
  const replaced = await replaceChanged(ctx, writes);
  const records = writes.map((one) =>
    recordOf(one, { batch, personId: people.ids.get(one.personKey) ?? one.personId ?? '' }),
  );
  await recordAppointments(ctx, records);
  const appointments = records.map(({ id = '', schoolId }, i): ImportEffect => {
    const before = replaced.get(writes[i]?.appointmentId ?? '') ?? null;
    return { subjectType: 'Appointment', subjectId: id, schoolId, before, after: { version: 1 } };
  });
  return [...people.effects, ...appointments];
}

interface WrittenPeople {
  ids: Map<string, string>;
  effects: ImportEffect[];
}

/** People whom the tenant did not know yet; two rows with one key are one person. */
async function writePeople(
  ctx: WriteContext,
  batch: BatchRef,
  writes: readonly AppointmentWrite[],
): Promise<WrittenPeople> {
  const unknown = [...new Map(writes.filter((w) => !w.personId).map((w) => [w.personKey, w])).values()];
  const ids = await recordPersons(
    ctx,
    unknown.map(({ person, schoolId }) => ({
      name: person.name,
      sex: person.sex,
      birthMonth: person.birthMonth,
      ethnicity: person.ethnicity,
      education: person.education ?? null,
      title: person.title ?? null,
      membership: person.membership,
      partyJoinedOn: person.joinedOn ? dayOfRoster(person.joinedOn) : null,
      partyFullOn: null,
      schoolIds: [schoolId],
      batchId: batch.id,
    })),
  );
  const effects = ids.map((id, i): ImportEffect => {
    const schoolId = unknown[i]?.schoolId ?? null;
    return { subjectType: 'Person', subjectId: id, schoolId, before: null, after: { version: 1 } };
  });
  return { ids: new Map(unknown.map(({ personKey }, i) => [personKey, ids[i] ?? ''])), effects };
}

interface Standing {
  id: string;
  schoolId: string;
  version: number;
  record: Record<string, unknown>;
}

const RECORD_SQL = `SELECT id, school_id AS "schoolId", version, jsonb_build_object('schoolId', school_id, 'personId', person_id, 'personName', person_name,
    'post', post, 'portfolio', portfolio, 'fullTime', full_time, 'acting', acting, 'startsOn', lower(valid), 'startPrecision', start_precision,
    'endsOn', COALESCE(end_month, upper(valid) - 1), 'endPrecision', end_precision, 'endDocumentNo', end_document_no, 'endReason', end_reason, 'tenureEndsOn', tenure_end, 'probationUntil', probation_until,
    'documentNo', document_no, 'authority', authority, 'remark', remark, 'source', source) AS record
  FROM appointment WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND superseded_at IS NULL`;

/** Takes rows that the file says otherwise out of force; what they said is kept with the effect. */
async function replaceChanged(
  ctx: WriteContext,
  writes: readonly AppointmentWrite[],
): Promise<Map<string, Record<string, unknown>>> {
  const ids = writes.flatMap(({ change, appointmentId }) =>
    change === 'CHANGED' && appointmentId ? [appointmentId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.query<Standing>(RECORD_SQL, [ctx.grant.tenantId, ids]);
  for (const row of rows) await supersedeAppointment(ctx, row, null);
  return new Map(rows.map((row) => [row.id, row.record]));
}

const precisionOf = (precision: 'month' | 'day'): DatePrecision => (precision === 'month' ? 'MONTH' : 'DAY');

function recordOf(
  one: AppointmentWrite,
  { batch, personId }: { batch: BatchRef; personId: string },
): AppointmentRecord {
  const { person, started, ended, post, fullTime, schoolId } = one;
  return {
    id: newId(),
    schoolId,
    personId,
    personName: person.name,
    post,
    portfolio: post === 'COMMITTEE_MEMBER' ? (person.portfolios?.[0] ?? null) : null,
    fullTime,
    acting: false,
    startsOn: dayOfRoster(started.on),
    startPrecision: precisionOf(started.precision),
    endsOn: ended ? lastDayOfRoster(ended.on) : null,
    endPrecision: ended ? precisionOf(ended.precision) : null,
    tenureEndsOn: person.termEnd ? lastDayOfRoster(person.termEnd) : null,
    probationUntil: null,
    documentNo: person.documentNo ?? null,
    authority: person.appointBy ?? null,
    endDocumentNo: null,
    endReason: null,
    remark: null,
    source: 'IMPORTED',
    batchId: batch.id,
    reason: batch.fileName,
  };
}

/** Rows are superseded, what they replaced is recorded again; people stay, without the schools that only the batch gave them. */
async function undo(ctx: WriteContext, batch: BatchRef, effects: readonly ImportEffect[]): Promise<void> {
  const appointments = effects.filter(({ subjectType }) => subjectType === 'Appointment');
  for (const { subjectId, schoolId, after } of appointments) {
    const row = { id: subjectId, schoolId: schoolId ?? '', version: Number(after?.['version']) };
    if (!(await supersedeAppointment(ctx, row, null)))
      throw new RuleViolation('BAD_STATE', { reason: 'CHANGED_SINCE' });
    ctx.audit({
      action: 'appointment.undone',
      subjectType: 'Appointment',
      subjectId,
      schoolId,
      reason: batch.fileName,
    });
  }
  const former = appointments.flatMap(({ before }) =>
    before ? [{ ...(before as unknown as AppointmentRecord), id: newId() }] : [],
  );
  await recordAppointments(ctx, former);
  const people = effects.flatMap(({ subjectType, subjectId }) => (subjectType === 'Person' ? [subjectId] : []));
  await ctx.db.query(
    `UPDATE person p SET school_ids = ARRAY(SELECT DISTINCT a.school_id FROM appointment a
       WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id AND a.superseded_at IS NULL)
     WHERE p.tenant_id = $1 AND p.id = ANY ($2::uuid[])`,
    [ctx.grant.tenantId, people],
  );
}
