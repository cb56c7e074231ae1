import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.js';
import { connect } from './platform/database/connect.js';
import type { Connections } from './platform/database/connect.js';
import type { RoleUrls } from './platform/database/roles.js';
import type { Ports } from './platform/graphql/graphql-context.js';
import { loadShippedOperations } from './platform/graphql/shipped-operations.js';
import type { ShippedOperations } from './platform/graphql/shipped-operations.js';
import { createServer } from './platform/http/server.js';
import { startWorker } from './platform/jobs/worker.js';
import { addLiveRoute, createLiveHub, startListening } from './platform/live/index.js';
import { deliveryTasks } from './platform/notifications/index.js';
import { passThroughPlugin, stringifyResult, verifyCatalogue } from './platform/read/index.js';
import { createSessionStore } from './modules/identity/index.js';
import { standingSettings } from './modules/tenancy/index.js';
import { contributors, entities, grantSource, jobHandlers, routes, schedule } from './modules.js';
import { createSchema, registry } from './schema.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the built admin and the list of its operations lie, beside the server in the checkout and in the image. */
const ADMIN_FOLDER = here('../../admin/dist');
const SHIPPED_OPERATIONS = here('../../schema/operations.json');

/** A process's connections with everything that the modules registered. */
async function openPorts(urls: RoleUrls, config: Config): Promise<{ connections: Connections; ports: Ports }> {
  const connections = await connect(urls, config, entities);
  const { auth, read, write } = connections;
  const ports: Ports = {
    auth,
    read,
    source: write,
    standing: { contributors, settings: standingSettings },
    sessions: createSessionStore(auth, grantSource),
    delivery: { mail: config.mail !== null, webhook: config.webhook !== null },
  };
  return { connections, ports };
}

export interface Api {
  readonly app: FastifyInstance;
  readonly ports: Ports;
  close(): Promise<void>;
}

/**
 * The API with every module in it, not yet listening.
 * @param shipped the operations that get named statements; the benchmark gives its own
 */
export async function createApi(
  urls: RoleUrls,
  config: Config,
  shipped: ShippedOperations = loadShippedOperations(SHIPPED_OPERATIONS),
): Promise<Api> {
  const { connections, ports } = await openPorts(urls, config);
  const schema = await createSchema();
  await verifyCatalogue(registry, (text) => connections.write.query(text));
  const hub = createLiveHub(ports.sessions, config.live);
  const listener = await startListening(urls.jobs, hub);
  const app = await createServer({
    config,
    ports,
    schema,
    shipped,
    plugins: [passThroughPlugin(registry)],
    stringifyResult,
    adminFolder: existsSync(ADMIN_FOLDER) ? ADMIN_FOLDER : '',
    routes: [...routes, (server) => addLiveRoute(server, { ports, config }, hub)],
    readiness: () => readiness(connections),
  });
  const close = async (): Promise<void> => {
    await app.close();
    await listener.close();
    await connections.end();
  };
  return { app, ports, close };
}

async function readiness(connections: Connections): Promise<string | null> {
  try {
    await connections.auth.query('SELECT 1');
    return null;
  } catch {
    return 'the database does not answer';
  }
}

/** The worker with every module's job handlers, taking jobs. */
export async function createWorker(urls: RoleUrls, config: Config): Promise<{ close(): Promise<void> }> {
  const { connections, ports } = await openPorts(urls, config);
  const delivery = deliveryTasks(ports.auth, config);
  const work = { handlers: jobHandlers, schedule: { ...schedule, ...delivery.schedule }, tasks: delivery.tasks };
  const runner = await startWorker(ports, work, urls.jobs);
  return {
    close: async () => {
      await runner.stop();
      delivery.close();
      await connections.end();
    },
  };
}
