/**
 * notifications 通知: what waits for an account or happened to its matters. Tables: notification, account_preference. A use
 * case says `ctx.notify({…})`; the rows are written with it, and so is the delivery by mail and webhook where they are set up.
 * Rules: an account sees its own alone, and under a grant only what that grant reaches; what leaves the system carries a link
 * to the one screen and, of restricted matters, nothing but the kind; a webhook's message is signed, goes to no private
 * network and follows no redirect. Modules register kinds, routes and daily looks (registerNotifications).
 */
import { notificationModels, notificationRoots } from './notification.read.js';
import { NotificationResolver } from './notification.resolver.js';

export { deliveryTasks } from './delivery-tasks.js';
export { unreadCount } from './mark-read.js';
export type { NewNotification } from './new-notification.js';
export { registerNotifications } from './notification-kinds.js';
export type { DailyLook, NotificationKind } from './notification-kinds.js';
export { writeNotifications } from './write-notifications.js';

export const notificationParts = {
  resolvers: [NotificationResolver],
  models: notificationModels,
  roots: notificationRoots,
};
