import type { AdminResource } from '../../data/index.js';
import { lazyPage } from '../parts/index.js';
import { notificationAdapter } from './notification-adapter.js';

/** 通知: the list, which the bell leads to. */
export const notifications: AdminResource = {
  name: 'notifications',
  subject: 'Notification',
  adapter: notificationAdapter as AdminResource['adapter'],
  list: lazyPage('NotificationList', () => import('./NotificationList.js')),
};

/** Small, and fetched after the frame stands. */
export const NotificationBell = lazyPage('NotificationBell', () => import('./NotificationBell.js'));
