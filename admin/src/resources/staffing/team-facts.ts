import {
  addDays,
  STAFFING_CHECK_IDS,
  type CommitteePortfolio,
  type DepartureFacts,
  type Membership,
  type PartyOrgType,
  type Post,
  type SchoolStage,
  type ScopeKind,
  type SeatFacts,
  type TeamFacts,
} from '@zhixiao/domain';

interface SeatSource {
  readonly personName: string;
  readonly person: { readonly id: string; readonly membership: Membership; readonly partyFullOn: string | null } | null;
  readonly id: string;
  readonly post: Post;
  readonly portfolio: CommitteePortfolio | null;
  readonly fullTime: boolean | null;
  readonly acting: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

interface DepartureSource {
  readonly checkId: string;
  readonly person: { readonly id: string } | null;
  readonly requestedOn: string;
  readonly approvedOn: string | null;
  readonly reviewOn: string | null;
  readonly withdrawnOn: string | null;
}

interface PeriodSource {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly orgType: PartyOrgType | null;
}

/** What the API tells of a school on a day, as far as the checks ask. */
export interface TeamSource {
  readonly scope: ScopeKind;
  readonly stage: SchoolStage;
  readonly orgType: PartyOrgType | null;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number | null;
  readonly probationaryMembers: number | null;
  readonly organization: {
    readonly termStart: string | null;
    readonly termEnd: string | null;
    readonly termExtendedUntil: string | null;
  } | null;
  readonly seats: readonly SeatSource[];
  readonly departures: readonly DepartureSource[];
  readonly standing: readonly PeriodSource[];
}

/** An appointment of the API as a seat of the checks. A person who may not be seen is told apart by the seat's id. */
function seatFacts(seat: SeatSource): SeatFacts {
  const { personName, person, post, portfolio, fullTime, acting, startsOn, endsOn } = seat;
  return {
    ...{ personName, post, portfolio, fullTime, acting, from: startsOn, to: endsOn && addDays(endsOn, 1) },
    personId: person?.id ?? seat.id,
    membership: person?.membership ?? 'UNKNOWN',
    partyFullOn: person?.partyFullOn ?? null,
  };
}

function departureFacts(departure: DepartureSource): DepartureFacts[] {
  const { checkId, person, requestedOn, approvedOn, reviewOn, withdrawnOn } = departure;
  const known = STAFFING_CHECK_IDS.find((id) => id === checkId);
  if (!known) return [];
  return [{ checkId: known, personId: person?.id ?? null, requestedOn, approvedOn, reviewOn, withdrawnOn }];
}

/** Since when the school has an organisation of its own without a break, as its periods tell. */
function organizedOn(standing: readonly PeriodSource[]): string | null {
  const own = ({ orgType }: PeriodSource): boolean => orgType !== null && orgType !== 'JOINT_BRANCH';
  const lastWithout = standing.findLastIndex((period) => !own(period));
  return standing[lastWithout + 1]?.validFrom ?? null;
}

/** The team as `staffingFindings` and `vacancies` of the domain take it. */
export function teamFacts(source: TeamSource, on: string): TeamFacts {
  const { scope, stage, orgType, hasCommittee, fullMembers, probationaryMembers, organization } = source;
  const past = source.standing.filter(({ validFrom }) => validFrom <= on);
  return {
    ...{ scope, stage, orgType, hasCommittee, fullMembers },
    members: fullMembers === null ? null : fullMembers + (probationaryMembers ?? 0),
    committeeTerm: organization && { start: organization.termStart, end: organization.termEnd },
    termExtendedUntil: organization?.termExtendedUntil ?? null,
    seats: source.seats.map(seatFacts),
    departures: source.departures.flatMap(departureFacts),
    openedOn: past[0]?.validFrom ?? on,
    organizedOn: organizedOn(past),
  };
}
