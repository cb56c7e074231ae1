import { subjectOf } from '@zhixiao/policy';
import type { AttachmentSubject } from '../../platform/attachments/index.js';
import { RuleViolation, notFound } from '../../platform/errors.js';

/** The scan of a record with a personnel or secret item is read like that item. */
const FIND_SQL = `SELECT m.school_id AS "schoolId", m.state,
    EXISTS (SELECT 1 FROM agenda_item i WHERE i.tenant_id = m.tenant_id AND i.meeting_id = m.id AND i.removed_at IS NULL AND i.restricted
      AND NOT EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = i.tenant_id AND p.item_id = i.id)) AS restricted
  FROM meeting m WHERE m.tenant_id = $1 AND m.id = $2 AND m.undone_at IS NULL`;

interface Found {
  readonly schoolId: string;
  readonly state: string;
  readonly restricted: boolean;
}

/** Papers of a meeting, the signed scan of its record, count sheets: added by its school, before and after the signatures. */
export const meetingAttachments: AttachmentSubject = {
  kinds: ['PAPER', 'SCAN', 'EVIDENCE'],
  async mayAttach(ctx, { tenantId, id }) {
    const [row] = await ctx.db.query<Found>(FIND_SQL, [tenantId, id]);
    const subject = row && subjectOf('Meeting', { tenantId, schoolId: row.schoolId });
    if (!subject || !ctx.ability.can('read', subject)) throw notFound();
    if (!ctx.ability.can('record', subject)) throw new RuleViolation('FORBIDDEN');
    await ctx.db.query('SELECT 1 AS ok FROM meeting WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, id]);
    return { schoolId: row.schoolId, restricted: row.restricted };
  },
  mayRead: (ctx, { tenantId, schoolId }) => ctx.ability.can('read', subjectOf('Meeting', { tenantId, schoolId })),
};
