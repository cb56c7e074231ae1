import { staffingFindings } from './staffing.js';
import type { StaffingCheckId } from './checks.js';
import type { OrganizationFacts, SchoolFacts, StandingSettings } from './standing-facts.js';
import type { DepartureFacts, Finding, SeatFacts, TeamFacts } from './staffing-facts.js';
import type { Post } from './vocabulary.js';

export const SETTINGS: StandingSettings = { vacancyDays: 90, countBranchWithoutCommittee: false };
/** The day on which the tests look at a team unless they say otherwise. */
export const TODAY = '2024-06-01';

export function seat(personName: string, post: Post, change: Partial<SeatFacts> = {}): SeatFacts {
  return {
    personId: `id-${personName}`,
    personName,
    post,
    fullTime: null,
    acting: false,
    membership: 'FULL',
    partyFullOn: null,
    portfolio: null,
    from: '2020-09-01',
    to: null,
    ...change,
  };
}

export function departure(checkId: StaffingCheckId, change: Partial<DepartureFacts> = {}): DepartureFacts {
  return {
    checkId,
    personId: null,
    requestedOn: '2024-01-10',
    approvedOn: null,
    reviewOn: null,
    withdrawnOn: null,
    ...change,
  };
}

/** Asked for, approved and to be reviewed a year later; covers TODAY. */
export function approved(checkId: StaffingCheckId, change: Partial<DepartureFacts> = {}): DepartureFacts {
  return departure(checkId, { approvedOn: '2024-02-01', reviewOn: '2025-02-01', ...change });
}

/** A branch school in perfect order: combined heads, a full-time deputy, a member vice-principal on the committee. */
export function branchTeam(change: Partial<TeamFacts> = {}): TeamFacts {
  return {
    scope: 'IN_SCOPE',
    stage: 'PRIMARY',
    orgType: 'BRANCH',
    hasCommittee: true,
    fullMembers: 14,
    members: 15,
    committeeTerm: { start: '2022-05-10', end: '2025-05-10' },
    termExtendedUntil: null,
    seats: branchSeats(),
    departures: [],
    openedOn: '2000-09-01',
    ...change,
  };
}

export function branchSeats(): SeatFacts[] {
  return [
    seat('head', 'SECRETARY'),
    seat('head', 'PRINCIPAL'),
    seat('deputy', 'DEPUTY_SECRETARY', { fullTime: true }),
    seat('vice', 'VICE_PRINCIPAL'),
    seat('vice', 'COMMITTEE_MEMBER'),
  ];
}

/** A general-branch school in perfect order: separate heads, the principal is deputy secretary. */
export function generalBranchTeam(change: Partial<TeamFacts> = {}): TeamFacts {
  return branchTeam({
    orgType: 'GENERAL_BRANCH',
    fullMembers: 60,
    members: 62,
    seats: generalBranchSeats(),
    ...change,
  });
}

export function generalBranchSeats(): SeatFacts[] {
  return [
    seat('secretary', 'SECRETARY'),
    seat('principal', 'PRINCIPAL'),
    seat('principal', 'DEPUTY_SECRETARY'),
    seat('vice', 'VICE_PRINCIPAL'),
    seat('vice', 'COMMITTEE_MEMBER'),
    seat('m1', 'COMMITTEE_MEMBER'),
    seat('m2', 'COMMITTEE_MEMBER'),
  ];
}

/** The finding of one check. */
export function finding(team: TeamFacts, checkId: StaffingCheckId, on: string = TODAY): Finding {
  const found = staffingFindings(team, SETTINGS, on).find((one) => one.checkId === checkId);
  if (!found) throw new Error(`no finding for ${checkId}`);
  return found;
}

export function organization(change: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return {
    from: '2000-09-01',
    to: null,
    orgId: 'org',
    orgName: 'branch',
    orgType: 'BRANCH',
    hasCommittee: true,
    fullMembers: 14,
    probationaryMembers: 1,
    termStart: '2022-05-10',
    termEnd: '2025-05-10',
    termExtendedUntil: null,
    ...change,
  };
}

export function school(change: Partial<SchoolFacts> = {}): SchoolFacts {
  return {
    schoolId: 'school',
    openedOn: '2000-09-01',
    closedOn: null,
    attributes: [{ from: '2000-09-01', to: null, ...attributes() }],
    organizations: [organization()],
    seats: branchSeats(),
    departures: [],
    rollout: [],
    ...change,
  };
}

export function attributes(): Omit<SchoolFacts['attributes'][number], 'from' | 'to'> {
  return {
    code: '2152936001',
    name: 'First School',
    stage: 'PRIMARY',
    ownership: 'PUBLIC',
    legalPerson: true,
    assumed: [],
    town: null,
    classes: 12,
    students: 500,
    staff: 40,
  };
}
