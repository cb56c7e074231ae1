import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import {
  DocumentProblem,
  ROSTER_KINDS,
  fieldsOf,
  judgeRoster,
  parseInWorker,
  templateWorkbook,
  writeErrorRows,
} from '@zhixiao/documents';
import type { ParsedFile, RosterKind, SheetChoice } from '@zhixiao/documents';
import { isCivilDate, decodeIdOf } from '@zhixiao/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { RuleViolation, notFound } from '../errors.js';
import { asGraphqlError } from '../graphql/format-error.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext, Ports } from '../graphql/graphql-context.js';
import { rememberDenied } from '../graphql/denied-attempts.js';
import { mutate } from '../graphql/mutate.js';
import { contextOf } from '../http/request-context.js';
import { comesFromHere } from '../http/origin-check.js';
import { gatherFacts } from './gather-facts.js';
import { importPorts } from './import-kind.js';
import { importSubject, ownImport, requireLevel } from './import-rights.js';
import type { Batch } from './load-batch.js';
import { STAGED_SQL, stagedFrom } from './staged-rows.js';
import type { StagedRow, TableHead } from './staged-rows.js';
import { stageUpload } from './stage-upload.js';

const UPLOAD_BYTES = 10 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Upload {
  bytes: Buffer;
  fileName: string;
  kind: RosterKind;
  choices: readonly SheetChoice[];
  dataAsOf: string | null;
}

/** Uploads, templates and the rows that were refused. Same session, grant and origin rules as GraphQL. */
export function importRoutes(app: FastifyInstance, ports: Ports, config: Config): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 8, fieldSize: 100 * 1024 } });
    const answer =
      (work: (ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
        let ctx: GraphqlContext | null = null;
        try {
          if (!comesFromHere(request, config.origins)) throw new RuleViolation('FORBIDDEN');
          ctx = await contextOf(ports, request, reply);
          return await work(ctx, request, reply);
        } catch (error) {
          if (ctx && error instanceof RuleViolation) {
            await rememberDenied(ctx, {
              action: `${request.method} ${String(request.routeOptions.url)}`,
              codes: [error.code],
            });
          }
          return refuse(error, request, reply);
        }
      };
    scope.post('/files/imports/preview', { bodyLimit: UPLOAD_BYTES + 200_000 }, answer(preview));
    scope.post('/files/imports', { bodyLimit: UPLOAD_BYTES + 200_000 }, answer(stage));
    scope.get('/files/imports/template', answer(template));
    scope.get('/files/imports/:id/errors', answer(errorRows));
  });
}

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
};

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known =
    error instanceof DocumentProblem
      ? new RuleViolation(error.code === 'FILE_TOO_LARGE' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE', {
          reason: error.code,
          ...error.params,
        })
      : (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE'
        ? new RuleViolation('FILE_TOO_LARGE', { limit: UPLOAD_BYTES })
        : error;
  const formatted = asGraphqlError(known);
  const code = String(formatted.extensions?.['code']);
  const status = STATUS[code] ?? (code === 'INTERNAL' ? 500 : 400);
  return reply
    .code(status)
    .send({ errors: [{ ...formatted, extensions: { ...formatted.extensions, requestId: request.id } }] });
}

