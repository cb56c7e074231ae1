import { CivilDate, useDayShown } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import type { AppointmentRow } from './staffing.graphql.js';

type Dates = Pick<AppointmentRow, 'startsOn' | 'endsOn' | 'endPrecision'>;

/** The last day of an appointment; without one it is held, or still to come. */
export const EndsOn = ({ startsOn, endsOn, endPrecision }: Dates) => {
  const t = useText();
  const on = useDayShown();
  if (endsOn) return <CivilDate value={endsOn} precision={endPrecision} />;
  return t(startsOn > on ? 'resources.appointments.toCome' : 'resources.appointments.inOffice');
};
