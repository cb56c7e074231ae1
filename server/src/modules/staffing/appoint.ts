import { subjectOf } from '@zhixiao/policy';
import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { personRecord, recordPerson, type PersonValues } from '../people/index.js';
import { badInput, keyInOwnTenant, keyOf, optionalText, refusalAtSchool, type OwnKey } from '../schools/index.js';
import type { AppointInput } from './appointment.input.js';
import { checkedSeat } from './check-appointment.js';
import { planSeats, type Seat } from './plan-seats.js';
import { writeSeats, type AppointmentRecord } from './record-appointment.js';
import { refuseNonMember, type MemberFacts } from './refusals.js';

/** What was recorded, and where. */
export interface Appointed {
  readonly appointment: OwnKey;
  readonly school: OwnKey;
}

/**
 * Appoints a person to a post at a school. A true fact is recorded whatever it breaks of the Opinion; only who is no full
 * member in a party post (STF-7) and a second holder of one seat (STF-8) are refused.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT, RULE_VIOLATED, POST_ALREADY_HELD, ALREADY_APPOINTED
 */
export async function appoint(ctx: WriteContext, input: AppointInput): Promise<Appointed> {
  const school = keyOf('School', input.schoolId);
  const subject = subjectOf('Appointment', { tenantId: school.tenantId, schoolId: school.id });
  if (!ctx.ability.can('appoint', subject)) throw await refusalAtSchool(ctx, school);
  if (Boolean(input.personId) === Boolean(input.newPerson)) throw badInput('personId', 'ONE_PERSON');
  const found = await findPlace(ctx, school, input);
  const person = personOf(ctx, input, found);
  const seat = checkedSeat(found, recordOf(input, school, person));
  refuseNonMember(seat, person);
  const plan = planSeats(found.held, [seat]);
  if (person.record) await recordPerson(ctx, { ...person.record, id: person.id, schoolIds: [school.id] });
  await writeSeats(ctx, plan);
  return { school, appointment: { type: 'Appointment', tenantId: school.tenantId, id: seat.id } };
}

interface Place {
  openedOn: CivilDate;
  closedOn: CivilDate | null;
  /** the person asked for; null where there is none such in the tenant */
  person: (MemberFacts & { name: string }) | null;
  isOwn: boolean;
  held: Seat[];
}

/** The school, locked, the person and who holds the post: all in one statement. */
async function findPlace(ctx: WriteContext, school: OwnKey, input: AppointInput): Promise<Place> {
  const personId = input.personId ? keyInOwnTenant(ctx, 'Person', input.personId).id : null;
  const [place] = await ctx.db.query<Place>(
    `SELECT s.opened_on::text AS "openedOn", s.closed_on::text AS "closedOn",
       (SELECT json_build_object('name', p.name, 'membership', p.membership, 'partyFullOn', p.party_full_on)
        FROM person p WHERE p.tenant_id = $1 AND p.id = $3) AS person,
       EXISTS (SELECT 1 FROM account_person l WHERE l.tenant_id = $1 AND l.account_id = $4 AND l.person_id = $3) AS "isOwn",
       (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'schoolId', a.school_id, 'personId', a.person_id,
          'personName', a.person_name, 'post', a.post, 'endMonth', a.end_month, 'from', lower(a.valid),
          'to', upper(a.valid))), '[]')
        FROM appointment a WHERE a.tenant_id = $1 AND a.school_id = s.id AND a.post = $5 AND a.superseded_at IS NULL) AS held
     FROM school s WHERE s.tenant_id = $1 AND s.id = $2 FOR UPDATE OF s`,
    [school.tenantId, school.id, personId, ctx.grant.accountId, input.post],
  );
  if (!place) throw notFound();
  return place;
}

interface Appointee extends MemberFacts {
  readonly id: string;
  readonly name: string;
  /** a new person, to be recorded with the appointment */
  readonly record: PersonValues | null;
}

function personOf(ctx: WriteContext, input: AppointInput, place: Place): Appointee {
  if (input.newPerson) {
    if (!ctx.ability.can('create', subjectOf('Person', { tenantId: ctx.grant.tenantId }))) {
      throw new RuleViolation('FORBIDDEN');
    }
    const record = personRecord(input.newPerson);
    return { id: newId(), record, ...record };
  }
  if (!place.person) throw notFound();
  // nobody decides about themselves
  if (place.isOwn) throw new RuleViolation('FORBIDDEN', { reason: 'OWN_PERSON' });
  return { id: keyOf('Person', input.personId ?? '').id, record: null, ...place.person };
}

function recordOf(input: AppointInput, school: OwnKey, person: Appointee): AppointmentRecord {
  const { post, portfolio = null, fullTime = null, startsOn, endsOn = null, endPrecision = null } = input;
  return {
    ...{ schoolId: school.id, personId: person.id, personName: person.name, post, portfolio, fullTime },
    ...{ acting: input.acting ?? false, startsOn, startPrecision: input.startPrecision ?? 'DAY', endsOn, endPrecision },
    ...{ tenureEndsOn: input.tenureEndsOn ?? null, probationUntil: input.probationUntil ?? null },
    ...{ documentNo: optionalText(input.documentNo), authority: optionalText(input.authority) },
    ...{ endDocumentNo: optionalText(input.endDocumentNo), endReason: optionalText(input.endReason) },
    ...{ remark: optionalText(input.remark), source: 'ENTERED' },
  };
}
