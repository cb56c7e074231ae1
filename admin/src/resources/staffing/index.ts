import { lazy } from 'react';
import StaffingIcon from '@mui/icons-material/GroupsOutlined';
import DepartureIcon from '@mui/icons-material/RuleOutlined';
import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { appointmentAdapter, departureAdapter } from './staffing-adapters.js';

/** 任职: the list, and the form that appoints with the checks beside it. */
export const appointments: AdminResource = {
  name: 'appointments',
  subject: 'Appointment',
  adapter: appointmentAdapter as AdminResource['adapter'],
  icon: StaffingIcon,
  list: lazyPage('AppointmentList', () => import('./AppointmentList.js')),
  create: lazyPage('AppointPage', () => import('./AppointPage.js')),
  menu: { group: 'staffing', order: 10 },
};

/** 特殊情况: what departs from 一般, asked for by the school and approved by the authority. */
export const departures: AdminResource = {
  name: 'departures',
  subject: 'StaffingDeparture',
  adapter: departureAdapter as AdminResource['adapter'],
  icon: DepartureIcon,
  list: lazyPage('DepartureList', () => import('./DepartureList.js')),
  menu: { group: 'staffing', order: 30 },
};

/** Acts on an appointment or a departure, for the pages of a school and of a person. */
export const SeatActions = lazy(() => import('./SeatActions.js').then((file) => ({ default: file.SeatActions })));
export const DepartureActions = lazy(() =>
  import('./DepartureActions.js').then((file) => ({ default: file.DepartureActions })),
);
export const RequestDepartureDialog = lazy(() =>
  import('./RequestDepartureDialog.js').then((file) => ({ default: file.RequestDepartureDialog })),
);
export { cancelledFields } from './cancel.graphql.js';
export { CancelledSeats } from './CancelledSeats.js';
export { SearchSelect } from './SearchSelect.js';
export { appointPath } from './appoint-path.js';
export { EndsOn } from './EndsOn.js';
export { useMayActOnDepartures, useMayActOnSeats } from './use-may-act.js';
export { atSchool } from './at-school.js';
export { teamFacts } from './team-facts.js';
