import { subjectOf } from '@zhixiao/policy';
import type { AttachmentSubject } from '../../platform/attachments/index.js';
import { RuleViolation, notFound } from '../../platform/errors.js';

/** Documents of a school itself: the approval of its organisation, its charter, evidence of what the register says. */
export const schoolAttachments: AttachmentSubject = {
  kinds: ['SCAN', 'EVIDENCE', 'REPORT'],
  mayAttach: async (ctx, { tenantId, id }) => {
    const [school] = await ctx.db.query<{ closed: boolean }>(
      `SELECT closed_on <= $3::date IS TRUE AS closed FROM school WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, ctx.today],
    );
    const row = { tenantId, schoolId: id };
    if (!school || !ctx.ability.can('read', subjectOf('School', row))) throw notFound();
    if (school.closed) throw new RuleViolation('BAD_STATE', { reason: 'CLOSED' });
    return { schoolId: id, restricted: false };
  },
  mayRead: (ctx, { tenantId, id }) => ctx.ability.can('read', subjectOf('School', { tenantId, schoolId: id })),
};
