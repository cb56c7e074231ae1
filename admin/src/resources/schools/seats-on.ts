import type { School, Seat } from './school.graphql.js';

/** The seats held on a day. */
export function seatsOn({ appointments }: School, on: string): readonly Seat[] {
  return appointments.nodes.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
}
