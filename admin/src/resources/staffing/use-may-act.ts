import { useAbility, type ScopedRecord } from '../../data/index.js';

/** Whether anything can be done to appointments at all: a column of acts without acts says nothing. */
export function useMayActOnSeats(on?: ScopedRecord): boolean {
  const { can } = useAbility();
  return can('end', 'Appointment', on) || can('correct', 'Appointment', on);
}

/** The same of departures. */
export function useMayActOnDepartures(on?: ScopedRecord): boolean {
  const { can } = useAbility();
  return can('approve', 'StaffingDeparture', on) || can('withdraw', 'StaffingDeparture', on);
}
