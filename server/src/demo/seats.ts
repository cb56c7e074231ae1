import type { CivilDate, CommitteePortfolio, DatePrecision, Post } from '@zhixiao/domain';
import type { Calendar } from './dates.js';
import type { DemoPerson, PersonMaker } from './people.js';
import type { Random } from './random.js';
import type { SchoolSeed, TenantPlan } from './seeds.js';
import { WORDS } from './words.js';

/** One appointment as it will be recorded; `to` is exclusive. */
export interface Seat {
  readonly person: DemoPerson;
  readonly post: Post;
  readonly from: CivilDate;
  to: CivilDate | null;
  readonly precision: DatePrecision;
  readonly fullTime: boolean | null;
  readonly acting: boolean;
  portfolio: CommitteePortfolio | null;
}

/** Heads who have left a school of the tenant and may lead another one (9 % a year move). */
export interface LeftHead {
  readonly person: DemoPerson;
  readonly on: CivilDate;
}

/** All that the generators of one school share. */
export interface SchoolSite {
  readonly random: Random;
  readonly seed: SchoolSeed;
  readonly schoolId: string;
  readonly plan: TenantPlan;
  readonly calendar: Calendar;
  /** the first day of the school's records */
  readonly since: CivilDate;
  readonly people: PersonMaker;
  readonly leftHeads: LeftHead[];
  /** since when the school works under the new system; null: not yet, or never */
  readonly adjustedOn: CivilDate | null;
  readonly hasCommittee: boolean;
}

/** What a seat has besides its holder, its post and its days. */
export type SeatOptions = Partial<Pick<Seat, 'to' | 'precision' | 'fullTime' | 'acting' | 'portfolio'>>;

/** A seat of a full-year post, with what is usual where nothing else is said. */
export function seat(person: DemoPerson, post: Post, days: { from: CivilDate } & SeatOptions): Seat {
  return { person, post, to: null, precision: 'DAY', fullTime: null, acting: false, portfolio: null, ...days };
}

/** 党委 and 党总支: the types whose heads are generally separate. */
export function isLarge(seed: SchoolSeed): boolean {
  return seed.orgType === 'COMMITTEE' || seed.orgType === 'GENERAL_BRANCH';
}

/** The one large school whose heads are one person without a word of it: on any day there is such a case to look at. */
export function isCombinedWithoutDeparture({ code }: SchoolSeed): boolean {
  return code === WORDS.combinedWithoutDeparture;
}
