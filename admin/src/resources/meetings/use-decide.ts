import { useState } from 'react';
import { classOfResult } from '@zhixiao/domain';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { DecideItemMutation, RecordVoteMutation } from './item-acts.graphql.js';
import type { Item } from './meeting.graphql.js';
import type { VoteDraft } from './use-vote-draft.js';
import { isToRecord, type TypedVote } from './vote-ahead.js';

type Vote = VariablesOf<typeof RecordVoteMutation>['input'];
type Decision = Omit<VariablesOf<typeof DecideItemMutation>['input'], 'itemId' | 'expectedVersion'>;

/** The input of a vote: a ballot by name is opened, and has no counts of its own. */
export function voteInput(item: Item, { form, votesFor, votesAgainst, votesAbstained, tellers }: TypedVote): Vote {
  const counts = form === 'OPEN_BALLOT' ? {} : { votesFor, votesAgainst, votesAbstained };
  return { itemId: item.id, expectedVersion: item.version, form, ...counts, tellers: [...tellers] };
}

interface Deciding {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly isSuccess: boolean;
  decide(said: Decision): Promise<boolean>;
}

/**
 * Gives an item its result. A vote that is typed and not in the record yet is recorded first, so that both are one press; what
 * the server refuses of either is said, and a vote that it has taken stays.
 * @param draft the vote as it is typed; null where nobody votes
 */
export function useDecide(item: Item, draft: VoteDraft | null): Deciding {
  const [error, setError] = useState<unknown>(null);
  const votes = useWrite(RecordVoteMutation);
  const decisions = useWrite(DecideItemMutation);
  const recorded = async (): Promise<number> => {
    if (!draft) return item.version;
    const { recordVote } = await votes.mutateAsync({ input: voteInput(item, draft.vote) });
    return recordVote.items.find(({ id }) => id === item.id)?.version ?? item.version;
  };
  const decide = async (said: Decision): Promise<boolean> => {
    setError(null);
    // counts that nobody has typed say that all are in favour: that rejects nothing
    const isMeant = draft !== null && (draft.isTouched || said.result !== 'REJECTED');
    const takesVote = isMeant && classOfResult(said.result) === 'DECIDING' && isToRecord(item, draft.vote);
    try {
      const expectedVersion = takesVote ? await recorded() : item.version;
      await decisions.mutateAsync({ input: { ...said, itemId: item.id, expectedVersion } });
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    }
  };
  return { decide, error, isPending: votes.isPending || decisions.isPending, isSuccess: decisions.isSuccess };
}
