import {
  NEEDS_MATTER,
  type PaperForm,
  type PaperItem,
  type PaperMeetingInput,
  type PaperPerson,
} from './paper-form.js';
import type { PaperItemInput, PaperRecord, PaperTopic } from './paper-form.js';

type Topic = NonNullable<PaperItemInput['topic']>;
type Vote = NonNullable<PaperItemInput['vote']>;
type Attendance = NonNullable<PaperMeetingInput['attendance']>[number];

const person = (personId: string | null | undefined): { personId: string } | null => (personId ? { personId } : null);

/** Nothing chosen is nothing said. */
const some = <T>(all: readonly T[] | null | undefined): T[] | null => (all && all.length > 0 ? [...all] : null);

/** A form empties what it holds by null; what is left out says the same and stands in no other's way. */
function said<T extends object>(values: T): T {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as T;
}

function recordInput({ participantIds, ...record }: PaperRecord): NonNullable<Topic['records']>[number] {
  const isHearing = record.kind === 'HEARING';
  return said({
    ...{ kind: record.kind, heldOn: record.heldOn, result: record.result },
    participants: some(participantIds)?.map((personId) => ({ personId })),
    ...(isHearing ? { channel: record.channel, audience: record.audience, approved: record.approved } : {}),
    ...(record.kind === 'COMMUNICATION' ? { agreed: record.agreed } : {}),
  });
}

/** By whom and on which day: half of it is nothing that could be recorded, so the form asks for both. */
function confirmationOf({ confirmedById, confirmedAs, confirmedOn }: PaperTopic): Topic['confirmed'] {
  return confirmedById && confirmedOn ? said({ personId: confirmedById, as: confirmedAs, on: confirmedOn }) : null;
}

function opinionOf({ opinionById, opinion, opinionOn, opinionText }: PaperTopic): Topic['opinion'] {
  return opinionById && opinion && opinionOn
    ? said({ personId: opinionById, opinion, on: opinionOn, text: opinionText })
    : null;
}

function topicInput({ matterCode, proposerId, topic, kind }: PaperItem): Topic | null {
  if (!matterCode) return null;
  const before = topic ?? {};
  const { body, amount, vitalInterest, specialised, twoThirds, important, confidentiality } = before;
  return said({
    ...{ matterCode, body, amount, vitalInterest, specialised, twoThirds, important, confidentiality },
    ...{ proposer: person(proposerId), lead: person(before.leadId) },
    ...{ confirmed: confirmationOf(before), opinion: opinionOf(before) },
    ...{ records: some(before.records)?.map(recordInput), notDone: some(before.notDone) },
    implementsDecisionId: before.implementsDecisionId,
    reconsidersDecisionId: kind === 'RECONSIDERATION' ? before.reconsidersDecisionId : null,
  });
}

const BETWEEN_NAMES = /[^\p{L}\p{N}·]+/u;

/** Ballots belong to a vote by name, tellers to one by paper; of a secret ballot there is no name. */
function voteInput(item: PaperItem): Vote | null {
  const { voteForm, votesFor, votesAgainst, votesAbstained, tellers, ballots } = item;
  if (!voteForm) return null;
  const cast = Object.entries(ballots ?? {}).flatMap(([personId, choice]) => (choice ? [{ personId, choice }] : []));
  return said({
    ...{ form: voteForm, votesFor, votesAgainst, votesAbstained },
    tellers: some((tellers ?? '').split(BETWEEN_NAMES).filter((name) => name !== '')),
    ballots: voteForm === 'OPEN_BALLOT' ? some(cast) : null,
  });
}

function itemInput(item: PaperItem): PaperItemInput {
  const { kind, title, presenterName, statedPresent, chairSpokeLast, decidedThrough, result } = item;
  const { discussion, conclusion, responsible, dueOn, notDone } = item;
  return said({
    ...{ kind, title, presenterName, statedPresent, chairSpokeLast, decidedThrough, result },
    ...{ discussion, conclusion, responsible, dueOn, notDone: some(notDone) },
    ...{ topic: topicInput(item), vote: voteInput(item) },
    ...{ recusals: some(item.recusals)?.map(said), opinions: some(item.opinions)?.map(said) },
  });
}

function attendee(who: { personId: string } | { name: string }, one: PaperPerson): readonly Attendance[] {
  const { status, capacity, reason, fromItem, toItem, post } = one;
  if (!status) return [];
  const spans = status === 'PRESENT' || status === 'LATE' ? { fromItem, toItem } : {};
  return [said({ ...who, status, capacity: capacity ?? ('MEMBER' as const), reason, post, ...spans })];
}

function attendanceInput({ people, guests }: PaperForm): PaperMeetingInput['attendance'] {
  const listed = Object.entries(people ?? {}).flatMap(([personId, one]) => attendee({ personId }, one));
  const others = (guests ?? []).flatMap((one) => (one.name ? attendee({ name: one.name }, one) : []));
  return some([...listed, ...others]) as PaperMeetingInput['attendance'];
}

/** What the paper says; what it does not say is left out, not said to be missing. */
export function paperInput(schoolId: string, form: PaperForm): PaperMeetingInput {
  const { people: _, guests: _guests, items, chairId, notDone, ...about } = form;
  return said({
    ...{ ...about, schoolId, chair: person(chairId), attendance: attendanceInput(form) },
    ...{ items: items.map(itemInput), notDone: some(notDone) },
  }) as PaperMeetingInput;
}

/** Needs a matter, and has none. */
export function lacksMatter({ kind, matterCode }: Pick<PaperItem, 'kind' | 'matterCode'>): boolean {
  return NEEDS_MATTER.includes(kind) && !matterCode;
}
