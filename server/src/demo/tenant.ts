import { standingPeriods } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import { standingRow } from '../platform/standing/rebuild.js';
import { reportingCalendar } from './dates.js';
import type { Calendar } from './dates.js';
import { historyOf, RECORDED_BY, recordedAt } from './history.js';
import { superiorOf } from './organization.js';
import type { OrganizationVersion } from './organization.js';
import { createPersonMaker } from './people.js';
import type { DemoPerson } from './people.js';
import { createRandom, hashText } from './random.js';
import { DEMO_SETTINGS, factsOf, generateSchool } from './school.js';
import type { DemoSchool, TenantSite } from './school.js';
import type { TenantPlan } from './seeds.js';
import type { CopyText } from './tables.js';
import { WORDS } from './words.js';

/** Generates one tenant's schools. The same plan and day give the same rows, whatever was generated before. */
export function generateTenant(plan: TenantPlan, today: Calendar): DemoSchool[] {
  const calendar = reportingCalendar(plan, today);
  const random = createRandom(hashText(String(plan.tenantId)));
  const site: TenantSite = {
    random,
    plan,
    calendar,
    people: createPersonMaker(random, plan.tenantId, calendar.year),
    leftHeads: [],
    countyMonths: random.normal() * 4,
  };
  return plan.schools.map((seed) => generateSchool(site, seed));
}

/** Adds a tenant's rows, standing included, to the text that will be copied in. */
export function writeTenant(out: CopyText, plan: TenantPlan, calendar: Calendar): DemoSchool[] {
  const schools = generateTenant(plan, calendar);
  const { tenantId } = plan;
  const superior = superiorOf(plan, calendar);
  const organizations = [superior, ...schools.flatMap((school) => [...school.organizations, ...school.subBranches])];
  const led = schoolsLed(schools);
  for (const id of new Set(organizations.map((one) => one.organizationId)))
    out.add('party_organization', { tenant_id: tenantId, id, school_ids: led.get(id) ?? [] });
  for (const one of organizations) {
    const school_ids = led.get(one.organizationId) ?? [];
    out.add('party_organization_version', { ...organizationRow(tenantId, one), school_ids });
  }
  for (const person of new Set(schools.flatMap((school) => school.seats.map((one) => one.person)))) {
    out.add('person', personRow(tenantId, person));
  }
  for (const school of schools) writeSchool(out, school);
  if (plan.isDetailed) for (const row of historyOf(plan, schools, calendar)) out.add('audit_entry', row);
  return schools;
}

/** Which schools' people may see an organisation: the one that leads them and its branches. */
function schoolsLed(schools: readonly DemoSchool[]): Map<string, string[]> {
  const led = new Map<string, string[]>();
  for (const school of schools) {
    const own = new Set([...school.organizations.slice(0, 1), ...school.subBranches].map((one) => one.organizationId));
    for (const id of own) led.set(id, [...(led.get(id) ?? []), school.id]);
  }
  return led;
}

function range(from: string, to: string | null): string {
  return `[${from},${to ?? ''})`;
}

function organizationRow(tenantId: number, one: OrganizationVersion) {
  return {
    tenant_id: tenantId,
    id: derivedId(one.organizationId, one.from),
    organization_id: one.organizationId,
    valid: range(one.from, one.to),
    name: one.name,
    org_type: one.orgType,
    has_committee: one.hasCommittee,
    full_members: one.fullMembers,
    probationary_members: one.probationaryMembers,
    term_start: one.termStart,
    term_end: one.termEnd,
    term_extended_until: one.termExtendedUntil,
    approval_no: one.approvalNo,
    superior_id: one.superiorId,
    assumed: one.assumed,
  };
}

function personRow(tenantId: number, person: DemoPerson) {
  return {
    tenant_id: tenantId,
    id: person.id,
    person_key: person.id,
    name: person.name,
    ...person.pinyin,
    sex: person.sex,
    birth_month: person.birthMonth,
    ethnicity: person.ethnicity,
    education: person.education,
    title: person.title,
    membership: person.membership,
    party_joined_on: person.joinedOn,
    party_full_on: person.fullOn,
    school_ids: person.schoolIds,
  };
}

function writeSchool(out: CopyText, school: DemoSchool): void {
  const { seed, openedOn } = school;
  const key = { tenant_id: seed.tenantId, school_id: school.id };
  out.add('school', { tenant_id: seed.tenantId, id: school.id, code: seed.code, opened_on: openedOn });
  out.add('school_version', {
    ...key,
    id: derivedId(school.id, openedOn),
    valid: range(openedOn, null),
    name: seed.name,
    stage: seed.stage,
    ownership: seed.ownership,
    legal_person: seed.legalPerson,
    assumed: seed.assumed,
    ...school.size,
  });
  for (const one of school.organizations.slice(0, 1)) {
    const id = derivedId(school.id, one.organizationId);
    out.add('school_organization', { ...key, id, organization_id: one.organizationId, valid: range(openedOn, null) });
  }
  writeStaffing(out, school, key);
  const facts = factsOf(school);
  for (const period of standingPeriods(facts, DEMO_SETTINGS)) {
    out.add('school_standing', { ...standingRow(facts, period), tenant_id: seed.tenantId });
  }
}

function writeStaffing(out: CopyText, school: DemoSchool, key: { tenant_id: number; school_id: string }): void {
  for (const one of school.seats) {
    out.add('appointment', {
      ...key,
      id: one.id,
      person_id: one.person.id,
      person_name: one.person.name,
      post: one.post,
      portfolio: one.portfolio,
      full_time: one.fullTime,
      acting: one.acting,
      valid: range(one.from, one.to),
      start_precision: one.precision,
      end_precision: one.to === null ? null : 'DAY',
      tenure_end: one.tenureEnd,
      probation_until: one.probationUntil,
      document_no: one.documentNo,
      authority: one.authority,
      source: 'ENTERED',
    });
  }
  for (const one of school.departures) out.add('staffing_departure', { ...key, ...departureColumns(one) });
  for (const entry of school.rollout) {
    const { state, readiness, on, documentNo: document_no, declared, reason } = entry;
    const id = derivedId(school.id, 'rollout', on);
    out.add('rollout_entry', {
      ...key,
      id,
      state,
      readiness,
      effective_on: on,
      document_no,
      declared,
      reason,
      recorded_by: WORDS.loadedBy,
      created_at: recordedAt(on),
    });
  }
}

function departureColumns(one: DemoSchool['departures'][number]) {
  return {
    id: one.id,
    check_id: one.checkId,
    person_id: one.personId,
    reason: one.reason,
    status: one.status,
    requested_on: one.requestedOn,
    requested_by: WORDS.loadedBy,
    requested_by_account: RECORDED_BY,
    approver: one.approver,
    approved_on: one.approvedOn,
    review_on: one.reviewOn,
    withdrawn_on: one.withdrawnOn,
    withdrawn_reason: one.withdrawnReason,
  };
}
