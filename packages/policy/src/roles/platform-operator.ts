import { inRange, onlyFields } from '../reach.js';
import type { RoleTable } from '../rule-table.js';

/** R(meta): that something was done, when, by whom and in which tenant; not to which school or person, nor what it says. */
const AUDIT_META = ['id', 'at', 'actor', 'role', 'tenant', 'action', 'subjectType', 'requestId', 'ip'] as const;

/** PlatformOperator 平台运维人员: tenants, versions and backups. No read of school content, none of accounts or settings. */
export const platformOperator: RoleTable = (can, grant) => {
  const range = inRange(grant);

  can('read', 'Tenant', range);
  can('read', 'AuditEntry', onlyFields(range, AUDIT_META));
};
