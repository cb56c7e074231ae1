import { ID_PREFIXES } from '@zhixiao/domain';
import { instant, json, key, list, readModel, text, whether } from '../read/index.js';
import { pathSql } from './notification-kinds.js';

/** The subject's opaque id: its type is known by name only. */
function subjectId(row: string): string {
  const cases = Object.entries(ID_PREFIXES).map(([type, prefix]) => `WHEN '${type}' THEN '${prefix}'`);
  return `(CASE ${row}.subject_type ${cases.join(' ')} END || '_' || ${row}.tenant_id || '_' || ${row}.subject_id)`;
}

const notification = readModel('Notification', {
  table: 'notification',
  scope: { tenantId: 'tenant_id', schoolId: 'school_id', accountId: 'account_id' },
  fields: {
    id: key(ID_PREFIXES.Notification),
    kind: text('kind'),
    subjectType: text('subject_type'),
    subjectId: text(subjectId, { nonNull: true }),
    schoolId: key(ID_PREFIXES.School, 'school_id'),
    params: json('params'),
    path: text(pathSql),
    createdAt: instant('created_at'),
    readAt: instant('read_at'),
  },
  filters: {
    unreadOnly: whether(['readAt'], (row, on) => (on ? `${row}.read_at IS NULL` : 'TRUE')),
  },
  orders: { NEWEST: ['-id'] },
});

export const notificationModels = [notification];
export const notificationRoots = {
  notifications: list('Notification', { order: 'NEWEST', args: ['unreadOnly'] }),
};
