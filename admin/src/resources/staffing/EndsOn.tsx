import { Box, Typography } from '@mui/material';
import { CivilDate, useDayShown } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import type { AppointmentRow } from './staffing.graphql.js';

type Dates = Pick<AppointmentRow, 'startsOn' | 'endsOn' | 'endMonth' | 'endDocumentNo' | 'endReason'>;

/**
 * The last day of an appointment, or the month that was recorded as its end, with the document and the reason of the end;
 * without one it is held, or still to come.
 */
export const EndsOn = ({ startsOn, endsOn, endMonth, endDocumentNo, endReason }: Dates) => {
  const t = useText();
  const on = useDayShown();
  if (!endsOn) return t(startsOn > on ? 'resources.appointments.toCome' : 'resources.appointments.inOffice');
  const why = [endDocumentNo, endReason].filter(Boolean).join(' · ');
  return (
    <Box component="span" sx={{ display: 'inline-block' }}>
      {endMonth ? <CivilDate value={`${endMonth}-01`} precision="MONTH" /> : <CivilDate value={endsOn} />}
      {why && (
        <Typography variant="caption" component="div" color="textSecondary">
          {why}
        </Typography>
      )}
    </Box>
  );
};
