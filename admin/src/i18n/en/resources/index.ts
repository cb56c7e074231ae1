import type { pages as zhPages, resources as zhResources } from '../../zh-CN/resources/index.js';
import type { Translations } from '../translations.js';
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

export const resources: Translations<typeof zhResources> = {
  ...{ shared, schools, appointments, departures, people, imports, audit, tenants },
};
export const pages: Translations<typeof zhPages> = { report, rollout, settings };
