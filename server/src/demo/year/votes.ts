import { entitledVoters, isPartyKind, voteFormFor, voteNumbers, votesToPass } from '@zhixiao/domain';
import type { ItemFacts, MeetingFacts, PersonRef, VoteChoice, VoteForm } from '@zhixiao/domain';
import type { SchoolYear } from './school-year.js';
import type { DemoItem, DemoMeeting } from './year-rows.js';

export interface Voting {
  readonly form?: VoteForm;
  readonly passes?: boolean;
  readonly at: string;
}

/** Votes on an item of a party meeting: exactly those entitled; of a secret ballot nothing but counts and tellers. */
export function vote(
  year: SchoolYear,
  of: { meeting: DemoMeeting; facts: MeetingFacts; item: DemoItem },
  voting: Voting,
): void {
  const { meeting, facts, item } = of;
  const known = facts.items.find(({ itemId }) => itemId === item.id);
  if (!known || !isPartyKind(facts.kind)) return;
  const entitled = entitledVoters(known, facts);
  if (!entitled || entitled.count === 0) return;
  const usual = voteFormFor(known, facts.rules) ?? 'SHOW_OF_HANDS';
  const wanted = voting.form ?? usual;
  // by name only those can vote whose names are recorded
  const form = wanted === 'OPEN_BALLOT' && entitled.people === null ? 'SHOW_OF_HANDS' : wanted;
  const against = notInFavour(year, { known, facts, count: entitled.count, passes: voting.passes ?? true });
  const abstained = against > 0 && year.random.chance(0.5) ? 1 : 0;
  item.voteForm = form;
  const counts = { votesFor: entitled.count - against, votesAgainst: against - abstained, votesAbstained: abstained };
  Object.assign(item, counts);
  if (form === 'SECRET_BALLOT') item.tellers = tellersOf(meeting);
  if (form === 'OPEN_BALLOT') castByName(year, { meeting, item, people: entitled.people ?? [], at: voting.at });
}

interface Wanted {
  readonly known: ItemFacts;
  readonly facts: MeetingFacts;
  readonly count: number;
  readonly passes: boolean;
}

/** How many do not agree: mostly nobody, as many as it bears, or as many as make it fail. */
function notInFavour(year: SchoolYear, { known, facts, count, passes }: Wanted): number {
  const numbers = voteNumbers(known, facts);
  const rule = facts.rules?.pass ?? null;
  const needed = rule && numbers ? votesToPass(numbers, rule) : Math.floor(count / 2) + 1;
  if (!passes) return Math.min(count, Math.max(0, count - needed + 1));
  const room = Math.max(0, count - needed);
  return year.random.chance(0.15) ? Math.min(room, year.random.whole(1, 2)) : 0;
}

/** Two who count, of those there. */
function tellersOf(meeting: DemoMeeting): string[] {
  const there = meeting.attendance.filter(
    ({ status, personId }) => status === 'PRESENT' && personId !== meeting.chairId,
  );
  const names = there.slice(-2).map(({ personName }) => personName);
  return names.length > 0 ? names : [meeting.recorderName ?? ''];
}

interface Cast {
  readonly meeting: DemoMeeting;
  readonly item: DemoItem;
  readonly people: readonly PersonRef[];
  readonly at: string;
}

function castByName(year: SchoolYear, { meeting, item, people, at }: Cast): void {
  const { votesFor, votesAgainst } = item;
  const statedOnPaper = meeting.enteredAfterwards;
  item.ballots = people.map(({ personId, personName }, i) => {
    const choice: VoteChoice =
      i < (votesFor ?? 0) ? 'FOR' : i < (votesFor ?? 0) + (votesAgainst ?? 0) ? 'AGAINST' : 'ABSTAIN';
    const createdBy = statedOnPaper ? year.clerk.accountId : year.accountOf(personId);
    return { id: year.newId(at), personId, personName, choice, castAt: at, statedOnPaper, createdAt: at, createdBy };
  });
}
