import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { attachReadResolvers, createReadRegistry, node, nodes, verifySchema } from './platform/read/index.js';
import { attachmentParts } from './platform/attachments/index.js';
import { auditParts } from './platform/audit/index.js';
import { fileParts } from './platform/files/index.js';
import { importsModule } from './platform/imports/index.js';
import { jobParts } from './platform/jobs/index.js';
import { notificationParts } from './platform/notifications/index.js';
import { NodeResolver } from './platform/graphql/node.resolver.js';
import { filingsModule } from './modules/filings/index.js';
import { identityModule } from './modules/identity/index.js';
import { peopleModule } from './modules/people/index.js';
import { rolloutModule } from './modules/rollout/index.js';
import { schoolsModule } from './modules/schools/index.js';
import { staffingModule } from './modules/staffing/index.js';
import { statisticsModule } from './modules/statistics/index.js';
import { tenancyModule } from './modules/tenancy/index.js';
import { decisionsModule } from './modules/decisions/index.js';
import { meetingsModule } from './modules/meetings/index.js';
import { topicsModule } from './modules/topics/index.js';

const reading = [
  tenancyModule,
  identityModule,
  schoolsModule,
  peopleModule,
  staffingModule,
  filingsModule,
  topicsModule,
  meetingsModule,
  decisionsModule,
  rolloutModule,
];

/** Every read model with the links that modules to the right added, every root field that they answer. */
export const registry = createReadRegistry({
  models: [
    ...auditParts.models,
    ...fileParts.models,
    ...jobParts.models,
    ...attachmentParts.models,
    ...notificationParts.models,
    ...importsModule.models,
    ...reading.flatMap((m) => m.models),
  ],
  extensions: [
    ...peopleModule.extensions,
    ...staffingModule.extensions,
    ...filingsModule.extensions,
    ...topicsModule.extensions,
    ...meetingsModule.extensions,
    ...decisionsModule.extensions,
    ...rolloutModule.extensions,
  ],
  roots: {
    node,
    nodes,
    ...auditParts.roots,
    ...jobParts.roots,
    ...notificationParts.roots,
    ...importsModule.roots,
    ...Object.assign({}, ...reading.map((m) => m.roots)),
  },
  payloads: { ...staffingModule.payloads, ...statisticsModule.payloads },
});

/** The one GraphQL schema. Start-up fails where a field has no entry in its read model or its kind differs. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      ...auditParts.resolvers,
      ...jobParts.resolvers,
      ...attachmentParts.resolvers,
      ...notificationParts.resolvers,
      ...importsModule.resolvers,
      ...identityModule.resolvers,
      ...tenancyModule.resolvers,
      ...schoolsModule.resolvers,
      ...peopleModule.resolvers,
      ...staffingModule.resolvers,
      ...filingsModule.resolvers,
      ...topicsModule.resolvers,
      ...meetingsModule.resolvers,
      ...decisionsModule.resolvers,
      ...rolloutModule.resolvers,
      ...statisticsModule.resolvers,
    ],
    validate: { forbidUnknownValues: false },
    emitSchemaFile: false,
  });
  attachReadResolvers(schema, registry);
  verifySchema(registry, schema);
  return schema;
}
