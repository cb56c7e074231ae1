import { describe, expect, test } from '@jest/globals';
import { hasQuorum, needed, votesNeeded } from './quorum.js';

describe('quorum, 以上 including the number itself', () => {
  test.each([
    [3, 2, 2, 2],
    [4, 2, 3, 3],
    [5, 3, 4, 3],
    [6, 3, 4, 4],
    [7, 4, 5, 4],
    [8, 4, 6, 5],
    [9, 5, 6, 5],
    [10, 5, 7, 6],
    [11, 6, 8, 6],
    [13, 7, 9, 7],
    [15, 8, 10, 8],
  ])('%i in office: half is %i, two thirds are %i, a vote passes with %i', (inOffice, half, twoThirds, votes) => {
    expect(needed(inOffice, 'HALF')).toBe(half);
    expect(needed(inOffice, 'TWO_THIRDS')).toBe(twoThirds);
    expect(votesNeeded(inOffice)).toBe(votes);
    expect(hasQuorum(half, inOffice, 'HALF')).toBe(true);
    expect(hasQuorum(half - 1, inOffice, 'HALF')).toBe(false);
    expect(hasQuorum(twoThirds, inOffice, 'TWO_THIRDS')).toBe(true);
    expect(hasQuorum(twoThirds - 1, inOffice, 'TWO_THIRDS')).toBe(false);
  });

  test('nobody is no quorum, even of nobody', () => {
    expect(hasQuorum(0, 0, 'HALF')).toBe(false);
    expect(hasQuorum(0, 0, 'TWO_THIRDS')).toBe(false);
    expect(hasQuorum(1, 1, 'TWO_THIRDS')).toBe(true);
  });
});
