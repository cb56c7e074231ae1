import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { AppointmentsQuery, DeparturesQuery, type AppointmentRow, type DepartureRow } from './staffing.graphql.js';

type Order = SchemaType<'AppointmentOrder'>;

function orderOf({ field, order }: { readonly field: string; readonly order: 'ASC' | 'DESC' }): Order {
  if (field === 'tenureEnds') return 'TENURE_ENDS_ASC';
  return order === 'ASC' && field === 'startsOn' ? 'STARTS_ON_ASC' : 'STARTS_ON_DESC';
}

export const appointmentAdapter: ResourceAdapter<AppointmentRow> = {
  list: async ({ filter, sort, first, offset, asOf, signal }) => {
    const variables = { filter: filter as SchemaType<'AppointmentFilter'>, order: orderOf(sort), first, offset, asOf };
    return (await execute(AppointmentsQuery, variables, { signal })).appointments;
  },
};

/** Departures have dates of their own; the list shows them as they are recorded. */
export const departureAdapter: ResourceAdapter<DepartureRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const variables = { filter: filter as SchemaType<'DepartureFilter'>, first, offset };
    return (await execute(DeparturesQuery, variables, { signal })).departures;
  },
};
