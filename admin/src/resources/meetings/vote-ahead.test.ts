import { describe, expect, test } from '@jest/globals';
import type { ItemResult } from '@zhixiao/domain';
import { isToRecord, resultsWith, type TypedVote } from './vote-ahead.js';

const PUT_OFF: readonly ItemResult[] = ['POSTPONED', 'WITHDRAWN'];
const item = {
  ...{ voteForm: null, votesFor: null, votesAgainst: null, votesAbstained: null },
  ...{ entitled: 5, votesNeeded: 4, mayDecide: true, allowedResults: PUT_OFF },
};
const hands = (votesFor: number | null, votesAgainst = 0, votesAbstained = 0): TypedVote => ({
  ...{ form: 'SHOW_OF_HANDS', votesFor, votesAgainst, votesAbstained, tellers: [] },
});

describe('a vote that is typed and not recorded yet', () => {
  test('what reaches the votes needed can be approved, what does not can be rejected', () => {
    expect(resultsWith(item, hands(4, 1))).toEqual(expect.arrayContaining(['APPROVED', 'POSTPONED']));
    expect(resultsWith(item, hands(4, 1))).not.toContain('REJECTED');
    expect(resultsWith(item, hands(3, 1, 1))).toEqual(['REJECTED', ...PUT_OFF]);
  });

  test('a sum that is not those entitled offers nothing that decides', () => {
    expect(resultsWith(item, hands(4))).toEqual(PUT_OFF);
    expect(resultsWith(item, hands(null))).toEqual(PUT_OFF);
    expect(isToRecord(item, hands(6))).toBe(false);
  });

  test('an open gate offers nothing that decides, however the vote is', () => {
    expect(resultsWith({ ...item, mayDecide: false }, hands(5))).toEqual(PUT_OFF);
  });

  test('a secret ballot needs its tellers; a ballot by name is counted from the accounts', () => {
    const secret: TypedVote = { ...hands(5), form: 'SECRET_BALLOT' };
    expect(isToRecord(item, secret)).toBe(false);
    expect(isToRecord(item, { ...secret, tellers: ['甲'] })).toBe(true);
    expect(isToRecord(item, { ...hands(5), form: 'OPEN_BALLOT' })).toBe(false);
  });

  test('what is only heard stays only heard', () => {
    const heard = { ...item, allowedResults: ['NOTED', ...PUT_OFF] as const };
    expect(resultsWith(heard, hands(5))).toEqual(heard.allowedResults);
  });

  test('a recorded vote that is typed anew decides by what is typed', () => {
    const recorded = {
      ...item,
      ...{ voteForm: 'SHOW_OF_HANDS' as const, votesFor: 5, votesAgainst: 0, votesAbstained: 0 },
      allowedResults: ['APPROVED', ...PUT_OFF] as const,
    };
    expect(isToRecord(recorded, hands(5))).toBe(false);
    expect(resultsWith(recorded, hands(3, 2))).toEqual(['REJECTED', ...PUT_OFF]);
  });
});
