import { ID_PREFIXES } from '@zhixiao/domain';
import { instant, json, key, keyOf, list, one, readModel, startsWith, text, where } from '../read/index.js';

/** Subjects whose GraphQL type is not called as the audit calls them. */
const PREFIXES: Readonly<Record<string, string>> = { ...ID_PREFIXES, RoleGrant: ID_PREFIXES.Grant };

/** The opaque id of the subject, whose type is known by name only; null for a type that has no ids. */
function subjectId(row: string): string {
  const cases = Object.entries(PREFIXES).map(([type, prefix]) => `WHEN '${type}' THEN '${prefix}'`);
  return `(CASE ${row}.subject_type ${cases.join(' ')} END || '_' || ${row}.tenant_id || '_' || ${row}.subject_id)`;
}

/** Midnight in Shanghai as an instant. */
const midnight = (date: string): string => `((${date})::timestamp AT TIME ZONE 'Asia/Shanghai')`;

const auditEntry = readModel('AuditEntry', {
  table: 'audit_entry',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id' },
  fields: {
    id: key('E'),
    at: instant('at'),
    actor: text('actor'),
    role: text('role'),
    tenant: one('Tenant', {}, { alongside: true }),
    action: text('action'),
    subjectType: text('subject_type'),
    subjectId: text(subjectId),
    schoolId: text((row) => `('${ID_PREFIXES.School}_' || ${row}.tenant_id || '_' || ${row}.school_id)`),
    before: json('before'),
    after: json('after'),
    reason: text('reason'),
    requestId: text('request_id'),
    ip: text('ip'),
  },
  filters: {
    subjectId: keyOf(null, 'subject_id'),
    schoolId: keyOf(ID_PREFIXES.School, 'school_id'),
    action: startsWith('action'),
    from: where(['at'], (row, value) => `${row}.at >= ${midnight(`${value}::date`)}`),
    to: where(['at'], (row, value) => `${row}.at < ${midnight(`${value}::date + 1`)}`),
  },
  orders: { NEWEST: ['-at', '-id'] },
});

export const auditModels = [auditEntry];
export const auditRoots = { auditEntries: list('AuditEntry', { order: 'NEWEST' }) };
