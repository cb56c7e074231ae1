import type { Role } from '@zhixiao/domain';
import type { GrantScope } from '../grant-scope.js';

/** A row that is not restricted and, where it is for somebody, is for who asks. */
const plain = { restricted: false, accountId: 'account-1' } as const;

/**
 * The small world of the policy's tests: a city, its own school, two of its counties, and a county of another city; of the
 * own school also what is restricted, what is for another account, and what is both.
 */
export const PLACES = {
  ownSchool: { tenantId: 522636, schoolId: 'school-1', ...plain },
  ownSchoolRestricted: { tenantId: 522636, schoolId: 'school-1', ...plain, restricted: true },
  ownSchoolForOther: { tenantId: 522636, schoolId: 'school-1', ...plain, accountId: 'account-2' },
  ownSchoolRestrictedForOther: {
    tenantId: 522636,
    schoolId: 'school-1',
    restricted: true,
    accountId: 'account-2',
  },
  siblingSchool: { tenantId: 522636, schoolId: 'school-2', ...plain },
  county: { tenantId: 522636, schoolId: null, ...plain },
  schoolOfNextCounty: { tenantId: 522601, schoolId: 'school-3', ...plain },
  cityRunSchool: { tenantId: 522600, schoolId: 'school-4', ...plain },
  city: { tenantId: 522600, schoolId: null, ...plain },
  schoolOfOtherCity: { tenantId: 522301, schoolId: 'school-5', ...plain },
  platform: { tenantId: 0, schoolId: null, ...plain },
} as const;

export type Place = keyof typeof PLACES;

/** At which level a role acts; it decides what its grant looks like. */
export type Level = 'platform' | 'city' | 'county' | 'school';

export const LEVEL_OF: Readonly<Record<Role, Level>> = {
  PlatformOperator: 'platform',
  CityAdmin: 'city',
  CityInspector: 'city',
  CountyAdmin: 'county',
  CountyInspector: 'county',
  Secretary: 'school',
  Principal: 'school',
  DeputySecretary: 'school',
  CommitteeMember: 'school',
  AdminTeamMember: 'school',
  SchoolClerk: 'school',
  Staff: 'school',
  Parent: 'school',
};

const WHERE: Readonly<Record<Level, Pick<GrantScope, 'tenantId' | 'lo' | 'hi' | 'schoolId'>>> = {
  platform: { tenantId: 0, lo: 0, hi: 999999, schoolId: null },
  city: { tenantId: 522600, lo: 522600, hi: 522699, schoolId: null },
  county: { tenantId: 522636, lo: 522636, hi: 522636, schoolId: null },
  school: { tenantId: 522636, lo: 522636, hi: 522636, schoolId: 'school-1' },
};

/** A grant of the role in the world above; the county is 522636, the city 522600. */
export function grantOf(role: Role, changes: Partial<GrantScope> = {}): GrantScope {
  return { role, ...WHERE[LEVEL_OF[role]], accountId: 'account-1', personId: 'person-1', ...changes };
}
