import { departureOutcome } from './departure.js';
import type { SeatFacts } from './staffing-facts.js';
import {
  fullTimeDeputies,
  holdsOneOf,
  isCommitteeOrGeneralBranch,
  membershipOn,
  type TeamOnDay,
} from './team-on-day.js';
import { broken, NO_RECORD, NOT_APPLICABLE, PASS, type Verdict } from './verdict.js';
import { ADMIN_LEADERSHIP_POSTS, type Post } from './vocabulary.js';

/** STF-1 意见（十二）：党委、党总支学校书记、校长一般应当分设。 */
export function separateHeads(day: TeamOnDay): Verdict {
  if (!isCommitteeOrGeneralBranch(day.team) || day.secretary === null || day.principal === null) return NOT_APPLICABLE;
  if (!day.combined) return PASS;
  return broken({ name: day.secretary.personName }, [day.secretary]);
}

/**
 * STF-2 意见（十二）：党组织书记一般不兼任行政领导职务。
 * Where one person rightly holds both seats (an approved departure from STF-1), asking this again would say nothing new.
 */
export function secretaryWithoutAdminPost(day: TeamOnDay): Verdict {
  const { secretary } = day;
  if (!isCommitteeOrGeneralBranch(day.team) || secretary === null) return NOT_APPLICABLE;
  if (day.combined && isDepartureApproved(day, secretary)) return NOT_APPLICABLE;
  const posts = ADMIN_LEADERSHIP_POSTS.filter((post) => holdsOneOf(day.seats, secretary.personId, [post]));
  return posts.length === 0 ? PASS : broken({ name: secretary.personName, posts }, [secretary]);
}

function isDepartureApproved(day: TeamOnDay, secretary: SeatFacts): boolean {
  const query = { checkId: 'STF-1', personIds: [secretary.personId], on: day.on } as const;
  return departureOutcome(day.team.departures, query) === 'DEPARTURE_APPROVED';
}

/**
 * STF-3 意见（十二）：党委、党总支学校，校长是中共党员的应当同时担任党组织副书记。
 * A probationary member can't yet sit on the committee, so until 转正 it is only a reminder.
 */
export function memberPrincipalIsDeputy(day: TeamOnDay): Verdict {
  const { principal } = day;
  if (!isCommitteeOrGeneralBranch(day.team) || principal === null || day.combined) return NOT_APPLICABLE;
  const membership = membershipOn(principal, day.on);
  if (membership === 'UNKNOWN') return NO_RECORD;
  if (membership !== 'FULL' && membership !== 'PROBATIONARY') return NOT_APPLICABLE;
  if (holdsOneOf(day.seats, principal.personId, ['DEPUTY_SECRETARY'])) return PASS;
  const params = { name: principal.personName, membership };
  if (membership === 'FULL') return broken(params, [principal]);
  return { kind: 'BROKEN', severity: 'ADVISORY', params, concerned: [principal] };
}

/**
 * STF-4 意见（十二）：党支部学校书记、校长一般由一人担任。
 * The usual reason to depart from it is a principal who is no party member: the params say so.
 */
export function branchHeadsCombined(day: TeamOnDay): Verdict {
  const { secretary, principal } = day;
  if (day.team.orgType !== 'BRANCH' || secretary === null || principal === null) return NOT_APPLICABLE;
  if (day.combined) return PASS;
  const params = {
    secretary: secretary.personName,
    principal: principal.personName,
    principalMembership: membershipOn(principal, day.on),
  };
  return broken(params, [secretary, principal]);
}

/**
 * STF-5 意见（十二）：党支部学校书记、校长由一人担任的，应当设1名专职副书记。
 * Where the posts are separate (or the principal is no member, so that they must be) it is asked as 一般 only.
 */
export function branchHasFullTimeDeputy(day: TeamOnDay): Verdict {
  const { secretary, principal } = day;
  if (day.team.orgType !== 'BRANCH' || secretary === null || principal === null) return NOT_APPLICABLE;
  const count = fullTimeDeputies(day.seats).length;
  if (count >= 1) return PASS;
  const params = { n: count, deputiesWithAdminPost: deputiesWithAdminPost(day) };
  const concerned = [secretary, principal];
  if (day.combined) return broken(params, concerned);
  return { kind: 'BROKEN', severity: 'DEFAULT', params, concerned };
}

/** Recorded as full-time, yet holding an administrative leadership post: the message names them. */
function deputiesWithAdminPost(day: TeamOnDay): string[] {
  const deputy: Post = 'DEPUTY_SECRETARY';
  return day.seats
    .filter((seat) => seat.post === deputy && seat.fullTime === true)
    .filter((seat) => holdsOneOf(day.seats, seat.personId, ADMIN_LEADERSHIP_POSTS))
    .map((seat) => seat.personName)
    .sort();
}
