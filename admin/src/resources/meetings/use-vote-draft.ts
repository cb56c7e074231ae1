import { useState } from 'react';
import type { Stance, VoteForm } from '@zhixiao/domain';
import { useText } from '../../i18n/index.js';
import type { Item } from './meeting.graphql.js';
import type { TypedVote } from './vote-ahead.js';

export const VOTE_COUNTS = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;
export type VoteCounts = Readonly<Record<(typeof VOTE_COUNTS)[number], string>>;

interface Fields {
  readonly form: VoteForm;
  readonly tellers: string;
  readonly counts: VoteCounts;
}

/** The fields of a vote as they stand, and what they say. */
export interface VoteDraft extends Fields {
  readonly vote: TypedVote;
  readonly isTouched: boolean;
  change(patch: Partial<Fields>): void;
}

/** A comma of either script, or a space. */
const TELLERS_APART = /[\u3001,\uff0c\s]+/;
const AGAINST_OR_OPEN: readonly Stance[] = ['DISAGREE', 'RESERVED'];
/** Everybody sees how everybody votes: where nobody said otherwise, all in favour is what happens mostly. */
const BY_SIGHT: readonly VoteForm[] = ['ORAL', 'SHOW_OF_HANDS'];

const textOf = (count: number | null): string => (count === null ? '' : String(count));
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

function startOf(item: Item, form: VoteForm): VoteCounts {
  const { votesFor, votesAgainst, votesAbstained, entitled, opinions } = item;
  if (votesFor !== null) {
    return {
      votesFor: textOf(votesFor),
      votesAgainst: textOf(votesAgainst),
      votesAbstained: textOf(votesAbstained),
    };
  }
  const agreed = BY_SIGHT.includes(form) && !opinions.some(({ stance }) => AGAINST_OR_OPEN.includes(stance));
  return { votesFor: agreed ? textOf(entitled) : '', votesAgainst: '0', votesAbstained: '0' };
}

/** What is typed of a vote. Until somebody types, it follows the record, and those who are there. */
export function useVoteDraft(item: Item): VoteDraft {
  const t = useText();
  const [patch, setPatch] = useState<Partial<Fields>>({});
  const form = patch.form ?? item.voteForm ?? 'SHOW_OF_HANDS';
  const counts = patch.counts ?? startOf(item, form);
  const tellers = patch.tellers ?? item.tellers.join(t('common.listSeparator'));
  const vote = {
    form,
    votesFor: numberOf(counts.votesFor),
    votesAgainst: numberOf(counts.votesAgainst),
    votesAbstained: numberOf(counts.votesAbstained),
    tellers: tellers.split(TELLERS_APART).filter(Boolean),
  };
  const isTouched = patch.counts !== undefined;
  return { form, counts, tellers, vote, isTouched, change: (next) => setPatch({ ...patch, ...next }) };
}
