/** 半数以上 and 三分之二以上; 以上 includes the number itself. */
export const QUORUM_RATIOS = ['HALF', 'TWO_THIRDS'] as const;
export type QuorumRatio = (typeof QUORUM_RATIOS)[number];

/**
 * 意见（五）（六）：会议应当有半数以上成员到会方能召开；讨论决定干部任免等重要事项，应当有三分之二以上成员到会。
 * The base is the members in office on the day. Integers only, no floats.
 */
export function hasQuorum(present: number, inOffice: number, ratio: QuorumRatio): boolean {
  return present > 0 && (ratio === 'TWO_THIRDS' ? 3 * present >= 2 * inOffice : 2 * present >= inOffice);
}

/** How many of those in office must be present. */
export function needed(inOffice: number, ratio: QuorumRatio): number {
  return ratio === 'TWO_THIRDS' ? Math.ceil((2 * inOffice) / 3) : Math.ceil(inOffice / 2);
}

/** Local rules: votes for must exceed half of those in office (超过应到会半数), which does not include the half. */
export function votesNeeded(inOffice: number): number {
  return Math.floor(inOffice / 2) + 1;
}
