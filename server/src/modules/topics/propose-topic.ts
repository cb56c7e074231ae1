import { whyNotAct, type CivilDate } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf, refusalAtSchool, type OwnKey } from '../schools/index.js';
import { postInUse } from './post-in-use.js';
import { contextOfTopic } from './procedure-context.js';
import { lockTopic, moveTopic, refreshTopic } from './settle-topic.js';
import { contentOf, type TopicContent } from './topic-content.js';
import { findTopic, refuseStale, topicKey } from './find-topic.js';
import { Topic } from './topic.entity.js';
import type { ProposeTopicInput, TopicActInput } from './topic.input.js';

/**
 * Proposes a topic for one of a school's meetings (意见（五）（六）: 议题由学校领导班子成员提出); as a draft anybody of the school who
 * prepares topics may write it down.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT
 */
export async function proposeTopic(ctx: WriteContext, input: ProposeTopicInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  const { tenantId, id: schoolId } = school;
  const isDraft = input.draft ?? false;
  const may = ctx.ability.can(
    isDraft ? 'prepare' : 'propose',
    subjectOf('Topic', { tenantId, schoolId, restricted: false }),
  );
  if (!may) throw await refusalAtSchool(ctx, school);
  refuseBy(whyNotAct(actorOf(ctx), isDraft ? 'DRAFT_TOPIC' : 'PROPOSE_TOPIC'));
  const content = await contentOf(ctx, input, { schoolId, on: ctx.today });
  refuseUnreadable(ctx, schoolId, content);
  const id = newId();
  await insertDraft(ctx, id, { ...content, schoolId });
  if (isDraft) await refreshTopic(ctx, id, { action: 'topic.drafted' });
  else await proposeDraft(ctx, id);
  return { type: 'Topic', tenantId, id };
}

/** Who prepares no restricted matters does not write one either. */
function refuseUnreadable(ctx: WriteContext, schoolId: string, { restricted }: TopicContent): void {
  const subject = subjectOf('Topic', { tenantId: ctx.grant.tenantId, schoolId, restricted });
  if (!ctx.ability.can('prepare', subject)) throw new RuleViolation('FORBIDDEN', { reason: 'SOD-16' });
}

type Drafted = TopicContent & Pick<Topic, 'schoolId'>;

async function insertDraft(ctx: WriteContext, id: string, content: Drafted): Promise<void> {
  const { tenantId, accountId: createdBy, accountName: createdByName, personId } = ctx.grant;
  const concernedIds = personId ? [personId] : [];
  await ctx.db.insert(Topic, {
    ...{ tenantId, id, ...content, state: 'DRAFT', consultationStatus: 'NOT_NEEDED', gates: [], concernedIds },
    ...{ waitingIds: [], notDone: [], enteredAfterwards: false, version: 0, createdBy, createdByName },
  });
}

/** The leader who brings it forward is its proposer, under the post in use. */
async function proposeDraft(ctx: WriteContext, topicId: string): Promise<void> {
  const topic = await lockTopic(ctx, topicId);
  const context = await contextOfTopic(ctx, topic.row);
  const seat = postInUse(ctx, context);
  const { personId } = ctx.grant;
  const own: Partial<Topic> =
    topic.row.proposerId === null && seat && personId
      ? { proposerId: personId, proposerName: seat.personName, proposerPost: seat.post }
      : {};
  const proposedOn: CivilDate = ctx.today;
  const where = { tenantId: topic.row.tenantId, id: topicId };
  await ctx.db.update(Topic, where, { ...own, proposedOn, returnedReason: null });
  await moveTopic(ctx, topicId, { act: { type: 'PROPOSE', by: actorOf(ctx) }, action: 'topic.proposed' });
}

/**
 * A leader brings forward a draft, or a topic that was returned to be worked on.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function submitTopic(ctx: WriteContext, input: TopicActInput): Promise<OwnKey> {
  const topic = await findTopic(ctx, input.id, 'propose');
  refuseStale(topic, input.expectedVersion);
  if (topic.row.state !== 'DRAFT') throw new RuleViolation('BAD_STATE', { from: topic.row.state, allowed: ['DRAFT'] });
  await proposeDraft(ctx, topic.row.id);
  return topicKey(topic);
}
