import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { RuleViolation } from '../errors.js';
import { rememberDenied } from '../graphql/denied-attempts.js';
import { asGraphqlError } from '../graphql/format-error.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { comesFromHere } from './origin-check.js';
import { contextOf } from './request-context.js';

type Work = (ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  BAD_STATE: 409,
  FILE_TOO_LARGE: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
const INSUFFICIENT_STORAGE = 507;

/** A route outside GraphQL under the same rules: from this very site, session and grant, refusals in the same form, denials remembered. */
export function answering({ ports, config }: { readonly ports: Ports; readonly config: Config }, work: Work): Handler {
  return async (request, reply) => {
    const { grant } = request.query as { grant?: string };
    // neither a link nor an EventSource can set a header
    if (grant && !request.headers['x-grant']) request.headers['x-grant'] = grant;
    let ctx: GraphqlContext | null = null;
    try {
      if (!comesFromHere(request, config.origins)) throw new RuleViolation('FORBIDDEN');
      ctx = await contextOf(ports, request, reply);
      return await work(ctx, request, reply);
    } catch (error) {
      const refusal = atTheEdge(error);
      if (ctx && refusal instanceof RuleViolation) {
        const action = `${request.method} ${String(request.routeOptions.url)}`;
        await rememberDenied(ctx, { action, codes: [refusal.code] });
      }
      return refuse(refusal, request, reply);
    }
  };
}

/** What fastify and the form's parser say of a bad request, and of one that was broken off. */
function atTheEdge(error: unknown): unknown {
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  if (code.startsWith('FST_') && statusCode < 500) return new RuleViolation('BAD_INPUT');
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new RuleViolation('BAD_INPUT');
  return error;
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const formatted = asGraphqlError(error);
  const { code, params } = formatted.extensions as { code: string; params?: { reason?: unknown } };
  const status = params?.reason === 'QUOTA' ? INSUFFICIENT_STORAGE : (STATUS[code] ?? 400);
  const extensions = { ...formatted.extensions, requestId: request.id };
  return reply.code(status).send({ errors: [{ ...formatted, extensions }] });
}
