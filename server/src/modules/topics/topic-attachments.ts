import { statesForTopicAct } from '@zhixiao/domain';
import type { AttachmentSubject } from '../../platform/attachments/index.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { loadTopicFacts } from './load-topic-facts.js';
import { topicSubject } from './find-topic.js';
import { concernedThrough } from './topic.read.js';

/** Papers of a topic: the proposal, reports, what was heard; of one from paper its scan. Open until it is decided. */
export const topicAttachments: AttachmentSubject = {
  kinds: ['PAPER', 'SCAN', 'EVIDENCE'],
  async mayAttach(ctx, { tenantId, id }) {
    const row = (await loadTopicFacts(ctx, { tenantId, topicIds: [id] })).get(id)?.row;
    if (!row || !ctx.ability.can('read', topicSubject(ctx, row))) throw notFound();
    if (!ctx.ability.can('prepare', topicSubject(ctx, row))) throw new RuleViolation('FORBIDDEN');
    await ctx.db.query('SELECT 1 AS ok FROM topic WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, id]);
    const isOpen = row.enteredAfterwards || row.state === 'DRAFT' || statesForTopicAct('PREPARE').includes(row.state);
    if (!isOpen) throw new RuleViolation('BAD_STATE', { from: row.state });
    return { schoolId: row.schoolId, restricted: row.restricted };
  },
  async mayRead(ctx, { tenantId, id }) {
    const row = (await loadTopicFacts(ctx, { tenantId, topicIds: [id] })).get(id)?.row;
    return row !== undefined && ctx.ability.can('read', topicSubject(ctx, row));
  },
  concerned: concernedThrough('subject_id'),
};
