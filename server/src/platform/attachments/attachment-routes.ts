import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { RuleViolation } from '../errors.js';
import { partsOf } from '../files/index.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { answering } from '../http/answering.js';
import { headersOf } from '../http/file-routes.js';
import { ATTACHMENT_PATH } from './attachment.read.js';
import { findAttachment } from './find-attachment.js';
import { uploadAttachment } from './upload-attachment.js';
import type { Upload } from './upload-attachment.js';

/** What the form is beside its file: headers of the parts, four short fields. */
const FORM_BYTES = 64 * 1024;
const FIELDS = { fields: 6, parts: 7, fieldSize: 4096, fieldNameSize: 64, files: 1, headerPairs: 20 };

/** `POST /files/attachments` takes a document, `GET /files/attachments/:id` gives it out, never to be shown in place. */
export function attachmentRoutes(app: FastifyInstance, ports: Ports, config: Config): void {
  const { attachments: limits } = config;
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { ...FIELDS, fileSize: limits.bytes }, throwFileSizeLimit: false });
    const edge = { ports, config };
    const upload = async (ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      reading(ctx); // who may not act at all is refused before anything is read
      try {
        const attachment = await uploadAttachment(ctx, await readForm(request), limits);
        return reply.code(201).send({ attachment });
      } finally {
        request.raw.unpipe().resume(); // what is left of a refused form must not block the connection
      }
    };
    scope.post('/files/attachments', { bodyLimit: limits.bytes + FORM_BYTES }, answering(edge, upload));
    scope.get(`${ATTACHMENT_PATH}:id`, answering(edge, download));
  });
}

/** The fields up to the file; the file itself is read by whoever takes it. */
async function readForm(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RuleViolation('BAD_INPUT', { path: ['file'] });
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else return { fields, fileName: part.filename, bytes: part.file, truncated: () => part.file.truncated };
  }
  throw new RuleViolation('BAD_INPUT', { path: ['file'] });
}

async function download(ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const acting = reading(ctx);
  const found = await findAttachment(acting, (request.params as { id: string }).id);
  const parts = partsOf(acting, { tenantId: found.tenantId, id: found.fileId });
  return reply.headers(headersOf(found)).send(Readable.from(parts, { objectMode: false }));
}
