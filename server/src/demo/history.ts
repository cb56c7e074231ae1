import { addDays, addMonths, encodeId } from '@zhixiao/domain';
import type { CivilDate } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import type { Calendar } from './dates.js';
import type { DemoSchool, RecordedSeat } from './school.js';
import type { TenantPlan } from './seeds.js';
import { WORDS } from './words.js';

/** Who asked for the departures and made the entries of generated data: no account that anyone can use. */
export const RECORDED_BY = derivedId('account', 'generated');

/** How far back the audit of the demonstration goes. */
const MONTHS_OF_HISTORY = 4;

/** When something that holds from a day on was recorded: in the morning of the day before. */
export function recordedAt(from: CivilDate): string {
  return `${addDays(from, -1)}T09:30:00+08:00`;
}

interface Recorded {
  readonly on: CivilDate;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** An entry of the audit as its table has it. */
export interface DemoAuditRow extends Readonly<Record<string, unknown>> {
  readonly at: string;
}

/** What the audit would hold of the last months, had the data been entered: the demonstration's entries, under its name. */
export function historyOf(plan: TenantPlan, schools: readonly DemoSchool[], { asOf }: Calendar): DemoAuditRow[] {
  const { tenantId } = plan;
  const since = addMonths(asOf, -MONTHS_OF_HISTORY);
  const grantId = encodeId('G', tenantId, RECORDED_BY);
  return schools.flatMap((school) =>
    recordedOf(school)
      .filter(({ on }) => on > since)
      .map(({ on, action, subjectType, subjectId, after, reason }) => ({
        ...{ tenant_id: tenantId, id: derivedId(subjectId, action), at: recordedAt(on), account_id: RECORDED_BY },
        ...{ actor: WORDS.loadedBy, grant_id: grantId, role: 'CountyAdmin', request_id: 'demonstration', ip: null },
        ...{ action, subject_type: subjectType, subject_id: subjectId, school_id: school.id, after, reason },
      })),
  );
}

function recordedOf(school: DemoSchool): Recorded[] {
  const { seats, rollout, departures } = school;
  return [
    ...seats.map((one) => appointed(school, one)),
    ...rollout.map(({ on, state, readiness, documentNo, declared, reason }) => ({
      ...{ on, action: 'rollout.set', subjectType: 'RolloutEntry', subjectId: derivedId(school.id, 'rollout', on) },
      after: { schoolId: school.id, state, readiness, effectiveOn: on, documentNo, declared, reason },
      reason,
    })),
    ...departures.map(({ requestedOn: on, id, checkId, personId, reason }) => ({
      ...{ on, action: 'departure.requested', subjectType: 'StaffingDeparture', subjectId: id },
      after: { schoolId: school.id, checkId, personId, reason, status: 'PENDING', requestedOn: on },
      reason,
    })),
  ];
}

function appointed(school: DemoSchool, one: RecordedSeat): Recorded {
  const { id, person, post, portfolio, fullTime, acting, from, precision, tenureEnd, documentNo, authority } = one;
  const who = { schoolId: school.id, personId: person.id, personName: person.name, post, portfolio, fullTime, acting };
  const paper = { startsOn: from, startPrecision: precision, tenureEndsOn: tenureEnd, documentNo, authority };
  return {
    ...{ on: from, action: 'appointment.made', subjectType: 'Appointment', subjectId: id, reason: null },
    after: { ...who, ...paper },
  };
}
