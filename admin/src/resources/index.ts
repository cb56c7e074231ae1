/** The resources and pages of the admin: each brings its route, its menu entry and the right that it asks for. */
import type { AdminPage, AdminResource } from '../data/index.js';
import { audit } from './audit/index.js';
import { imports } from './imports/index.js';
import { people } from './people/index.js';
import { report } from './report/index.js';
import { rollout } from './rollout/index.js';
import { schools } from './schools/index.js';
import { settings } from './settings/index.js';
import { appointments, departures } from './staffing/index.js';
import { tenants } from './tenants/index.js';

export const resources: readonly AdminResource[] = [schools, appointments, people, departures, imports, audit, tenants];
export const pages: readonly AdminPage[] = [rollout, report, settings];
