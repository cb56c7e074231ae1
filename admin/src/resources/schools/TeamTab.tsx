import type { ReactNode } from 'react';
import { Typography } from '@mui/material';
import {
  checkName,
  CivilDate,
  DeparturePill,
  EmptyState,
  PathLink,
  PostName,
  Section,
  useDayShown,
} from '../../components/index.js';
import { showPath, useAbility } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import {
  atSchool,
  CancelledSeats,
  DepartureActions,
  EndsOn,
  SeatActions,
  useMayActOnDepartures,
  useMayActOnSeats,
} from '../staffing/index.js';
import type { Departure, School, Seat } from './school.graphql.js';
import { SchoolFindings } from './SchoolFindings.js';
import { TeamCard } from './TeamCard.js';

interface TableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly empty: ReactNode;
}

const Rows = <Row extends { readonly id: string }>({ empty, ...table }: TableProps<Row>) => {
  const isPhone = useIsPhone();
  if (table.rows.length === 0) return <EmptyState title={empty} />;
  return isPhone ? <RowCards {...table} /> : <RowTable {...table} />;
};

function useDepartureColumns(school: School): readonly Column<Departure>[] {
  const t = useText();
  const none = t('common.none');
  const mayAct = useMayActOnDepartures(atSchool(school.id));
  const label = (field: 'check' | 'person' | 'reason' | 'status' | 'requestedOn' | 'approver' | 'reviewOn') =>
    t(`resources.departures.fields.${field}`);
  const actions: Column<Departure> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => <DepartureActions departure={row} on={atSchool(school.id)} />,
  };
  return [
    { key: 'check', label: label('check'), isTitle: true, render: ({ checkId }) => checkName(checkId, t) },
    {
      key: 'person',
      label: label('person'),
      render: ({ person }) => person?.name ?? t('resources.departures.wholeSchool'),
    },
    { key: 'reason', label: label('reason'), render: ({ reason }) => reason },
    { key: 'status', label: label('status'), render: ({ status }) => <DeparturePill status={status} /> },
    { key: 'requestedOn', label: label('requestedOn'), render: ({ requestedOn }) => <CivilDate value={requestedOn} /> },
    { key: 'approver', label: label('approver'), render: ({ approver }) => approver ?? none },
    { key: 'reviewOn', label: label('reviewOn'), render: ({ reviewOn }) => <CivilDate value={reviewOn} /> },
    ...(mayAct ? [actions] : []),
  ];
}

const Departures = ({ school }: { readonly school: School }) => {
  const t = useText();
  const columns = useDepartureColumns(school);
  return (
    <Section title={t('resources.departures.name')}>
      <Rows
        caption={t('resources.departures.caption')}
        rows={school.departures}
        columns={columns}
        empty={t('resources.departures.none')}
      />
    </Section>
  );
};

function useSeatColumns(school: School): readonly Column<Seat>[] {
  const t = useText();
  const on = useDayShown();
  const canSee = useAbility().can('read', 'Person');
  const mayAct = useMayActOnSeats(atSchool(school.id));
  const label = (field: 'person' | 'post' | 'startsOn' | 'endsOn' | 'tenureEndsOn' | 'documentNo') =>
    t(`resources.appointments.fields.${field}`);
  const actions: Column<Seat> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => <SeatActions seat={row} on={atSchool(school.id)} today={on} />,
  };
  return [
    {
      key: 'person',
      label: label('person'),
      isTitle: true,
      render: ({ person, personName }) =>
        canSee && person ? <PathLink to={showPath('people', person.id)}>{personName}</PathLink> : personName,
    },
    { key: 'post', label: label('post'), render: (seat) => <PostName seat={seat} /> },
    {
      key: 'startsOn',
      label: label('startsOn'),
      render: ({ startsOn, startPrecision }) => <CivilDate value={startsOn} precision={startPrecision} />,
    },
    {
      key: 'endsOn',
      label: label('endsOn'),
      render: (seat) => <EndsOn {...seat} />,
    },
    {
      key: 'tenureEndsOn',
      label: label('tenureEndsOn'),
      render: ({ tenureEndsOn }) => <CivilDate value={tenureEndsOn} />,
    },
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? t('common.none') },
    ...(mayAct ? [actions] : []),
  ];
}

const Appointments = ({ school }: { readonly school: School }) => {
  const t = useText();
  const columns = useSeatColumns(school);
  const { nodes, totalCount } = school.appointments;
  return (
    <Section
      title={t('resources.schools.team.history')}
      aside={
        <Typography variant="body2" color="textSecondary">
          {t('common.total', { count: formatNumber(totalCount) })}
        </Typography>
      }
    >
      <Rows
        caption={t('resources.schools.team.historyCaption')}
        rows={nodes}
        columns={columns}
        empty={t('resources.schools.team.nobody')}
      />
      <CancelledSeats rows={school.cancelledAppointments} of="school" />
    </Section>
  );
};

/** 班子: the team of the day with its findings, departures asked for, and who served before. */
export const TeamTab = ({ school }: { readonly school: School }) => {
  const canSeeDepartures = useAbility().can('read', 'StaffingDeparture');
  return (
    <>
      <TeamCard school={school} />
      <SchoolFindings school={school} />
      {canSeeDepartures && <Departures school={school} />}
      <Appointments school={school} />
    </>
  );
};
