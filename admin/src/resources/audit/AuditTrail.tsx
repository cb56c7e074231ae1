import { useState } from 'react';
import { Button } from '@mui/material';
import { EmptyState, ErrorNotice, LoadingBlock, Section } from '../../components/index.js';
import { useOperation } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone } from '../parts/index.js';
import { AuditEntriesQuery } from './audit.graphql.js';
import { useAuditColumns } from './use-audit-columns.js';

const PAGE = 20;

/** What was done at one school, newest first. */
export const AuditTrail = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = useAuditColumns().filter(({ isExtra }) => !isExtra);
  const [count, setCount] = useState(PAGE);
  const variables = { filter: { schoolId }, first: count, offset: 0 };
  const { data, error } = useOperation(AuditEntriesQuery, variables, { keepPrevious: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { nodes, totalCount } = data.auditEntries;
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section title={t('resources.audit.name')} aside={t('common.total', { count: formatNumber(totalCount) })}>
      {nodes.length === 0 && <EmptyState title={t('resources.audit.none')} />}
      {nodes.length > 0 && <Rows caption={t('resources.audit.caption')} rows={nodes} columns={columns} />}
      {totalCount > count && <Button onClick={() => setCount(Math.min(200, count + PAGE))}>{t('common.more')}</Button>}
    </Section>
  );
};
