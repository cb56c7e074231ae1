import { addDays, addMonths, scopeOf } from '@zhixiao/domain';
import type { SchoolFacts, SchoolStage, StandingSettings } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import type { Calendar } from './dates.js';
import { tenureEnd } from './dates.js';
import { departuresOf } from './departures.js';
import type { DemoDeparture } from './departures.js';
import { documentNo, hasCommittee, subBranchesOf, versionsOf } from './organization.js';
import type { OrganizationVersion } from './organization.js';
import type { PersonMaker } from './people.js';
import type { Random } from './random.js';
import { courseOf, entriesOf } from './rollout.js';
import type { DemoRolloutEntry } from './rollout.js';
import type { LeftHead, SchoolSite, Seat } from './seats.js';
import type { SchoolSeed, TenantPlan } from './seeds.js';
import { isShowcase, showcaseSeats } from './showcase.js';
import { teamSeats } from './team.js';
import { fill, WORDS } from './words.js';

/** The settings of a tenant that has none of its own; generated standing is made with them. */
export const DEMO_SETTINGS: StandingSettings = { vacancyDays: 90, countBranchWithoutCommittee: false };

/** A seat with the papers that an appointment comes with. */
export interface RecordedSeat extends Seat {
  readonly id: string;
  readonly tenureEnd: string | null;
  readonly probationUntil: string | null;
  readonly documentNo: string | null;
  readonly authority: string | null;
}

/** All that was generated of one school, before it becomes rows. */
export interface DemoSchool {
  readonly id: string;
  readonly seed: SchoolSeed;
  readonly openedOn: string;
  readonly size: { classes: number; students: number; staff: number };
  readonly organizations: readonly OrganizationVersion[];
  readonly subBranches: readonly OrganizationVersion[];
  readonly seats: readonly RecordedSeat[];
  readonly departures: readonly DemoDeparture[];
  readonly rollout: readonly DemoRolloutEntry[];
}

/** What the schools of one tenant share while they are generated. */
export interface TenantSite {
  readonly random: Random;
  readonly plan: TenantPlan;
  readonly calendar: Calendar;
  readonly people: PersonMaker;
  readonly leftHeads: LeftHead[];
  readonly countyMonths: number;
}

/** One school with its organisation, people and history. */
export function generateSchool(tenant: TenantSite, seed: SchoolSeed): DemoSchool {
  const { random, plan, calendar } = tenant;
  const id = derivedId(seed.tenantId, seed.code, 'school');
  const openedOn = openingOf(tenant, seed);
  const organizations = versionsOf(random, seed, { plan, calendar, since: openedOn });
  const subBranches = plan.isDetailed ? subBranchesOf(random, seed, { plan, calendar, since: openedOn }) : [];
  const base = { id, seed, openedOn, size: sizeOf(random, seed.stage), organizations, subBranches };
  if (!plan.isStaffed) return { ...base, seats: [], departures: [], rollout: [] };
  const course = inRollout(seed) ? courseOf(random, seed, tenant) : null;
  const adjustedOn = course && course.turn !== 'DEFERRED' && course.adjusted <= calendar.asOf ? course.adjusted : null;
  const site: SchoolSite = {
    ...tenant,
    seed,
    schoolId: id,
    since: openedOn,
    adjustedOn,
    hasCommittee: hasCommittee(seed) === true,
  };
  const seats = (isShowcase(seed) ? showcaseSeats(site) : teamSeats(site)).map((one, index) =>
    recorded(site, one, index),
  );
  for (const { person } of seats) if (!person.schoolIds.includes(id)) person.schoolIds.push(id);
  const rollout = course ? entriesOf(random, course, { plan, calendar, since: openedOn }) : [];
  return { ...base, seats, departures: departuresOf(site, seats), rollout };
}

/** A school that waits for its roster is old, so that nothing in the roster precedes it; 3 % of the others are new. */
function openingOf({ random, plan, calendar }: TenantSite, seed: SchoolSeed): string {
  if (!plan.isStaffed) return `${calendar.year - 30}-09-01`;
  return random.chance(0.03) && seed.members < 30
    ? `${calendar.year - random.whole(2, 4)}-09-01`
    : calendar.recordsSince;
}

/** Whom the county leads through the rollout: what the Opinion applies to, and kindergartens by reference. */
function inRollout(seed: SchoolSeed): boolean {
  const scope = scopeOf({ ...seed, hasCommittee: hasCommittee(seed) }, DEMO_SETTINGS);
  return scope === 'IN_SCOPE' || scope === 'BY_REFERENCE';
}

function recorded({ random, plan, calendar, seed, since }: SchoolSite, one: Seat, index: number): RecordedSeat {
  const isOffice = one.post !== 'COMMITTEE_MEMBER' && one.post !== 'MIDDLE_MANAGER';
  const isNew = one.from > since;
  const papers = isNew && random.chance(0.85);
  return {
    ...one,
    id: derivedId(seed.tenantId, seed.code, 'appointment', index),
    tenureEnd: isOffice && one.to === null ? tenureEnd(random, one.from, calendar.asOf) : null,
    probationUntil:
      isNew && isOffice && !one.acting && random.chance(0.3) ? addDays(addMonths(one.from, 12), -1) : null,
    documentNo: papers || one.acting ? documentNo(random, plan, one.from) : null,
    authority: papers ? fill(WORDS.superior, plan.name) : null,
  };
}

const SIZES: Readonly<Record<SchoolStage, readonly [classes: number, pupils: number]>> = {
  KINDERGARTEN: [9, 28],
  PRIMARY: [14, 38],
  JUNIOR: [21, 46],
  NINE_YEAR: [24, 42],
  COMPLETE_SECONDARY: [40, 49],
  SENIOR: [45, 51],
  TWELVE_YEAR: [54, 44],
  SECONDARY_VOCATIONAL: [38, 44],
  SPECIAL: [9, 12],
};

function sizeOf(random: Random, stage: SchoolStage): DemoSchool['size'] {
  const [median, pupils] = SIZES[stage];
  const classes = Math.max(3, Math.round(random.lognormal(median, 0.4)));
  return {
    classes,
    students: classes * (pupils + random.whole(-5, 5)),
    staff: Math.round(classes * 2.6) + random.whole(2, 6),
  };
}

/** The school's dated facts as the domain takes them, so that standing comes from the one pure function. */
export function factsOf(school: DemoSchool): SchoolFacts & { code: string; version: number } {
  const { seed, openedOn, size } = school;
  const { code, name, stage, ownership, legalPerson, assumed } = seed;
  return {
    schoolId: school.id,
    code,
    version: 1,
    openedOn,
    closedOn: null,
    attributes: [{ from: openedOn, to: null, code, name, stage, ownership, legalPerson, assumed, town: null, ...size }],
    organizations: school.organizations.map((one) => ({ ...one, orgId: one.organizationId, orgName: one.name })),
    seats: school.seats.map((one) => ({
      ...one,
      personId: one.person.id,
      personName: one.person.name,
      membership: one.person.membership,
      partyFullOn: one.person.fullOn,
    })),
    departures: school.departures,
    rollout: school.rollout.map((entry) => ({ ...entry, effectiveOn: entry.on })),
  };
}
