import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, ErrorParams } from '../errors.js';
import { findFile, partsOf } from '../files/read-file.js';
import type { FoundFile } from '../files/read-file.js';
import { FILE_PATH } from '../files/file-path.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { rememberDenied } from '../graphql/denied-attempts.js';
import { contextOf } from './request-context.js';

interface FileRequest {
  Params: { id: string };
  Querystring: { grant?: string };
}

/** `GET /files/:id`: a stored file as an attachment, under the session and the grant of `x-grant` or `?grant=`. */
export function addFileRoutes(app: FastifyInstance, ports: Ports): void {
  app.get<FileRequest>(`${FILE_PATH}:id`, async (request, reply) => {
    const { grant } = request.query;
    // a link can't set a header
    if (grant && !request.headers['x-grant']) request.headers['x-grant'] = grant;
    const context = await contextOf(ports, request, reply);
    if (!context.signedIn) return refuse(request, reply, { status: 401, code: 'UNAUTHENTICATED' });
    if (!context.grant) return deny(context, request, reply);
    const ctx = reading(context);
    const file = await findFile(ctx, request.params.id);
    if (!file) return deny(context, request, reply);
    if (file.expiredAt) {
      const params = { expiredAt: file.expiredAt.toISOString() };
      return refuse(request, reply, { status: 410, code: 'FILE_EXPIRED', params });
    }
    return reply.headers(headersOf(file)).send(Readable.from(partsOf(ctx, file), { objectMode: false }));
  });
}

/** Refuses somebody signed in, and remembers it. */
async function deny(context: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const refusal = context.grant
    ? ({ status: 404, code: 'NOT_FOUND' } as const)
    : ({ status: 403, code: 'FORBIDDEN' } as const);
  await rememberDenied(context, { action: `GET ${FILE_PATH}`, codes: [refusal.code] });
  return refuse(request, reply, refusal);
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, params }: { status: number; code: ErrorCode; params?: ErrorParams },
): FastifyReply {
  return reply.code(status).send({ errors: [{ message: code, extensions: { code, params, requestId: request.id } }] });
}

/** A file is taken away, never shown: no type is guessed, nothing in it runs, no cache keeps it. */
export function headersOf({
  name,
  mediaType,
  size,
}: Pick<FoundFile, 'name' | 'mediaType' | 'size'>): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': attachment(name),
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

/** RFC 6266 with RFC 5987: the name in UTF-8, and a plain one for programs that know no better. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
