import { classOfResult, isDecidedHere, isDecidingItem, isPartyKind } from './bodies.js';
import { isVitalInterest } from './judge-preparation.js';
import type { ItemResult, MeetingKind } from './meeting-words.js';
import type { ItemFacts, MeetingFacts } from './procedure-facts.js';
import { passedOf } from './vote-count.js';

const PUT_OFF: readonly ItemResult[] = ['POSTPONED', 'WITHDRAWN'];
const APPROVED: readonly ItemResult[] = [
  'APPROVED',
  'APPROVED_IN_PRINCIPLE',
  'APPROVED_AS_AMENDED',
  'SUBMIT_TO_SUPERIOR',
];
/** What a meeting may say on what another body decides. */
const FOR_ANOTHER_BODY: Readonly<Record<MeetingKind, readonly ItemResult[]>> = {
  PRINCIPAL_OFFICE: ['SUBMIT_TO_PARTY_MEETING'],
  // the committee agrees to what it puts before the members' assembly, and asks the superior organisation
  PARTY_ORG: ['APPROVED_IN_PRINCIPLE', 'SUBMIT_TO_SUPERIOR', 'NOTED'],
  MEMBERS_ASSEMBLY: ['NOTED'],
  SCHOOL_COUNCIL: ['NOTED', 'SUBMIT_TO_PARTY_MEETING'],
  DEMOCRATIC_LIFE: ['NOTED'],
  INTEGRITY: ['NOTED'],
};

/**
 * The results that the meeting may give on the item as it stands now. A party meeting approves what has passed by its rules
 * and rejects what has not; the principal decides at his own; on a party matter he submits, puts off or withdraws (OM-6).
 */
export function allowedResults(item: ItemFacts, meeting: MeetingFacts): readonly ItemResult[] {
  const { kind } = meeting;
  const decidedHere =
    item.topic === null ? isDecider(kind) : isDecidedHere({ ...item.topic, meetingKind: kind }, meeting);
  if (item.kind === 'DRAFT_PROPOSAL') return [...draftResults(kind), ...PUT_OFF];
  if (!isDecidingItem(item.kind))
    return decidedHere || kind !== 'PRINCIPAL_OFFICE' ? ['NOTED', ...PUT_OFF] : forAnother(kind);
  if (!decidedHere) return forAnother(kind);
  // 师生切身利益: the meeting may first want to hear the staff congress, and decides when it comes back
  const toCongress: readonly ItemResult[] =
    item.topic && isVitalInterest(item.topic) ? ['SUBMIT_TO_STAFF_CONGRESS'] : [];
  if (!isPartyKind(kind)) return [...APPROVED, 'REJECTED', 'SUBMIT_TO_PARTY_MEETING', ...toCongress, ...PUT_OFF];
  return [...votedResults(item, meeting), ...toCongress, ...PUT_OFF];
}

function isDecider(kind: MeetingKind): boolean {
  return isPartyKind(kind) || kind === 'PRINCIPAL_OFFICE';
}

function forAnother(kind: MeetingKind): readonly ItemResult[] {
  return [...FOR_ANOTHER_BODY[kind], ...PUT_OFF];
}

function draftResults(kind: MeetingKind): readonly ItemResult[] {
  if (kind === 'PRINCIPAL_OFFICE') return ['SUBMIT_TO_PARTY_MEETING', 'SUBMIT_TO_STAFF_CONGRESS'];
  return isPartyKind(kind) ? ['NOTED', 'SUBMIT_TO_STAFF_CONGRESS'] : FOR_ANOTHER_BODY[kind];
}

/** Where the filed rules say what passes, the vote decides; where they don't, the chair states what the meeting decided. */
function votedResults(item: ItemFacts, meeting: MeetingFacts): readonly ItemResult[] {
  const passed = passedOf(item, meeting);
  if (passed === null) return meeting.rules?.pass ? [] : [...APPROVED, 'REJECTED'];
  return resultsOfVote(passed ? 'PASSED' : 'NOT_PASSED');
}

/** What a party meeting may say of what has passed by its rules, and of what has not (PM-9). */
export function resultsOfVote(vote: 'PASSED' | 'NOT_PASSED'): readonly ItemResult[] {
  return vote === 'PASSED' ? APPROVED : ['REJECTED'];
}

/** Does the result make a decision of this meeting, to be entered in the register? */
export function makesDecision(item: ItemFacts, meeting: MeetingFacts): boolean {
  if (item.result === null || classOfResult(item.result) !== 'DECIDING') return false;
  return item.topic === null
    ? isDecider(meeting.kind)
    : isDecidedHere({ ...item.topic, meetingKind: meeting.kind }, meeting);
}
