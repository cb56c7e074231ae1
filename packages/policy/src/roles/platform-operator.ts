import { inOwnTenant, inRange, onlyFields } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/** R(meta): that something was done, when, by whom and in which tenant; not to which school or person, nor what it says. */
const AUDIT_META = ['id', 'at', 'actor', 'role', 'tenant', 'action', 'subjectType', 'requestId', 'ip'] as const;

/** Who has which right in which tenant; not at which school. */
const GRANT_META = [
  ...(['id', 'tenant', 'accountName', 'username', 'role'] as const),
  ...(['validFrom', 'validTo', 'grantedBy', 'grantedAt', 'reason'] as const),
];

/**
 * PlatformOperator 平台运维人员: tenants, versions and backups. Opens a city or county by naming its admin, and nothing else
 * (grantable-roles.ts). No read of school content, none of settings.
 */
export const platformOperator: RoleTable = (can, grant) => {
  const range = inRange(grant);
  const own = inOwnTenant(grant);

  can('read', 'Tenant', range);
  can('read', 'RoleGrant', onlyFields(range, GRANT_META));
  can(['grant', 'revoke'], 'RoleGrant', range);
  can(['read', 'create'], 'Account', own);
  can('read', 'AuditEntry', onlyFields(range, AUDIT_META));
};
