import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config.js';
import type { ErrorCode } from '../errors.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { verifyAccess } from '../graphql/access.js';
import { edgePlugin } from '../graphql/edge-plugin.js';
import { formatError } from '../graphql/format-error.js';
import { LIMITS, limitsRule } from '../graphql/limits.js';
import type { ShippedOperations } from '../graphql/shipped-operations.js';
import { comesFromHere } from './origin-check.js';
import { contextOf } from './request-context.js';
import { addSecurityHeaders } from './security-headers.js';
import { closeSpareConnections } from './spare-connections.js';

export interface ServerParts {
  readonly config: Config;
  readonly ports: Ports;
  readonly schema: GraphQLSchema;
  readonly shipped: ShippedOperations;
  readonly plugins: readonly ApolloServerPlugin<GraphqlContext>[];
  readonly stringifyResult: (value: unknown) => string;
  /** built admin, served where it exists */
  readonly adminFolder: string;
  /** further routes (files, imports), registered by app.ts */
  readonly routes: readonly ((app: FastifyInstance, ports: Ports, config: Config) => void)[];
  /** @returns a line for people when the process is not ready, else null */
  readonly readiness: () => Promise<string | null>;
}

const BODY_BYTES = 100 * 1024;

function createApollo(parts: ServerParts): ApolloServer<GraphqlContext> {
  return new ApolloServer<GraphqlContext>({
    schema: parts.schema,
    introspection: parts.config.introspection,
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !parts.config.introspection,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    formatError,
    stringifyResult: parts.stringifyResult as never,
    plugins: [
      edgePlugin({ shippedOnly: parts.config.operations === 'shipped' }),
      ...parts.plugins,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** The HTTP edge: JSON by POST only, from this very site, small bodies, an id for every request. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, ports } = parts;
  verifyAccess(parts.schema);
  const app = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: 120_000, // a scan of twenty megabytes over a village's line
    connectionTimeout: 60_000,
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => hop < config.trustedProxyHops,
    forceCloseConnections: 'idle',
    logger: false as const,
  });
  app.removeContentTypeParser('text/plain');
  addSecurityHeaders(app);
  closeSpareConnections(app);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, { status: 404, code: 'NOT_FOUND' }));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    const code = status === 500 ? 'INTERNAL' : status === 413 ? 'FILE_TOO_LARGE' : 'BAD_INPUT';
    return refuse(request, reply, { status, code });
  });
  addProbes(app, parts);
  const apollo = createApollo(parts);
  await apollo.start();
  addGraphql(app, parts, apollo);
  for (const route of parts.routes) route(app, ports, config);
  await addAdmin(app, parts.adminFolder);
  app.addHook('onClose', () => apollo.stop());
  return app;
}

/** Inputs are a few levels deep; what is nested by the thousand is meant for the stack of whoever walks it. */
const DEEPEST_BODY = 40;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: { status: number; code: ErrorCode },
): FastifyReply {
  const { status, code } = refusal;
  return reply.code(status).send({ errors: [{ message: code, extensions: { code, requestId: request.id } }] });
}

function addProbes(app: FastifyInstance, { readiness }: ServerParts): void {
  app.get('/livez', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const problem = await readiness();
    return problem ? reply.code(503).send({ ready: false, problem }) : { ready: true };
  });
}

function addGraphql(app: FastifyInstance, parts: ServerParts, apollo: ApolloServer<GraphqlContext>): void {
  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const context = await contextOf(parts.ports, request, reply);
      const { query } = (request.body ?? {}) as { query?: unknown };
      return { ...context, shipped: typeof query === 'string' && parts.shipped.has(query) };
    },
  });
  app.post('/graphql', async (request, reply) => {
    if (!comesFromHere(request, parts.config.origins))
      return refuse(request, reply, { status: 403, code: 'FORBIDDEN' });
    if (isDeeperThan(request.body, DEEPEST_BODY)) return refuse(request, reply, { status: 400, code: 'BAD_INPUT' });
    return handle.call(app, request, reply);
  });
  app.get('/graphql', (_request, reply) => reply.code(405).header('allow', 'POST').send());
}

async function addAdmin(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
}
