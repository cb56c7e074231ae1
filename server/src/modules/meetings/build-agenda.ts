import { isPartyKind, statesForTopicAct, type ItemKind } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, keyInOwnTenant, optionalText } from '../schools/index.js';
import { loadTopicFacts, topicSubject, type LoadedTopic } from '../topics/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { PlannedItemInput } from './plan-meeting.input.js';
import type { StoredMeeting } from './stored-meeting.js';

/** What needs no topic: nobody has to confirm that the first topic is studied or a report heard. */
const WITHOUT_TOPIC: readonly ItemKind[] = ['FIRST_TOPIC', 'STUDY', 'HEAR_REPORT'];

export type AgendaMeeting = Pick<StoredMeeting, 'tenantId' | 'id' | 'schoolId' | 'kind' | 'state' | 'attendance'>;

/** An item of the agenda to come, at its place. */
export interface PlannedItem extends PlannedItemInput {
  readonly position: number;
}

/**
 * New items of an agenda: from topics that are confirmed for this meeting, or without one. What comes to an open meeting was
 * not on the agenda: 临时动议.
 * @throws RuleViolation NOT_FOUND, BAD_INPUT, BAD_STATE of a topic that is not confirmed, or on another agenda already
 */
export async function addItems(
  ctx: WriteContext,
  meeting: AgendaMeeting,
  planned: readonly PlannedItem[],
): Promise<void> {
  const { tenantId } = ctx.grant;
  const topicIds = planned.flatMap(({ topicId }) => (topicId ? [keyInOwnTenant(ctx, 'Topic', topicId).id] : []));
  const topics = await loadTopicFacts(ctx, { tenantId, topicIds });
  const rows = planned.map((item) =>
    item.topicId
      ? fromTopic(ctx, meeting, { item, topic: topics.get(keyInOwnTenant(ctx, 'Topic', item.topicId).id) })
      : withoutTopic(item),
  );
  const { id: meetingId, schoolId } = meeting;
  const whole = rows.map((row, i) => ({
    ...{ tenantId, id: newId(), schoolId, meetingId, position: planned[i]?.position ?? 0 },
    ...{ presenterName: optionalText(planned[i]?.presenterName), createdBy: ctx.grant.accountId, ...row },
  }));
  await ctx.db.insert(AgendaItem, whole);
}

function withoutTopic({ kind, title }: PlannedItemInput): Partial<AgendaItem> {
  if (!kind) throw badInput('items', 'TOPIC_OR_KIND');
  if (!WITHOUT_TOPIC.includes(kind)) throw badInput('items', 'TOPIC_NEEDED');
  return { kind, title: filledText('items', title ?? '') };
}

function fromTopic(
  ctx: WriteContext,
  meeting: AgendaMeeting,
  { item, topic }: { readonly item: PlannedItemInput; readonly topic: LoadedTopic | undefined },
): Partial<AgendaItem> {
  if (!topic || topic.row.schoolId !== meeting.schoolId) throw notFound();
  if (!ctx.ability.can('read', topicSubject(ctx, topic.row))) throw notFound();
  const { row } = topic;
  if (row.meetingKind !== meeting.kind) throw badInput('items', 'OTHER_MEETING');
  if (!statesForTopicAct('DECIDE').includes(row.state)) {
    throw new RuleViolation('BAD_STATE', { reason: 'TOPIC_NOT_CONFIRMED', from: row.state, topic: item.topicId ?? '' });
  }
  return {
    ...{ topicId: row.id, title: row.title, kind: meeting.state === 'OPEN' ? 'UNSCHEDULED' : row.itemKind },
    ...{ matterCode: row.matterCode, restricted: row.restricted, leadId: row.leadId, leadName: row.leadName },
    ...{ implementsDecisionId: row.implementsDecisionId, concernedIds: concernedBy(meeting, row) },
  };
}

/** A meeting that only prepares a personnel matter is read by who sits in it; of the party meeting the committee reads. */
function concernedBy({ kind, attendance }: AgendaMeeting, { restricted }: { readonly restricted: boolean }): string[] {
  if (!restricted || isPartyKind(kind)) return [];
  return attendance.flatMap(({ personId, removed }) => (removed || personId === null ? [] : [personId]));
}
