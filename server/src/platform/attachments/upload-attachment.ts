import { decodeId, encodeId } from '@zhixiao/domain';
import type { WriteContext } from '../context.js';
import { RuleViolation, notFound } from '../errors.js';
import { clearParts, insertFile, openParts } from '../files/index.js';
import type { StoredBytes } from '../files/index.js';
import { requireKey } from '../idempotency/idempotency.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { mutate } from '../graphql/mutate.js';
import { newId } from '../ids.js';
import { log } from '../log.js';
import { unitOfWork } from '../unit-of-work.js';
import { ATTACHMENT_KINDS } from './attachment-kinds.js';
import type { AttachmentKind } from './attachment-kinds.js';
import { subjectOfType } from './attachment-subjects.js';
import type { AttachedTo, SubjectRef } from './attachment-subjects.js';
import type { SubjectType } from '../subject-type.js';
import { cleanFileName } from './clean-file-name.js';
import type { DocumentType } from './document-types.js';
import { requireAttach } from './require-attach.js';
import { createSniffer } from './sniff-type.js';
import { findReplaced, markSuperseded } from './supersede-attachment.js';
import { refuseWhenFull, takeQuota } from './take-quota.js';
import { writeAttachment } from './write-attachment.js';

/** A form with one file, whose fields came before it. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** after the last byte: whether there were more than the limit lets through */
  readonly truncated: () => boolean;
}

export interface UploadLimits {
  readonly bytes: number;
  readonly quotaBytes: number;
}

export interface UploadedAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

interface Wanted {
  readonly subject: SubjectRef & { readonly type: SubjectType };
  readonly kind: AttachmentKind;
  readonly supersedes: string | null;
  readonly reason: string;
}

/** More is no file of a matter but a flood. */
const MOST_PER_SUBJECT = 200;

/**
 * Attaches an uploaded document to a subject. Its parts are committed as they come, so that memory stays flat and no
 * transaction waits for a slow line; file, attachment and audit follow in one transaction, and what came before is cleared
 * if that does not happen.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT, FILE_TOO_LARGE, FILE_UNREADABLE
 */
export async function uploadAttachment(
  ctx: GraphqlContext,
  upload: Upload,
  limits: UploadLimits,
): Promise<UploadedAttachment> {
  const acting = reading(ctx);
  requireKey(ctx.idempotencyKey);
  const wanted = readFields(upload.fields);
  const fileId = newId();
  const write = <T>(work: (w: WriteContext) => Promise<T>): Promise<T> => unitOfWork(ctx.ports, acting, work);
  const at = await write((w) => begin(w, { wanted, quota: limits.quotaBytes }));
  let isStored = false;
  let isDoubtful = false;
  try {
    const received = await receive(upload, { parts: openParts(write, { id: fileId, schoolId: at.schoolId }), limits });
    const body = JSON.stringify(['attachment', wanted, upload.fileName, received.sha256.toString('hex')]);
    return await mutate({ ...ctx, body }, async (w) => {
      const made = await store(w, { wanted, at, fileId, received, fileName: upload.fileName, limits });
      isStored = true;
      return made;
    }).catch((error: unknown) => {
      isDoubtful = isStored && !wasRolledBack(error);
      isStored = false;
      throw error;
    });
  } finally {
    // refused, broken off, or a repeated request that got its earlier answer and came with the bytes again
    if (!isStored && !isDoubtful) {
      await write((w) => clearParts(w, fileId)).catch((error: unknown) => reportLeftOver(error, fileId));
    }
  }
}

/**
 * Whether the database itself refused. Where only its word of the COMMIT is missing, the file may be there: its parts are
 * left, and those that belong to none go in the night.
 */
