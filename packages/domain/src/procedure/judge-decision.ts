import type { FindingParams } from '../staffing-facts.js';
import { classOfResult, deciderOf, decidesFor, isDecided, isPartyKind } from './bodies.js';
import { nameIn } from './judge-attendance.js';
import { broken, isRecorded, judgeRecord, kept, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import { leadershipOn } from './leadership-on.js';
import { presenceAt } from './presence.js';
import type { ItemFacts, MeetingFacts, OpinionFacts, PersonRef } from './procedure-facts.js';
import { countsOf, isPassed, voteNumbers, votesToPass } from './vote-count.js';

/**
 * PM-8 意见（二）（五）：党组织会议讨论决定的事项，须由党组织会议集体讨论决定。 No other meeting, and no circulation, countersigning or
 * asking one by one in its place.
 */
export function decidedByPartyMeeting(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (item.topic === null || deciderOf(item.topic, meeting) !== 'PARTY_MEETING') return NOT_ASKED;
  if (item.result === null || classOfResult(item.result) !== 'DECIDING') return NOT_ASKED;
  const params = { matter: item.topic.matter.nameZh, kind: meeting.kind };
  if (!decidesFor(meeting.kind, 'PARTY_MEETING', meeting.school)) return broken({ ...params, form: 'MEETING' });
  return judgeRecord(item.decidedThrough, { ...params, form: '' }, (form) =>
    form === 'MEETING' ? kept() : broken({ ...params, form }),
  );
}

/**
 * PM-9 议事规则：表决须超过应到会委员的半数同意方为通过 (or as the school's rules say). An item that is said to be approved has passed,
 * one that is said to be rejected has not.
 */
export function passedByRule(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  const rule = meeting.rules?.pass ?? null;
  if (rule === null || !isPartyKind(meeting.kind)) return NOT_ASKED;
  if (item.result === null || classOfResult(item.result) !== 'DECIDING') return NOT_ASKED;
  const numbers = voteNumbers(item, meeting);
  if (item.vote === null || numbers === null) return missing({ n: '', k: '', votes: '' });
  const counts = countsOf(item.vote);
  const params: FindingParams = {
    n: numbers[rule.base],
    k: votesToPass(numbers, rule),
    votes: counts.inFavour,
    base: rule.base,
  };
  return isPassed(counts, numbers, rule) === (item.result !== 'REJECTED') ? kept(params) : broken(params);
}

/** PM-13 议事规则：书记应当末位表态。 */
export function chairSpokeLast(item: ItemFacts, { rules, kind }: MeetingFacts): ProcedureVerdict {
  if (rules?.chairSpeaksLast !== true || !isPartyKind(kind) || !isDecided(item)) return NOT_ASKED;
  return judgeRecord(item.chairSpokeLast, {}, () => kept());
}

/**
 * OM-5 意见（六）：校长应当在广泛听取与会人员意见基础上作出决定。 An opinion or 无意见 of each other member who is there, before the
 * decision; of at least half of them where the record was made afterwards.
 */
export function opinionsHeard(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (meeting.kind !== 'PRINCIPAL_OFFICE' || !isDecided(item)) return NOT_ASKED;
  return judgeRecord(item.opinions, { names: [], heard: 0, others: '' }, (opinions) => {
    const presence = presenceAt(item, meeting);
    const decider = leadershipOn(meeting.school.seats, meeting.on, meeting.rules).principal ?? chairOf(meeting);
    if (presence === null) return missing({ names: [], heard: opinions.length, others: '' });
    if (presence.people === null) return judgeNumbers(opinions, presence.count - 1, meeting);
    const others = presence.people.map((person) => person.personId).filter((id) => id !== decider?.personId);
    return judgeOpinions(opinions, others, meeting);
  });
}

function chairOf({ chair }: MeetingFacts): PersonRef | null {
  return isRecorded(chair) ? chair : null;
}

function judgeOpinions(
  opinions: readonly OpinionFacts[],
  others: readonly string[],
  meeting: MeetingFacts,
): ProcedureVerdict {
  const silent = others.filter((id) => !opinions.some((opinion) => opinion.personId === id));
  const heard = others.length - silent.length;
  const enough = meeting.recordMode === 'AFTERWARDS' ? 2 * heard >= others.length : silent.length === 0;
  const params = { names: silent.map((id) => nameIn(meeting, id)), heard, others: others.length };
  return enough ? kept(params) : broken(params);
}

function judgeNumbers(
  opinions: readonly OpinionFacts[],
  others: number,
  { recordMode }: MeetingFacts,
): ProcedureVerdict {
  const params = { names: [], heard: opinions.length, others };
  const enough = recordMode === 'AFTERWARDS' ? 2 * opinions.length >= others : opinions.length >= others;
  return enough ? kept(params) : broken(params);
}

/**
 * OM-6 意见（六）：拟由党组织会议讨论决定的重要事项，校长办公会议研究提出方案。 On such a matter (and on one of the members' assembly) this
 * meeting submits, puts off or withdraws.
 */
export function leftToPartyMeeting(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (meeting.kind !== 'PRINCIPAL_OFFICE' || item.topic === null) return NOT_ASKED;
  if (deciderOf(item.topic, meeting) === 'OFFICE_MEETING') return NOT_ASKED;
  const params = { matter: item.topic.matter.nameZh, result: item.result ?? '' };
  if (item.result === null) return meeting.recordMode === 'AFTERWARDS' ? missing(params) : kept();
  const allowed = ['SUBMIT_TO_PARTY_MEETING', 'POSTPONED', 'WITHDRAWN'].includes(item.result);
  return allowed ? kept() : broken(params);
}

/** OM-7 意见（六）：部署落实党组织决议的措施。 It names the party decision that it carries out. */
export function namesPartyDecision(item: ItemFacts, { kind }: MeetingFacts): ProcedureVerdict {
  const implementing = item.kind === 'IMPLEMENTATION' || item.topic?.matter.code === 'IMPLEMENT_DECISION';
  if (kind !== 'PRINCIPAL_OFFICE' || !implementing) return NOT_ASKED;
  return judgeRecord(item.implements, {}, () => kept());
}
