import { addMonths, maxDate } from '@zhixiao/domain';
import type { CommitteePortfolio } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import { seat } from './seats.js';
import type { SchoolSite, Seat } from './seats.js';
import type { SchoolSeed } from './seeds.js';
import { WORDS } from './words.js';

/** The schools where each school-level demonstration account has a person of its own. */
const SHOWCASES: readonly string[] = WORDS.showcases;

/** Is this the school of the demonstration accounts? */
export function isShowcase(seed: SchoolSeed): boolean {
  return SHOWCASES.includes(seed.code);
}

/** The account names of school-level people and the person that each belongs to. */
export const SHOWCASE_PEOPLE = ['secretary', 'principal', 'deputy', 'member', 'team'] as const;
export type ShowcasePerson = (typeof SHOWCASE_PEOPLE)[number];

const OTHER_PORTFOLIOS: readonly CommitteePortfolio[] = ['PUBLICITY', 'DISCIPLINE', 'UNITED_FRONT'];

/**
 * A team in which everyone whom the Opinion names is a different person: secretary and principal separate, the principal
 * deputy secretary too, a full-time deputy, a committee member without office, a vice-principal outside the committee.
 */
export function showcaseSeats(site: SchoolSite): Seat[] {
  const { people, since, calendar, adjustedOn } = site;
  const start = `${calendar.year - 3}-09-01`;
  const from = maxDate(since, start);
  const party = maxDate(from, adjustedOn ?? from);
  const [secretary, principal, deputy, member, vice] = Array.from({ length: 5 }, () => people.make({ isMember: true }));
  const outside = people.make({ isMember: false });
  if (!secretary || !principal || !deputy || !member || !vice) return [];
  const before = people.make({ isMember: true });
  const seats = [
    seat(before, 'PRINCIPAL', { from: since, to: from }),
    seat(secretary, 'SECRETARY', { from: since }),
    seat(principal, 'PRINCIPAL', { from }),
    seat(principal, 'DEPUTY_SECRETARY', { from: party, fullTime: false }),
    seat(deputy, 'DEPUTY_SECRETARY', { from: party, fullTime: true }),
    seat(member, 'COMMITTEE_MEMBER', { from: party, portfolio: 'ORGANIZATION' }),
    seat(vice, 'VICE_PRINCIPAL', { from: addMonths(from, 2) }),
    seat(vice, 'COMMITTEE_MEMBER', { from: party, portfolio: 'YOUTH' }),
    seat(outside, 'VICE_PRINCIPAL', { from: addMonths(from, 5) }),
  ];
  const filling = OTHER_PORTFOLIOS.map((portfolio) =>
    seat(people.make({ isMember: true, maleShare: 0.45 }), 'COMMITTEE_MEMBER', { from: party, portfolio }),
  );
  return [...seats, ...filling].filter((one) => one.to === null || one.to > one.from);
}

/** Who of a showcase team is behind which account. */
export function showcasePeople(seats: readonly Seat[]): Record<ShowcasePerson, string> {
  const holder = (post: Seat['post'], fits: (one: Seat) => boolean = () => true): string => {
    const found = seats.find((one) => one.to === null && one.post === post && fits(one));
    if (!found) throw new Error(`the showcase school has no ${post}`);
    return found.person.id;
  };
  return {
    secretary: holder('SECRETARY'),
    principal: holder('PRINCIPAL'),
    deputy: holder('DEPUTY_SECRETARY', (one) => one.fullTime === true),
    member: holder('COMMITTEE_MEMBER'),
    team: holder('VICE_PRINCIPAL', (one) => one.person.membership !== 'FULL'),
  };
}

/** The id of an account of the demonstration. */
export function accountId(username: string): string {
  return derivedId('account', username);
}
