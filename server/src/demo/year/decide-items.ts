import {
  countsOf,
  isDecidingItem,
  isPartyKind,
  itemChecks,
  itemQuorum,
  makesDecision,
  whyNotResult,
} from '@zhixiao/domain';
import type { Actor, ItemFacts, ItemResult, MeetingFacts, VoteForm } from '@zhixiao/domain';
import { verdictOnItem } from '../../modules/meetings/index.js';
import { departFrom } from './departures.js';
import { recordDecision } from './decisions.js';
import { factsOfMeeting } from './meetings.js';
import { sayOpinions, recuseSomebody } from './said.js';
import { clerkActor } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { moveTopic } from './topics.js';
import { vote } from './votes.js';
import type { DemoItem, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** How an item goes, where it does not go as usual. */
export interface ItemCourse {
  readonly result?: ItemResult;
  readonly form?: VoteForm;
  readonly passes?: boolean;
  readonly recusal?: 'LEAVES' | 'STAYS';
  readonly chairSpeaksFirst?: boolean;
  readonly withoutVote?: boolean;
}

/** Takes the items one by one; each result is one that the server would have taken. */
export function decideItems(
  year: SchoolYear,
  meeting: DemoMeeting,
  { courseOf, leaveOpen }: { readonly courseOf: (item: DemoItem) => ItemCourse; readonly leaveOpen: number },
): void {
  for (const [i, item] of meeting.items.entries()) {
    const at = new Date(Date.parse(meeting.startsAt) + (5 + 18 * i) * 60_000).toISOString();
    item.startedAt = at;
    if (i >= meeting.items.length - leaveOpen) return;
    decideItem(year, { meeting, item, at }, courseOf(item));
  }
}

interface Taken {
  readonly meeting: DemoMeeting;
  readonly item: DemoItem;
  readonly at: string;
}

function decideItem(year: SchoolYear, taken: Taken, course: ItemCourse): void {
  const { meeting, item } = taken;
  const wanted = wantedResult(year, taken, course);
  prepareResult(year, taken, { course, wanted });
  departWhereAsked(year, taken, wanted);
  const facts = factsOfMeeting(year, meeting);
  const result = [wanted, 'POSTPONED' as const].find((one) => take(year, taken, { facts, result: one }));
  if (!result) throw new Error(`no result for ${item.title}`);
  if (result === 'POSTPONED') item.chairSpokeLast = null;
  const decided = { ...itemIn(facts, item), result, ...(result === 'POSTPONED' ? UNSAID : {}) };
  freeze(year, taken, { decided, facts, result });
  if (item.makesDecision) recordDecision(year, meeting, item);
}

const UNSAID = { chairSpokeLast: 'NO_RECORD' } as const;

/** Moves the topic with the result, or asks whether an item without one may have it. @returns whether it may */
function take(
  year: SchoolYear,
  { meeting, item, at }: Taken,
  { facts, result }: { readonly facts: MeetingFacts; readonly result: ItemResult },
): boolean {
  const known = itemIn(facts, item);
  if (!item.topic) return whyNotResult(known, facts, result) === null;
  const act = { type: 'DECIDE', by: deciderOf(meeting), item: known, meeting: facts, result } as const;
  return moveTopic(year, item.topic, { act, at });
}

/** Approved as a rule; to the superior where that is asked; of what another body decides, handed on. */
function wantedResult(year: SchoolYear, { meeting, item }: Taken, course: ItemCourse): ItemResult {
  if (course.result) return course.result;
  if (course.passes === false) return 'REJECTED';
  if (!isDecidingItem(item.kind) && item.kind !== 'DRAFT_PROPOSAL') return 'NOTED';
  if (item.kind === 'DRAFT_PROPOSAL') return meeting.kind === 'PRINCIPAL_OFFICE' ? 'SUBMIT_TO_PARTY_MEETING' : 'NOTED';
  const { random } = year;
  // 先听取教代会: it comes back from there
  if (item.topic?.matter.staffHearing === 'APPROVE' && random.chance(0.15)) return 'SUBMIT_TO_STAFF_CONGRESS';
  if (item.topic?.matter.superior === 'APPROVAL' && random.chance(0.45)) return 'SUBMIT_TO_SUPERIOR';
  return random.weighted([
    ['APPROVED', 80],
    ['APPROVED_AS_AMENDED', 9],
    ['APPROVED_IN_PRINCIPLE', 6],
    ['POSTPONED', 3],
    ['WITHDRAWN', 0.5],
    ['REJECTED', 1.5],
  ] as const);
}

const NOT_DECIDED: readonly ItemResult[] = ['POSTPONED', 'WITHDRAWN', 'NOTED', 'SUBMIT_TO_STAFF_CONGRESS'];

/** What comes before the result: who leaves, what is said, the vote, who speaks last. */
function prepareResult(
  year: SchoolYear,
  taken: Taken,
  { course, wanted }: { course: ItemCourse; wanted: ItemResult },
): void {
  const { meeting, item, at } = taken;
  const { random } = year;
  if (isDecidingItem(item.kind) && (course.recusal || random.chance(0.02)))
    recuseSomebody(year, taken, course.recusal ?? (random.chance(0.15) ? 'STAYS' : 'LEAVES'));
  const discusses = isDecidingItem(item.kind) || item.kind === 'DRAFT_PROPOSAL';
  if (meeting.kind === 'PRINCIPAL_OFFICE' ? discusses : isPartyKind(meeting.kind) && discusses && random.chance(0.35)) {
    sayOpinions(year, taken);
  }
  item.discussion = discusses ? random.pick(YEAR_WORDS.discussion) : '';
  if (!isPartyKind(meeting.kind) || NOT_DECIDED.includes(wanted)) return;
  if (item.kind === 'DRAFT_PROPOSAL' || course.withoutVote) return;
  const facts = factsOfMeeting(year, meeting);
  if (itemQuorum(itemIn(facts, item), facts)?.met !== true) return;
  if (wanted === 'APPROVED_IN_PRINCIPLE' && item.topic?.decider === 'MEMBERS_ASSEMBLY' && meeting.kind === 'PARTY_ORG')
    return;
  vote(
    year,
    { meeting, facts, item },
    { at, passes: wanted !== 'REJECTED', ...(course.form ? { form: course.form } : {}) },
  );
  item.chairSpokeLast = course.chairSpeaksFirst ? false : random.chance(0.97);
}

function itemIn(facts: MeetingFacts, item: DemoItem): ItemFacts {
  const found = facts.items.find(({ itemId }) => itemId === item.id);
  if (!found) throw new Error('no such item');
  return found;
}

/** By the head's own word, or as the clerk records it for a chair who was entrusted. */
function deciderOf(meeting: DemoMeeting): Actor {
  if (meeting.delegatedById !== null) return clerkActor(meeting.heldOn);
  const isParty = isPartyKind(meeting.kind) || meeting.kind === 'DEMOCRATIC_LIFE' || meeting.kind === 'INTEGRITY';
  const role = isParty ? ('Secretary' as const) : ('Principal' as const);
  return { personId: meeting.chairId, role, on: meeting.heldOn };
}

/** Some of what is generally asked and not kept on an item is accepted with a reason, some waits, some nobody asks for. */
function departWhereAsked(year: SchoolYear, { meeting, item }: Taken, result: ItemResult): void {
  if (!isPartyKind(meeting.kind) && item.kind !== 'IMPLEMENTATION') return;
  const facts = factsOfMeeting(year, meeting);
  const open = itemChecks({ ...itemIn(facts, item), result }, facts).filter(
    ({ checkId, outcome, severity, params }) =>
      outcome === 'FAIL' &&
      severity === 'DEFAULT' &&
      !params['never'] &&
      ['PM-9', 'PM-10', 'PM-12', 'OM-7'].includes(checkId),
  );
  for (const { checkId } of open) {
    const fate = year.random.weighted([
      ['ACCEPTED', 6],
      ['ASKED', 1],
      ['NEITHER', 3],
    ] as const);
    if (fate === 'NEITHER') continue;
    const by = { personId: meeting.chairId ?? '', personName: meeting.chairName ?? '' };
    // what is asked of the topic is departed from in the topic
    const place =
      item.topic && checkId === 'PM-10'
        ? ({ type: 'TOPIC', id: item.topic.id } as const)
        : ({ type: 'ITEM', id: item.id } as const);
    const subject = { ...place, restricted: item.restricted, meetingKind: meeting.kind, by };
    departFrom(year, subject, { checkId, on: meeting.heldOn, accepted: fate === 'ACCEPTED' });
  }
}

interface Result {
  readonly decided: ItemFacts;
  readonly facts: MeetingFacts;
  readonly result: ItemResult;
}

/** 应到、实到、需 and the votes as they were with the result, and its checks. */
function freeze(year: SchoolYear, { meeting, item, at }: Taken, { decided, facts, result }: Result): void {
  const counts = decided.vote && countsOf(decided.vote);
  if (counts) {
    const { inFavour: votesFor, against: votesAgainst, abstained: votesAbstained } = counts;
    Object.assign(item, { votesFor, votesAgainst, votesAbstained });
  }
  const decidedAt = new Date(Date.parse(at) + 15 * 60_000).toISOString();
  const by = deciderOf(meeting);
  const byName = by.personId === null ? year.clerk.name : meeting.chairName;
  const isDecided = makesDecision(decided, facts);
  Object.assign(item, verdictOnItem(decided, facts), { result, conclusion: YEAR_WORDS.conclusions[result], decidedAt });
  Object.assign(item, {
    decidedThrough: 'MEETING',
    makesDecision: isDecided,
    decidedById: by.personId,
    decidedByName: byName,
  });
  item.responsible = isDecided ? (item.leadName ?? item.presenterName) : null;
  item.version += 1;
  const evaluatedBy = by.personId === null ? year.clerk.accountId : year.accountOf(by.personId);
  const about = { subjectType: 'ITEM', subjectId: item.id, meetingId: meeting.id } as const;
  year.outcomes.record(about, itemChecks(decided, facts), {
    at: decidedAt,
    by: evaluatedBy,
    restricted: item.restricted,
  });
}
