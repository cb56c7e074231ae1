/** The resources and pages of the admin: each brings its route, its menu entry and the right that it asks for. */
import type { AdminPage, AdminResource } from '../data/index.js';
import { roleGrants } from './accounts/index.js';
import { audit } from './audit/index.js';
import { rulesOfProcedure } from './filings/index.js';
import { decisions, decisionTasks, emergencyActions } from './decisions/index.js';
import { imports } from './imports/index.js';
import { enterMeeting, meetings } from './meetings/index.js';
import { matters } from './matters/index.js';
import { notifications } from './notifications/index.js';
import { people } from './people/index.js';
import { checkOutcomes, procedure } from './procedure/index.js';
import { report } from './report/index.js';
import { rollout } from './rollout/index.js';
import { schools } from './schools/index.js';
import { settings } from './settings/index.js';
import { appointments, departures } from './staffing/index.js';
import { tenants } from './tenants/index.js';
import { topics } from './topics/index.js';

export const resources: readonly AdminResource[] = [
  ...[schools, appointments, people, departures, imports, audit, tenants],
  ...[topics, meetings, decisions, decisionTasks, emergencyActions, rulesOfProcedure],
  ...[notifications, roleGrants, checkOutcomes],
];
export const pages: readonly AdminPage[] = [enterMeeting, procedure, rollout, report, settings, matters];

export { ActivatePage } from './accounts/index.js';
