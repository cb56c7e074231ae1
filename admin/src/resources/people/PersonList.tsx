import { MEMBERSHIPS } from '@zhixiao/domain';
import { EnumText, PathLink } from '../../components/index.js';
import { Can, showPath, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  FilterBar,
  LinkButton,
  ListPage,
  ManySelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import type { PersonRow } from './person.graphql.js';
import { Posts } from './Posts.js';

type Filter = SchemaType<'PersonFilter'>;

const PersonFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const memberships = useEnumChoices('Membership', MEMBERSHIPS);
  return (
    <FilterBar searchLabel={t('resources.people.filters.q')}>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.people.fields.membership')}
        choices={memberships}
        value={values.membership ?? undefined}
        onChange={(membership) => setFilter({ membership })}
      />
    </FilterBar>
  );
};

function useColumnsOfPeople(): readonly Column<PersonRow>[] {
  const t = useText();
  const none = t('common.none');
  const label = (field: 'name' | 'county' | 'sex' | 'birthMonth' | 'membership' | 'education' | 'title' | 'posts') =>
    t(`resources.people.fields.${field}`);
  return [
    {
      key: 'name',
      label: label('name'),
      isTitle: true,
      sort: ['ASC', 'DESC'],
      render: ({ id, name }) => <PathLink to={showPath('people', id)}>{name}</PathLink>,
    },
    { key: 'county', label: label('county'), render: ({ tenant }) => tenant.name },
    { key: 'sex', label: label('sex'), render: ({ sex }) => <EnumText of="Sex" value={sex} /> },
    {
      key: 'birthMonth',
      label: label('birthMonth'),
      sort: ['ASC', 'DESC'],
      render: ({ birthMonth }) => birthMonth ?? none,
    },
    {
      key: 'membership',
      label: label('membership'),
      render: (row) => <EnumText of="Membership" value={row.membership} />,
    },
    { key: 'posts', label: label('posts'), render: ({ posts }) => <Posts posts={posts} /> },
    { key: 'education', label: label('education'), isExtra: true, render: ({ education }) => education ?? none },
    { key: 'title', label: label('title'), isExtra: true, render: ({ title }) => title ?? none },
  ];
}

/** 人员: everybody on record, by name, pinyin or initials. */
export const PersonList = () => {
  const t = useText();
  return (
    <ListPage
      resource="people"
      title={t('resources.people.name')}
      caption={t('resources.people.caption')}
      sort={{ field: 'name', order: 'ASC' }}
      columns={useColumnsOfPeople()}
      filters={<PersonFilters />}
      actions={
        <Can I="create" a="Person">
          <LinkButton to="/people/create">{t('resources.people.create.title')}</LinkButton>
        </Can>
      }
    />
  );
};
