import type { WriteContext } from '../context.js';
import { RuleViolation, notFound } from '../errors.js';
import type { AttachmentKind } from './attachment-kinds.js';
import type { SubjectRef } from './attachment-subjects.js';
import type { SubjectType } from '../subject-type.js';
import { findAttachment } from './find-attachment.js';
import type { FoundAttachment } from './find-attachment.js';
import { requireAttach } from './require-attach.js';

interface Superseding {
  readonly reason: string;
  readonly expectedVersion: number;
  /** the attachment that takes its place */
  readonly by: string | null;
}

/**
 * Takes an attachment out of the current ones while its subject is open. Row and file stay as they were.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE, BAD_INPUT without a reason, CONFLICT
 */
export async function supersedeAttachment(
  ctx: WriteContext,
  input: { readonly id: string; readonly reason: string; readonly expectedVersion: number },
): Promise<{ type: 'Attachment'; tenantId: number; id: string }> {
  const found = await findAttachment(ctx, input.id);
  await requireAttach(ctx, { type: found.subjectType, tenantId: found.tenantId, id: found.subjectId });
  await markSuperseded(ctx, found, { ...input, by: null });
  return { type: 'Attachment', tenantId: found.tenantId, id: found.id };
}

/** @throws RuleViolation BAD_STATE where it is superseded already, BAD_INPUT without a reason, CONFLICT */
export async function markSuperseded(ctx: WriteContext, found: FoundAttachment, how: Superseding): Promise<void> {
  const reason = how.reason.trim();
  if (reason === '') throw new RuleViolation('BAD_INPUT', { path: ['reason'] });
  if (found.superseded) throw new RuleViolation('BAD_STATE', { reason: 'SUPERSEDED' });
  const { tenantId, id, schoolId, restricted } = found;
  const changed = await ctx.db.query(
    `UPDATE attachment SET superseded_at = now(), superseded_by = $4, superseded_by_name = $5, superseded_reason = $6, version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND version = $3 AND superseded_at IS NULL RETURNING 1 AS ok`,
    [tenantId, id, how.expectedVersion, how.by, ctx.grant.accountName, reason],
  );
  if (changed.length === 0) throw new RuleViolation('CONFLICT', { currentVersion: found.version });
  ctx.audit({
    action: 'attachment.superseded',
    subjectType: 'Attachment',
    subjectId: id,
    schoolId,
    before: { name: found.name },
    after: { by: how.by },
    reason,
  });
  ctx.live(found.subjectType, found.subjectId, { schoolId, restricted });
}

interface OfSubject extends SubjectRef {
  readonly type: SubjectType;
}

/** When a decision is published, what was attached to its matter is no longer restricted, or the other way round. */
export async function restrictAttachments(
  ctx: WriteContext,
  { type, tenantId, id, restricted }: OfSubject & { readonly restricted: boolean },
): Promise<void> {
  await ctx.db.query(
    `UPDATE attachment SET restricted = $4, version = version + 1
     WHERE tenant_id = $1 AND subject_type = $2 AND subject_id = $3 AND restricted <> $4`,
    [tenantId, type, id, restricted],
  );
}

/** Whether a subject has a current attachment of a kind, for gates that ask for a document. */
export async function hasAttachment(
  ctx: WriteContext,
  { type, tenantId, id, kind }: OfSubject & { readonly kind: AttachmentKind },
): Promise<boolean> {
  const rows = await ctx.db.query(
    `SELECT 1 AS ok FROM attachment
     WHERE tenant_id = $1 AND subject_type = $2 AND subject_id = $3 AND kind = $4 AND superseded_at IS NULL LIMIT 1`,
    [tenantId, type, id, kind],
  );
  return rows.length > 0;
}

/** The attachment that an upload replaces. @throws RuleViolation NOT_FOUND where it is not of this subject */
export async function findReplaced(ctx: WriteContext, opaque: string, subject: OfSubject): Promise<FoundAttachment> {
  const found = await findAttachment(ctx, opaque);
  const same =
    found.subjectType === subject.type && found.subjectId === subject.id && found.tenantId === subject.tenantId;
  if (!same) throw notFound();
  return found;
}