/** Fields before or after the file; the file whole in memory, ten megabytes at most. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new RuleViolation('BAD_INPUT', { path: ['file'] });
  const values: Record<string, string> = {};
  let file: { bytes: Buffer; fileName: string } | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), fileName: part.filename.slice(0, 200) };
    else values[part.fieldname] = String(part.value);
  }
  if (!file) throw new RuleViolation('BAD_INPUT', { path: ['file'] });
  const kind = ROSTER_KINDS.find((one) => one === values['kind']);
  if (!kind) throw new RuleViolation('BAD_INPUT', { path: ['kind'] });
  const dataAsOf = values['dataAsOf'] || null;
  if (dataAsOf && !isCivilDate(dataAsOf)) throw new RuleViolation('BAD_INPUT', { path: ['dataAsOf'] });
  return { ...file, kind, dataAsOf, choices: readChoices(values['choices']) };
}

function readChoices(text: string | undefined): readonly SheetChoice[] {
  if (!text) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed) && parsed.length <= 200) return parsed as SheetChoice[];
  } catch {
    // said below
  }
  throw new RuleViolation('BAD_INPUT', { path: ['choices'] });
}

function parse({ bytes, kind, fileName, choices }: Upload): Promise<ParsedFile> {
  return parseInWorker(bytes, { kind, fileName, choices });
}

function requireImporter(ctx: GraphqlContext, kind: RosterKind | null): void {
  const { ability, grant } = reading(ctx);
  if (!ability.can('create', ownImport(grant))) throw new RuleViolation('FORBIDDEN');
  if (kind) requireLevel(grant, kind);
}

/** What is in the file and how it would be read; nothing is stored. */
async function preview(ctx: GraphqlContext, request: FastifyRequest): Promise<unknown> {
  requireImporter(ctx, null);
  const upload = await readUpload(request);
  requireImporter(ctx, upload.kind);
  const { sheets } = await parse(upload);
  return { kind: upload.kind, sheets, fields: fieldsOf(upload.kind) };
}

/** Stages the mapped rows under an idempotency key, like any other write. */
async function stage(ctx: GraphqlContext, request: FastifyRequest): Promise<unknown> {
  requireImporter(ctx, null);
  const upload = await readUpload(request);
  requireImporter(ctx, upload.kind);
  const { tables } = await parse(upload);
  const { kind, fileName, dataAsOf, choices, bytes } = upload;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = JSON.stringify(['import', kind, fileName, dataAsOf, choices, sha256]);
  const grants = ctx.signedIn?.grants ?? [];
  return mutate({ ...ctx, body }, async (write) => ({
    batchId: await stageUpload(write, { ...upload, tables }, grants),
  }));
}

async function template(ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asking = reading(ctx);
  const kind = ROSTER_KINDS.find((one) => one === (request.query as { kind?: string }).kind);
  if (!kind) throw new RuleViolation('BAD_INPUT', { path: ['kind'] });
  const lists = (await importPorts().kinds[kind].choices?.(asking)) ?? {};
  return sendWorkbook(reply, `template-${kind.toLowerCase()}.xlsx`, await templateWorkbook(kind, lists));
}

interface StoredBatch extends Pick<Batch, 'kind' | 'dataAsOf' | 'schoolId' | 'accountId'> {
  readonly heads: TableHead[];
}

/** The refused rows of a batch with their reasons, to be put right and sent again. */
async function errorRows(ctx: GraphqlContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { ability, read } = reading(ctx);
  const decoded = decodeIdOf('ImportBatch', (request.params as { id: string }).id);
  if (!decoded) throw notFound();
  const values = [decoded.tenantId, decoded.uuid];
  const [batches, rows] = await read.run([
    {
      text: `SELECT kind, data_as_of::text AS "dataAsOf", mapping->'tables' AS heads, school_id AS "schoolId", account_id AS "accountId"
        FROM import_batch WHERE tenant_id = $1 AND id = $2`,
      values,
    },
    { text: STAGED_SQL, values },
  ]);
  const batch = batches?.rows[0] as StoredBatch | undefined;
  if (!batch || !ability.can('read', importSubject({ ...batch, tenantId: decoded.tenantId }))) throw notFound();
  const { tables } = stagedFrom((rows?.rows ?? []) as unknown as StagedRow[], batch.heads);
  const facts = await gatherFacts(reading(ctx), ctx.signedIn?.grants ?? [], batch);
  const bytes = await writeErrorRows({ kind: batch.kind, tables, judged: judgeRoster(batch.kind, tables, facts) });
  return sendWorkbook(reply, 'refused-rows.xlsx', bytes);
}

function sendWorkbook(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .header('content-type', XLSX)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(bytes));
}
