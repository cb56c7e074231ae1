import type { FastifyReply, FastifyRequest } from 'fastify';
import { civilDate } from '../civil-clock.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { withSession } from '../graphql/with-session.js';
import { tokenOf } from './session-cookie.js';

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Who asks, under which grant, from a request's cookie and headers. One indexed read; no right is cached across requests. */
export async function contextOf(ports: Ports, request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> {
  const now = new Date();
  const today = civilDate(now);
  const body = (request.body ?? {}) as { query?: unknown; variables?: unknown; operationName?: unknown };
  const anonymous: GraphqlContext = {
    ports,
    requestId: request.id,
    ip: request.ip,
    now,
    today,
    signedIn: null,
    grant: null,
    ability: null,
    idempotencyKey: header(request, 'idempotency-key'),
    body: '',
    shipped: false,
    setHeader: (name, value) => void reply.header(name, value),
  };
  const token = tokenOf(request.headers.cookie);
  const session = token ? await ports.sessions.find(token, today) : null;
  const asked = header(request, 'x-grant');
  return {
    ...withSession(anonymous, session, asked),
    body: JSON.stringify([body.query, body.variables ?? null, body.operationName ?? null]),
  };
}
