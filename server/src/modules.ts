import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.js';
import type { Ports } from './platform/graphql/graphql-context.js';
import type { JobHandlers } from './platform/jobs/run-job.js';
import type { StandingContributor } from './platform/standing/rebuild.js';
import { identityModule } from './modules/identity/index.js';
import { peopleModule } from './modules/people/index.js';
import { schoolsModule } from './modules/schools/index.js';
import { grantSource as postsAsGrants, staffingModule } from './modules/staffing/index.js';
import { tenancyModule } from './modules/tenancy/index.js';

/** Every entity that a transaction may write. */
export const entities = [
  ...identityModule.entities,
  ...schoolsModule.entities,
  ...peopleModule.entities,
  ...staffingModule.entities,
];

/** Who knows what of a school, in the order of the modules: the sources of standing. */
export const contributors: readonly StandingContributor[] = [...schoolsModule.contributors, ...staffingModule.contributors];

/** School-level rights follow from appointments on the day. */
export const grantSource = postsAsGrants;

export const jobHandlers: JobHandlers = { ...tenancyModule.jobs };

export const routes: readonly ((app: FastifyInstance, ports: Ports, config: Config) => void)[] = [];
