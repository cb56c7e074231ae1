import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import { subjectOfType } from './attachment-subjects.js';
import type { AttachedTo, SubjectRef } from './attachment-subjects.js';

/**
 * Locks the subject and says what its attachments take from it, if this grant may attach to it now.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE
 */
export async function requireAttach(
  ctx: WriteContext,
  ref: SubjectRef & { readonly type: string },
): Promise<AttachedTo> {
  const { subject } = subjectOfType(ref.type);
  const at = await subject.mayAttach(ctx, { tenantId: ref.tenantId, id: ref.id });
  const row = { tenantId: ref.tenantId, schoolId: at.schoolId, restricted: at.restricted };
  if (!ctx.ability.can('attach', subjectOf('Attachment', row))) throw new RuleViolation('FORBIDDEN');
  return at;
}
