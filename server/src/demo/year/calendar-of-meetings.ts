import { addDays, addMonths } from '@zhixiao/domain';
import type { CivilDate, MeetingKind, PartyOrgType } from '@zhixiao/domain';
import type { Random } from '../random.js';
import { weekdayOf, workday } from './days.js';

/** How often a year the two meetings are held, by the kind of organisation. */
const A_YEAR: Readonly<Record<PartyOrgType, { readonly PARTY_ORG: number; readonly PRINCIPAL_OFFICE: number }>> = {
  COMMITTEE: { PARTY_ORG: 24, PRINCIPAL_OFFICE: 36 },
  GENERAL_BRANCH: { PARTY_ORG: 18, PRINCIPAL_OFFICE: 26 },
  BRANCH: { PARTY_ORG: 14, PRINCIPAL_OFFICE: 20 },
  JOINT_BRANCH: { PARTY_ORG: 14, PRINCIPAL_OFFICE: 20 },
};
/** In the holidays there are few. */
const HOLIDAYS: readonly string[] = ['01', '02', '07', '08'];
const HOLIDAY_SHARE = 0.3;
const MONTHS = 12;

/** Meetings that are records, or of all members: months of the year in which schools hold them. */
const OTHERS: readonly (readonly [MeetingKind, readonly string[]])[] = [
  ['MEMBERS_ASSEMBLY', ['03', '06', '09', '12']],
  ['SCHOOL_COUNCIL', ['05', '11']],
  ['DEMOCRATIC_LIFE', ['01']],
  ['INTEGRITY', ['04', '10']],
];

export interface MeetingDay {
  readonly kind: MeetingKind;
  readonly on: CivilDate;
}

/** The days of a year's meetings, in order: by the frequency of the organisation, few in the holidays. */
export function meetingDays(
  random: Random,
  { orgType, since, today }: { readonly orgType: PartyOrgType; readonly since: CivilDate; readonly today: CivilDate },
): MeetingDay[] {
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(since, i));
  const weights = months.map((month) => (HOLIDAYS.includes(month.slice(5, 7)) ? HOLIDAY_SHARE : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const days: MeetingDay[] = [];
  for (const kind of ['PARTY_ORG', 'PRINCIPAL_OFFICE'] as const) {
    let due = random.next();
    months.forEach((month, i) => {
      due += (A_YEAR[orgType][kind] * (weights[i] ?? 0)) / total;
      const count = Math.floor(due);
      due -= count;
      for (let n = 0; n < count; n += 1) days.push({ kind, on: dayIn(random, month, { n, count }) });
    });
  }
  for (const [kind, held] of OTHERS) {
    for (const month of months)
      if (held.includes(month.slice(5, 7))) days.push({ kind, on: workday(addDays(month, random.whole(6, 24))) });
  }
  const past = days.filter(({ on }) => on > since && on < addDays(today, -1));
  const known = new Set<string>();
  return past
    .filter(({ kind, on }) => !known.has(kind + on) && known.add(kind + on))
    .sort((a, b) => (a.on + a.kind < b.on + b.kind ? -1 : 1));
}

/** Spread over the month that begins on that day, on a working day. */
function dayIn(
  random: Random,
  month: CivilDate,
  { n, count }: { readonly n: number; readonly count: number },
): CivilDate {
  const width = Math.floor(28 / count);
  const day = workday(addDays(month, n * width + random.whole(1, Math.max(1, width - 2))));
  return weekdayOf(day) === 0 ? addDays(day, 1) : day;
}
