import { ATTENDANCE_CAPACITIES, ATTENDANCE_STATUSES } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { Section } from '../../components/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid, TextField } from '../parts/index.js';
import { PaperRows } from './PaperRows.js';
import type { Colleague } from './PersonField.js';

/** Once it is said that somebody was there: from and to which item; that somebody was not: why. */
const Presence = ({ source }: { readonly source: string }) => {
  const t = useText();
  const status = useWatch({ name: `${source}.status` }) as string | null | undefined;
  if (!status) return null;
  if (status === 'LEAVE' || status === 'ABSENT') {
    return <TextField source={`${source}.reason`} label={t('paper.reason')} max={500} />;
  }
  return (
    <>
      <CountField source={`${source}.fromItem`} label={t('paper.fromItem')} />
      <CountField source={`${source}.toItem`} label={t('paper.toItem')} />
    </>
  );
};

const StatusFields = ({ source }: { readonly source: string }) => {
  const t = useText();
  return (
    <>
      <EnumField
        source={`${source}.status`}
        of="AttendanceStatus"
        values={ATTENDANCE_STATUSES}
        label={t('resources.meetings.attendance.status')}
      />
      <EnumField
        source={`${source}.capacity`}
        of="AttendanceCapacity"
        values={ATTENDANCE_CAPACITIES}
        label={t('resources.meetings.attendance.capacity')}
      />
      <Presence source={source} />
    </>
  );
};

interface PaperAttendanceProps {
  readonly people: readonly Colleague[];
}

/** The list as the paper has it, with who is not of the school; of a meeting whose paper has numbers only, the numbers. */
export const PaperAttendance = ({ people }: PaperAttendanceProps) => {
  const t = useText();
  const word = useEnumWords();
  const note = ({ posts }: Colleague) => posts.map((post) => word('Post', post)).join(t('common.listSeparator'));
  return (
    <Section title={t('pages.enterMeeting.attendance')}>
      {people.map((one) => (
        <Box key={one.id} role="group" aria-label={one.name}>
          <FieldGrid columns={3}>
            <Typography variant="body2" sx={{ paddingBlock: 1 }}>
              {one.posts.length > 0 ? t('common.inParens', { text: one.name, note: note(one) }) : one.name}
            </Typography>
            <StatusFields source={`people.${one.id}`} />
          </FieldGrid>
        </Box>
      ))}
      <PaperRows
        source="guests"
        title="paper.guests"
        one="paper.guest"
        add="paper.addGuest"
        remove="paper.removeGuest"
        empty={{ name: null, post: null, capacity: 'INVITEE', status: 'PRESENT' }}
      >
        {(source) => (
          <FieldGrid columns={3}>
            <TextField source={`${source}.name`} label={t('paper.guestName')} isRequired />
            <TextField source={`${source}.post`} label={t('paper.guestPost')} />
            <StatusFields source={source} />
          </FieldGrid>
        )}
      </PaperRows>
      <Typography variant="body2" color="textSecondary">
        {t('pages.enterMeeting.noList')}
      </Typography>
      <FieldGrid>
        <CountField source="statedExpected" label={t('pages.enterMeeting.expected')} />
        <CountField source="statedPresent" label={t('pages.enterMeeting.present')} />
      </FieldGrid>
    </Section>
  );
};
