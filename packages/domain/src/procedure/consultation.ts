import type { CivilDate } from '../civil-date.js';
import { isRecorded, kept, broken, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import { headPostOf, isAmong, leadershipOn } from './leadership-on.js';
import { isDecidingKind } from './bodies.js';
import type { ConsultationRound, PersonRef, ProcedureContext, TopicFacts } from './procedure-facts.js';
import type { ConsultationStatus, ConsultedSide } from './topic-words.js';
import type { ItemKind } from './meeting-words.js';

/** On these nothing is decided or drafted, so nobody is asked before. */
const NOT_CONSULTED: readonly ItemKind[] = ['FIRST_TOPIC', 'STUDY', 'HEAR_REPORT'];

/** 重要议题 (意见（九）): its type is one, or it was marked as one. */
export function isImportantTopic(topic: TopicFacts): boolean {
  if (!isDecidingKind(topic.meetingKind) || NOT_CONSULTED.includes(topic.itemKind)) return false;
  return topic.matter.priorConsultation || topic.important;
}

/**
 * Whose opinion is asked before the meeting: of a party meeting the principal's, of the principal's meeting the secretary's.
 * Where one person holds both posts, or the other post is vacant, the full-time deputy's (PRE-5). null: nobody's.
 */
export function consultedSide(topic: TopicFacts, context: ProcedureContext): ConsultedSide | null {
  if (!isImportantTopic(topic)) return null;
  const leadership = leadershipOn(context.school.seats, context.on, context.rules);
  const side = headPostOf(topic.meetingKind) === 'SECRETARY' ? 'PRINCIPAL' : 'SECRETARY';
  const other = side === 'PRINCIPAL' ? leadership.principal : leadership.secretary;
  return other === null || leadership.combined === true ? 'FULL_TIME_DEPUTY' : side;
}

/** Who may answer for that side on that day: nobody may for them (SOD-2). Without a full-time deputy any deputy does. */
export function consultedPeople(side: ConsultedSide, context: ProcedureContext, on: CivilDate): readonly PersonRef[] {
  const leadership = leadershipOn(context.school.seats, on, context.rules);
  if (side === 'SECRETARY') return leadership.secretary ? [leadership.secretary] : [];
  if (side === 'PRINCIPAL') return leadership.principal ? [leadership.principal] : [];
  return leadership.fullTimeDeputies.length > 0 ? leadership.fullTimeDeputies : leadership.deputies;
}

/**
 * How far the consultation is: the last answer counts. A disagreement, or agreement with changes that are not taken in,
 * holds the topic back until a later round agrees; after an agreement a new open round waits again.
 */
export function consultationStatus(topic: TopicFacts, context: ProcedureContext): ConsultationStatus {
  const side = consultedSide(topic, context);
  if (side === null) return 'NOT_NEEDED';
  const rounds = roundsOf(side, topic, context);
  const answered = rounds.filter((round) => round.opinion !== null && round.confirmedByPerson);
  const last = answered.at(-1);
  if (last === undefined) return 'WAITING';
  if (!isAgreement(last)) return 'HELD_BACK';
  return rounds.some((round) => round.round > last.round) ? 'WAITING' : 'AGREED';
}

function isAgreement({ opinion, changesAccepted }: ConsultationRound): boolean {
  return opinion === 'AGREE' || (opinion === 'AGREE_WITH_CHANGES' && changesAccepted);
}

function roundsOf(side: ConsultedSide, topic: TopicFacts, context: ProcedureContext): readonly ConsultationRound[] {
  if (!isRecorded(topic.consultation)) return [];
  return topic.consultation
    .filter((round) => round.side === side)
    .filter((round) => isAmong(consultedPeople(side, context, round.on ?? context.on), round.person.personId))
    .sort((a, b) => a.round - b.round);
}

/**
 * PRE-4 意见（九）：重要议题会前应当听取对方意见；意见不一致的议题暂缓上会，待进一步交换意见、取得共识后再提交会议讨论。
 */
export function otherSideAgrees(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  const side = consultedSide(topic, context);
  return side === null || side === 'FULL_TIME_DEPUTY' ? NOT_ASKED : judgeConsultation(side, topic, context);
}

/** PRE-5 意见（九，推断）：书记、校长由一人担任的，没有"对方"，听取专职副书记意见。 */
export function deputyAgrees(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  const side = consultedSide(topic, context);
  return side === 'FULL_TIME_DEPUTY' ? judgeConsultation(side, topic, context) : NOT_ASKED;
}

function judgeConsultation(side: ConsultedSide, topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  const status = consultationStatus(topic, context);
  const last = roundsOf(side, topic, context).at(-1);
  const names = consultedPeople(side, context, context.on).map((person) => person.personName);
  const params = { side, status, names, round: last?.round ?? 0, opinion: last?.opinion ?? '' };
  if (status === 'AGREED') return kept();
  if (status === 'HELD_BACK' || topic.consultation === 'NOT_DONE') return broken(params);
  return missing(params);
}
