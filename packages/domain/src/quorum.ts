import {
  leastReaching,
  MORE_THAN_HALF,
  OPINION_HALF,
  OPINION_TWO_THIRDS,
  reaches,
  type Share,
} from './procedure/quorum-rule.js';

/** 半数以上 and 三分之二以上; 以上 includes the number itself. */
export const QUORUM_RATIOS = ['HALF', 'TWO_THIRDS'] as const;
export type QuorumRatio = (typeof QUORUM_RATIOS)[number];

const SHARES: Readonly<Record<QuorumRatio, Share>> = { HALF: OPINION_HALF, TWO_THIRDS: OPINION_TWO_THIRDS };

/**
 * 意见（五）（六）：会议应当有半数以上成员到会方能召开；讨论决定干部任免等重要事项，应当有三分之二以上成员到会。
 * The base is the members in office on the day. Integers only, no floats.
 */
export function hasQuorum(present: number, inOffice: number, ratio: QuorumRatio): boolean {
  return reaches(SHARES[ratio], present, inOffice);
}

/** How many of those in office must be present. */
export function needed(inOffice: number, ratio: QuorumRatio): number {
  return leastReaching(SHARES[ratio], inOffice);
}

/** Local rules: votes for must exceed half of those in office (超过应到会半数), which does not include the half. */
export function votesNeeded(inOffice: number): number {
  return leastReaching(MORE_THAN_HALF, inOffice);
}
