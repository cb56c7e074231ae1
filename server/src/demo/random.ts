/** A stream of chance that is the same every time for the same seed: nothing generated depends on the clock or the order. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** a whole number from `low` to `high`, both included */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly Weighted<T>[]): T;
  /** standard normal */
  normal(): number;
  lognormal(median: number, sigma: number): number;
}

export type Weighted<T> = readonly [value: T, weight: number];

/** FNV-1a, 32 bits: one seed a tenant, so that any tenant can be generated alone and in any order. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole,
    normal,
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    weighted: (list) => pickWeighted(list, next()),
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

function pickWeighted<T>(list: readonly Weighted<T>[], chance: number): T {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance * total;
  const found = list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1);
  if (!found) throw new Error('nothing to choose from');
  return found[0];
}

/** Reads a data file's short form, a word and its weight without a gap: `one60 two40`. */
export function readWeights(text: string): Weighted<string>[] {
  return text.split(' ').map((entry) => {
    const [, word = '', weight = ''] = /^(\D+)([\d.]+)$/.exec(entry) ?? [];
    return [word, Number(weight)] as const;
  });
}
