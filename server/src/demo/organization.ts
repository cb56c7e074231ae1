import { addDays, addMonths, addYears, branchNeedsCommittee, termYears } from '@zhixiao/domain';
import type { CivilDate, PartyOrgType } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import type { Calendar } from './dates.js';
import type { Random } from './random.js';
import type { SchoolSeed, TenantPlan } from './seeds.js';
import { fill, WORDS } from './words.js';

/** A version of an organisation, as the database has it. */
export interface OrganizationVersion {
  readonly organizationId: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly name: string;
  readonly orgType: PartyOrgType;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number;
  readonly probationaryMembers: number | null;
  readonly termStart: CivilDate | null;
  readonly termEnd: CivilDate | null;
  readonly termExtendedUntil: CivilDate | null;
  readonly approvalNo: string | null;
  readonly superiorId: string | null;
  readonly assumed: readonly string[];
}

interface Term {
  readonly start: CivilDate;
  readonly end: CivilDate;
  readonly extendedUntil: CivilDate | null;
}

/** The working committee for education, above the organisations of all schools of a tenant. */
export function superiorOf(plan: TenantPlan, calendar: Calendar): OrganizationVersion {
  return {
    organizationId: derivedId(plan.tenantId, 'superior'),
    from: calendar.recordsSince,
    to: null,
    name: fill(WORDS.superior, plan.name),
    orgType: 'COMMITTEE',
    hasCommittee: true,
    fullMembers: 24,
    probationaryMembers: 0,
    termStart: null,
    termEnd: null,
    termExtendedUntil: null,
    approvalNo: null,
    superiorId: null,
    assumed: [],
  };
}

/** The committee follows from the members: a branch with seven full members has one, a smaller one none. */
export function hasCommittee(seed: SchoolSeed): boolean | null {
  if (seed.orgType === 'JOINT_BRANCH') return false;
  return seed.orgType === 'BRANCH' ? branchNeedsCommittee(seed.members) : true;
}

function organizationName(seed: SchoolSeed): string {
  const form = seed.orgType === 'BRANCH' && !hasCommittee(seed) ? 'BRANCH_ALONE' : seed.orgType;
  return fill(WORDS.organizationNames[form], seed.name);
}

/** The organisation that leads a school: before its last election and since, with the members of each time. */
export function versionsOf(random: Random, seed: SchoolSeed, site: OrganizationSite): OrganizationVersion[] {
  const { plan, calendar, since } = site;
  const present = presentVersion(random, seed, site);
  if (!plan.isStaffed) return [{ ...present, probationaryMembers: null }];
  const term = lastTerm(random, seed.orgType, calendar);
  const current = { ...present, ...termColumns(term), approvalNo: documentNo(random, plan, term.start) };
  if (term.start <= since) return [current];
  const start = addYears(term.start, -termYears(seed.orgType));
  const before = termColumns({ start, end: addDays(term.start, -1), extendedUntil: null });
  const fewer = Math.max(1, seed.members - random.whole(0, Math.min(2, seed.members - 1)));
  // the committee stays what it is: only a count that keeps its kind is made up for the time before
  const fullMembers = hasCommittee({ ...seed, members: fewer }) === present.hasCommittee ? fewer : seed.members;
  return [
    { ...present, ...before, to: term.start, fullMembers, probationaryMembers: 0 },
    { ...current, from: term.start },
  ];
}

function presentVersion(random: Random, seed: SchoolSeed, { plan, since }: OrganizationSite): OrganizationVersion {
  return {
    organizationId: derivedId(seed.tenantId, seed.code, 'organization'),
    from: since,
    to: null,
    name: organizationName(seed),
    orgType: seed.orgType,
    hasCommittee: hasCommittee(seed),
    fullMembers: seed.members,
    probationaryMembers: random.chance(0.3) ? random.whole(1, 2) : 0,
    ...termColumns(null),
    approvalNo: null,
    superiorId: derivedId(plan.tenantId, 'superior'),
    assumed: plan.isStaffed ? [] : ['hasCommittee'],
  };
}

export interface OrganizationSite {
  readonly plan: TenantPlan;
  readonly calendar: Calendar;
  /** the first day of the school's records */
  readonly since: CivilDate;
}

/** 文 〔2024〕 12号 of the tenant */
export function documentNo(random: Random, plan: TenantPlan, day: CivilDate): string {
  return fill(WORDS.appointmentDocument, plan.shortName.slice(0, 1), day.slice(0, 4), random.whole(1, 86));
}

function termColumns(term: Term | null) {
  return {
    termStart: term?.start ?? null,
    termEnd: term?.end ?? null,
    termExtendedUntil: term?.extendedUntil ?? null,
  };
}

/** 91 % are within their term; of the rest some have an extension approved and some are overdue (STF-11). */
function lastTerm(random: Random, type: PartyOrgType, { asOf }: Calendar): Term {
  const months = termYears(type) * 12;
  const isOver = random.chance(0.09);
  const age = isOver ? months + random.whole(1, 9) : random.whole(1, months - 1);
  const start = `${addMonths(asOf, -age).slice(0, 7)}-${random.pick(['08', '16', '22', '28'])}`;
  const end = addDays(addYears(start, termYears(type)), -1);
  return { start, end, extendedUntil: isOver && random.chance(0.4) ? addMonths(end, 11) : null };
}

/** The sub-branches of a 党委 or 党总支, each with its share of the members. */
export function subBranchesOf(random: Random, seed: SchoolSeed, site: OrganizationSite): OrganizationVersion[] {
  if (seed.orgType !== 'COMMITTEE' && seed.orgType !== 'GENERAL_BRANCH') return [];
  const names = WORDS.subBranches.slice(0, seed.orgType === 'COMMITTEE' ? 4 : random.whole(2, 3));
  const share = Math.floor(seed.members / names.length);
  const term = lastTerm(random, 'BRANCH', site.calendar);
  return names.map((name, index) => ({
    organizationId: derivedId(seed.tenantId, seed.code, 'organization', index + 1),
    from: site.since,
    to: null,
    name: fill(WORDS.subBranch, seed.name, name),
    orgType: 'BRANCH',
    hasCommittee: branchNeedsCommittee(share),
    fullMembers: share,
    probationaryMembers: 0,
    ...termColumns(term),
    approvalNo: null,
    superiorId: derivedId(seed.tenantId, seed.code, 'organization'),
    assumed: [],
  }));
}
