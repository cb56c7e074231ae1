import { subjectOf } from '@zhixiao/policy';
import type { AttachmentSubject } from '../../platform/attachments/index.js';
import { RuleViolation, notFound } from '../../platform/errors.js';

/**
 * Papers of a school's rules: the text, the record of its adoption, what the staff said. The school adds them until it has
 * sent the version to the authority.
 */
export const rulesAttachments: AttachmentSubject = {
  kinds: ['PAPER', 'SCAN', 'EVIDENCE'],
  async mayAttach(ctx, { tenantId, id }) {
    const [row] = await ctx.db.query<{ schoolId: string; status: string }>(
      'SELECT school_id AS "schoolId", status FROM rules_of_procedure WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    const subject = row && subjectOf('RulesOfProcedure', { tenantId, schoolId: row.schoolId });
    if (!subject || !ctx.ability.can('read', subject)) throw notFound();
    if (!ctx.ability.can('draft', subject)) throw new RuleViolation('FORBIDDEN');
    const open = await ctx.db.query(
      `SELECT 1 AS ok FROM rules_of_procedure WHERE tenant_id = $1 AND id = $2 AND status IN ('DRAFT', 'ADOPTED') FOR UPDATE`,
      [tenantId, id],
    );
    if (open.length === 0) throw new RuleViolation('BAD_STATE', { status: row.status });
    return { schoolId: row.schoolId, restricted: false };
  },
  mayRead: (ctx, { tenantId, schoolId }) =>
    ctx.ability.can('read', subjectOf('RulesOfProcedure', { tenantId, schoolId })),
};
