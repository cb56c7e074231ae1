import { appointments } from './appointments.js';
import { audit } from './audit.js';
import { decisions, decisionTasks, emergencyActions } from './decisions.js';
import { departures } from './departures.js';
import { imports } from './imports.js';
import { matters } from './matters.js';
import { meetings, enterMeeting } from './meetings.js';
import { people } from './people.js';
import { checkOutcomes, procedure } from './procedure.js';
import { report } from './report.js';
import { activate, roleGrants } from './role-grants.js';
import { rollout } from './rollout.js';
import { rulesOfProcedure } from './rules-of-procedure.js';
import { schools } from './schools.js';
import { settings } from './settings.js';
import { shared } from './shared.js';
import { tenants } from './tenants.js';
import { topics } from './topics.js';

/** Texts of the resources: one file each, added here under the resource's name; `shared` is what several of them say. */
export const resources = {
  ...{ shared, schools, appointments, departures, people, imports, audit, tenants },
  ...{ meetings, decisions, decisionTasks, emergencyActions },
  ...{ topics, rulesOfProcedure, roleGrants, checkOutcomes },
};
/** Texts of pages that are no resource: `pages.<name>.title` and what else they say. */
export const pages = { report, rollout, settings, matters, activate, enterMeeting, procedure };
