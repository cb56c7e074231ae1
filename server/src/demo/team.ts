import { addDays, addMonths, maxDate } from '@zhixiao/domain';
import type { CivilDate, CommitteePortfolio } from '@zhixiao/domain';
import { startBetween } from './dates.js';
import type { DemoPerson } from './people.js';
import { headSeats } from './heads.js';
import { createRandom, hashText } from './random.js';
import { isLarge, seat } from './seats.js';
import type { SchoolSite, Seat } from './seats.js';

const PORTFOLIOS: readonly CommitteePortfolio[] = ['ORGANIZATION', 'PUBLICITY', 'DISCIPLINE', 'UNITED_FRONT', 'YOUTH'];
/** 党组织班子: how many people sit on the committee. */
const COMMITTEE_SIZES = { COMMITTEE: [7, 9], GENERAL_BRANCH: [5, 7], BRANCH: [3, 5], JOINT_BRANCH: [0, 0] } as const;
const VICE_HEADS = { COMMITTEE: [3, 4], GENERAL_BRANCH: [2, 2], BRANCH: [1, 2], JOINT_BRANCH: [0, 1] } as const;

/** Every seat of the school, past and present, as counties fill them (意见（十二）). */
export function teamSeats(site: SchoolSite): Seat[] {
  const heads = headSeats(site);
  const deputies = [...memberPrincipal(site, heads), ...fullTimeDeputy(site, heads)];
  const vices = viceHeads(site);
  const committee = committeeMembers(site, [...heads, ...deputies], vices);
  return [...heads, ...deputies, ...vices, ...committee, ...others(site)];
}

/** 党委, 党总支: a principal who is a member is deputy secretary too in 86 % (应当: the rest is a finding). */
function memberPrincipal(site: SchoolSite, heads: readonly Seat[]): Seat[] {
  if (!isLarge(site.seed) || !site.random.chance(0.86)) return [];
  const current = heads.find((one) => one.post === 'PRINCIPAL' && one.to === null);
  if (!current || current.person.membership !== 'FULL') return [];
  if (heads.some((one) => one.post === 'SECRETARY' && one.person === current.person)) return [];
  const from = maxDate(current.from, site.adjustedOn ?? current.from);
  return [seat(current.person, 'DEPUTY_SECRETARY', { from, fullTime: false })];
}

/** 专职副书记: there in 66 % of the branch schools whose heads are one person. */
function fullTimeDeputy(site: SchoolSite, heads: readonly Seat[]): Seat[] {
  const { random, seed, since, calendar } = site;
  const isCombined = combinedSince(heads) !== null;
  const share =
    seed.orgType === 'COMMITTEE' ? 0.6 : seed.orgType === 'GENERAL_BRANCH' ? 0.35 : isCombined ? 0.66 : 0.12;
  if (seed.orgType === 'JOINT_BRANCH') return [];
  if (!random.chance(share)) return formerDeputy(site, heads);
  const start = startBetween(random, maxDate(since, site.adjustedOn ?? addMonths(calendar.asOf, -40)), calendar.asOf);
  const fullTime = random.chance(0.95);
  const days = { from: start.on, precision: start.precision, fullTime };
  const deputy = seat(site.people.make({ isMember: true }), 'DEPUTY_SECRETARY', days);
  // with other duties beside it is no 专职副书记: that one left as well
  return fullTime ? [deputy] : [deputy, ...formerDeputy(site, heads)];
}

/** Since when one person, this one or another before, has held both posts; null: nobody does. */
function combinedSince(heads: readonly Seat[]): CivilDate | null {
  const both = heads.filter(
    ({ post, person }) =>
      post === 'SECRETARY' && heads.some((other) => other.post === 'PRINCIPAL' && other.person === person),
  );
  const isCombined = both.some(
    ({ person, to }) => to === null && heads.every((one) => one.to !== null || one.person === person),
  );
  const [first] = both.map(({ from }) => from).sort();
  return isCombined ? (first ?? null) : null;
}

/** So long after one person took both posts the county may not have approved that of a 专职副书记 yet. */
const MONTHS_TO_APPROVE = 15;

