import { isDecidingItem, isPartyKind } from './bodies.js';
import { deputyAgrees, otherSideAgrees } from './consultation.js';
import { PROCEDURE_CHECK_IDS, type ProcedureCheckId, type ProcedureFinding } from './finding.js';
import {
  enoughAtItem,
  enoughForImportant,
  enoughToOpen,
  interestedRecused,
  memberInChargePresent,
  observersOfAdminTeam,
  onlyMembersCount,
  onlyMembersVote,
} from './judge-attendance.js';
import {
  chairSpokeLast,
  decidedByPartyMeeting,
  leftToPartyMeeting,
  namesPartyDecision,
  opinionsHeard,
  passedByRule,
} from './judge-decision.js';
import { chairedByHead, confirmedByHead, notUnscheduled, proposedByLeader } from './judge-people.js';
import {
  firstTopicFirst,
  hasProposal,
  isAssessed,
  isCadreDeliberated,
  isCommunicated,
  isHeard,
  isIndividuallyDeliberated,
  isInvestigated,
  isReconsidered,
  noticeInTime,
} from './judge-preparation.js';
import { isReported, isSigned } from './judge-records.js';
import { judge, missing, NOT_ASKED, type ProcedureVerdict } from './judge.js';
import type {
  DecisionFacts,
  ItemFacts,
  MeetingFacts,
  ProcedureContext,
  Semester,
  TopicFacts,
} from './procedure-facts.js';

type Check<Judge> = readonly [ProcedureCheckId, Judge];
type TopicJudge = (topic: TopicFacts, context: ProcedureContext) => ProcedureVerdict;
type ItemJudge = (item: ItemFacts, meeting: MeetingFacts) => ProcedureVerdict;
type MeetingJudge = (meeting: MeetingFacts) => ProcedureVerdict;

const PARTY_TOPIC: readonly Check<TopicJudge>[] = [
  ['PM-2', proposedByLeader],
  ['PM-3', confirmedByHead],
  ['PM-10', notUnscheduled],
];
const OFFICE_TOPIC: readonly Check<TopicJudge>[] = [
  ['OM-2', proposedByLeader],
  ['OM-3', confirmedByHead],
];
const PREPARATION: readonly Check<TopicJudge>[] = [
  ['PRE-1', hasProposal],
  ['PRE-2', isInvestigated],
  ['PRE-3', isCommunicated],
  ['PRE-4', otherSideAgrees],
  ['PRE-5', deputyAgrees],
  ['PRE-6', isCadreDeliberated],
  ['PRE-7', isIndividuallyDeliberated],
  ['PRE-8', isHeard],
  ['PRE-9', isAssessed],
  ['PRE-10', isReconsidered],
];
const PARTY_ITEM: readonly Check<ItemJudge>[] = [
  ['PM-4', enoughAtItem],
  ['PM-5', enoughForImportant],
  ['PM-6', onlyMembersVote],
  ['PM-8', decidedByPartyMeeting],
  ['PM-9', passedByRule],
  ['PM-11', interestedRecused],
  ['PM-12', memberInChargePresent],
  ['PM-13', chairSpokeLast],
];
const OFFICE_ITEM: readonly Check<ItemJudge>[] = [
  ['PM-8', decidedByPartyMeeting],
  ['OM-4', enoughAtItem],
  ['OM-5', opinionsHeard],
  ['OM-6', leftToPartyMeeting],
  ['OM-7', namesPartyDecision],
];
const PARTY_MEETING: readonly Check<MeetingJudge>[] = [
  ['PM-1', chairedByHead],
  ['PM-4', enoughToOpen],
  ['PM-6', onlyMembersCount],
  ['PM-7', observersOfAdminTeam],
  ['PM-14', noticeInTime],
  ['PM-15', firstTopicFirst],
  ['REC-1', isSigned],
];
const OFFICE_MEETING: readonly Check<MeetingJudge>[] = [
  ['OM-1', chairedByHead],
  ['OM-4', enoughToOpen],
  ['REC-1', isSigned],
];
/** Meetings that are records (校务委员会, 民主生活会, 党风廉政专题会): that they are signed, and that they decide nothing. */
const RECORD_MEETING: readonly Check<MeetingJudge>[] = [['REC-1', isSigned]];
const RECORD_ITEM: readonly Check<ItemJudge>[] = [['PM-8', decidedByPartyMeeting]];

