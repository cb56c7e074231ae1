/**
 * staffing 班子配备: who holds which post at which school, and what a school may depart from (意见（十二）).
 * Tables: appointment, staffing_departure.
 * Rules: a true fact is recorded whatever it breaks and shows as a finding; only a party post without full membership
 * (STF-7) and two holders of one seat (STF-8) are refused. An appointment ends with its last day, and with it the rights
 * that it gives (grantSource); one that has not begun may be cancelled. A month-precise end yields to a successor of that
 * month and stays recorded as that month. A correction is a new row with a reason that supersedes. A school departs from what is 一般 only, with a reason; the authority approves until a review day,
 * nobody a matter of their own.
 * Imports and the demo write through recordAppointments, endAppointmentRow, supersedeAppointment.
 */
import { rosterImport } from './import-roster.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentResolver } from './appointment.resolver.js';
import { staffingContributor } from './contribute-staffing.js';
import { StaffingDeparture } from './departure.entity.js';
import { DepartureResolver } from './departure.resolver.js';
import { departureNotifications } from './notify-departure.js';
import { PersonStaffingResolver, SchoolStaffingResolver } from './staffing-links.resolver.js';
import {
  appointmentModel,
  staffingExtensions,
  staffingModels,
  staffingPayloads,
  staffingRoots,
} from './staffing.read.js';

export { supersedeAppointment } from './correct-appointment.js';
export { endAppointmentRow } from './end-appointment.js';
export type { EndedRow } from './end-appointment.js';
export { grantSource } from './grant-source.js';
export { appointmentFacts } from './import-roster.js';
export { planSeats } from './plan-seats.js';
export type { Seat, SeatConflict, SeatPlan } from './plan-seats.js';
export { dayAfter, firstDay, heldSeats, recordAppointments, seatOf } from './record-appointment.js';
export type { AppointmentRecord, AppointmentSeat } from './record-appointment.js';

export { appointmentModel };

export const staffingModule = {
  importKind: rosterImport,
  entities: [Appointment, StaffingDeparture],
  resolvers: [AppointmentResolver, DepartureResolver, SchoolStaffingResolver, PersonStaffingResolver],
  models: staffingModels,
  extensions: staffingExtensions,
  roots: staffingRoots,
  payloads: staffingPayloads,
  contributors: [staffingContributor],
  notifications: departureNotifications,
};
