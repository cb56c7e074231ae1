import { committeeSizeRange, lastTermDay, suitableTypes, termEndOf } from './organization.js';
import type { TeamFacts } from './staffing-facts.js';
import { committeeMembers, hasOwnCommittee, type TeamOnDay } from './team-on-day.js';
import { broken, NO_RECORD, NOT_APPLICABLE, PASS, type Verdict } from './verdict.js';

/** STF-10 党规：委员人数与党组织类型相适应。 A recommendation: the superior organisation decides. */
export function committeeSize(day: TeamOnDay): Verdict {
  const { orgType } = day.team;
  if (orgType === null || !hasOwnCommittee(day.team)) return NOT_APPLICABLE;
  const range = committeeSizeRange(orgType);
  if (range === null) return NOT_APPLICABLE;
  const n = committeeMembers(day.seats).length;
  return n >= range.min && n <= range.max ? PASS : broken({ orgType, n, ...range });
}

/** STF-11 党规：任期届满应按期换届；报批延期的，延期一般不超过1年。 */
export function termInForce(day: TeamOnDay): Verdict {
  const state = termStateOn(day.team, day.on);
  if (state === null) return NOT_APPLICABLE;
  if (state === 'UNKNOWN') return NO_RECORD;
  return state.inForce ? PASS : broken({ termEnd: state.termEnd, lastDay: state.lastDay });
}

/** Whether the committee's term still runs (or its extension does); null without an organisation. */
export function termStateOn(
  team: Pick<TeamFacts, 'orgType' | 'committeeTerm' | 'termExtendedUntil'>,
  on: string,
): { readonly inForce: boolean; readonly termEnd: string; readonly lastDay: string } | 'UNKNOWN' | null {
  if (team.orgType === null) return null;
  const dates = { termStart: team.committeeTerm?.start ?? null, termEnd: team.committeeTerm?.end ?? null };
  const termEnd = termEndOf(team.orgType, dates);
  const lastDay = lastTermDay(team.orgType, { ...dates, termExtendedUntil: team.termExtendedUntil });
  if (termEnd === null || lastDay === null) return 'UNKNOWN';
  return { inForce: on <= lastDay, termEnd, lastDay };
}

/** STF-12 党规：党组织类型与党员人数相适应。 A recommendation: numbers slightly off can be approved. */
export function typeFitsMembers(day: TeamOnDay): Verdict {
  const { orgType, members, fullMembers } = day.team;
  if (orgType === null) return NOT_APPLICABLE;
  if (members === null) return NO_RECORD;
  const suitable = suitableTypes(members, fullMembers ?? members);
  return suitable.includes(orgType) ? PASS : broken({ orgType, n: members, suitable: [...suitable] });
}
