import { addMonths, isAdjusted, standingAt, standingPeriods } from '@zhixiao/domain';
import type { CivilDate, StandingPeriod } from '@zhixiao/domain';
import { hashText } from '../random.js';
import { DEMO_SETTINGS, factsOf } from '../school.js';
import type { DemoSchool } from '../school.js';
import { isShowcase } from '../showcase.js';

const FIRST_CITY = 522600;
/** Of each tenant of the first city a large school and a branch; of every other one something rarer. */
type Wanted = 'LARGE' | 'BRANCH' | 'KINDERGARTEN' | 'SMALL' | 'COMMITTEE' | 'COMBINED';
const THIRD: readonly Wanted[] = ['KINDERGARTEN', 'SMALL', 'COMMITTEE', 'COMBINED'];

/** A school whose year of meetings is made, and its number among all of them. */
export interface ChosenSchool {
  readonly school: DemoSchool;
  readonly ordinal: number;
}

/**
 * The schools of a tenant with a year of meetings: forty in the first city, in all its counties and of every kind of
 * organisation, and of the second city the school of its accounts. The same whatever other tenants there are.
 */
export function chooseSchools(tenantId: number, schools: readonly DemoSchool[], today: CivilDate): ChosenSchool[] {
  const isFirst = tenantId >= FIRST_CITY && tenantId < FIRST_CITY + 100;
  if (!isFirst)
    return schools.filter(({ seed }) => isShowcase(seed)).map((school) => ({ school, ordinal: LAST_ORDINAL }));
  const able = schools
    .filter((school) => school.openedOn < addMonths(today, -13) && school.seats.length > 0)
    .map((school) => ({ school, now: standingOf(school, today) }))
    .filter(({ school, now }) => now !== null && canMeet(school, now))
    .sort((a, b) => lot(a.school) - lot(b.school));
  const taken: DemoSchool[] = able.filter(({ school }) => isShowcase(school.seed)).map(({ school }) => school);
  const index = Math.max(tenantId - FIRST_CITY - 20, tenantId - FIRST_CITY < 2 ? tenantId - FIRST_CITY : 0);
  const wanted: Wanted[] = [
    'LARGE',
    'BRANCH',
    ...(tenantId % 2 === 0 ? [THIRD[(index / 2) % THIRD.length] ?? 'BRANCH'] : []),
  ];
  for (const kind of wanted.slice(taken.length)) {
    const free = able.filter(({ school }) => !taken.includes(school));
    const next =
      free.find(({ now }) => now !== null && fits(now, kind)) ??
      free.find(({ now }) => now !== null && fits(now, 'BRANCH'));
    if (next) taken.push(next.school);
  }
  return taken.map((school, slot) => ({ school, ordinal: index * 3 + slot }));
}

/** The school of the second city's accounts comes after all others. */
export const LAST_ORDINAL = 48;

function standingOf(school: DemoSchool, on: CivilDate): StandingPeriod | null {
  return standingAt(standingPeriods(factsOf(school), DEMO_SETTINGS), on);
}

/** Both heads in office, and adjusted where that is asked of it. */
function canMeet(school: DemoSchool, now: StandingPeriod): boolean {
  const hasHeads = now.secretaryId !== null && now.principalId !== null;
  if (isShowcase(school.seed)) return true;
  return hasHeads && (isAdjusted(now.rolloutState) || now.scope === 'STRONGHOLD_ONLY');
}

function fits(now: StandingPeriod, wanted: Wanted): boolean {
  const { orgType, scope, hasCommittee, combined } = now;
  if (wanted === 'KINDERGARTEN') return scope === 'BY_REFERENCE' && hasCommittee !== false;
  if (wanted === 'SMALL') return hasCommittee === false && scope === 'STRONGHOLD_ONLY';
  if (scope !== 'IN_SCOPE') return false;
  if (wanted === 'COMMITTEE') return orgType === 'COMMITTEE';
  if (wanted === 'COMBINED') return orgType === 'BRANCH' && combined === true;
  return wanted === 'LARGE' ? orgType !== 'BRANCH' && orgType !== null : orgType === 'BRANCH';
}

/** Which of those that fit is taken: by lot, the same every time. */
function lot({ seed }: DemoSchool): number {
  return hashText(`a year of ${seed.code}`);
}
