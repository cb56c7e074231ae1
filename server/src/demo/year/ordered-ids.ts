import { createRandom, hashText } from '../random.js';

/** Makes the id of something that came about at an instant (ISO text). */
export type IdMaker = (instant: string) => string;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * Ids in the order of time, as the application makes them (UUIDv7), so that lists show what was done in its order; but of the
 * seed alone, not of chance: the same acts give the same ids.
 */
export function createIdMaker(seed: string): IdMaker {
  const place = hashText(seed);
  const random = createRandom(place);
  let serial = 0;
  return (instant) => {
    serial += 1;
    const time = hex(Date.parse(instant), 12);
    const variant = hex(0x8000 + random.whole(0, 0x3fff), 4);
    const counter = `7${hex(serial & 0xfff, 3)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}-${hex(place, 8)}${hex(serial >>> 12, 4)}`;
  };
}
