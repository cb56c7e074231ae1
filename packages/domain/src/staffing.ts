import { checkOf, STAFFING_CHECK_IDS, type StaffingCheckId } from './checks.js';
import type { CivilDate } from './civil-date.js';
import { departureOutcome, worstOf, type DepartureOutcome } from './departure.js';
import { isCheckedScope } from './scope.js';
import {
  branchHasFullTimeDeputy,
  branchHeadsCombined,
  memberPrincipalIsDeputy,
  secretaryWithoutAdminPost,
  separateHeads,
} from './staffing-heads.js';
import type { Finding, FindingParams, StaffingSettings, TeamFacts } from './staffing-facts.js';
import { committeeOfFullMembers, memberViceHeadsInCommittee, oneHolderPerSeat } from './staffing-members.js';
import { committeeSize, termInForce, typeFitsMembers } from './staffing-organization.js';
import { namesOf, teamOnDay, type TeamOnDay } from './team-on-day.js';
import { headsNotVacantTooLong } from './vacancies.js';
import { NOT_APPLICABLE, type Verdict } from './verdict.js';
import type { CheckOutcome, Severity } from './vocabulary.js';

const CHECK: Readonly<Record<StaffingCheckId, (day: TeamOnDay) => Verdict>> = {
  'STF-1': separateHeads,
  'STF-2': secretaryWithoutAdminPost,
  'STF-3': memberPrincipalIsDeputy,
  'STF-4': branchHeadsCombined,
  'STF-5': branchHasFullTimeDeputy,
  'STF-6': memberViceHeadsInCommittee,
  'STF-7': committeeOfFullMembers,
  'STF-8': oneHolderPerSeat,
  'STF-9': headsNotVacantTooLong,
  'STF-10': committeeSize,
  'STF-11': termInForce,
  'STF-12': typeFitsMembers,
};

/** STF-7 and STF-8 keep the records free of contradictions, wherever the Opinion applies or not. */
const INTEGRITY: readonly StaffingCheckId[] = ['STF-7', 'STF-8'];

/**
 * All staffing checks on one day, one finding each, in catalogue order. In scope they hold in full; by reference
 * (公办幼儿园参照执行) HARD is lowered to DEFAULT; elsewhere only the integrity checks apply.
 */
export function staffingFindings(team: TeamFacts, settings: StaffingSettings, on: CivilDate): Finding[] {
  return findingsOn(teamOnDay(team, settings, on));
}

/** The same for a team that was already worked out. */
export function findingsOn(day: TeamOnDay): Finding[] {
  return STAFFING_CHECK_IDS.map((checkId) => {
    const applies = INTEGRITY.includes(checkId) || isCheckedScope(day.team.scope);
    return toFinding(checkId, applies ? CHECK[checkId](day) : NOT_APPLICABLE, day);
  });
}

/** May the school ask to depart from this (特殊情况备案)? Only from what is 一般 here and is not kept. */
export function mayDepartFrom({ severity, outcome }: Pick<Finding, 'severity' | 'outcome'>): boolean {
  return severity === 'DEFAULT' && (outcome === 'FAIL' || outcome === 'DEPARTURE_PENDING');
}

function toFinding(checkId: StaffingCheckId, verdict: Verdict, day: TeamOnDay): Finding {
  const { clause, severity: written } = checkOf(checkId);
  if (verdict.kind !== 'BROKEN') {
    return { checkId, outcome: verdict.kind, severity: lowered(checkId, written, day), clause, params: {} };
  }
  const severity = lowered(checkId, verdict.severity ?? written, day);
  // 应当 can't be waived and an exhortation needs no waiver: only 一般 may be departed from.
  if (severity !== 'DEFAULT') return { checkId, outcome: 'FAIL', severity, clause, params: verdict.params };
  return { checkId, severity, clause, ...weighDepartures(checkId, verdict, day) };
}

function lowered(checkId: StaffingCheckId, severity: Severity, day: TeamOnDay): Severity {
  const lowers = severity === 'HARD' && day.team.scope === 'BY_REFERENCE' && !INTEGRITY.includes(checkId);
  return lowers ? 'DEFAULT' : severity;
}

type Broken = Extract<Verdict, { kind: 'BROKEN' }>;
type Weighed = { readonly outcome: CheckOutcome; readonly params: FindingParams };

function weighDepartures(checkId: StaffingCheckId, verdict: Broken, day: TeamOnDay): Weighed {
  if (verdict.perPerson) return weighByPerson(checkId, verdict, day);
  const personIds = verdict.concerned.map((seat) => seat.personId);
  const outcome = departureOutcome(day.team.departures, { checkId, personIds, on: day.on });
  return { outcome, params: verdict.params };
}

/** The worst person decides; the params name those who still lack an approved departure, and those who have one. */
function weighByPerson(checkId: StaffingCheckId, verdict: Broken, day: TeamOnDay): Weighed {
  const judged = verdict.concerned.map((seat) => ({
    seat,
    outcome: departureOutcome(day.team.departures, { checkId, personIds: [seat.personId], on: day.on }),
  }));
  const named = (wanted: readonly DepartureOutcome[]): string[] =>
    namesOf(judged.filter(({ outcome }) => wanted.includes(outcome)).map(({ seat }) => seat));
  const excused = named(['DEPARTURE_APPROVED']);
  const open = named(['FAIL', 'DEPARTURE_PENDING']);
  return {
    outcome: worstOf(judged.map(({ outcome }) => outcome)),
    params: { ...verdict.params, names: open, excused },
  };
}
