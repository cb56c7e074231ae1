import { SINGLE_HOLDER_POSTS, addMonths, overlaps } from '@zhixiao/domain';
import type { CivilDate, DateRange, Post } from '@zhixiao/domain';

/** A post held by a person at a school from its first day to the day after its last. */
export type Seat = DateRange & {
  readonly id: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly personName: string;
  readonly post: Post;
  /** first day of the month that was recorded as its end; the seat may end within it, where a successor begins */
  readonly endMonth: CivilDate | null;
};

/** What is in the way of a seat: somebody else who holds it, or the same person who holds it already. */
export interface SeatConflict {
  readonly code: 'POST_ALREADY_HELD' | 'ALREADY_APPOINTED';
  readonly wanted: Seat;
  readonly held: Seat;
}

export interface Cut {
  readonly id: string;
  readonly schoolId: string;
  /** the day after the last one, now and before */
  readonly to: CivilDate;
  readonly was: CivilDate | null;
}

export interface SeatPlan<T extends Seat> {
  /** recorded seats whose month-precise end yields to a successor of that month, or no longer does */
  readonly cuts: readonly Cut[];
  /** the new seats, their own ends cut in the same way */
  readonly seats: readonly T[];
  readonly conflicts: readonly SeatConflict[];
}

/**
 * How new seats fit among those recorded. A month-precise end lasts to the month's last day, or to the day before the
 * successor's first one in that month: who was secretary till August and who is since August don't overlap. Where that
 * successor is gone or begins later, it lasts so much longer again. What still overlaps is a contradiction: two heads at
 * a time (STF-8), or the same post of one person twice.
 * @param held unsuperseded seats of the schools concerned, without those that the new ones take the place of
 */
export function planSeats<T extends Seat>(held: readonly Seat[], wanted: readonly T[]): SeatPlan<T> {
  const all = [...held, ...wanted];
  const seats = wanted.map((seat) => ({ ...seat, to: endAmong(seat, all) }));
  const cut = held.map((seat) => ({ ...seat, to: endAmong(seat, all) }));
  const cuts = cut.flatMap(({ id, schoolId, to }, i) => {
    const was = held[i]?.to ?? null;
    return to !== null && to !== was ? [{ id, schoolId, to, was }] : [];
  });
  const conflicts = seats.flatMap((seat, i) =>
    [...cut, ...seats.slice(0, i)].filter((other) => collide(seat, other)).map((other) => conflict(seat, other)),
  );
  return { cuts, seats, conflicts };
}

function endAmong(seat: Seat, others: readonly Seat[]): CivilDate | null {
  const { to, from, endMonth } = seat;
  if (endMonth === null) return to;
  const next = addMonths(endMonth, 1);
  const starts = others
    .filter((other) => other !== seat && excludes(seat, other) && other.from > from)
    .map((other) => other.from)
    .filter((start) => start >= endMonth && start < next);
  return starts.reduce((earliest, start) => (start < earliest ? start : earliest), next);
}

/** Can the two not stand at the same time? */
function excludes(a: Seat, b: Seat): boolean {
  if (a.schoolId !== b.schoolId || a.post !== b.post) return false;
  return a.personId === b.personId || (SINGLE_HOLDER_POSTS as readonly Post[]).includes(a.post);
}

function collide(a: Seat, b: Seat): boolean {
  return excludes(a, b) && overlaps(a, b);
}

function conflict(wanted: Seat, held: Seat): SeatConflict {
  const same = wanted.personId === held.personId;
  return { code: same ? 'ALREADY_APPOINTED' : 'POST_ALREADY_HELD', wanted, held };
}
