import { useState } from 'react';
import { Box, Button } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import {
  CivilDate,
  EmptyState,
  EnumText,
  ErrorNotice,
  LoadingBlock,
  NotFound,
  PathLink,
  PostName,
  Section,
  useDayShown,
} from '../../components/index.js';
import { showPath, useAbility, useAsOf, useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { Facts, RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { CancelledSeats, EndsOn, SeatActions, useMayActOnSeats } from '../staffing/index.js';
import { ChangePersonDialog } from './ChangePersonDialog.js';
import { PersonQuery, type Person } from './person.graphql.js';
import { Posts } from './Posts.js';

type Row = Person['appointments']['nodes'][number];

const PersonFacts = ({ person }: { readonly person: Person }) => {
  const t = useText();
  const none = t('common.none');
  const label = (field: PersonFact) => t(`resources.people.fields.${field}`);
  return (
    <Facts
      facts={[
        { label: label('sex'), value: <EnumText of="Sex" value={person.sex} /> },
        { label: label('birthMonth'), value: person.birthMonth ?? none },
        { label: label('ethnicity'), value: person.ethnicity ?? none },
        { label: label('education'), value: person.education ?? none },
        { label: label('title'), value: person.title ?? none },
        { label: label('membership'), value: <EnumText of="Membership" value={person.membership} /> },
        { label: label('partyJoinedOn'), value: <CivilDate value={person.partyJoinedOn} /> },
        { label: label('partyFullOn'), value: <CivilDate value={person.partyFullOn} /> },
        { label: label('county'), value: person.tenant.name },
      ]}
    />
  );
};

type PersonFact =
  | 'sex'
  | 'birthMonth'
  | 'ethnicity'
  | 'education'
  | 'title'
  | 'membership'
  | 'partyJoinedOn'
  | 'partyFullOn'
  | 'county';

function useHistoryColumns(): readonly Column<Row>[] {
  const t = useText();
  const on = useDayShown();
  const none = t('common.none');
  const mayAct = useMayActOnSeats();
  const label = (field: 'school' | 'post' | 'startsOn' | 'endsOn' | 'tenureEndsOn' | 'documentNo') =>
    t(`resources.appointments.fields.${field}`);
  const actions: Column<Row> = {
    key: 'actions',
    label: t('resources.shared.actions'),
    render: (row) => <SeatActions seat={row} on={row} today={on} />,
  };
  return [
    {
      key: 'school',
      label: label('school'),
      isTitle: true,
      render: ({ school }) => (school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none),
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
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? none },
    ...(mayAct ? [actions] : []),
  ];
}

const History = ({ person }: { readonly person: Person }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = useHistoryColumns();
  const { nodes } = person.appointments;
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section title={t('resources.people.history')}>
      {nodes.length === 0 && <EmptyState title={t('resources.people.noHistory')} />}
      {nodes.length > 0 && <Rows caption={t('resources.people.historyCaption')} rows={nodes} columns={columns} />}
      <CancelledSeats rows={person.cancelledAppointments} of="person" />
    </Section>
  );
};

const PersonDetails = ({ person }: { readonly person: Person }) => {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { can } = useAbility();
  const change = can('update', 'Person', person) && (
    <Button size="small" variant="outlined" className="no-print" onClick={() => setOpen(true)}>
      {t('resources.people.change.open')}
    </Button>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Title title={person.name} preferenceKey={false} />
      <Section title={t('resources.people.facts')} aside={change}>
        <PersonFacts person={person} />
      </Section>
      <Section title={t('resources.people.fields.posts')}>
        <Posts posts={person.posts} />
      </Section>
      {can('read', 'Appointment') && <History person={person} />}
      {open && <ChangePersonDialog person={person} onClose={() => setOpen(false)} />}
    </Box>
  );
};

/** 人员: what is known, the posts held, and all posts before and to come. */
export const PersonPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const personId = decodeURIComponent(id);
  const { data, error, isPending, refetch } = useOperation(PersonQuery, { id: personId, asOf: useAsOf() });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  if (!data.person) {
    return (
      <>
        <Title title={t('resources.people.name')} preferenceKey={false} />
        <NotFound list="/people" />
      </>
    );
  }
  return <PersonDetails person={data.person} />;
};
