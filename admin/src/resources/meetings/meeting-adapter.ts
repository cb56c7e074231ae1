import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { MeetingsQuery, type MeetingRow } from './meeting.graphql.js';

/** Meetings by their day; what was held before the day shown is in the list as it stands now. */
export const meetingAdapter: ResourceAdapter<MeetingRow> = {
  list: async ({ filter, sort, first, offset, signal }) => {
    const order: SchemaType<'MeetingOrder'> = sort.order === 'ASC' ? 'HELD_ON_ASC' : 'HELD_ON_DESC';
    const variables = { filter: filter as SchemaType<'MeetingFilter'>, order, first, offset };
    return (await execute(MeetingsQuery, variables, { signal })).meetings;
  },
};
