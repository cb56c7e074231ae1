import { levelOf, type Role, type TenantLevel } from '@zhixiao/domain';
import type { GrantScope } from './grant-scope.js';

/**
 * An admin gives the roles of the own level and below the own rights, in the own tenant. The rights of secretary,
 * principal, deputies, members of the committee and of the administrative team come from their appointments and end with
 * them, so nobody can give those; parents answer without an account.
 */
const GRANTABLE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  CityAdmin: ['CityAdmin', 'CityInspector', 'SchoolClerk', 'Staff'],
  CountyAdmin: ['CountyAdmin', 'CountyInspector', 'SchoolClerk', 'Staff'],
};

/**
 * From above a tenant is opened by naming its admin, and by nothing else: the operator names any city's or county's, a city
 * those of its counties. Whoever is named acts in the tenant; who named them gains nothing by it.
 */
const NAMES_ADMINS: readonly Role[] = ['PlatformOperator', 'CityAdmin'];
const ADMIN_OF: Readonly<Partial<Record<TenantLevel, Role>>> = { CITY: 'CityAdmin', COUNTY: 'CountyAdmin' };

const OF_A_SCHOOL: readonly Role[] = ['SchoolClerk', 'Staff'];

/** As long as the longest term of a party committee; a grant for ever is one that nobody looks at again. */
const MAX_YEARS = 5;

/** A grant that someone wants to give. Dates are YYYY-MM-DD; validTo is the last day. */
export interface GrantWanted {
  readonly role: Role;
  readonly tenantId: number;
  readonly schoolId: string | null;
  /** null: there is no such account, which the caller says only to whom the rest is allowed */
  readonly accountId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A grant that someone wants to take back. */
export interface GrantHeld {
  readonly role: Role;
  readonly tenantId: number;
  readonly accountId: string;
  /** How many others hold the same role in the tenant today, counted under a lock. */
  readonly others: number;
}

/** Why a grant is not given. */
export type GrantRefusal =
  | 'ROLE_NOT_GRANTABLE'
  | 'OUTSIDE_RANGE'
  | 'OWN_ACCOUNT'
  | 'SCHOOL_REQUIRED'
  | 'SCHOOL_NOT_ALLOWED'
  | 'STARTS_IN_THE_PAST'
  | 'EXPIRY_REQUIRED'
  | 'EXPIRY_BEFORE_START'
  | 'EXPIRY_TOO_FAR';

/** Why a grant is not taken back. */
export type RevokeRefusal = 'ROLE_NOT_GRANTABLE' | 'OUTSIDE_RANGE' | 'OWN_ACCOUNT' | 'LAST_ADMIN';

/** The roles that a grant may give at a tenant: in its own never more than its own rights, never one that comes from a post. */
export function grantableRoles(scope: GrantScope, tenantId: number): readonly Role[] {
  if (tenantId === scope.tenantId) return GRANTABLE[scope.role] ?? [];
  const admin = ADMIN_OF[levelOf(tenantId)];
  return admin && isBelow(scope, tenantId) && NAMES_ADMINS.includes(scope.role) ? [admin] : [];
}

/** Whether a tenant lies below the grant's own, so that a role given there opens it from above. */
export function isBelow(scope: GrantScope, tenantId: number): boolean {
  return tenantId !== scope.tenantId && isInRange(scope, tenantId);
}

/** Why this grant may not be given today, or null. That the school is one of the tenant's is for the caller to look up. */
export function refusalToGrant(scope: GrantScope, wanted: GrantWanted, today: string): GrantRefusal | null {
  if (!isInRange(scope, wanted.tenantId)) return 'OUTSIDE_RANGE';
  if (!grantableRoles(scope, wanted.tenantId).includes(wanted.role)) return 'ROLE_NOT_GRANTABLE';
  if (wanted.accountId === scope.accountId) return 'OWN_ACCOUNT';
  if (OF_A_SCHOOL.includes(wanted.role) && wanted.schoolId === null) return 'SCHOOL_REQUIRED';
  if (!OF_A_SCHOOL.includes(wanted.role) && wanted.schoolId !== null) return 'SCHOOL_NOT_ALLOWED';
  return refusalOfDates(wanted, today);
}

/** Why this grant may not be taken back, or null. */
export function refusalToRevoke(scope: GrantScope, held: GrantHeld): RevokeRefusal | null {
  if (!isInRange(scope, held.tenantId)) return 'OUTSIDE_RANGE';
  if (!grantableRoles(scope, held.tenantId).includes(held.role)) return 'ROLE_NOT_GRANTABLE';
  if (held.accountId === scope.accountId) return 'OWN_ACCOUNT';
  if (held.role === ADMIN_OF[levelOf(held.tenantId)] && held.others === 0) return 'LAST_ADMIN';
  return null;
}

function isInRange({ lo, hi }: GrantScope, tenantId: number): boolean {
  return lo <= tenantId && tenantId <= hi;
}

function refusalOfDates({ validFrom, validTo }: GrantWanted, today: string): GrantRefusal | null {
  if (validFrom < today) return 'STARTS_IN_THE_PAST';
  if (validTo === null) return 'EXPIRY_REQUIRED';
  if (validTo < validFrom) return 'EXPIRY_BEFORE_START';
  if (validTo > yearsAfter(validFrom, MAX_YEARS)) return 'EXPIRY_TOO_FAR';
  return null;
}

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
