import { useState } from 'react';
import { ATTENDANCE_STATUSES } from '@zhixiao/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { ErrorNotice, Section, StatusPill, type Tone, useWords } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { ActButton } from './ActButton.js';
import { AddGuestDialog } from './AddGuestDialog.js';
import { clockOf } from './clock.js';
import { isThere } from './item-parts.js';
import {
  LeaveMeetingMutation,
  ReturnToMeetingMutation,
  SetAttendanceMutation,
  SignInMutation,
} from './meeting-acts.graphql.js';
import type { AttendanceRow, Meeting } from './meeting.graphql.js';
import type { Hands } from './use-hands.js';

const TONES: Readonly<Record<NonNullable<AttendanceRow['status']>, Tone>> = {
  PRESENT: 'green',
  LATE: 'green',
  LEAVE: 'yellow',
  ABSENT: 'red',
};

interface PanelProps {
  readonly meeting: Meeting;
  readonly hands: Hands;
}

const isRunning = ({ state }: Meeting): boolean => state === 'CALLED' || state === 'OPEN';

/** Signing in by oneself, and leaving: large enough for a thumb. */
const OwnPresence = ({ meeting, hands: { own } }: PanelProps) => {
  const t = useText();
  if (!own || !isRunning(meeting)) return null;
  const said = t('resources.meetings.attendance.signedIn', { name: own.personName });
  if (!own.arrivedAt && !isThere(own)) {
    const label = t('resources.meetings.attendance.signIn');
    return (
      <ActButton
        document={SignInMutation}
        variables={{ id: meeting.id }}
        label={label}
        done={said}
        variant="contained"
      />
    );
  }
  if (meeting.state !== 'OPEN') return null;
  const input = { id: meeting.id };
  return isThere(own) ? (
    <ActButton
      document={LeaveMeetingMutation}
      variables={{ input }}
      label={t('resources.meetings.attendance.leave')}
      done={t('resources.meetings.attendance.left')}
      variant="text"
    />
  ) : (
    <ActButton
      document={ReturnToMeetingMutation}
      variables={{ input }}
      label={t('resources.meetings.attendance.return')}
      done={said}
      variant="contained"
    />
  );
};

const StatusText = ({ one }: { readonly one: AttendanceRow }) => {
  const t = useText();
  const word = useEnumWords();
  const { status, leftAt } = one;
  if (!status) return <StatusPill tone="grey">{t('resources.meetings.attendance.waiting')}</StatusPill>;
  const note = leftAt ? t('resources.meetings.attendance.leftAt', { at: clockOf(leftAt) }) : '';
  return <StatusPill tone={leftAt ? 'yellow' : TONES[status]}>{word('AttendanceStatus', status) + note}</StatusPill>;
};

/** The recorder says who is there; it is written at once. */
const StatusField = ({ meeting, one }: { readonly meeting: Meeting; readonly one: AttendanceRow }) => {
  const t = useText();
  const word = useEnumWords();
  const { mutate, isPending, error } = useWrite(SetAttendanceMutation);
  const set = (status: string) => {
    const entry = { id: one.id, expectedVersion: one.version, status: (status || null) as AttendanceRow['status'] };
    mutate({ input: { id: meeting.id, entries: [entry] } });
  };
  return (
    <>
      <TextField
        select
        size="small"
        margin="none"
        value={one.status ?? ''}
        disabled={isPending}
        onChange={({ target }) => set(target.value)}
        sx={{ minWidth: 110 }}
        slotProps={{
          select: { displayEmpty: true },
          htmlInput: { 'aria-label': t('resources.meetings.attendance.statusOf', { name: one.personName }) },
        }}
      >
        <MenuItem value="">{t('resources.meetings.attendance.waiting')}</MenuItem>
        {ATTENDANCE_STATUSES.map((status) => (
          <MenuItem key={status} value={status}>
            {word('AttendanceStatus', status)}
          </MenuItem>
        ))}
      </TextField>
      <ErrorNotice error={error} />
    </>
  );
};

function useAttendanceColumns({ meeting, hands }: PanelProps): readonly Column<AttendanceRow>[] {
  const t = useText();
  const words = useWords();
  const isPhone = useIsPhone();
  const writes = hands.writes && isRunning(meeting) && !isPhone;
  const label = (field: 'person' | 'post' | 'capacity' | 'status' | 'arrivedAt' | 'reason') =>
    t(`resources.meetings.attendance.${field}`);
  const own = t('resources.meetings.attendance.byOwnAccount');
  return [
    { key: 'person', label: label('person'), isTitle: true, render: ({ personName }) => personName },
    { key: 'post', label: label('post'), render: ({ post }) => (post ? words.word('Post', post) : t('common.none')) },
    { key: 'capacity', label: label('capacity'), render: ({ capacity }) => words.word('AttendanceCapacity', capacity) },
    {
      key: 'status',
      label: label('status'),
      render: (one) => (writes ? <StatusField meeting={meeting} one={one} /> : <StatusText one={one} />),
    },
    {
      key: 'arrivedAt',
      label: label('arrivedAt'),
      render: ({ arrivedAt, byOwnAccount }) => `${clockOf(arrivedAt)}${byOwnAccount ? ` ${own}` : ''}`,
    },
    {
      key: 'reason',
      label: label('reason'),
      render: ({ reason, writtenOpinion }) =>
        [reason, writtenOpinion].filter(Boolean).join(t('common.listSeparator')) || t('common.none'),
    },
  ];
}

/** All of whom nothing is said yet have come: one press, where the recorder sees a full room. */
const RestPresent = ({ meeting }: Pick<PanelProps, 'meeting'>) => {
  const t = useText();
  const rest = meeting.attendance.filter(({ status }) => status === null);
  const entries = rest.map(({ id, version }) => ({ id, expectedVersion: version, status: 'PRESENT' as const }));
  if (rest.length === 0) return null;
  return (
    <ActButton
      document={SetAttendanceMutation}
      variables={{ input: { id: meeting.id, entries } }}
      label={t('resources.meetings.attendance.restPresent', { count: rest.length })}
      done={t('resources.meetings.attendance.recorded')}
    />
  );
};

/** 签到: who is expected, who is there, as what. */
export const AttendancePanel = ({ meeting, hands }: PanelProps) => {
  const t = useText();
  const isPhone = useIsPhone();
  const [adds, setAdds] = useState(false);
  // in two minutes on a phone one signs in and votes; the list is there for whoever asks
  const [isOpen, setOpen] = useState(false);
  const showsList = meeting.attendance.length > 0 && (!isPhone || isOpen);
  const columns = useAttendanceColumns({ meeting, hands });
  const Rows = isPhone ? RowCards : RowTable;
  const mayAdd = hands.writes && !isPhone && (isRunning(meeting) || meeting.state === 'DRAFT');
  return (
    <Section
      title={t('resources.meetings.attendance.title')}
      aside={mayAdd && <Button onClick={() => setAdds(true)}>{t('resources.meetings.attendance.add')}</Button>}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBottom: 1 }}>
        <OwnPresence meeting={meeting} hands={hands} />
        {hands.writes && isRunning(meeting) && !isPhone && <RestPresent meeting={meeting} />}
      </Box>
      {isPhone && (
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} sx={{ minHeight: 44 }}>
          {t('resources.meetings.attendance.list', { count: meeting.attendance.length })}
        </Button>
      )}
      {showsList && (
        <Rows caption={t('resources.meetings.attendance.caption')} rows={meeting.attendance} columns={columns} />
      )}
      {adds && <AddGuestDialog meeting={meeting} onClose={() => setAdds(false)} />}
    </Section>
  );
};
