import { useRef } from 'react';
import { Alert, Box } from '@mui/material';
import { Title } from 'react-admin';
import { useParams } from 'react-router';
import {
  EmptyState,
  EnumText,
  ErrorNotice,
  FindingsPanel,
  LoadingBlock,
  NotFound,
  PathLink,
  Section,
} from '../../components/index.js';
import { showPath, useLive, useOperation } from '../../data/index.js';
import { formatDate, useEnumWords, useText } from '../../i18n/index.js';
import { Attachments, Facts } from '../parts/index.js';
import { ActedContext } from './acted.js';
import { AttendancePanel } from './AttendancePanel.js';
import { clockOf } from './clock.js';
import { Departures } from './Departures.js';
import { ItemCard } from './ItemCard.js';
import { MeetingActs } from './MeetingActs.js';
import { MeetingQuery, type Meeting } from './meeting.graphql.js';
import { MeetingPill } from './meeting-pills.js';
import { MeetingSteps } from './MeetingSteps.js';
import { QuorumBar } from './QuorumBar.js';
import { RecordPanel } from './RecordPanel.js';
import { useHands, type Hands } from './use-hands.js';

const About = ({ meeting }: { readonly meeting: Meeting }) => {
  const t = useText();
  const none = t('common.none');
  const label = (
    field: 'school' | 'kind' | 'heldOn' | 'state' | 'place' | 'chair' | 'recorder' | 'notice' | 'papers',
  ) => t(`resources.meetings.fields.${field}`);
  const { school, heldOn, startsAt, endsAt, delegated, chairName } = meeting;
  const time = `${heldOn} ${clockOf(startsAt)}${endsAt ? `–${clockOf(endsAt)}` : ''}`;
  const chair = chairName && delegated ? t('resources.meetings.chairDelegated', { name: chairName }) : chairName;
  return (
    <Facts
      facts={[
        { label: label('state'), value: <MeetingPill state={meeting.state} /> },
        { label: label('kind'), value: <EnumText of="MeetingKind" value={meeting.kind} /> },
        {
          label: label('school'),
          value: school ? <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink> : none,
        },
        { label: label('heldOn'), value: time },
        { label: label('place'), value: meeting.place || none },
        { label: label('chair'), value: chair ?? none },
        { label: label('recorder'), value: meeting.recorderName ?? none },
        { label: label('notice'), value: formatDate(meeting.noticeOn) },
        { label: label('papers'), value: formatDate(meeting.papersOn) },
      ]}
    />
  );
};

const Notices = ({ meeting }: { readonly meeting: Meeting }) => {
  const t = useText();
  const word = useEnumWords();
  const { state, enteredAfterwards, notHeldReason, notHeldNote, putOffTo, delegations } = meeting;
  const current = delegations.find(({ endedAt }) => endedAt === null);
  return (
    <>
      {enteredAfterwards && <Alert severity="info">{t('resources.meetings.enteredAfterwards')}</Alert>}
      {state === 'NOT_HELD' && (
        <Alert severity="warning">
          {t('resources.meetings.notHeld', { reason: word('NotHeldReason', notHeldReason), note: notHeldNote })}
          {putOffTo && ` ${t('resources.meetings.putOffTo', { day: putOffTo })}`}
        </Alert>
      )}
      {current && (
        <Alert severity="info">
          {t('resources.meetings.delegate.line', {
            ...{ from: current.fromName, to: current.toName, reason: current.reason, on: current.givenOn },
          })}
        </Alert>
      )}
    </>
  );
};

interface PartsProps {
  readonly meeting: Meeting;
  readonly hands: Hands;
}

const Agenda = ({ meeting, hands }: PartsProps) => {
  const t = useText();
  return (
    <Section title={t('resources.meetings.agenda.title')}>
      {meeting.items.length === 0 && <EmptyState title={t('resources.meetings.agenda.none')} />}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {meeting.items.map((item) => (
          <ItemCard key={item.id} meeting={meeting} item={item} hands={hands} />
        ))}
      </Box>
    </Section>
  );
};

const Parts = ({ meeting }: { readonly meeting: Meeting }) => {
  const t = useText();
  const hands = useHands(meeting);
  const acted = useRef(false);
  return (
    <ActedContext value={acted}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <MeetingSteps meeting={meeting} />
        <Notices meeting={meeting} />
        <About meeting={meeting} />
        {meeting.state !== 'NOT_HELD' && <QuorumBar quorum={meeting} isLarge />}
        <MeetingActs meeting={meeting} hands={hands} />
        <AttendancePanel meeting={meeting} hands={hands} />
        <Agenda meeting={meeting} hands={hands} />
        <RecordPanel meeting={meeting} hands={hands} />
        {meeting.findings.length > 0 && (
          <Section title={t('resources.meetings.checks')}>
            <FindingsPanel findings={meeting.findings} live={meeting.state === 'OPEN'} />
            {hands.writes && !['SIGNED', 'ISSUED', 'NOT_HELD'].includes(meeting.state) && (
              <Departures subjectType="MEETING" subjectId={meeting.id} findings={meeting.findings} />
            )}
          </Section>
        )}
        <Attachments
          title={t('resources.meetings.documents.title')}
          rows={meeting.attachments.nodes}
          upload={hands.writes ? { subject: meeting.id, kinds: ['SCAN', 'PAPER'] } : null}
        />
      </Box>
    </ActedContext>
  );
};

/** 会议: the whole of it, from the notice to the signed minutes; what others do in it is there within a second. */
export const MeetingPage = () => {
  const t = useText();
  const { id = '' } = useParams();
  const meetingId = decodeURIComponent(id);
  const { data, error, isPending, refetch } = useOperation(MeetingQuery, { id: meetingId });
  useLive({ type: 'Meeting', id: meetingId }, () => void refetch());
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock />;
  const meeting = data.meeting;
  if (!meeting) {
    return (
      <>
        <Title title={t('resources.meetings.notFound')} preferenceKey={false} />
        <NotFound list="/meetings" />
      </>
    );
  }
  return (
    <>
      <Title title={meeting.title} preferenceKey={false} />
      <Parts meeting={meeting} />
    </>
  );
};
