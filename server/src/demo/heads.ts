import { addDays } from '@zhixiao/domain';
import type { CivilDate, Post } from '@zhixiao/domain';
import { startBetween } from './dates.js';
import type { StartDay } from './dates.js';
import type { DemoPerson } from './people.js';
import { isCombinedWithoutDeparture, isLarge, seat } from './seats.js';
import type { SchoolSite, Seat } from './seats.js';

/** Of a seat's holders, 9 % leave in a year. */
const LEAVING_A_YEAR = 0.09;
/** How often one person holds both posts, by the kind of organisation. */
const COMBINED = { BRANCH: 0.78, JOINT_BRANCH: 0.5, GENERAL_BRANCH: 0.12, COMMITTEE: 0.05 } as const;

interface Head {
  /** a full party member */
  readonly isMember: boolean;
}

/** The seats of secretary and principal from the first day of the records to the as-of day. */
export function headSeats(site: SchoolSite): Seat[] {
  const { random, seed } = site;
  // drawn in any case: the others' chances are what they would be
  const isDrawn = random.chance(COMBINED[seed.orgType]);
  const isCombined = isDrawn || isCombinedWithoutDeparture(seed);
  const isMember = isCombined || random.chance(isLarge(seed) ? 0.92 : 0.45);
  const principals = chain(site, 'PRINCIPAL', { isMember });
  const secretaries = isCombined ? combinedSecretaries(site, principals) : chain(site, 'SECRETARY', { isMember: true });
  const seats = [...principals, ...withoutJointBranch(site, secretaries)];
  return vacate(site, seats);
}

/** The secretary of a joint branch often sits at another school. */
function withoutJointBranch({ seed, random }: SchoolSite, seats: Seat[]): Seat[] {
  return seed.orgType === 'JOINT_BRANCH' && random.chance(0.5) ? [] : seats;
}

/** Holders one after the other, without a gap. */
function chain(site: SchoolSite, post: Post, head: Head): Seat[] {
  const changes = changeDays(site);
  return changes.map((start, index) =>
    seat(newHead(site, start.on, head), post, {
      from: start.on,
      to: changes[index + 1]?.on ?? null,
      precision: start.precision,
      acting: index === changes.length - 1 && site.random.chance(0.02),
    }),
  );
}

function changeDays({ random, since, calendar, plan }: SchoolSite): StartDay[] {
  const years = Number(calendar.asOf.slice(0, 4)) - Number(since.slice(0, 4));
  const expected = years * LEAVING_A_YEAR * (plan.isDetailed ? 1 : 1.6);
  const count = (random.chance(expected % 1) ? 1 : 0) + Math.floor(expected);
  const later = Array.from({ length: count }, () => startBetween(random, addDays(since, 200), calendar.asOf));
  const days = new Map([{ on: since, precision: 'DAY' } as const, ...later].map((day) => [day.on, day]));
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Someone new, or a head who has just left another school of the tenant. */
function newHead(site: SchoolSite, on: CivilDate, { isMember }: Head): DemoPerson {
  const { random, leftHeads, since, people } = site;
  const moved = leftHeads.findIndex(
    (one) => one.on <= on && one.on >= addDays(on, -120) && (one.person.membership === 'FULL') === isMember,
  );
  if (on > since && moved >= 0 && random.chance(0.7)) return leftHeads.splice(moved, 1)[0]?.person as DemoPerson;
  return people.make({ isMember, maleShare: 0.68 });
}

/** 一肩挑: from the adjustment on, or all along, the principal is the secretary too. */
function combinedSecretaries(site: SchoolSite, principals: readonly Seat[]): Seat[] {
  const { random, since, adjustedOn } = site;
  const start = adjustedOn !== null && adjustedOn > since && random.chance(0.55) ? adjustedOn : since;
  const before =
    start > since ? [seat(newHead(site, since, { isMember: true }), 'SECRETARY', { from: since, to: start })] : [];
  const after = principals
    .filter((one) => one.to === null || one.to > start)
    .map((one) => seat(one.person, 'SECRETARY', { ...one, from: one.from > start ? one.from : start }));
  return [...before, ...after].map((one) => ({ ...one, post: 'SECRETARY' as const }));
}

/** A seat of secretary stands empty in 1.5 %, one of principal in 1 % of schools; who left early may lead elsewhere. */
function vacate(site: SchoolSite, seats: Seat[]): Seat[] {
  const { random, calendar, leftHeads } = site;
  for (const [post, share] of [
    ['SECRETARY', 0.015],
    ['PRINCIPAL', 0.01],
  ] as const) {
    const last = seats.find((one) => one.post === post && one.to === null);
    const left = addDays(calendar.asOf, -random.whole(10, 320));
    const leaves = random.chance(share) && !isCombinedWithoutDeparture(site.seed);
    if (last && leaves && left > last.from) last.to = left;
  }
  for (const person of new Set(seats.map((one) => one.person))) {
    const ends = seats.filter((one) => one.person === person).map((one) => one.to);
    if (ends.includes(null) || !random.chance(0.6)) continue;
    leftHeads.push({ person, on: ends.reduce((a, b) => (String(a) > String(b) ? a : b)) as CivilDate });
  }
  return seats;
}
