import type { GrantScope } from '@zhixiao/policy';
import type { ActiveGrant } from '../../platform/scope.js';

/** A grant as the policy package looks at it. */
export function policyScope(grant: ActiveGrant): GrantScope {
  const { role, tenantId, lo, hi, schoolId, accountId, personId } = grant;
  return { role, tenantId, lo, hi, schoolId, accountId, personId };
}