/** What the procedure says on a topic, wherever it stands: who proposed and confirmed it, what was prepared. */
export function topicChecks(topic: TopicFacts, context: ProcedureContext): ProcedureFinding[] {
  return findingsOnTopic(topic, context, [topic.topicId]);
}

function findingsOnTopic(
  topic: TopicFacts,
  context: ProcedureContext,
  subjectIds: readonly string[],
): ProcedureFinding[] {
  return topicTable(topic).map(([checkId, ask]) => judge(checkId, ask(topic, context), { context, subjectIds }));
}

function topicTable({ meetingKind }: Pick<TopicFacts, 'meetingKind'>): readonly Check<TopicJudge>[] {
  if (isPartyKind(meetingKind)) return [...PARTY_TOPIC, ...PREPARATION];
  return meetingKind === 'PRINCIPAL_OFFICE' ? [...OFFICE_TOPIC, ...PREPARATION] : [];
}

/** What it says on one item of a meeting, its topic included; once for each check that this kind of meeting is asked. */
export function itemChecks(item: ItemFacts, meeting: MeetingFacts): ProcedureFinding[] {
  const own = itemTable(meeting).map(([checkId, ask]) =>
    judge(checkId, ask(item, meeting), { context: meeting, subjectIds: subjectsOf(item) }),
  );
  return [...own, ...topicFindings(item, meeting)].sort(byCatalogue);
}

function itemTable({ kind }: MeetingFacts): readonly Check<ItemJudge>[] {
  if (isPartyKind(kind)) return PARTY_ITEM;
  return kind === 'PRINCIPAL_OFFICE' ? OFFICE_ITEM : RECORD_ITEM;
}

/** An item that decides without a topic has nothing that could be judged: live that is a break, of paper a gap. */
function topicFindings(item: ItemFacts, meeting: MeetingFacts): ProcedureFinding[] {
  const { topic } = item;
  const asItem = topic && { ...topic, meetingKind: meeting.kind, itemKind: item.kind };
  if (asItem !== null) return findingsOnTopic(asItem, meeting, subjectsOf(item));
  const verdict = isDecidingItem(item.kind) ? missing({ name: '' }) : NOT_ASKED;
  const asked: readonly ProcedureCheckId[] = ['PM-2', 'PM-3', 'OM-2', 'OM-3'];
  return topicTable({ meetingKind: meeting.kind }).map(([checkId]) =>
    judge(checkId, asked.includes(checkId) ? verdict : NOT_ASKED, { context: meeting, subjectIds: subjectsOf(item) }),
  );
}

/** What it says on the meeting as a whole. */
export function meetingChecks(meeting: MeetingFacts): ProcedureFinding[] {
  return meetingTable(meeting).map(([checkId, ask]) =>
    judge(checkId, ask(meeting), { context: meeting, subjectIds: [] }),
  );
}

function meetingTable({ kind }: MeetingFacts): readonly Check<MeetingJudge>[] {
  if (isPartyKind(kind)) return PARTY_MEETING;
  return kind === 'PRINCIPAL_OFFICE' ? OFFICE_MEETING : RECORD_MEETING;
}

/** What it says on a decision in a semester. */
export function decisionChecks(
  decision: DecisionFacts,
  context: ProcedureContext,
  semester: Semester,
): ProcedureFinding[] {
  const verdict = isReported(decision, context, semester);
  return [judge('REC-5', verdict, { context, subjectIds: [decision.decisionId] })];
}

/** A departure may be asked for the item or for its topic. */
function subjectsOf({ itemId, topic }: ItemFacts): readonly string[] {
  return topic === null ? [itemId] : [itemId, topic.topicId];
}

function byCatalogue(a: ProcedureFinding, b: ProcedureFinding): number {
  return PROCEDURE_CHECK_IDS.indexOf(a.checkId) - PROCEDURE_CHECK_IDS.indexOf(b.checkId);
}
