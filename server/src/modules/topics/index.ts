/**
 * topics 议题: what a meeting will deal with, and all that comes before it (意见（五）至（九）): proposal, investigation, 酝酿,
 * hearing, assessment, communication, the other side's opinion in rounds, confirmation by the right head.
 * Tables: topic, topic_record, consultation, procedural_departure, check_outcome.
 * Rules: all of packages/domain (topicChecks, nextTopicState, whyNot…); a topic keeps the type of its matter as it was when it
 * was written. Only the person asked says the own opinion, and confirms one entered from paper (SOD-2); a disagreement holds
 * the topic back; only the head of that meeting confirms, under that post (SOD-1, SOD-3). 一般 may be departed from with a
 * reason that the head accepts. Every evaluation that says something new leaves a row. Personnel and secret topics are read
 * by fewer, and by those who have a part in them. Records stay; a better one supersedes. Meetings and decisions move topics
 * through settleTopic and enter those of paper through enterTopics.
 */
import { Consultation } from './consultation.entity.js';
import { TOPIC_NOTIFICATIONS } from './notifications.dictionary.js';
import { PreparationResolver } from './preparation.resolver.js';
import { ProceduralDeparture } from './procedural-departure.entity.js';
import { topicAttachments } from './topic-attachments.js';
import { TopicRecord } from './topic-record.entity.js';
import { Topic } from './topic.entity.js';
import { topicsExtensions, topicsModels, topicsRoots } from './topic.read.js';
import { SchoolTopicsResolver, TopicAttachmentsResolver, TopicResolver } from './topic.resolver.js';

export { registerDecisions } from './decision-source.js';
export type { DecisionSource, KnownDecision } from './decision-source.js';
export { registerDepartureSubjects } from './departure-targets.js';
export type { DepartureFinder, DepartureTarget } from './departure-targets.js';
export { derivedOf } from './derive-topic.js';
export { enterTopics } from './enter-topics.js';
export type { EnteredOpinion, EnteredPlace, EnteredRecord, EnteredTopic } from './enter-topics.js';
export { topicSubject } from './find-topic.js';
export { loadTopicFacts, topicsFrom, topicsStatement } from './load-topic-facts.js';
export type { LoadedTopic } from './load-topic-facts.js';
export { namedPeople } from './named-people.js';
export { postInUse } from './post-in-use.js';
export { contextFrom, contextStatements, procedureContextOf } from './procedure-context.js';
export type { ProcedureScope } from './procedure-context.js';
export { isRestricted } from './topic-content.js';
export { recordChecks } from './record-checks.js';
export type { Checked } from './record-checks.js';
export { liftRestriction } from './restrict-topic.js';
export { lockTopic, settleLockedTopic, settleTopic } from './settle-topic.js';
export type { TopicOutcome } from './settle-topic.js';
export {
  CheckSubjectEnum,
  ConfidentialityEnum,
  ConsultationOpinionEnum,
  ConsultedSideEnum,
  HeadPostEnum,
  HearingAudienceEnum,
  HearingChannelEnum,
  ItemKindEnum,
  TopicRecordKindEnum,
  TopicStateEnum,
} from './topic.enums.js';
export type { NotDoneFact, TopicRecordKind } from './topic-words.js';
export type { Signature } from './topic-record.entity.js';
export { checksOf } from './topic.read.js';
export { CheckOutcomeType, GateType, ProceduralDepartureType, SignatureType, TopicType } from './topic.type.js';
export { factsOf } from './topic-facts.js';
export type { StoredRecord, StoredRound, StoredTopic } from './topic-facts.js';
export { forgetChecks, isOpinionConfirmed, withdrawEntered } from './withdraw-entered.js';
export { signatoryGroups, waitingFor } from './waiting-for.js';

export const topicsModule = {
  entities: [Topic, TopicRecord, Consultation, ProceduralDeparture],
  resolvers: [TopicResolver, TopicAttachmentsResolver, SchoolTopicsResolver, PreparationResolver],
  models: topicsModels,
  extensions: topicsExtensions,
  roots: topicsRoots,
  attachments: { Topic: topicAttachments },
  notifications: { kinds: TOPIC_NOTIFICATIONS, routes: { Topic: '/topics/{id}/show' } },
};
