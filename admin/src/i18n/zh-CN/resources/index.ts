import { appointments } from './appointments.js';
import { audit } from './audit.js';
import { departures } from './departures.js';
import { imports } from './imports.js';
import { people } from './people.js';
import { report } from './report.js';
import { rollout } from './rollout.js';
import { schools } from './schools.js';
import { settings } from './settings.js';
import { shared } from './shared.js';
import { tenants } from './tenants.js';

/** Texts of the resources: one file each, added here under the resource's name; `shared` is what several of them say. */
export const resources = { shared, schools, appointments, departures, people, imports, audit, tenants };
/** Texts of pages that are no resource: `pages.<name>.title` and what else they say. */
export const pages = { report, rollout, settings };
