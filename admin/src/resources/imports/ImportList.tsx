import { CivilDate, EnumText, ImportPill, PathLink } from '../../components/index.js';
import { Can, showPath } from '../../data/index.js';
import { formatDateTime, formatNumber, useText } from '../../i18n/index.js';
import { LinkButton, ListPage, type Column } from '../parts/index.js';
import { countOf } from './import-counts.js';
import type { BatchRow } from './import.graphql.js';

/** 数据导入: the batches, newest first. */
export const ImportList = () => {
  const t = useText();
  const label = (column: 'file' | 'kind' | 'status' | 'at' | 'by' | 'dataAsOf' | 'imported' | 'rejected') =>
    t(`resources.imports.columns.${column}`);
  const columns: readonly Column<BatchRow>[] = [
    {
      key: 'file',
      label: label('file'),
      isTitle: true,
      render: ({ id, fileName }) => <PathLink to={showPath('imports', id)}>{fileName}</PathLink>,
    },
    { key: 'kind', label: label('kind'), render: ({ kind }) => <EnumText of="ImportKind" value={kind} /> },
    { key: 'status', label: label('status'), render: ({ status }) => <ImportPill status={status} /> },
    {
      key: 'imported',
      label: label('imported'),
      align: 'right',
      render: ({ counts }) => formatNumber(countOf(counts, 'imported')),
    },
    {
      key: 'rejected',
      label: label('rejected'),
      align: 'right',
      render: ({ counts }) => formatNumber(countOf(counts, 'rejected')),
    },
    { key: 'dataAsOf', label: label('dataAsOf'), render: ({ dataAsOf }) => <CivilDate value={dataAsOf} /> },
    { key: 'at', label: label('at'), render: ({ createdAt }) => formatDateTime(createdAt) },
    { key: 'by', label: label('by'), render: ({ createdBy }) => createdBy },
  ];
  const start = (
    <Can I="create" a="Import">
      <LinkButton to="/imports/create" variant="contained">
        {t('resources.imports.create')}
      </LinkButton>
    </Can>
  );
  return (
    <ListPage
      resource="imports"
      title={t('resources.imports.name')}
      caption={t('resources.imports.caption')}
      sort={{ field: 'at', order: 'DESC' }}
      columns={columns}
      actions={start}
      hint={t('resources.imports.none')}
      empty={start}
    />
  );
};