/** Where a branch school lacks its 专职副书记: the last one left some months ago, unless there has hardly been time for one. */
function formerDeputy(site: SchoolSite, heads: readonly Seat[]): Seat[] {
  const { seed, calendar, people } = site;
  const since = combinedSince(heads);
  if (seed.orgType !== 'BRANCH' || since === null || since >= addMonths(calendar.asOf, -MONTHS_TO_APPROVE)) return [];
  const own = createRandom(hashText(`last deputy of ${seed.code}`));
  const to = addDays(calendar.asOf, -own.whole(12, 330));
  const { on: from, precision } = startBetween(own, since, addMonths(to, -3));
  const days = { from, to, precision, fullTime: true };
  return [seat(people.make({ isMember: true }), 'DEPUTY_SECRETARY', days)];
}

function viceHeads(site: SchoolSite): Seat[] {
  const { random, seed } = site;
  const [low, high] = VICE_HEADS[seed.orgType];
  const count = seed.ownership === 'PRIVATE' || seed.members < 5 ? low : random.whole(low, high);
  return Array.from({ length: count }).flatMap(() => withPredecessor(site, { isMember: random.chance(0.8) }));
}

/** A vice-principal; before him, in a third of the cases, another one. */
function withPredecessor(site: SchoolSite, { isMember }: { isMember: boolean }): Seat[] {
  const { random, since, calendar, people } = site;
  const start = startBetween(random, since, calendar.asOf);
  const now = seat(people.make({ isMember }), 'VICE_PRINCIPAL', { from: start.on, precision: start.precision });
  if (start.on <= addMonths(since, 6) || !random.chance(0.35)) return [now];
  const before = startBetween(random, since, addMonths(start.on, -4));
  if (before.on >= start.on) return [now];
  return [
    seat(people.make({ isMember: true }), 'VICE_PRINCIPAL', {
      from: before.on,
      to: start.on,
      precision: before.precision,
    }),
    now,
  ];
}

/** Vice-heads who are members sit on the committee in 80 %; other members fill it, 6 % of the seats stay empty. */
function committeeMembers(site: SchoolSite, party: readonly Seat[], vices: readonly Seat[]): Seat[] {
  const { random, seed, since, calendar, people, hasCommittee } = site;
  if (!hasCommittee) return [];
  const [low, high] = COMMITTEE_SIZES[seed.orgType];
  const present = party.filter((one) => one.to === null && one.post !== 'PRINCIPAL').map((one) => one.person.id);
  const wanted = random.whole(low, high) - new Set(present).size;
  const entering = vices.filter((one) => one.to === null && one.person.membership === 'FULL' && random.chance(0.8));
  const filling = Array.from({ length: Math.max(0, wanted - entering.length) }).filter(() => !random.chance(0.06));
  const election = startBetween(random, maxDate(since, addMonths(calendar.asOf, -36)), calendar.asOf);
  const members: [DemoPerson, CivilDate][] = [
    ...entering.map((one): [DemoPerson, CivilDate] => [one.person, maxDate(one.from, election.on)]),
    ...filling.map((): [DemoPerson, CivilDate] => [people.make({ isMember: true, maleShare: 0.45 }), election.on]),
  ];
  return members.map(([person, from], index) =>
    seat(person, 'COMMITTEE_MEMBER', { from, precision: election.precision, portfolio: PORTFOLIOS[index] ?? null }),
  );
}

/** Posts beside the Opinion's own, as rosters list them too. */
function others(site: SchoolSite): Seat[] {
  const { random, since, calendar, people, plan, seed } = site;
  if (!plan.isDetailed) return [];
  const seats: Seat[] = [];
  const add = (post: Seat['post'], isMember: boolean): void => {
    const { on, precision } = startBetween(random, since, calendar.asOf);
    seats.push(seat(people.make({ isMember, maleShare: 0.5 }), post, { from: on, precision }));
  };
  if (random.chance(0.3)) add('UNION_CHAIR', random.chance(0.8));
  if (isLarge(seed) && random.chance(0.25)) add('ASSISTANT_PRINCIPAL', true);
  if (random.chance(0.2)) add('MIDDLE_MANAGER', random.chance(0.6));
  return seats;
}
