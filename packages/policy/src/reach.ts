import type { GrantScope } from './grant-scope.js';

/** The only names and operators that a rule may use, so that each rule becomes SQL. Row security knows the first two names. */
export type ScopeCondition = {
  readonly tenantId: number | { $gte: number; $lte: number } | { $in: number[] };
  /**
   * The school of the row: of a School its own id; of a Person or PartyOrganization one of the schools served or led,
   * whatever the row keeps them in.
   */
  readonly schoolId?: string | { $in: string[] };
  /** Whether the row is of a personnel or secret matter that is not published. */
  readonly restricted?: boolean;
  /** The one account that the row is for. */
  readonly accountId?: string;
};

/** How far one line of a role's table reaches: the rows, and where not all fields, which ones. */
export interface Reach {
  readonly where: ScopeCondition;
  readonly fields?: readonly string[];
}

/** The whole range of the grant: j in a reading cell. */
export function inRange(grant: GrantScope): Reach {
  refuseSchool(grant);
  if (grant.lo > grant.tenantId || grant.hi < grant.tenantId) throw new Error('A grant reads at least its own tenant');
  return { where: { tenantId: { $gte: grant.lo, $lte: grant.hi } } };
}

/** The grant's own tenant, not what lies below it: j in a writing cell. A city writes for its own (市直) schools only. */
export function inOwnTenant(grant: GrantScope): Reach {
  refuseSchool(grant);
  return { where: { tenantId: grant.tenantId } };
}

/** The one school of a school-level grant: s. */
export function inOwnSchool(grant: GrantScope): Reach {
  return { where: { tenantId: grant.tenantId, schoolId: schoolOf(grant) } };
}

/** Rows of the tenant that belong to no school (its name, the settings in force), for people of one of its schools. */
export function inTenantOfSchool(grant: GrantScope): Reach {
  schoolOf(grant);
  return { where: { tenantId: grant.tenantId } };
}

/** The same rows without those of personnel and secret matters (意见（八）): R* in a reading cell. */
export function unrestricted(reach: Reach): Reach {
  return { ...reach, where: { ...reach.where, restricted: false } };
}

/** The rows within the reach that are for the acting account: o. */
export function forOwnAccount(reach: Reach, { accountId }: GrantScope): Reach {
  return { ...reach, where: { ...reach.where, accountId } };
}

/**
 * What a school's people read of matters that may be restricted: the rows that are not, and those in which the own account has a
 * part (proposed by it, asked of it). Two reaches, one rule each.
 */
export function unrestrictedOrConcerned(reach: Reach, grant: GrantScope): readonly [Reach, Reach] {
  return [unrestricted(reach), forOwnAccount(reach, grant)];
}

/** The same rows, these fields only. */
export function onlyFields(reach: Reach, fields: readonly string[]): Reach {
  return { ...reach, fields };
}

function schoolOf({ role, schoolId }: GrantScope): string {
  if (schoolId === null) throw new Error(`A grant as ${role} needs its school`);
  return schoolId;
}

function refuseSchool({ role, schoolId }: GrantScope): void {
  if (schoolId !== null) throw new Error(`A grant as ${role} has no school`);
}
