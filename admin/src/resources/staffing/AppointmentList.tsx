import { addDays, POSTS } from '@zhixiao/domain';
import { Box } from '@mui/material';
import { CivilDate, EnumText, PathLink, StatusPill, useDayShown } from '../../components/index.js';
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
import { SeatActions } from './SeatActions.js';
import type { AppointmentRow } from './staffing.graphql.js';

type Filter = SchemaType<'AppointmentFilter'>;

const SOON = [30, 60, 90, 180] as const;

const AppointmentFilters = () => {
  const t = useText();
  const today = useDayShown();
  const { values, setFilter } = useFilters<Filter>();
  const posts = useEnumChoices('Post', POSTS);
  const soon = SOON.map((days) => ({
    value: addDays(today, days),
    text: t('resources.appointments.filters.inDays', { count: days }),
  }));
  const asked = values.tenureEndsBefore;
  const known = !asked || soon.some(({ value }) => value === asked);
  const other = { value: asked ?? '', text: t('common.until', { date: asked ?? '' }) };
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
      <OneSelect
        label={t('resources.appointments.filters.tenureEnds')}
        choices={known ? soon : [...soon, other]}
        value={asked ?? undefined}
        onChange={(tenureEndsBefore) => setFilter({ tenureEndsBefore })}
      />
    </FilterBar>
  );
};

const PostCell = ({ post, fullTime, acting, portfolio }: AppointmentRow) => {
  const t = useText();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
      <EnumText of="Post" value={post} />
      {portfolio && <EnumText of="CommitteePortfolio" value={portfolio} />}
      {post === 'DEPUTY_SECRETARY' && fullTime && <StatusPill tone="blue">{t('common.fullTime')}</StatusPill>}
      {acting && <StatusPill tone="yellow">{t('common.acting')}</StatusPill>}
    </Box>
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
  return [
    { key: 'person', label: label('person'), isTitle: true, render: (row) => <PersonCell {...row} /> },
    {
      key: 'school',
      label: label('school'),
      render: ({ school }) =>
        school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : t('common.none'),
    },
    { key: 'county', label: label('county'), isExtra: true, render: ({ tenant }) => tenant.name },
    { key: 'post', label: label('post'), render: (row) => <PostCell {...row} /> },
    {
      key: 'startsOn',
      label: label('startsOn'),
      sort: ['DESC', 'ASC'],
      render: ({ startsOn, startPrecision }) => <CivilDate value={startsOn} precision={startPrecision} />,
    },
    {
      key: 'endsOn',
      label: label('endsOn'),
      render: ({ endsOn, endPrecision }) => <CivilDate value={endsOn} precision={endPrecision} />,
    },
    {
      key: 'tenureEnds',
      label: label('tenureEndsOn'),
      sort: ['ASC'],
      render: ({ tenureEndsOn }) => <CivilDate value={tenureEndsOn} />,
    },
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? t('common.none') },
    { key: 'actions', label: t('resources.shared.actions'), render: (row) => <ActionsCell {...row} /> },
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
