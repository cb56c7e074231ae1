import type { ReactNode } from 'react';
import { Box, Button, Paper } from '@mui/material';
import { ListBase, Title, useListContext, type RaRecord } from 'react-admin';
import { EmptyState, ErrorNotice, LoadingBlock, Pager, PAGE_SIZE } from '../../components/index.js';
import { useAsOf } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { ColumnChooser } from './ColumnChooser.js';
import type { Column } from './column.js';
import { RowCards } from './RowCards.js';
import { RowTable, type Sort } from './RowTable.js';
import { useColumns } from './use-columns.js';
import { useIsPhone } from './use-is-phone.js';

interface RowsProps<Row> {
  readonly list: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Said where there is nothing at all. */
  readonly hint?: string;
  /** What to do there: it stands in the place of the actions, so that nothing is offered twice. */
  readonly empty?: ReactNode;
}

const useIsFiltered = (): boolean =>
  Object.values(useListContext().filterValues ?? {}).some((value) => value !== undefined && value !== '');

const Nothing = ({ hint, empty }: Pick<RowsProps<unknown>, 'hint' | 'empty'>) => {
  const t = useText();
  const { setFilters } = useListContext();
  if (!useIsFiltered()) return <EmptyState title={hint ?? t('common.empty.title')}>{empty}</EmptyState>;
  return (
    <EmptyState title={t('resources.shared.noMatch')}>
      <Button onClick={() => setFilters({})}>{t('resources.shared.resetAll')}</Button>
    </EmptyState>
  );
};

const Rows = <Row extends RaRecord<string>>({ list, caption, columns, hint, empty }: RowsProps<Row>) => {
  const { data, error, isPending, sort, setSort, refetch } = useListContext<Row>();
  const isPhone = useIsPhone();
  const { shown } = useColumns(list, columns);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch?.()} />;
  if (isPending || !data) return <LoadingBlock />;
  if (data.length === 0) return <Nothing hint={hint} empty={empty} />;
  if (isPhone) return <RowCards caption={caption} rows={data} columns={shown} />;
  return <RowTable caption={caption} rows={data} columns={shown} sort={sort as Sort} onSort={setSort} />;
};

const Count = () => {
  const t = useText();
  const { total } = useListContext();
  return (
    <Box role="status" sx={{ flexGrow: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
      {total === undefined ? '' : t('common.total', { count: formatNumber(total) })}
    </Box>
  );
};

const Actions = ({ actions, empty }: Pick<ListPageProps<unknown>, 'actions' | 'empty'>) => {
  const { data } = useListContext();
  const isBare = !useIsFiltered() && data?.length === 0;
  return isBare && empty ? null : actions;
};

interface ListPageProps<Row> extends Omit<RowsProps<Row>, 'list'> {
  readonly resource: string;
  readonly title: string;
  readonly sort: Sort;
  readonly filters?: ReactNode;
  /** Buttons left of the column chooser. */
  readonly actions?: ReactNode;
}

/** A list page: conditions, actions, table (cards on a phone), pages. Its filter, order and page stand in the address. */
export const ListPage = <Row extends RaRecord<string>>(props: ListPageProps<Row>) => {
  const { resource, title, sort, filters, actions, columns, caption, hint, empty } = props;
  const asOf = useAsOf();
  return (
    <ListBase resource={resource} perPage={PAGE_SIZE} sort={sort} storeKey={false} queryOptions={{ meta: { asOf } }}>
      <Title title={title} preferenceKey={false} />
      {filters}
      <Paper variant="outlined" sx={{ minWidth: 0, padding: { xs: 1, sm: 0 } }}>
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', paddingInline: { xs: 0, sm: 1 } }}
        >
          <Count />
          <Actions actions={actions} empty={empty} />
          <ColumnChooser list={resource} columns={columns} />
        </Box>
        <Rows list={resource} caption={caption} columns={columns} hint={hint} empty={empty} />
        <Pager />
      </Paper>
    </ListBase>
  );
};
