import { isPartyKind } from './bodies.js';
import { broken, isRecorded, judgeRecord, kept, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import { headOf, headPostOf, isAmong, leadershipOn, type Leadership } from './leadership-on.js';
import type { ChairFacts, MeetingFacts, ProcedureContext, TopicFacts } from './procedure-facts.js';

/**
 * PM-1 意见（五）：党组织会议由党组织书记召集并主持；OM-1 意见（六）：校长办公会议由校长召集并主持。
 * Another may chair by the head's recorded delegation: a committee member, or one of the admin team.
 */
export function chairedByHead(meeting: MeetingFacts): ProcedureVerdict {
  const leadership = leadershipOn(meeting.school.seats, meeting.on, meeting.rules);
  const head = headOf(leadership, meeting.kind);
  const params = { head: head?.personName ?? '', post: headPostOf(meeting.kind) };
  return judgeRecord(meeting.chair, { ...params, chair: '' }, (chair) => {
    if (head === null && leadership.team.length === 0) return missing({ ...params, chair: chair.personName });
    if (head !== null && chair.personId === head.personId) return kept();
    const told = { ...params, chair: chair.personName };
    return isDelegated(chair, { meeting, leadership }) ? kept({ ...told, delegated: 1 }) : broken(told);
  });
}

function isDelegated(
  chair: ChairFacts,
  { meeting, leadership }: { readonly meeting: MeetingFacts; readonly leadership: Leadership },
): boolean {
  const head = headOf(leadership, meeting.kind);
  if (head === null || chair.delegatedById !== head.personId || meeting.rules?.chairDelegation === 'NEVER')
    return false;
  return isAmong(isPartyKind(meeting.kind) ? leadership.committee : leadership.adminTeam, chair.personId);
}

/** PM-2, OM-2 意见（五）（六）：会议议题由学校领导班子成员提出。 On the day on which it was proposed. */
export function proposedByLeader(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  return judgeRecord(topic.proposer, { name: '' }, ({ personId, personName }) => {
    const { team } = leadershipOn(context.school.seats, topic.proposedOn, context.rules);
    if (team.length === 0) return missing({ name: personName });
    return isAmong(team, personId) ? kept() : broken({ name: personName });
  });
}

/**
 * PM-3 意见（五）：议题由党组织书记确定；OM-3 意见（六）：议题由校长确定。
 * The head in office or acting on that day, under that post: one who holds both posts confirms each under its own (SOD-1).
 */
export function confirmedByHead(topic: TopicFacts, context: ProcedureContext): ProcedureVerdict {
  const post = headPostOf(topic.meetingKind);
  return judgeRecord(topic.confirmation, { post, name: '', actingAs: '' }, ({ personId, personName, actingAs, on }) => {
    const leadership = leadershipOn(context.school.seats, on, context.rules);
    const params = { post, name: personName, actingAs };
    if (leadership.team.length === 0) return missing(params);
    const isHead = headOf(leadership, topic.meetingKind)?.personId === personId;
    return isHead && actingAs === post ? kept() : broken(params);
  });
}

/**
 * PM-10 议事规则：一般不得临时动议。 An item brought up in the meeting, or confirmed after it, was not confirmed before; the
 * chair may accept it with a reason, unless the filed rules say never.
 */
export function notUnscheduled(topic: TopicFacts, { rules, on }: ProcedureContext): ProcedureVerdict {
  if (rules === null || !isPartyKind(topic.meetingKind)) return NOT_ASKED;
  const { confirmation, itemKind } = topic;
  if (itemKind !== 'UNSCHEDULED' && confirmation === 'NO_RECORD') return missing();
  const before = isRecorded(confirmation) && confirmation.on <= on;
  if (itemKind !== 'UNSCHEDULED' && before) return kept();
  return rules.unscheduledMotions === 'NEVER' ? { kind: 'BROKEN', params: { never: 1 }, final: true } : broken();
}
