import { daysBetween } from '../civil-date.js';
import { isDecidedHere, isDecidingItem, isMajor, isPartyKind } from './bodies.js';
import { broken, judgeRecord, kept, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import { leadershipOn } from './leadership-on.js';
import type {
  DatedRecord,
  MeetingFacts,
  PersonRef,
  ProcedureContext,
  Recorded,
  TopicFacts,
} from './procedure-facts.js';

/** Is the topic to be decided at its meeting, so that what 意见（七） asks before a decision is asked? */
function isForDecision(topic: TopicFacts, context: ProcedureContext): boolean {
  return isDecidingItem(topic.itemKind) && isDecidedHere(topic, context);
}

function isMajorDecision(topic: TopicFacts, context: ProcedureContext): boolean {
  return isForDecision(topic, context) && isMajor(topic.matter.category);
}

/** A record that is there and is no later than the meeting. */
function judgeDated(record: Recorded<DatedRecord>, { on }: ProcedureContext): ProcedureVerdict {
  return judgeRecord(record, { on: '' }, (there) => (there.on <= on ? kept() : broken({ on: there.on })));
}

/** PRE-1 意见（七）：讨论决定学校重大问题，应当在调查研究基础上提出建议方案。 */
export function hasProposal(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  return isMajorDecision(topic, context) ? judgeDated(topic.proposal, context) : NOT_ASKED;
}

/** PRE-2 意见（七）：调查研究；a short note is enough. */
export function isInvestigated(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  return isMajorDecision(topic, context) ? judgeDated(topic.investigation, context) : NOT_ASKED;
}

/**
 * PRE-3 意见（七）：经领导班子成员特别是书记与校长充分沟通且无重大分歧后提交会议讨论决定。 Both sign; where one person holds both posts (or
 * one is vacant) a deputy secretary signs beside him.
 */
export function isCommunicated(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  if (!isMajorDecision(topic, context)) return NOT_ASKED;
  return judgeRecord(topic.communication, { result: '', unsigned: [] }, ({ on, result, signedBy }) => {
    const unsigned = signatoriesOf(context).filter(
      (group) => !group.some((person) => signedBy.includes(person.personId)),
    );
    const params = { result, unsigned: unsigned.flat().map((person) => person.personName) };
    const isSound = result === 'NO_MAJOR_DISAGREEMENT' && unsigned.length === 0 && on <= context.on;
    return isSound ? kept() : broken(params);
  });
}

/** Groups of people, of each of which one signs. */
function signatoriesOf({ school, on, rules }: ProcedureContext): readonly (readonly PersonRef[])[] {
  const { secretary, principal, combined, deputies } = leadershipOn(school.seats, on, rules);
  if (secretary !== null && principal !== null && combined !== true) return [[secretary], [principal]];
  const head = secretary ?? principal;
  return [head === null ? [] : [head], deputies].filter((group) => group.length > 0);
}

/** PRE-6 意见（七）：涉及干部工作的方案，在提交党组织会议讨论决定前，应当在一定范围内进行充分酝酿。 */
export function isCadreDeliberated(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  if (!isForDecision(topic, context) || topic.matter.category !== 'CADRE_APPOINTMENT') return NOT_ASKED;
  return judgeRecord(topic.cadreDeliberation, { on: '' }, ({ on, participants }) =>
    on <= context.on && participants.length > 0 ? kept() : broken({ on }),
  );
}

/** PRE-7 意见（九）：集体决定重大问题前，书记、校长和有关领导班子成员要个别酝酿、充分沟通。 */
export function isIndividuallyDeliberated(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  if (!isMajorDecision(topic, context)) return NOT_ASKED;
  return judgeRecord(topic.individualDeliberations, {}, (talks) =>
    talks.some((talk) => talk.on <= context.on && talk.participants.length > 0) ? kept() : broken(),
  );
}

/** Is the topic of vital interest to staff, students or parents: as its item says, else as its type presets. */
export function isVitalInterest(topic: TopicFacts): boolean {
  return topic.vitalInterest ?? topic.matter.staffHearing !== 'NONE';
}

/** PRE-8 意见（七）（十一）：事关师生员工切身利益的重要事项，应当通过教职工大会（教职工代表大会）或其他方式，广泛听取师生员工的意见建议。 */
export function isHeard(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  if (!isForDecision(topic, context) || !isVitalInterest(topic)) return NOT_ASKED;
  const wanted = topic.audiences.length > 0 ? topic.audiences : (['STAFF'] as const);
  return judgeRecord(topic.hearings, { audiences: [...wanted] }, (hearings) => {
    const before = hearings.filter((hearing) => hearing.on <= context.on);
    const unheard = wanted.filter((audience) => !before.some((hearing) => hearing.audience === audience));
    return unheard.length === 0 ? kept() : broken({ audiences: unheard });
  });
}

/** 专业性、技术性较强: always for some types, else as its item says; null where the item still has to say it. */
export function isTechnical(topic: TopicFacts): boolean | null {
  if (topic.matter.expert === 'ALWAYS') return true;
  return topic.technical ?? (topic.matter.expert === 'ASK' ? null : false);
}

/** PRE-9 意见（七）：对专业性、技术性较强的重要事项，应当经过专家评估及技术、政策、法律咨询。 Both. */
export function isAssessed(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  if (!isForDecision(topic, context)) return NOT_ASKED;
  const technical = isTechnical(topic);
  if (technical === null) return missing({ lacks: ['ANSWER'] });
  if (!technical) return NOT_ASKED;
  const assessed = judgeDated(topic.expertAssessment, context);
  const advised = judgeRecord(topic.advice, {}, (advice) =>
    advice.some((one) => one.on <= context.on) ? kept() : broken(),
  );
  const verdicts = { ASSESSMENT: assessed, ADVICE: advised };
  const lacks = (Object.keys(verdicts) as (keyof typeof verdicts)[]).filter((key) => verdicts[key].kind !== 'PASS');
  if (lacks.length === 0) return kept();
  return Object.values(verdicts).some((verdict) => verdict.kind === 'BROKEN') ? broken({ lacks }) : missing({ lacks });
}

/** PRE-10 意见（七）：会议决定的事项如需变更、调整，应当按照决策程序进行复议。 As a reconsideration, by the same kind of meeting. */
export function isReconsidered(topic: TopicFacts, { recordMode }: ProcedureContext): ProcedureVerdict {
  if (topic.changes === null) return NOT_ASKED;
  const { decisionId, body, state } = topic.changes;
  const params = { itemKind: topic.itemKind, body: body ?? '', meetingKind: topic.meetingKind, state: state ?? '' };
  if (topic.itemKind !== 'RECONSIDERATION') return broken(params);
  if (decisionId === null || body === null) return missing(params);
  // of a decision that was replaced long ago the paper record is none the worse
  const isReplaced = state === 'SUPERSEDED' && recordMode === 'LIVE';
  return body === topic.meetingKind && !isReplaced ? kept() : broken(params);
}

/** PM-14 议事规则：会议通知及材料一般提前送达。 As many days as the school's rules say. */
export function noticeInTime(meeting: MeetingFacts): ProcedureVerdict {
  const { rules, kind, noticeSent, papersSent, on } = meeting;
  if (rules === null || !isPartyKind(kind)) return NOT_ASKED;
  const d = rules.noticeDays;
  return judgeRecord(noticeSent, { d, days: '' }, (notice) =>
    judgeRecord(papersSent, { d, days: '' }, (papers) => {
      const days = Math.min(daysBetween(notice.on, on), daysBetween(papers.on, on));
      return days >= d ? kept({ d, days }) : broken({ d, days });
    }),
  );
}

/** PM-15 地方：会议一般应设"第一议题"。 */
export function firstTopicFirst({ rules, kind, items }: MeetingFacts): ProcedureVerdict {
  if (rules?.firstTopic !== true || kind !== 'PARTY_ORG') return NOT_ASKED;
  const first = [...items].sort((a, b) => a.order - b.order)[0];
  if (first === undefined) return missing();
  return first.kind === 'FIRST_TOPIC' ? kept() : broken({ kind: first.kind });
}
