import { graphql, type ResultOf } from '../../data/index.js';

export const UnreadCountQuery = graphql(`
  query UnreadCount {
    viewer {
      unreadCount
    }
  }
`);

export const NotificationsQuery = graphql(`
  query Notifications($first: Int!, $offset: Int!, $unreadOnly: Boolean) {
    notifications(first: $first, offset: $offset, unreadOnly: $unreadOnly) {
      totalCount
      nodes {
        id
        kind
        params
        path
        createdAt
        readAt
      }
    }
  }
`);

export const MarkReadMutation = graphql(`
  mutation MarkRead($ids: [ID!]) {
    markRead(ids: $ids)
  }
`);

export const NotificationPreferenceQuery = graphql(`
  query NotificationPreference {
    notificationPreference {
      email
      mail
      digest
      mailAvailable
      version
    }
  }
`);

export const SetNotificationPreferenceMutation = graphql(`
  mutation SetNotificationPreference($input: NotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      email
      mail
      digest
      mailAvailable
      version
    }
  }
`);

export type NotificationRow = ResultOf<typeof NotificationsQuery>['notifications']['nodes'][number];
export type Preference = ResultOf<typeof NotificationPreferenceQuery>['notificationPreference'];
