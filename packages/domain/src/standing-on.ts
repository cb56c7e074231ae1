import { type StaffingCheckId } from './checks.js';
import { contains, type CivilDate, type DateRange } from './civil-date.js';
import { scopeOf } from './scope.js';
import type {
  OrganizationFacts,
  RolloutFacts,
  SchoolAttributes,
  SchoolFacts,
  Standing,
  StandingSettings,
} from './standing-facts.js';
import type { Finding, TeamFacts } from './staffing-facts.js';
import { termStateOn } from './staffing-organization.js';
import { findingsOn } from './staffing.js';
import {
  fullTimeDeputies,
  holdsOneOf,
  isCommitteeOrGeneralBranch,
  membershipOn,
  teamOnDay,
  viceHeads,
  type TeamOnDay,
} from './team-on-day.js';
import { headVacantSince, needsFullTimeDeputy, vacancies } from './vacancies.js';
import { PARTY_POSTS, type CheckOutcome } from './vocabulary.js';

/** The team of a school as the checks of one day see it. */
export function teamFactsOn(school: SchoolFacts, settings: StandingSettings, on: CivilDate): TeamFacts {
  return teamFrom(school, settings, on).team;
}

/** How the school stands on one day, computed from its facts alone. */
export function standingOn(school: SchoolFacts, settings: StandingSettings, on: CivilDate): Standing {
  const { team, attributes, organization } = teamFrom(school, settings, on);
  const day = teamOnDay(team, settings, on);
  return {
    schoolId: school.schoolId,
    ...attributes,
    scope: team.scope,
    ...organizationColumns(organization, team, on),
    ...headColumns(day),
    ...teamColumns(day),
    ...rolloutColumns(school.rollout, on),
    ...findingColumns(findingsOn(day)),
  };
}

type TeamSources = { team: TeamFacts; attributes: SchoolAttributes; organization: OrganizationFacts | null };

function teamFrom(school: SchoolFacts, settings: StandingSettings, on: CivilDate): TeamSources {
  const attributes = attributesOn(school, on);
  const organization = versionOn(school.organizations, on);
  const orgType = organization?.orgType ?? null;
  const hasCommittee = organization?.hasCommittee ?? null;
  const { stage, ownership, legalPerson } = attributes;
  const team: TeamFacts = {
    scope: scopeOf({ stage, ownership, legalPerson, orgType, hasCommittee }, settings),
    stage,
    orgType,
    hasCommittee,
    fullMembers: organization?.fullMembers ?? null,
    members: memberCount(organization),
    committeeTerm: organization && { start: organization.termStart, end: organization.termEnd },
    termExtendedUntil: organization?.termExtendedUntil ?? null,
    seats: school.seats,
    departures: school.departures,
    openedOn: school.openedOn,
    organizedOn: organizedOn(school.organizations, on),
  };
  return { team, attributes, organization };
}

/** The version of the day; before the first one the first, in a gap the one before: a school is never nameless. */
function attributesOn(school: SchoolFacts, on: CivilDate): SchoolAttributes {
  const covering = versionOn(school.attributes, on);
  const sorted = covering ? [] : [...school.attributes].sort((a, b) => (a.from < b.from ? -1 : 1));
  const version = covering ?? sorted.findLast((one) => one.from <= on) ?? sorted[0];
  if (!version) throw new Error(`school ${school.schoolId} has no attributes`);
  const { code, name, stage, ownership, legalPerson, assumed, town, classes, students, staff } = version;
  return { code, name, stage, ownership, legalPerson, assumed, town, classes, students, staff };
}

/** The version that covers the day; should two overlap, the one that began later. */
function versionOn<T extends DateRange>(versions: readonly T[], on: CivilDate): T | null {
  return versions.reduce<T | null>(
    (best, one) => (contains(one, on) && (best === null || one.from >= best.from) ? one : best),
    null,
  );
}

function memberCount(organization: OrganizationFacts | null): number | null {
  if (organization === null || organization.fullMembers === null) return null;
  return organization.fullMembers + (organization.probationaryMembers ?? 0);
}

/** Since when the school has had an organisation of its own without a break: before it no secretary could be missing. */
function organizedOn(organizations: readonly OrganizationFacts[], on: CivilDate): CivilDate | null {
  const own = organizations.filter((one) => one.orgType !== 'JOINT_BRANCH');
  const current = versionOn(own, on);
  if (current === null) return null;
  const newestFirst = own.filter((one) => one.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1));
  return newestFirst.reduce(
    (since, one) => (one.from < since && (one.to === null || one.to >= since) ? one.from : since),
    current.from,
  );
}

