import { POSTS } from '@zhixiao/domain';
import { CivilDate, PathLink, PostName, useDayShown } from '../../components/index.js';
import { Can, showPath, useAbility, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  FilterBar,
  LinkButton,
  ListPage,
  ManySelect,
  OneSelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import { EndsOn } from './EndsOn.js';
import { SeatActions } from './SeatActions.js';
import type { AppointmentRow } from './staffing.graphql.js';
import { TenureFilter } from './TenureFilter.js';
import { useMayActOnSeats } from './use-may-act.js';

type Filter = SchemaType<'AppointmentFilter'>;

const AppointmentFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const posts = useEnumChoices('Post', POSTS);
  return (
    <FilterBar searchLabel={t('resources.appointments.filters.q')}>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.appointments.fields.post')}
        choices={posts}
        value={values.post ?? undefined}
        onChange={(post) => setFilter({ post })}
      />
      <OneSelect
        label={t('resources.appointments.filters.current')}
        choices={[{ value: 'true', text: t('resources.appointments.filters.currentOnly') }]}
        value={values.current ? 'true' : undefined}
        onChange={(value) => setFilter({ current: value ? true : undefined })}
      />
      <TenureFilter />
    </FilterBar>
  );
};

const PersonCell = ({ person, personName }: AppointmentRow) =>
  useAbility().can('read', 'Person') && person ? (
    <PathLink to={showPath('people', person.id)}>{personName}</PathLink>
  ) : (
    personName
  );

const ActionsCell = (row: AppointmentRow) => {
  const today = useDayShown();
  return <SeatActions seat={row} on={row} today={today} />;
};

function useColumnsOfAppointments(): readonly Column<AppointmentRow>[] {
  const t = useText();
  const label = (
    field: 'person' | 'school' | 'county' | 'post' | 'startsOn' | 'endsOn' | 'tenureEndsOn' | 'documentNo',
  ) => t(`resources.appointments.fields.${field}`);
  const mayAct = useMayActOnSeats();
  const actions: Column<AppointmentRow> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => <ActionsCell {...row} />,
  };
  return [
    { key: 'person', label: label('person'), isTitle: true, render: (row) => <PersonCell {...row} /> },
    {
      key: 'school',
      label: label('school'),
      render: ({ school }) =>
        school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : t('common.none'),
    },
    { key: 'county', label: label('county'), isExtra: true, render: ({ tenant }) => tenant.name },
    { key: 'post', label: label('post'), render: (row) => <PostName seat={row} /> },
    {
      key: 'startsOn',
      label: label('startsOn'),
      sort: ['DESC', 'ASC'],
      render: ({ startsOn, startPrecision }) => <CivilDate value={startsOn} precision={startPrecision} />,
    },
    {
      key: 'endsOn',
      label: label('endsOn'),
      render: (row) => <EndsOn {...row} />,
    },
    {
      key: 'tenureEnds',
      label: label('tenureEndsOn'),
      sort: ['ASC'],
      render: ({ tenureEndsOn }) => <CivilDate value={tenureEndsOn} />,
    },
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? t('common.none') },
    ...(mayAct ? [actions] : []),
  ];
}

/** 任职: who holds or held which post, and whose tenure ends soon. */
export const AppointmentList = () => {
  const t = useText();
  return (
    <ListPage
      resource="appointments"
      title={t('resources.appointments.name')}
      caption={t('resources.appointments.caption')}
      sort={{ field: 'startsOn', order: 'DESC' }}
      columns={useColumnsOfAppointments()}
      filters={<AppointmentFilters />}
      actions={
        <Can I="appoint" a="Appointment">
          <LinkButton to="/appointments/create">{t('resources.appointments.appoint')}</LinkButton>
        </Can>
      }
    />
  );
};
