import { MEETING_KINDS, MEETING_STATES } from '@zhixiao/domain';
import { TextField } from '@mui/material';
import { CivilDate, EnumText, PathLink, StatusPill } from '../../components/index.js';
import { showPath, useAbility, useViewer, type SchemaType } from '../../data/index.js';
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
import type { MeetingRow } from './meeting.graphql.js';
import { clockOf } from './clock.js';
import { MeetingPill } from './meeting-pills.js';

type Filter = SchemaType<'MeetingFilter'>;

const DayFilter = ({ source, label }: { readonly source: 'from' | 'to'; readonly label: string }) => {
  const { values, setFilter } = useFilters<Filter>();
  return (
    <TextField
      type="date"
      label={label}
      margin="none"
      value={values[source] ?? ''}
      onChange={({ target }) => setFilter({ [source]: target.value || undefined })}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 150 } }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
};

const MeetingFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const kinds = useEnumChoices('MeetingKind', MEETING_KINDS);
  const states = useEnumChoices('MeetingState', MEETING_STATES);
  return (
    <FilterBar searchLabel={t('resources.meetings.searchLabel')}>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.meetings.fields.kind')}
        width={160}
        choices={kinds}
        value={values.kind ?? undefined}
        onChange={(kind) => setFilter({ kind })}
      />
      <ManySelect
        label={t('resources.meetings.fields.state')}
        choices={states}
        value={values.state ?? undefined}
        onChange={(state) => setFilter({ state })}
      />
      <DayFilter source="from" label={t('resources.meetings.fields.from')} />
      <DayFilter source="to" label={t('resources.meetings.fields.to')} />
    </FilterBar>
  );
};

const TO_COME: readonly MeetingRow['state'][] = ['DRAFT', 'CALLED'];

/** 到会/应到: too few only once the meeting has begun, for nobody is missing before it. */
const Presence = ({ row }: { readonly row: MeetingRow }) => {
  const t = useText();
  const { expected, present, quorumMet, state } = row;
  if (expected === null || present === null) return t('common.none');
  const text = t('resources.meetings.presence', { present, expected });
  return quorumMet === false && !TO_COME.includes(state) ? <StatusPill tone="red">{text}</StatusPill> : text;
};

function useMeetingColumns(): readonly Column<MeetingRow>[] {
  const t = useText();
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const label = (
    field: 'title' | 'school' | 'kind' | 'state' | 'heldOn' | 'time' | 'place' | 'presence' | 'minutesNo',
  ) => t(`resources.meetings.fields.${field}`);
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, title }) => <PathLink to={showPath('meetings', id)}>{title}</PathLink>,
    },
    {
      key: 'school',
      label: label('school'),
      isExtra: isAtSchool,
      render: ({ school }) =>
        school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : t('common.none'),
    },
    { key: 'kind', label: label('kind'), render: ({ kind }) => <EnumText of="MeetingKind" value={kind} /> },
    {
      key: 'heldOn',
      label: label('heldOn'),
      sort: ['ASC', 'DESC'],
      render: ({ heldOn }) => <CivilDate value={heldOn} />,
    },
    { key: 'time', label: label('time'), render: ({ startsAt }) => clockOf(startsAt) },
    { key: 'state', label: label('state'), render: ({ state }) => <MeetingPill state={state} /> },
    { key: 'presence', label: label('presence'), render: (row) => <Presence row={row} /> },
    { key: 'place', label: label('place'), isExtra: true, render: ({ place }) => place || t('common.none') },
    { key: 'minutesNo', label: label('minutesNo'), render: ({ minutesNo }) => minutesNo ?? t('common.none') },
  ];
}

/** 会议: planned, called, held and not held, with who was there and whether its minutes are issued. */
export const MeetingList = () => {
  const t = useText();
  const { can } = useAbility();
  return (
    <ListPage
      resource="meetings"
      title={t('resources.meetings.name')}
      caption={t('resources.meetings.caption')}
      sort={{ field: 'heldOn', order: 'DESC' }}
      columns={useMeetingColumns()}
      filters={<MeetingFilters />}
      actions={
        can('plan', 'Meeting') && (
          <>
            <LinkButton to="/enter-meeting" variant="outlined">
              {t('resources.meetings.enter.open')}
            </LinkButton>
            <LinkButton to="/meetings/create" variant="contained">
              {t('resources.meetings.call.open')}
            </LinkButton>
          </>
        )
      }
      hint={t('resources.meetings.none')}
    />
  );
};
