import { PARTY_POSTS, type CivilDate, type Post } from '@zhixiao/domain';
import { badInput, plausibleDays, withinLifeOf } from '../schools/index.js';
import { seatOf, type AppointmentRecord, type AppointmentSeat } from './record-appointment.js';

interface SchoolLife {
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate | null;
}

/**
 * The seat that an appointment means, if its dates can be meant: real days, in order, within the school's life.
 * @throws RuleViolation BAD_INPUT with the field
 */
export function checkedSeat(school: SchoolLife, record: AppointmentRecord): AppointmentSeat {
  const { startsOn, endsOn, tenureEndsOn, probationUntil } = record;
  plausibleDays({ startsOn, endsOn, tenureEndsOn, probationUntil });
  const seat = seatOf(record, school.openedOn);
  if (seat.to !== null && seat.to <= seat.from) throw badInput('endsOn', 'END_BEFORE_START');
  if (tenureEndsOn !== null && tenureEndsOn < seat.from) throw badInput('tenureEndsOn', 'END_BEFORE_START');
  if (probationUntil !== null && probationUntil < seat.from) throw badInput('probationUntil', 'END_BEFORE_START');
  if (seat.to === null && record.endDocumentNo !== null) throw badInput('endDocumentNo', 'WITHOUT_END');
  if (seat.to === null && record.endReason !== null) throw badInput('endReason', 'WITHOUT_END');
  withinLifeOf(school, 'startsOn', seat.from);
  const inParty = (PARTY_POSTS as readonly Post[]).includes(record.post);
  if (record.portfolio !== null && !inParty) throw badInput('portfolio', 'NOT_A_PARTY_POST');
  return seat;
}
