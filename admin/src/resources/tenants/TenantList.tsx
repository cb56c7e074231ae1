import { EnumText, PathLink } from '../../components/index.js';
import { listPath, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { FilterBar, ListPage, OneSelect, useEnumChoices, useFilters, type Column } from '../parts/index.js';
import type { TenantRow } from './tenants.graphql.js';

const LEVELS = ['PROVINCE', 'CITY', 'COUNTY'] as const;

const TenantFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<{ level: SchemaType<'TenantLevel'>; parentId: string; q: string }>();
  const levels = useEnumChoices('TenantLevel', LEVELS);
  return (
    <FilterBar searchLabel={t('resources.tenants.filters.q')}>
      <OneSelect
        label={t('resources.tenants.fields.level')}
        choices={levels}
        value={values.level}
        onChange={(level) => setFilter({ level })}
      />
    </FilterBar>
  );
};

/** 租户: the division tree as tenants, level by level. */
export const TenantList = () => {
  const t = useText();
  const columns: readonly Column<TenantRow>[] = [
    {
      key: 'name',
      label: t('resources.tenants.fields.name'),
      isTitle: true,
      render: ({ id, name, level }) =>
        level === 'COUNTY' ? name : <PathLink to={listPath('tenants', { filter: { parentId: id } })}>{name}</PathLink>,
    },
    { key: 'code', label: t('resources.tenants.fields.code'), render: ({ code }) => code },
    {
      key: 'level',
      label: t('resources.tenants.fields.level'),
      render: ({ level }) => <EnumText of="TenantLevel" value={level} />,
    },
  ];
  return (
    <ListPage
      resource="tenants"
      title={t('resources.tenants.name')}
      caption={t('resources.tenants.caption')}
      sort={{ field: 'code', order: 'ASC' }}
      columns={columns}
      filters={<TenantFilters />}
    />
  );
};
