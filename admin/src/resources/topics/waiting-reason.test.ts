import { describe, expect, test } from '@jest/globals';
import { waitingReason } from './waiting-reason.js';

type Facts = Parameters<typeof waitingReason>[0];

const round: Facts['consultations'][number] = {
  ...{ round: 1, toMe: true, opinion: null, statedOnPaper: false, confirmedAt: null, changesAcceptedAt: null },
};
const communication: Facts['records'][number] = {
  ...{ kind: 'COMMUNICATION', agreed: true, signedByMe: false, supersededAt: null },
};
const given = (facts: Partial<Facts>): Facts => ({
  ...{ state: 'DELIBERATED', returnedReason: null, proposedByMe: false, records: [], consultations: [], ...facts },
});

describe('what a topic waits for', () => {
  test.each([
    ['an opinion that was asked of me', { consultations: [round] }, 'OPINION'],
    [
      'an opinion of mine that somebody entered from paper',
      { consultations: [{ ...round, opinion: 'AGREE', statedOnPaper: true }] },
      'PAPER',
    ],
    ['a communication that I have not signed', { records: [communication] }, 'SIGNATURE'],
    ['nothing but to be confirmed', { state: 'CONSULTED', records: [communication] }, 'CONFIRM'],
    [
      'changes that the other side asked for',
      { proposedByMe: true, consultations: [{ ...round, toMe: false, opinion: 'AGREE_WITH_CHANGES' }] },
      'CHANGES',
    ],
    ['a topic that came back to me', { state: 'DRAFT', returnedReason: 'more figures' }, 'RETURNED'],
    ['something that this page does not know', { records: [{ ...communication, signedByMe: true }] }, 'OTHER'],
  ] as const)('%s', (_, facts, reason) => {
    expect(waitingReason(given(facts as Partial<Facts>))).toBe(reason);
  });

  test('a communication that was replaced asks for no signature', () => {
    const records = [{ ...communication, supersededAt: '2026-01-01T00:00:00Z' }];
    expect(waitingReason(given({ records }))).toBe('OTHER');
  });
});
