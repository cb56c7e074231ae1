import { classOfResult, resultsOfVote, voteProblems, type ItemResult, type VoteForm } from '@zhixiao/domain';
import type { Item } from './meeting.graphql.js';

/** A vote as it is typed; null is a count that is not typed yet. */
export interface TypedVote {
  readonly form: VoteForm;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
  readonly tellers: readonly string[];
}

type Votable = Pick<
  Item,
  'voteForm' | 'votesFor' | 'votesAgainst' | 'votesAbstained' | 'entitled' | 'votesNeeded' | 'mayDecide'
> & { readonly allowedResults: readonly ItemResult[] };

/** The counts are what the record has already. */
function isRecordedSo(item: Votable, vote: TypedVote): boolean {
  return (
    item.voteForm === vote.form &&
    item.votesFor === vote.votesFor &&
    item.votesAgainst === vote.votesAgainst &&
    item.votesAbstained === vote.votesAbstained
  );
}

/** A vote of counts that is sound and not in the record yet: it is recorded together with the result that is pressed. */
export function isToRecord(item: Votable, vote: TypedVote): boolean {
  const { form, votesFor, votesAgainst, votesAbstained, tellers } = vote;
  if (form === 'OPEN_BALLOT' || item.entitled === null || isRecordedSo(item, vote)) return false;
  if (votesFor === null || votesAgainst === null || votesAbstained === null) return false;
  const counts = { inFavour: votesFor, against: votesAgainst, abstained: votesAbstained };
  return voteProblems({ form, counts, tellers }, { count: item.entitled, people: null }).length === 0;
}

/**
 * The results that can be pressed: those that the server allows, and, where the vote decides and is typed, those that it will
 * allow with this vote. The server asks every gate again.
 */
export function resultsWith(item: Votable, vote: TypedVote): readonly ItemResult[] {
  const { allowedResults, votesNeeded, mayDecide } = item;
  const isHeardOnly = allowedResults.some((result) => classOfResult(result) === 'NOTED');
  if (!isToRecord(item, vote) || votesNeeded === null || !mayDecide || isHeardOnly) return allowedResults;
  const others = allowedResults.filter((result) => classOfResult(result) !== 'DECIDING');
  return [...resultsOfVote((vote.votesFor ?? 0) >= votesNeeded ? 'PASSED' : 'NOT_PASSED'), ...others];
}
