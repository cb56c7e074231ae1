import type { WriteContext } from '../context.js';
import { derivedId } from '../ids.js';
import { openStoredFile } from '../files/index.js';
import type { StoredBytes, StoredFileWriter } from '../files/index.js';
import type { AttachmentKind } from './attachment-kinds.js';
import type { AttachedTo, SubjectRef } from './attachment-subjects.js';
import type { SubjectType } from '../subject-type.js';
import { takeQuota } from './take-quota.js';

export interface NewAttachment {
  readonly id: string;
  readonly fileId: string;
  readonly subject: SubjectRef & AttachedTo & { readonly type: SubjectType };
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly mediaType: string;
}

/** The attachment's row, its audit entry and the news of it, in the transaction that writes the file's row. */
export async function writeAttachment(ctx: WriteContext, made: NewAttachment & StoredBytes): Promise<void> {
  const { accountId, accountName } = ctx.grant;
  const { subject, kind, name, mediaType, size, sha256 } = made;
  const { type, tenantId, id: subjectId, schoolId, restricted } = subject;
  await ctx.db.query(
    `INSERT INTO attachment (tenant_id, id, school_id, subject_type, subject_id, kind, name, media_type, size, sha256, file_id, restricted, created_by, created_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tenantId, made.id, schoolId, type, subjectId, kind, name, mediaType, size, sha256, made.fileId],
      ...[restricted, accountId, accountName],
    ],
  );
  ctx.audit({
    action: 'attachment.added',
    subjectType: 'Attachment',
    subjectId: made.id,
    schoolId,
    after: { subjectType: type, subjectId, kind, name, size, sha256: sha256.toString('hex') },
  });
  ctx.live(type, subjectId, { schoolId, restricted });
}

type Write = Parameters<typeof openStoredFile>[0];

/**
 * A document that a job makes and attaches: like openStoredFile, the attachment comes with the file's row.
 * @param document `id`: a job that is run again gives the same
 * @returns null where it is attached already
 */
export async function openAttachment(
  write: Write,
  document: Omit<NewAttachment, 'fileId'>,
): Promise<StoredFileWriter | null> {
  const { id, name, mediaType, subject } = document;
  const fileId = derivedId(id, 'file');
  const file = await openStoredFile(write, { id: fileId, name, mediaType, schoolId: subject.schoolId, attached: true });
  if (!file) return null;
  return {
    write: (chunk) => file.write(chunk),
    finish: (also) =>
      file.finish(async (ctx, stored) => {
        await takeQuota(ctx, { size: stored.size, quota: null });
        await writeAttachment(ctx, { ...document, fileId, ...stored });
        await also?.(ctx, stored);
      }),
  };
}
