import type { FindingParams } from '../staffing-facts.js';
import { isAssembly, isDecided, isPartyKind } from './bodies.js';
import {
  importantShare,
  itemQuorum,
  openingQuorum,
  openingQuorumAt,
  quorumParams,
  type QuorumBar,
} from './item-quorum.js';
import { broken, isRecorded, judgeRecord, kept, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import { isAmong, leadershipOn } from './leadership-on.js';
import { attendanceBase, isThere, presenceAt } from './presence.js';
import type { ItemFacts, MeetingFacts, VoteFacts } from './procedure-facts.js';
import { countsOf, entitledVoters } from './vote-count.js';

/** PM-4, OM-4 意见（五）（六）：会议应当有半数以上成员到会方能召开。 At the opening. */
export function enoughToOpen(meeting: MeetingFacts): ProcedureVerdict {
  return judgeBar(openingQuorum(meeting), meeting);
}

/** The same at an item: a meeting that has lost its half decides nothing any more. */
export function enoughAtItem(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  return judgeBar(openingQuorumAt(item, meeting), meeting);
}

/** PM-5 意见（五）：讨论决定干部任免等重要事项，应当有三分之二以上党组织班子成员到会。 */
export function enoughForImportant(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (importantShare(item, meeting) === null) return NOT_ASKED;
  return judgeBar(itemQuorum(item, meeting), meeting);
}

/** Of a members' assembly beside a committee the Opinion says nothing: the party rules do, which are never HARD. */
function judgeBar(bar: QuorumBar | null, meeting: MeetingFacts): ProcedureVerdict {
  if (bar === null) return missing({ n: '', m: '', k: '', absent: [] });
  if (bar.met) return kept(quorumParams(bar));
  const opinionIsSilent = isAssembly(meeting.kind, meeting.school) && meeting.school.hasCommittee;
  if (opinionIsSilent) return { kind: 'BROKEN', params: quorumParams(bar), severity: 'DEFAULT' };
  return broken(quorumParams(bar));
}

/**
 * PM-6 意见（五）：列席人员不计入到会人数，不参加表决。 Nobody is counted as a member who is none, and there are no more votes than
 * members with a vote.
 */
export function onlyMembersCount(meeting: MeetingFacts): ProcedureVerdict {
  if (!isRecorded(meeting.attendance)) return judgeStated(meeting);
  const base = attendanceBase(meeting);
  if (base?.people == null) return judgeStated(meeting);
  const members = base.people;
  const strangers = meeting.attendance.filter((one) => one.capacity === 'MEMBER' && !isAmong(members, one.personId));
  return strangers.length === 0 ? kept() : broken(strangersParams(strangers.map((one) => one.personName)));
}

function strangersParams(names: string[]): FindingParams {
  return { names, counted: '', allowed: '' };
}

function judgeStated({ stated }: MeetingFacts): ProcedureVerdict {
  if (stated === null) return missing(strangersParams([]));
  return stated.present <= stated.expected
    ? kept()
    : broken({ names: [], counted: stated.present, allowed: stated.expected });
}

/** PM-6 for the votes on one item; a vote of one who should be out for it is PM-11's. */
export function onlyMembersVote(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (item.vote === null) return NOT_ASKED;
  const presence = presenceAt(item, meeting);
  if (presence === null) return missing(strangersParams([]));
  const { people, count } = presence;
  if (item.vote.form === 'OPEN_BALLOT' && people !== null) {
    const strangers = item.vote.ballots.filter(({ personId }) => !isAmong(people, personId));
    if (strangers.length > 0)
      return broken(strangersParams(strangers.map(({ personId }) => nameIn(meeting, personId))));
  }
  const votes = sumOf(item.vote);
  return votes <= count ? kept() : broken({ names: [], counted: votes, allowed: count });
}

function sumOf(vote: VoteFacts): number {
  const { inFavour, against, abstained } = countsOf(vote);
  return inFavour + against + abstained;
}

/** PM-7 意见（五）：不是党组织班子成员的行政班子成员根据工作需要可列席会议；others need a reason. */
export function observersOfAdminTeam(meeting: MeetingFacts): ProcedureVerdict {
  return judgeRecord(meeting.attendance, { names: [] }, (list) => {
    const observers = list.filter((one) => one.capacity === 'OBSERVER');
    if (observers.length === 0) return NOT_ASKED;
    const { committee, adminTeam } = leadershipOn(meeting.school.seats, meeting.on, meeting.rules);
    const strange = observers.filter(
      ({ personId, reason }) => reason === null && (!isAmong(adminTeam, personId) || isAmong(committee, personId)),
    );
    return strange.length === 0 ? kept() : broken({ names: strange.map((one) => one.personName) });
  });
}

/** PM-11 议事规则：与议题有关的成员应当回避。 Leaves for the item and has no vote on it. */
export function interestedRecused(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (meeting.rules?.recusal !== true || item.interested.length === 0) return NOT_ASKED;
  const voters = item.vote?.form === 'OPEN_BALLOT' ? item.vote.ballots.map(({ personId }) => personId) : [];
  const stayed = item.interested.filter(
    ({ personId }) => !item.recusedIds.includes(personId) || voters.includes(personId),
  );
  const entitled = entitledVoters(item, meeting);
  const tooMany = item.vote !== null && entitled !== null && sumOf(item.vote) > entitled.count;
  const named = stayed.length > 0 || !tooMany ? stayed : item.interested;
  return named.length === 0 ? kept() : broken({ names: named.map((person) => person.personName) });
}

/** PM-12 议事规则：分管该项工作的班子成员未到会，一般不研究该事项。 He may be there without a vote. */
export function memberInChargePresent(item: ItemFacts, meeting: MeetingFacts): ProcedureVerdict {
  if (meeting.rules?.memberInChargePresent !== true || item.topic === null || !isPartyKind(meeting.kind)) {
    return NOT_ASKED;
  }
  if (!isDecided(item)) return NOT_ASKED;
  return judgeRecord(item.topic.memberInCharge, { name: '' }, ({ personId, personName }) =>
    judgeRecord(meeting.attendance, { name: personName }, (list) => {
      const found = list.find((one) => one.personId === personId);
      return found && isThere(found, item.order) ? kept() : broken({ name: personName });
    }),
  );
}

/** A person's name as the meeting knows it; the id where it knows none. */
export function nameIn({ attendance, school }: MeetingFacts, personId: string): string {
  const listed = isRecorded(attendance) ? attendance : [];
  return [...listed, ...school.seats].find((one) => one.personId === personId)?.personName ?? personId;
}
