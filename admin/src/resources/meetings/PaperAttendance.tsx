import { ATTENDANCE_CAPACITIES, ATTENDANCE_STATUSES } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { Section } from '../../components/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { CountField, EnumField, FieldGrid } from '../parts/index.js';
import { usePaperPeople } from './use-paper-people.js';

/** The list as the paper has it; of a meeting whose paper has numbers only, the numbers. */
export const PaperAttendance = ({ schoolId }: { readonly schoolId: string }) => {
  const t = useText();
  const word = useEnumWords();
  const people = usePaperPeople(schoolId);
  return (
    <Section title={t('pages.enterMeeting.attendance')}>
      {people.map(({ id, name, posts }) => (
        <Box key={id} role="group" aria-label={name}>
          <FieldGrid columns={3}>
            <Typography variant="body2" sx={{ paddingBlock: 1 }}>
              {t('common.inParens', {
                text: name,
                note: posts.map((post) => word('Post', post)).join(t('common.listSeparator')),
              })}
            </Typography>
            <EnumField
              source={`people.${id}.status`}
              of="AttendanceStatus"
              values={ATTENDANCE_STATUSES}
              label={t('resources.meetings.attendance.status')}
            />
            <EnumField
              source={`people.${id}.capacity`}
              of="AttendanceCapacity"
              values={ATTENDANCE_CAPACITIES}
              label={t('resources.meetings.attendance.capacity')}
            />
          </FieldGrid>
        </Box>
      ))}
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
