import { isPartyKind } from './bodies.js';
import { presenceAt, attendanceBase, recusedFrom } from './presence.js';
import type { ItemFacts, MeetingFacts, PersonRef, VoteCounts, VoteFacts } from './procedure-facts.js';
import type { PassBase, PassRule, RulesOfProcedure } from './rules-of-procedure.js';
import { leastReaching, reaches } from './quorum-rule.js';
import type { VoteForm } from './meeting-words.js';

/** Who votes on an item; `people` is null where only numbers are recorded. */
export type Entitled = { readonly count: number; readonly people: readonly PersonRef[] | null };

/**
 * The members present without those who are recused for this item (they lose the vote for it only, SOD-5). Observers never
 * vote. null: nothing says who is there, or nobody votes at this meeting (意见（六）: the principal decides).
 */
export function entitledVoters(item: ItemFacts, meeting: MeetingFacts): Entitled | null {
  if (!isPartyKind(meeting.kind)) return null;
  const presence = presenceAt(item, meeting);
  if (presence === null) return null;
  const out = recusedFrom(item, meeting);
  if (presence.people === null) return { count: Math.max(0, presence.count - out.length), people: null };
  const people = presence.people.filter((person) => !out.includes(person.personId));
  return { count: people.length, people };
}

/** 赞成、反对、弃权; of a named vote they are counted from the ballots. */
export function countsOf(vote: VoteFacts): VoteCounts {
  if (vote.form !== 'OPEN_BALLOT') return vote.counts;
  const count = (choice: string): number => vote.ballots.filter((ballot) => ballot.choice === choice).length;
  return { inFavour: count('FOR'), against: count('AGAINST'), abstained: count('ABSTAIN') };
}

/** What can be wrong with a vote. */
export const VOTE_PROBLEMS = ['NOT_A_NUMBER', 'SUM_DIFFERS', 'NOT_ENTITLED', 'VOTED_TWICE', 'NO_TELLERS'] as const;
export type VoteProblem = (typeof VOTE_PROBLEMS)[number];

/**
 * The sum is exactly those entitled: who says nothing abstains. A secret ballot is its counts and its tellers; a link from
 * a person to a choice has no place in it.
 */
export function voteProblems(vote: VoteFacts, entitled: Entitled): readonly VoteProblem[] {
  const { inFavour, against, abstained } = countsOf(vote);
  const counts = [inFavour, against, abstained];
  const voters = vote.form === 'OPEN_BALLOT' ? vote.ballots.map((ballot) => ballot.personId) : [];
  const known = entitled.people?.map((person) => person.personId) ?? voters;
  const found: Readonly<Record<VoteProblem, boolean>> = {
    NOT_A_NUMBER: counts.some((count) => !Number.isInteger(count) || count < 0),
    SUM_DIFFERS: inFavour + against + abstained !== entitled.count,
    NOT_ENTITLED: voters.some((voter) => !known.includes(voter)),
    VOTED_TWICE: new Set(voters).size < voters.length,
    NO_TELLERS: vote.form === 'SECRET_BALLOT' && vote.tellers.length === 0,
  };
  return VOTE_PROBLEMS.filter((problem) => found[problem]);
}

/** 应到会, 实到会, 有表决权的到会人数 of one item. */
export type VoteNumbers = Readonly<Record<PassBase, number>>;

/** The numbers of which the votes in favour are a share; null where they are not recorded. */
export function voteNumbers(item: ItemFacts, meeting: MeetingFacts): VoteNumbers | null {
  const [base, presence, entitled] = [
    attendanceBase(meeting),
    presenceAt(item, meeting),
    entitledVoters(item, meeting),
  ];
  if (base === null || presence === null || entitled === null) return null;
  return { EXPECTED: base.total, PRESENT: presence.count, ENTITLED: entitled.count };
}

/** Has it passed by the filed rules (PM-9)? */
export function isPassed({ inFavour }: VoteCounts, numbers: VoteNumbers, rule: PassRule): boolean {
  return reaches(rule.share, inFavour, numbers[rule.base]);
}

/** How many votes in favour pass it. */
export function votesToPass(numbers: VoteNumbers, rule: PassRule): number {
  return leastReaching(rule.share, numbers[rule.base]);
}

/** Passed or not; null while there is no vote, no rule or no number to judge by. */
export function passedOf(item: ItemFacts, meeting: MeetingFacts): boolean | null {
  const [rule, numbers] = [meeting.rules?.pass ?? null, voteNumbers(item, meeting)];
  if (rule === null || numbers === null || item.vote === null) return null;
  return isPassed(countsOf(item.vote), numbers, rule);
}

/** The form that the filed rules ask for: one for 干部任免, one for the rest; null without rules. */
export function voteFormFor(item: ItemFacts, rules: RulesOfProcedure | null): VoteForm | null {
  if (rules === null) return null;
  return item.topic?.matter.category === 'CADRE_APPOINTMENT' ? rules.cadreVoteForm : rules.usualVoteForm;
}
