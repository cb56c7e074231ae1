/** The resources and pages of the admin: each brings its route, its menu entry and the right that it asks for. */
import type { AdminPage, AdminResource } from '../data/index.js';

export const resources: readonly AdminResource[] = [];
export const pages: readonly AdminPage[] = [];
