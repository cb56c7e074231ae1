import { EnumText } from '../../components/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import type { Column } from '../parts/index.js';
import type { AuditRow } from './audit.graphql.js';
import { AuditDetails } from './AuditDetails.js';
import { useAuditWords } from './use-audit-words.js';

/** The columns of entries, on their own page and on that of a school. */
export function useAuditColumns(): readonly Column<AuditRow>[] {
  const t = useText();
  const words = useAuditWords();
  const none = t('common.none');
  const label = (column: 'at' | 'actor' | 'role' | 'action' | 'subject' | 'tenant' | 'ip') =>
    t(`resources.audit.columns.${column}`);
  return [
    { key: 'at', label: label('at'), isTitle: true, render: ({ at }) => formatDateTime(at) },
    { key: 'actor', label: label('actor'), render: ({ actor }) => actor },
    { key: 'role', label: label('role'), render: ({ role }) => <EnumText of="Role" value={role} /> },
    { key: 'action', label: label('action'), render: ({ action }) => words.action(action) },
    { key: 'subject', label: label('subject'), render: (entry) => words.subject(entry) },
    { key: 'reason', label: t('common.reason'), render: ({ reason }) => reason ?? none },
    { key: 'tenant', label: label('tenant'), isExtra: true, render: ({ tenant }) => tenant.name },
    { key: 'ip', label: label('ip'), isExtra: true, render: ({ ip }) => ip ?? none },
    { key: 'details', label: t('common.details'), render: (entry) => <AuditDetails entry={entry} /> },
  ];
}
