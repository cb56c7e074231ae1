import {
  headOf,
  leadershipOn,
  type AttendanceFacts,
  type ChairFacts,
  type CivilDate,
  type DatedRecord,
  type ItemFacts,
  type MeetingFacts,
  type ProcedureContext,
  type Recorded,
  type StatedCounts,
  type TopicFacts,
  type VoteFacts,
} from '@zhixiao/domain';
import type { StoredAttendance, StoredItem, StoredMeeting } from './stored-meeting.js';

/** The topics of a meeting's items, by their uuid. */
export type TopicsById = ReadonlyMap<string, { readonly facts: TopicFacts }>;

/** A meeting as the checks see it: what paper does not say is no record, what it says was not done is so. */
export function meetingFacts(row: StoredMeeting, context: ProcedureContext, topics: TopicsById): MeetingFacts {
  return {
    ...context,
    meetingId: row.id,
    kind: row.kind,
    state: row.state,
    chair: chairOf(row, context),
    noticeSent: dated(row.noticeOn, row, 'NOTICE'),
    papersSent: dated(row.papersOn, row, 'PAPERS'),
    attendance: listOf(row),
    stated: statedOf(row, context),
    items: row.items.map((item) => itemFacts(item, row, topics)),
    chairSigned: dated(row.chairSignedOn, row, 'CHAIR_SIGNATURE'),
    recorderSigned: dated(row.recorderSignedOn, row, 'RECORDER_SIGNATURE'),
    // nothing is changed after the signatures: the tables don't let it
    changedAfterSigning: false,
  };
}

function orSilent(notDone: readonly string[], what: string): 'NOT_DONE' | 'NO_RECORD' {
  return notDone.includes(what) ? 'NOT_DONE' : 'NO_RECORD';
}

function dated(on: CivilDate | null, { notDone }: StoredMeeting, what: string): Recorded<DatedRecord> {
  return on === null ? orSilent(notDone, what) : { on };
}

/** Until it opens, it is chaired by whom the head has entrusted, or by the head of the day (意见（五）（六）). */
function chairOf(row: StoredMeeting, { school, on, rules }: ProcedureContext): Recorded<ChairFacts> {
  if (row.chairId !== null && row.chairName !== null) {
    return { personId: row.chairId, personName: row.chairName, delegatedById: row.delegatedById };
  }
  if (row.enteredAfterwards) return orSilent(row.notDone, 'CHAIR');
  const { delegation } = row;
  if (delegation) return { personId: delegation.toId, personName: delegation.toName, delegatedById: delegation.fromId };
  const head = headOf(leadershipOn(school.seats, on, rules), row.kind);
  return head ? { ...head, delegatedById: null } : 'NO_RECORD';
}

function listOf({ attendance, enteredAfterwards }: StoredMeeting): Recorded<readonly AttendanceFacts[]> {
  const kept = attendance.filter((one) => !one.removed);
  return enteredAfterwards && kept.length === 0 ? 'NO_RECORD' : kept.map(attendanceFacts);
}

/** A guest from outside has no person of the school: the row stands for him. */
function attendanceFacts(one: StoredAttendance): AttendanceFacts {
  const { id, personId, personName, capacity, status, spans, reason } = one;
  return { personId: personId ?? id, personName, capacity, status, spans, reason };
}

function statedOf(row: StoredMeeting, { school }: ProcedureContext): StatedCounts | null {
  const expected = row.statedExpected ?? school.fullMembers;
  return row.statedPresent === null || expected === null ? null : { expected, present: row.statedPresent };
}

function itemFacts(item: StoredItem, meeting: StoredMeeting, topics: TopicsById): ItemFacts {
  const facts = item.topicId === null ? null : (topics.get(item.topicId)?.facts ?? null);
  const { enteredAfterwards } = meeting;
  return {
    itemId: item.id,
    order: item.position,
    topic: facts,
    kind: item.kind,
    interested: item.recusals.map(({ personId, personName }) => ({ personId, personName })),
    recusedIds: item.recusals.filter((one) => !one.stayed).map((one) => one.personId),
    statedPresent: item.statedPresent,
    vote: voteOf(item),
    opinions: opinionsOf(item, meeting),
    chairSpokeLast: spokeLast(item),
    result: item.result,
    decidedThrough: item.decidedThrough ?? (enteredAfterwards ? 'NO_RECORD' : 'MEETING'),
    implements: item.implementsDecisionId
      ? { decisionId: item.implementsDecisionId }
      : orSilent(item.notDone, 'IMPLEMENTS'),
  };
}

function opinionsOf(item: StoredItem, { enteredAfterwards }: StoredMeeting): ItemFacts['opinions'] {
  if (enteredAfterwards && item.opinions.length === 0) return orSilent(item.notDone, 'OPINIONS');
  return item.opinions.map(({ personId, stance }) => ({ personId, stance }));
}

function spokeLast({ chairSpokeLast, notDone }: StoredItem): ItemFacts['chairSpokeLast'] {
  if (chairSpokeLast === null) return orSilent(notDone, 'CHAIR_SPOKE_LAST');
  return chairSpokeLast ? 'SPOKE_LAST' : 'NOT_DONE';
}

/** An open ballot is its ballots; one of which paper only has the counts is a counted vote. */
function voteOf(item: StoredItem): VoteFacts | null {
  const { voteForm, votesFor, votesAgainst, votesAbstained, tellers, ballots } = item;
  if (voteForm === null) return null;
  if (voteForm === 'OPEN_BALLOT' && votesFor === null) {
    return { form: voteForm, ballots: ballots.map(({ personId, choice }) => ({ personId, choice })) };
  }
  if (voteForm === 'OPEN_BALLOT' && ballots.length > 0) {
    return { form: voteForm, ballots: ballots.map(({ personId, choice }) => ({ personId, choice })) };
  }
  if (votesFor === null) return null;
  const counts = { inFavour: votesFor, against: votesAgainst ?? 0, abstained: votesAbstained ?? 0 };
  return { form: voteForm === 'OPEN_BALLOT' ? 'SHOW_OF_HANDS' : voteForm, counts, tellers };
}
