import { TextField } from '@mui/material';
import type { SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { FilterBar, ListPage, OneSelect, useFilters } from '../parts/index.js';
import { useAuditColumns } from './use-audit-columns.js';
import { useAuditWords } from './use-audit-words.js';

type Filter = SchemaType<'AuditFilter'>;

/** Actions as they are recorded: the keys of their names, with the dot. */
const ACTIONS = Object.keys(zhCN.resources.audit.actions).map((key) => key.replace('_', '.').replaceAll('_', '-'));

const DayFilter = ({ source, label }: { readonly source: 'from' | 'to'; readonly label: string }) => {
  const { values, setFilter } = useFilters<Filter>();
  return (
    <TextField
      type="date"
      label={label}
      margin="none"
      value={values[source] ?? ''}
      onChange={({ target }) => setFilter({ [source]: target.value || undefined })}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
};

const AuditFilters = () => {
  const t = useText();
  const words = useAuditWords();
  const { values, setFilter } = useFilters<Filter>();
  return (
    <FilterBar>
      <OneSelect
        label={t('resources.audit.columns.action')}
        width={200}
        choices={ACTIONS.map((action) => ({ value: action, text: words.action(action) }))}
        value={values.action ?? undefined}
        onChange={(action) => setFilter({ action })}
      />
      <DayFilter source="from" label={t('resources.audit.filters.from')} />
      <DayFilter source="to" label={t('resources.audit.filters.to')} />
    </FilterBar>
  );
};

/** 操作日志: who did what, when and why. Nobody can change it, admins included. */
export const AuditList = () => {
  const t = useText();
  return (
    <ListPage
      resource="audit"
      title={t('resources.audit.name')}
      caption={t('resources.audit.caption')}
      sort={{ field: 'at', order: 'DESC' }}
      columns={useAuditColumns()}
      hint={t('resources.audit.none')}
      filters={<AuditFilters />}
    />
  );
};
