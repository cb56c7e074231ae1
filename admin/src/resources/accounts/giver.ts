import { decodeTenantId, subtreeEnd, type Role } from '@zhixiao/domain';
import { rulesFor, type GrantScope, type PolicyRule } from '@zhixiao/policy';
import type { Viewer } from '../../data/index.js';

/** The grant in use as the policy looks at it: which roles it may give, and where. */
export function giverOf({ account, grant }: Viewer): GrantScope | null {
  const tenantId = grant ? decodeTenantId(grant.tenant.id) : null;
  if (!grant || tenantId === null) return null;
  const place = { tenantId, lo: tenantId, hi: subtreeEnd(tenantId), schoolId: grant.schoolId };
  return { role: grant.role, ...place, accountId: account.id, personId: null };
}

/** These are given at a school; the others never are. */
const OF_A_SCHOOL: readonly Role[] = ['SchoolClerk', 'Staff'];

/** Whether the role is given at one school. */
export function isOfSchool(role: Role | null): boolean {
  return role !== null && OF_A_SCHOOL.includes(role);
}

/** What somebody with this role may do, subject by subject: the effect of a grant before it is given. */
export function effectOf(role: Role, tenantId: number): ReadonlyMap<PolicyRule['subject'], readonly string[]> {
  const schoolId = isOfSchool(role) ? 'school' : null;
  const scope = { role, tenantId, lo: tenantId, hi: subtreeEnd(tenantId), schoolId, accountId: '', personId: null };
  const effect = new Map<PolicyRule['subject'], string[]>();
  for (const { subject, action } of rulesFor(scope)) {
    effect.set(subject, [...(effect.get(subject) ?? []), action]);
  }
  return effect;
}
