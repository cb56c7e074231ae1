import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import type { SubjectType } from '../../platform/subject-type.js';
import { keyInOwnTenant } from '../schools/index.js';

interface Attached {
  readonly type: SubjectType;
  readonly tenantId: number;
  readonly id: string;
}

/**
 * The documents that a report names: they were attached to its subject before.
 * @throws RuleViolation NOT_FOUND for one that is of something else, or superseded
 */
export async function attachedTo(ctx: WriteContext, to: Attached, opaque: readonly string[]): Promise<string[]> {
  const ids = [...new Set(opaque.map((one) => keyInOwnTenant(ctx, 'Attachment', one).id))];
  if (ids.length === 0) return ids;
  const rows = await ctx.db.query(
    `SELECT 1 AS ok FROM attachment WHERE tenant_id = $1 AND subject_type = $2 AND subject_id = $3 AND superseded_at IS NULL AND id = ANY ($4::uuid[])`,
    [to.tenantId, to.type, to.id, ids],
  );
  if (rows.length !== ids.length) throw notFound();
  return ids;
}
