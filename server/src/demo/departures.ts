import { addDays, addMonths } from '@zhixiao/domain';
import type { CivilDate, StaffingCheckId } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import { isCombinedWithoutDeparture, isLarge } from './seats.js';
import type { SchoolSite, Seat } from './seats.js';
import { fill, WORDS } from './words.js';

/** 特殊情况备案 as it will be recorded. */
export interface DemoDeparture {
  readonly id: string;
  readonly checkId: StaffingCheckId;
  readonly personId: string | null;
  readonly reason: string;
  readonly status: 'PENDING' | 'APPROVED' | 'WITHDRAWN';
  readonly requestedOn: CivilDate;
  readonly approvedOn: CivilDate | null;
  readonly approver: string | null;
  readonly reviewOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnReason: string | null;
}

/** What a school departs from: of what is not kept, most is approved, some waits, some is past its review, some was never said. */
export function departuresOf(site: SchoolSite, seats: readonly Seat[]): DemoDeparture[] {
  if (isCombinedWithoutDeparture(site.seed)) return [];
  return departed(site, seats).flatMap(([checkId, personId], index) => {
    const fate = site.random.weighted([
      ['APPROVED', 50],
      ['PAST_REVIEW', 12],
      ['PENDING', 16],
      ['WITHDRAWN', 2],
      [null, 20],
    ] as const);
    return fate === null ? [] : [departure(site, { checkId, personId, index }, fate)];
  });
}

type Departed = readonly [checkId: keyof typeof WORDS.departureReasons, personId: string | null];

/** Which 一般 of the Opinion (十二) the present team does not keep. */
function departed({ seed, hasCommittee }: SchoolSite, seats: readonly Seat[]): Departed[] {
  const now = seats.filter((one) => one.to === null);
  const holder = (post: string): string | undefined => now.find((one) => one.post === post)?.person.id;
  const [secretary, principal] = [holder('SECRETARY'), holder('PRINCIPAL')];
  const list: Departed[] = [];
  if (secretary && principal && isLarge(seed) && secretary === principal) list.push(['STF-1', null]);
  if (secretary && principal && seed.orgType === 'BRANCH' && secretary !== principal) list.push(['STF-4', null]);
  const committee = new Set(
    now.filter((one) => one.post.endsWith('SECRETARY') || one.post === 'COMMITTEE_MEMBER').map((one) => one.person.id),
  );
  const outside = now.find(
    (one) => one.post === 'VICE_PRINCIPAL' && one.person.membership === 'FULL' && !committee.has(one.person.id),
  );
  if (outside && hasCommittee) list.push(['STF-6', outside.person.id]);
  return list;
}

interface Subject {
  readonly checkId: Departed[0];
  readonly personId: string | null;
  readonly index: number;
}
type Fate = 'APPROVED' | 'PAST_REVIEW' | 'PENDING' | 'WITHDRAWN';

function departure(site: SchoolSite, { checkId, personId, index }: Subject, fate: Fate): DemoDeparture {
  const { random, calendar, seed, plan } = site;
  const { asOf } = calendar;
  const base = {
    id: derivedId(seed.tenantId, seed.code, 'departure', index),
    checkId,
    personId,
    reason: random.pick(WORDS.departureReasons[checkId]),
    approvedOn: null,
    approver: null,
    reviewOn: null,
    withdrawnOn: null,
    withdrawnReason: null,
  };
  if (fate === 'PENDING') return { ...base, status: 'PENDING', requestedOn: addDays(asOf, -random.whole(3, 45)) };
  const approvedOn = addDays(asOf, fate === 'PAST_REVIEW' ? -random.whole(380, 500) : -random.whole(20, 300));
  const approved = {
    requestedOn: addDays(approvedOn, -random.whole(5, 30)),
    approvedOn,
    approver: fill(WORDS.educationBureau, plan.name),
    reviewOn: addMonths(approvedOn, 12),
  };
  if (fate !== 'WITHDRAWN') return { ...base, ...approved, status: 'APPROVED' };
  const withdrawnOn = addDays(approvedOn, 10);
  return { ...base, ...approved, status: 'WITHDRAWN', withdrawnOn, withdrawnReason: WORDS.withdrawnReason };
}
