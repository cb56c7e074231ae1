import { addDays, daysBetween, isAdjusted } from '@zhixiao/domain';
import type { CivilDate, PartyOrgType, ReadinessDimension, RolloutState } from '@zhixiao/domain';
import type { Calendar } from './dates.js';
import { createRandom, hashText } from './random.js';
import type { Random } from './random.js';
import type { SchoolSeed, TenantPlan } from './seeds.js';
import { fill, WORDS } from './words.js';

/** One dated rollout entry as it will be recorded. */
export interface DemoRolloutEntry {
  readonly state: RolloutState;
  readonly readiness: readonly ReadinessDimension[];
  readonly on: CivilDate;
  readonly documentNo: string | null;
  readonly declared: boolean;
  readonly reason: string | null;
}

const MONTH = 30.44;
/** Months after the start by which this share of the schools is adjusted. */
const ADJUSTED_BY: readonly (readonly [months: number, share: number])[] = [
  [0, 0],
  [3, 0.06],
  [9, 0.34],
  [15, 0.55],
  [21, 0.74],
  [27, 0.86],
  [40, 0.97],
  [60, 1],
];
/** 党委 and 党总支 go first, branches follow, joint branches come last. */
const MONTHS_LATER: Readonly<Record<PartyOrgType, number>> = {
  COMMITTEE: -6,
  GENERAL_BRANCH: -4,
  BRANCH: 0.5,
  JOINT_BRANCH: 6,
};
const ALL: readonly ReadinessDimension[] = ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'];

function monthsToAdjust(random: Random): number {
  const share = random.next();
  const above = Math.max(
    1,
    ADJUSTED_BY.findIndex(([, by]) => by >= share),
  );
  const [[m0, s0], [m1, s1]] = [ADJUSTED_BY[above - 1], ADJUSTED_BY[above]] as [
    readonly [number, number],
    readonly [number, number],
  ];
  return m0 + ((share - s0) / (s1 - s0)) * (m1 - m0);
}

/** How a school's way ends up: its pace, and whether it strays from the main line. */
export interface RolloutCourse {
  /** may lie after the as-of day */
  readonly adjusted: CivilDate;
  readonly turn: 'DECLARED' | 'BACK' | 'DEFERRED' | 'SUSPENDED' | null;
}

export interface RolloutPace {
  readonly calendar: Calendar;
  /** a county begins some months before or after the others: N(0, 4) */
  readonly countyMonths: number;
}

/** Where a school's way leads; what has come by the as-of day is `entriesOf`. */
export function courseOf(random: Random, seed: SchoolSeed, { calendar, countyMonths }: RolloutPace): RolloutCourse {
  const turn = random.weighted([
    ['DECLARED', 3],
    ['BACK', 2],
    ['DEFERRED', 2],
    ['SUSPENDED', 0.6],
    [null, 92.4],
  ] as const);
  const drawn = monthsToAdjust(random) + MONTHS_LATER[seed.orgType] + countyMonths;
  const months = turn === 'DECLARED' ? -random.whole(1, 4) : Math.max(drawn, 2);
  const adjusted = addDays(calendar.rolloutSince, Math.round(months * MONTH));
  return { adjusted: comingSoon(seed, adjusted, calendar), turn };
}

/** How far ahead a school may be due to have come in the running month after all. */
const DAYS_AHEAD = 60;

/** More than half of those who are about to come came in the running month: on any day its figures differ from last month's. */
function comingSoon({ code }: SchoolSeed, adjusted: CivilDate, { asOf }: Calendar): CivilDate {
  const ahead = daysBetween(asOf, adjusted);
  const own = createRandom(hashText(`running month of ${code}`));
  if (ahead <= 0 || ahead > DAYS_AHEAD || !own.chance(0.6)) return adjusted;
  const first = `${asOf.slice(0, 8)}01`;
  return addDays(first, own.whole(0, daysBetween(first, asOf)));
}

/** The entries that the county has made by the as-of day, oldest first, each on a day of its own. */
export function entriesOf(
  random: Random,
  course: RolloutCourse,
  site: { plan: TenantPlan; calendar: Calendar; since: CivilDate },
): DemoRolloutEntry[] {
  const { plan, calendar, since } = site;
  const document = fill(
    WORDS.rolloutDocument,
    plan.shortName.slice(0, 1),
    course.adjusted.slice(0, 4),
    random.whole(1, 60),
  );
  const kept = new Map<CivilDate, DemoRolloutEntry>();
  for (const step of steps(random, course)) {
    const { days, state, readiness = [], reason = null } = step;
    const on = addDays(course.adjusted, Math.round(days));
    if (on < since || on > calendar.asOf) continue;
    // the counties came to the system when the rollout began
    const declared = isAdjusted(state) && on < calendar.rolloutSince;
    kept.set(on, { state, readiness, on, documentNo: state === 'ADJUSTED' ? document : null, declared, reason });
  }
  return [...kept.values()].sort((a, b) => daysBetween(b.on, a.on));
}

interface Step {
  /** from the day of the adjustment */
  readonly days: number;
  readonly state: RolloutState;
  readonly readiness?: readonly ReadinessDimension[];
  readonly reason?: string;
}

function steps(random: Random, { turn }: RolloutCourse): Step[] {
  const stay = (median: number): number => Math.max(3, random.lognormal(median, 0.5) * MONTH);
  const running: Step = { days: stay(4), state: 'RUNNING', readiness: ALL };
  const adjusted: Step = { days: 0, state: 'ADJUSTED', readiness: ALL };
  if (turn === 'DECLARED') return [{ ...adjusted, reason: WORDS.rolloutReasons.declared }, running];
  const ready = -stay(1);
  const organizing = ready - stay(2.5);
  const thinking = organizing - stay(2.5);
  const way: Step[] = [
    { days: thinking - stay(1.5), state: 'SURVEYED' },
    { days: thinking, state: 'PREPARING', readiness: ALL.slice(0, 1) },
    { days: organizing, state: 'PREPARING', readiness: ALL.slice(0, 2) },
    { days: ready, state: 'READY', readiness: ALL },
  ];
  if (turn === 'DEFERRED')
    return [
      ...way.slice(0, 3),
      { days: ready, state: 'DEFERRED', readiness: ALL.slice(0, 2), reason: WORDS.rolloutReasons.deferred },
    ];
  const back: Step = {
    days: ready * 0.6,
    state: 'PREPARING',
    readiness: ALL.slice(0, 2),
    reason: WORDS.rolloutReasons.back,
  };
  if (turn === 'BACK') return [...way, back, { ...way[3], days: ready * 0.2 } as Step, adjusted, running];
  const suspended: Step = {
    days: running.days + 60,
    state: 'SUSPENDED_BY_CHANGE',
    reason: WORDS.rolloutReasons.suspended,
  };
  return turn === 'SUSPENDED' ? [...way, adjusted, running, suspended] : [...way, adjusted, running];
}