function wasRolledBack(error: unknown): boolean {
  if (error instanceof RuleViolation) return error.code !== 'UNAVAILABLE' && error.code !== 'TIMEOUT';
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

/** @throws RuleViolation NOT_FOUND, BAD_INPUT */
function readFields(fields: Readonly<Record<string, string>>): Wanted {
  const key = decodeId(fields['subject'] ?? '');
  if (!key) throw notFound();
  const { type, subject } = subjectOfType(key.type);
  const kind = ATTACHMENT_KINDS.find((one) => one === fields['kind']);
  if (!kind || !subject.kinds.includes(kind)) throw new RuleViolation('BAD_INPUT', { path: ['kind'] });
  const supersedes = fields['supersedes'] || null;
  const reason = (fields['reason'] ?? '').trim();
  if (reason.length > 500 || (supersedes && reason === '')) throw new RuleViolation('BAD_INPUT', { path: ['reason'] });
  return { subject: { type, tenantId: key.tenantId, id: key.uuid }, kind, supersedes, reason };
}

/** Everything that can be refused before a byte is read. */
async function begin(
  ctx: WriteContext,
  { wanted, quota }: { readonly wanted: Wanted; readonly quota: number },
): Promise<AttachedTo> {
  const at = await requireAttach(ctx, wanted.subject);
  if (wanted.supersedes) await findReplaced(ctx, wanted.supersedes, wanted.subject);
  await refuseWhenFull(ctx, quota);
  return at;
}

interface Received extends StoredBytes {
  readonly type: DocumentType;
}

async function receive(
  upload: Upload,
  { parts, limits }: { readonly parts: ReturnType<typeof openParts>; readonly limits: UploadLimits },
): Promise<Received> {
  const sniffer = createSniffer();
  for await (const chunk of upload.bytes) {
    sniffer.take(chunk);
    await parts.write(chunk);
  }
  if (upload.truncated()) throw new RuleViolation('FILE_TOO_LARGE', { limit: limits.bytes });
  const type = sniffer.type();
  return { ...(await parts.close()), type };
}

interface Storing {
  readonly wanted: Wanted;
  readonly at: AttachedTo;
  readonly fileId: string;
  readonly received: Received;
  readonly fileName: string;
  readonly limits: UploadLimits;
}

async function store(ctx: WriteContext, storing: Storing): Promise<UploadedAttachment> {
  const { wanted, fileId, received, limits } = storing;
  const { subject, kind, supersedes, reason } = wanted;
  const at = await requireAttach(ctx, subject);
  // the parts are in sight of the school that the subject had when they came
  if (at.schoolId !== storing.at.schoolId) throw new RuleViolation('CONFLICT');
  await refuseFlood(ctx, subject);
  const name = cleanFileName(storing.fileName, received.type.extensions);
  const { size, sha256, type } = received;
  const { mediaType } = type;
  const id = newId();
  await takeQuota(ctx, { size, quota: limits.quotaBytes });
  await insertFile(ctx, { id: fileId, name, mediaType, schoolId: at.schoolId, attached: true, size, sha256 });
  await writeAttachment(ctx, { id, fileId, subject: { ...subject, ...at }, kind, name, mediaType, size, sha256 });
  if (supersedes) {
    const replaced = await findReplaced(ctx, supersedes, subject);
    await markSuperseded(ctx, replaced, { reason, expectedVersion: replaced.version, by: id });
  }
  return { id: encodeId('H', ctx.grant.tenantId, id), name, mediaType, size, sha256: sha256.toString('hex') };
}

async function refuseFlood(ctx: WriteContext, { type, tenantId, id }: Wanted['subject']): Promise<void> {
  const [row] = await ctx.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM attachment WHERE tenant_id = $1 AND subject_type = $2 AND subject_id = $3`,
    [tenantId, type, id],
  );
  if ((row?.count ?? 0) >= MOST_PER_SUBJECT)
    throw new RuleViolation('BAD_STATE', { reason: 'TOO_MANY', most: MOST_PER_SUBJECT });
}

function reportLeftOver(error: unknown, fileId: string): void {
  log.warn({ err: error, file: fileId }, 'the parts of an upload are left for the night to clear');
}
