import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { RuleViolation } from '../errors.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { answering } from '../http/answering.js';
import type { LiveHub } from './live-hub.js';

/** `GET /live`: server-sent events under the session and a grant, until the client goes or a right ends. */
export function addLiveRoute(
  app: FastifyInstance,
  edge: { readonly ports: Ports; readonly config: Config },
  hub: LiveHub,
): void {
  const open = async (ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { grant, ability } = reading(ctx);
    const tokenHash = ctx.signedIn?.tokenHash;
    if (!tokenHash) throw new RuleViolation('UNAUTHENTICATED');
    const stream = hub.open({ tokenHash, grant, ability });
    request.raw.once('close', () => void stream.out.destroy());
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no') // a proxy must pass each event on at once
      .header('connection', 'close') // kept alive after its last word it kept the server from closing for a minute
      .send(stream.out);
  };
  app.get('/live', answering(edge, open));
  // open streams would keep the server from closing
  app.addHook('preClose', async () => hub.close());
}
