import { execute, type ResourceAdapter } from '../../data/index.js';
import { NotificationsQuery, type NotificationRow } from './notification.graphql.js';

export const notificationAdapter: ResourceAdapter<NotificationRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const unreadOnly = filter['unreadOnly'] === true ? true : null;
    return (await execute(NotificationsQuery, { first, offset, unreadOnly }, { signal })).notifications;
  },
};
