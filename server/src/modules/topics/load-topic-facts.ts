import type { TopicFacts } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import type { Rows, Statement } from '../../platform/database/read-pool.js';
import { knownDecisions } from './decision-source.js';
import { factsOf, type StoredTopic } from './topic-facts.js';

/** A topic with all that the checks ask of it. */
export interface LoadedTopic {
  readonly facts: TopicFacts;
  readonly row: StoredTopic;
}

export interface AskedTopics {
  readonly tenantId: number;
  readonly topicIds: readonly string[];
}

const RECORDS_SQL = `(SELECT COALESCE(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'heldOn', r.held_on, 'channel', r.channel,
    'audience', r.audience, 'approved', r.approved, 'agreed', r.agreed, 'signatures', r.signatures, 'version', r.version,
    'participantIds', r.participant_ids, 'participantNames', r.participant_names) ORDER BY r.held_on, r.id), '[]')
  FROM topic_record r WHERE r.tenant_id = t.tenant_id AND r.topic_id = t.id AND r.superseded_at IS NULL)`;

const ROUNDS_SQL = `(SELECT COALESCE(json_agg(json_build_object('id', c.id, 'round', c.round, 'side', c.side, 'toPersonId', c.to_person_id,
    'toPersonName', c.to_person_name, 'opinion', c.opinion, 'text', c.text, 'answeredOn', c.answered_on,
    'statedOnPaper', c.stated_on_paper, 'confirmed', c.confirmed_at IS NOT NULL, 'version', c.version,
    'changesAccepted', c.changes_accepted_at IS NOT NULL) ORDER BY c.round), '[]')
  FROM consultation c WHERE c.tenant_id = t.tenant_id AND c.topic_id = t.id)`;

const LOAD_SQL = `SELECT t.tenant_id AS "tenantId", t.id, t.school_id AS "schoolId", t.meeting_kind AS "meetingKind", t.item_kind AS "itemKind",
  t.title, t.body, t.matter_code AS "matterCode", t.matter, t.category, t.decider, t.amount::float8 AS amount,
  t.vital_interest AS "vitalInterest", t.audiences, t.specialised, t.two_thirds AS "twoThirds", t.important, t.confidentiality,
  t.restricted, t.proposer_id AS "proposerId", t.proposer_name AS "proposerName", t.proposer_post AS "proposerPost",
  t.proposed_on::text AS "proposedOn", t.lead_id AS "leadId", t.lead_name AS "leadName", t.unscheduled_reason AS "unscheduledReason",
  t.state, t.held_back_reason AS "heldBackReason", t.held_back_on::text AS "heldBackOn", t.returned_reason AS "returnedReason",
  t.withdrawn_reason AS "withdrawnReason", t.consultation_status AS "consultationStatus", t.consulted_side AS "consultedSide", t.gates,
  t.confirmed_by_id AS "confirmedById", t.confirmed_by_name AS "confirmedByName", t.confirmed_as AS "confirmedAs",
  t.confirmed_acting AS "confirmedActing", t.confirmed_on::text AS "confirmedOn", t.implements_decision_id AS "implementsDecisionId",
  t.reconsiders_decision_id AS "reconsidersDecisionId", t.entered_afterwards AS "enteredAfterwards", t.paper_on::text AS "paperOn",
  t.not_done AS "notDone", t.concerned_ids AS "concernedIds", t.waiting_ids AS "waitingIds", t.version, t.created_by AS "createdBy",
  t.created_by_name AS "createdByName", (t.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "createdOn",
  ${RECORDS_SQL} AS records, ${ROUNDS_SQL} AS rounds
  FROM topic t WHERE t.tenant_id = $1 AND t.id`;

/**
 * Topics by their uuid with all that the checks ask, in one statement. Rights are the caller's to check; what row security
 * hides is not in the answer.
 */
export async function loadTopicFacts(ctx: ReadContext, asked: AskedTopics): Promise<ReadonlyMap<string, LoadedTopic>> {
  const { tenantId, topicIds } = asked;
  if (topicIds.length === 0) return new Map();
  const text = `${LOAD_SQL} = ANY ($2::uuid[])`;
  const [result] = await ctx.read.run([{ text, values: [tenantId, topicIds], name: 'topic-facts' }]);
  return topicsFrom(ctx, tenantId, result);
}

/**
 * What it asks of the topics that a subquery names, for whoever asks more with it.
 * @param name of the statement: the subquery is a fixed text
 */
export function topicsStatement({ name, ids, values }: { name: string; ids: string; values: unknown[] }): Statement {
  return { text: `${LOAD_SQL} IN (${ids})`, values, name };
}

/** The topics from the answer to it. */
export async function topicsFrom(
  ctx: ReadContext,
  tenantId: number,
  result: Rows | undefined,
): Promise<ReadonlyMap<string, LoadedTopic>> {
  const rows = (result?.rows ?? []) as unknown as StoredTopic[];
  const ids = rows.flatMap(({ reconsidersDecisionId }) => reconsidersDecisionId ?? []);
  const decisions = await knownDecisions(ctx, { tenantId, ids });
  return new Map(rows.map((row) => [row.id, { row, facts: factsOf(row, decisions) }]));
}
