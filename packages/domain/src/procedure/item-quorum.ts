import type { CheckId } from '../checks.js';
import type { FindingParams } from '../staffing-facts.js';
import { isAssembly, isDecided, isPartyKind } from './bodies.js';
import { isAmong } from './leadership-on.js';
import { attendanceBase, presenceAt, recusedFrom } from './presence.js';
import type { ItemFacts, MeetingFacts, PersonRef } from './procedure-facts.js';
import {
  ELECTION_FOUR_FIFTHS,
  leastReaching,
  OPINION_HALF,
  OPINION_TWO_THIRDS,
  reaches,
  stricterOf,
  type Share,
} from './quorum-rule.js';

/** 应到 n、实到 m、需 k, live for one item or the opening. */
export type QuorumBar = {
  /** Which check asks for it. */
  readonly checkId: Extract<CheckId, 'PM-4' | 'PM-5' | 'OM-4'>;
  readonly share: Share;
  readonly total: number;
  readonly present: number;
  readonly needed: number;
  readonly missing: number;
  readonly met: boolean;
  /** Who of those expected is not there; empty where only numbers are recorded. */
  readonly absent: readonly PersonRef[];
};

/** The bar for opening the meeting: half at least (意见（五）（六）), more where the filed rules say so. */
export function openingQuorum(meeting: MeetingFacts): QuorumBar | null {
  return barFor(null, meeting, { checkId: openingCheck(meeting), share: openingShare(meeting) });
}

/** The bar for opening, at this item: who has left does not hold it up any longer. */
export function openingQuorumAt(item: ItemFacts, meeting: MeetingFacts): QuorumBar | null {
  return barFor(item, meeting, { checkId: openingCheck(meeting), share: openingShare(meeting) });
}

/** The bar that the item must reach to be decided: two thirds for 干部任免等重要事项, else the one for opening. */
export function itemQuorum(item: ItemFacts, meeting: MeetingFacts): QuorumBar | null {
  const share = importantShare(item, meeting);
  if (share === null) return openingQuorumAt(item, meeting);
  return barFor(item, meeting, { checkId: 'PM-5', share: stricterOf(share, openingShare(meeting)) });
}

/**
 * The share that an important item asks for; null where it is no such item. An election asks for four fifths of those with
 * a vote, where they elect.
 */
export function importantShare(item: ItemFacts, meeting: MeetingFacts): Share | null {
  const { topic } = item;
  if (topic === null || !isPartyKind(meeting.kind) || !isDecided(item)) return null;
  const { twoThirds } = topic.matter;
  if (twoThirds === 'ELECTION' && isAssembly(meeting.kind, meeting.school)) return ELECTION_FOUR_FIFTHS;
  if (twoThirds !== 'FIXED' && twoThirds !== 'REQUIRED' && !topic.twoThirds) return null;
  return stricterOf(OPINION_TWO_THIRDS, meeting.rules?.importantQuorum ?? OPINION_TWO_THIRDS);
}

function openingShare({ rules }: MeetingFacts): Share {
  return stricterOf(OPINION_HALF, rules?.openingQuorum ?? OPINION_HALF);
}

function openingCheck({ kind }: MeetingFacts): 'PM-4' | 'OM-4' {
  return kind === 'PRINCIPAL_OFFICE' ? 'OM-4' : 'PM-4';
}

function barFor(
  item: ItemFacts | null,
  meeting: MeetingFacts,
  { checkId, share }: Pick<QuorumBar, 'checkId' | 'share'>,
): QuorumBar | null {
  const [base, presence] = [attendanceBase(meeting), presenceAt(item, meeting)];
  if (base === null || presence === null) return null;
  const out = item === null || meeting.rules?.recusedCountAsPresent !== false ? [] : recusedFrom(item, meeting);
  const people = presence.people?.filter((person) => !out.includes(person.personId)) ?? null;
  const present = people?.length ?? Math.max(0, presence.count - out.length);
  const needed = leastReaching(share, base.total);
  return {
    checkId,
    share,
    total: base.total,
    present,
    needed,
    missing: Math.max(0, needed - present),
    met: reaches(share, present, base.total),
    absent: people === null ? [] : (base.people ?? []).filter((person) => !isAmong(people, person.personId)),
  };
}

/** 应到 n、实到 m、至少 k, and who is not there. */
export function quorumParams({ total, present, needed, absent }: QuorumBar): FindingParams {
  return { n: total, m: present, k: needed, absent: absent.map((person) => person.personName) };
}
