import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.js';
import type { Ports } from './platform/graphql/graphql-context.js';
import type { JobHandlers } from './platform/jobs/run-job.js';
import type { Schedule } from './platform/jobs/schedule.js';
import type { StandingContributor } from './platform/standing/rebuild.js';
import { filingsModule } from './modules/filings/index.js';
import { identityModule } from './modules/identity/index.js';
import { peopleModule } from './modules/people/index.js';
import { rolloutModule } from './modules/rollout/index.js';
import { schoolsModule } from './modules/schools/index.js';
import { grantSource as postsAsGrants, staffingModule } from './modules/staffing/index.js';
import { statisticsModule } from './modules/statistics/index.js';
import { decisionsModule } from './modules/decisions/index.js';
import { meetingsModule, registerOnDecided } from './modules/meetings/index.js';
import { registerDecisions, registerDepartureSubjects, topicsModule } from './modules/topics/index.js';
import { divisionFacts, loadTenants, tenancyModule } from './modules/tenancy/index.js';
import { attachmentParts, registerAttachmentSubjects } from './platform/attachments/index.js';
import { addFileRoutes } from './platform/http/file-routes.js';
import { importsModule, registerImports } from './platform/imports/index.js';
import { registerNotifications } from './platform/notifications/index.js';

/** Every entity that a transaction may write. */
export const entities = [
  ...identityModule.entities,
  ...schoolsModule.entities,
  ...peopleModule.entities,
  ...staffingModule.entities,
  ...filingsModule.entities,
  ...topicsModule.entities,
  ...meetingsModule.entities,
  ...decisionsModule.entities,
  ...rolloutModule.entities,
];

/** Who knows what of a school, in the order of the modules: the sources of standing. */
export const contributors: readonly StandingContributor[] = [
  ...schoolsModule.contributors,
  ...staffingModule.contributors,
  ...rolloutModule.contributors,
];

/** What every installation has: the division tree. Loaded as the owner after the migrations. */
export const loadReferenceData = loadTenants;

/** School-level rights follow from appointments on the day. */
export const grantSource = postsAsGrants;

export const jobHandlers: JobHandlers = {
  ...tenancyModule.jobs,
  ...importsModule.jobs,
  ...meetingsModule.jobs,
  ...statisticsModule.jobs,
};

/** What the worker does by the clock. */
export const schedule: Schedule = { ...tenancyModule.schedule };

export const routes: readonly ((app: FastifyInstance, ports: Ports, config: Config) => void)[] = [
  addFileRoutes,
  ...attachmentParts.routes,
  ...importsModule.routes,
];

registerImports({
  kinds: {
    ROSTER: staffingModule.importKind,
    PROGRESS: rolloutModule.importKind,
    SCHOOL_REGISTER: schoolsModule.importKind,
    MEETINGS: decisionsModule.importKind,
  },
  divisions: divisionFacts(),
});

registerAttachmentSubjects({ ...schoolsModule.attachments, ...filingsModule.attachments, ...topicsModule.attachments });
registerAttachmentSubjects(meetingsModule.attachments);
registerAttachmentSubjects(decisionsModule.attachments);
registerDepartureSubjects(meetingsModule.departures);
registerOnDecided(decisionsModule.onDecided);
registerDecisions(decisionsModule.source);
registerNotifications(staffingModule.notifications);
registerNotifications(filingsModule.notifications);
registerNotifications(topicsModule.notifications);
registerNotifications(meetingsModule.notifications);
registerNotifications(decisionsModule.notifications);