function organizationColumns(organization: OrganizationFacts | null, team: TeamFacts, on: CivilDate) {
  const term = termStateOn(team, on);
  const known = term !== null && term !== 'UNKNOWN';
  return {
    orgId: organization?.orgId ?? null,
    orgName: organization?.orgName ?? null,
    orgType: team.orgType,
    hasCommittee: team.hasCommittee,
    fullMembers: team.fullMembers,
    probationaryMembers: organization?.probationaryMembers ?? null,
    members: team.members,
    committeeTermEnd: known ? term.termEnd : null,
    termInForce: known ? term.inForce : null,
  };
}

function headColumns({ team, secretary, principal, combined, on }: TeamOnDay) {
  return {
    secretaryId: secretary?.personId ?? null,
    secretaryName: secretary?.personName ?? null,
    secretaryActing: secretary?.acting ?? false,
    principalId: principal?.personId ?? null,
    principalName: principal?.personName ?? null,
    principalActing: principal?.acting ?? false,
    combined,
    secretaryVacantSince: headVacantSince(team, 'SECRETARY', on),
    principalVacantSince: headVacantSince(team, 'PRINCIPAL', on),
    fullTimeDeputyVacantSince: vacancies(team, on).find((one) => one.fullTime)?.since ?? null,
  };
}

function teamColumns(day: TeamOnDay) {
  const { principal, seats, on } = day;
  const deputies = fullTimeDeputies(seats).length;
  const memberHeads = viceHeads(seats).filter((seat) => membershipOn(seat, on) === 'FULL');
  const principalIsMember = principal !== null && membershipOn(principal, on) === 'FULL';
  const isDeputy = principal !== null && holdsOneOf(seats, principal.personId, ['DEPUTY_SECRETARY']);
  return {
    fullTimeDeputyCount: deputies,
    needsFullTimeDeputy: needsFullTimeDeputy(day.team, on),
    hasFullTimeDeputy: deputies >= 1,
    principalIsMember,
    memberPrincipalIsDeputy: isCommitteeOrGeneralBranch(day.team) && principalIsMember && isDeputy,
    memberViceHeads: memberHeads.length,
    memberViceHeadsInCommittee: memberHeads.filter((seat) => holdsOneOf(seats, seat.personId, PARTY_POSTS)).length,
  };
}

/** The latest entry by the day; `since` is the first day of its unbroken run of the same state. */
function rolloutColumns(entries: readonly RolloutFacts[], on: CivilDate) {
  const past = entries
    .filter((entry) => entry.effectiveOn <= on)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
  // Of several entries of one day only the last one ever took effect.
  const effective = past.filter((entry, index) => past[index + 1]?.effectiveOn !== entry.effectiveOn);
  const latest = effective.at(-1);
  const before = effective.findLastIndex((entry) => entry.state !== latest?.state);
  return {
    rolloutState: latest?.state ?? ('NOT_STARTED' as const),
    rolloutSince: effective[before + 1]?.effectiveOn ?? null,
    rolloutDeclared: latest?.declared ?? false,
    rolloutDocumentNo: latest?.documentNo ?? null,
  };
}

function findingColumns(all: readonly Finding[]) {
  const open = all.filter(({ outcome }) => outcome === 'FAIL' || outcome === 'DEPARTURE_PENDING');
  const outcomes = Object.fromEntries(all.map((finding) => [finding.checkId, finding.outcome]));
  return {
    outcomes: outcomes as Record<StaffingCheckId, CheckOutcome>,
    findings: all.filter(({ outcome }) => outcome !== 'PASS' && outcome !== 'NOT_APPLICABLE'),
    hardFindings: open.filter(({ severity }) => severity === 'HARD').length,
    defaultFindings: open.filter(({ severity }) => severity === 'DEFAULT').length,
    advisoryFindings: open.filter(({ severity }) => severity === 'ADVISORY').length,
    departuresPending: all.filter(({ outcome }) => outcome === 'DEPARTURE_PENDING').length,
    departuresApproved: all.filter(({ outcome }) => outcome === 'DEPARTURE_APPROVED').length,
  };
}
