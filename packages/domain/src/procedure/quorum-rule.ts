/**
 * A share of a number, in integers: at least `numerator`/`denominator` of it, or more than that where `over` is true.
 * 以上 includes the number itself (`over: false`); 超过 does not (`over: true`).
 */
export type Share = { readonly numerator: number; readonly denominator: number; readonly over: boolean };

/** 意见（五）（六）：会议应当有半数以上成员到会方能召开。 */
export const OPINION_HALF: Share = { numerator: 1, denominator: 2, over: false };

/** 意见（五）：讨论决定干部任免等重要事项，应当有三分之二以上党组织班子成员到会。 */
export const OPINION_TWO_THIRDS: Share = { numerator: 2, denominator: 3, over: false };

/** 选举工作条例：有选举权的到会人数不少于应到会人数的五分之四。 A party rule, so never HARD here. */
export const ELECTION_FOUR_FIFTHS: Share = { numerator: 4, denominator: 5, over: false };

/** More than half: what passes a vote where the rules say 超过半数. */
export const MORE_THAN_HALF: Share = { numerator: 1, denominator: 2, over: true };

/** Does `count` reach this share of `total`? Nobody is no quorum, even of nobody. */
export function reaches(share: Share, count: number, total: number): boolean {
  if (count <= 0) return false;
  const [have, want] = [share.denominator * count, share.numerator * total];
  return share.over ? have > want : have >= want;
}

/** The least number that reaches this share of `total`; at least one. */
export function leastReaching(share: Share, total: number): number {
  const want = share.numerator * total;
  const whole = (want - (want % share.denominator)) / share.denominator;
  const least = share.over || want % share.denominator > 0 ? whole + 1 : whole;
  return Math.max(1, least);
}

/** Does the first share ask for at least as much as the second, whatever the total? */
export function isAsStrict(share: Share, than: Share): boolean {
  const [ours, theirs] = [share.numerator * than.denominator, than.numerator * share.denominator];
  return ours > theirs || (ours === theirs && (share.over || !than.over));
}

/** The stricter of two shares. */
export function stricterOf(a: Share, b: Share): Share {
  return isAsStrict(a, b) ? a : b;
}

/** A share that can be reached at all: integers, more than nothing, no more than everybody. */
export function isSoundShare({ numerator, denominator, over }: Share): boolean {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || numerator < 1) return false;
  return over ? numerator < denominator : numerator <= denominator;
}
