import { ID_PREFIXES } from '@zhixiao/domain';
import { day, instant, key, list, one, onDay, oneOf, readModel, subtree, text } from '../../platform/read/index.js';

/** The school's name of the as-of day, for the lists of an admin who may see every school of the tenant. */
const schoolName = (row: string, on: string): string =>
  `(SELECT v.name FROM school_version v WHERE v.tenant_id = ${row}.tenant_id AND v.school_id = ${row}.school_id
    AND v.superseded_at IS NULL AND v.valid @> ${on})`;

/** Rights that were given and not taken back; those that follow from appointments are the appointments. */
const roleGrant = readModel('RoleGrant', {
  table: 'role_grant',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  where: (row) => `${row}.revoked_at IS NULL`,
  during: { range: 'valid', whenAsked: true },
  fields: {
    id: key(ID_PREFIXES.Grant),
    tenant: one('Tenant', {}, { alongside: true }),
    accountName: text('account_name'),
    username: text('username'),
    role: text('role'),
    schoolId: text((row) => `('${ID_PREFIXES.School}_' || ${row}.tenant_id || '_' || ${row}.school_id)`),
    schoolName: text(schoolName),
    validFrom: day((row) => `lower(${row}.valid)`),
    validTo: day((row) => `(upper(${row}.valid) - 1)`),
    grantedBy: text('granted_by'),
    grantedAt: instant('created_at'),
    reason: text('reason'),
  },
  filters: { tenantId: subtree(), role: oneOf('role'), current: onDay() },
  orders: { NEWEST: ['-created_at', '-id'] },
});

export const identityModels = [roleGrant];
export const identityRoots = { roleGrants: list('RoleGrant', { order: 'NEWEST' }) };
