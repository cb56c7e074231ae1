import type { StaffingCheckId } from './checks.js';
import type { CivilDate, DateRange } from './civil-date.js';
import type {
  CheckOutcome,
  CommitteePortfolio,
  Membership,
  PartyOrgType,
  Post,
  SchoolStage,
  ScopeKind,
  Severity,
} from './vocabulary.js';

/** One appointment: who holds which post from its first day to the day after its last. */
export type SeatFacts = DateRange & {
  readonly personId: string;
  readonly personName: string;
  readonly post: Post;
  /** 专职; null where the source does not say, which counts as no. */
  readonly fullTime: boolean | null;
  /** 主持工作 by document: holds the seat, so it is not vacant. */
  readonly acting: boolean;
  /** The person's, the same in all of his or her seats, as known now; `partyFullOn` says since when a member is (or will be) a full one. */
  readonly membership: Membership;
  readonly partyFullOn: CivilDate | null;
  readonly portfolio: CommitteePortfolio | null;
};

/** 特殊情况备案: asked for, approved until its review day, perhaps withdrawn. Without a review day it is not approved. */
export type DepartureFacts = {
  readonly checkId: StaffingCheckId;
  /** The person concerned; null: the school as a whole. */
  readonly personId: string | null;
  readonly requestedOn: CivilDate;
  readonly approvedOn: CivilDate | null;
  readonly reviewOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
};

/** A school's leadership team with all that the staffing checks ask; seats and departures of any day. */
export type TeamFacts = {
  readonly scope: ScopeKind;
  readonly stage: SchoolStage;
  /** null: no party organisation of its own; the checks that ask for its type do not apply. */
  readonly orgType: PartyOrgType | null;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number | null;
  /** Full and probationary members together. */
  readonly members: number | null;
  readonly committeeTerm: { readonly start: CivilDate | null; readonly end: CivilDate | null } | null;
  readonly termExtendedUntil: CivilDate | null;
  readonly seats: readonly SeatFacts[];
  readonly departures: readonly DepartureFacts[];
  readonly openedOn: CivilDate;
  /** Since when the school has an organisation of its own without a break; left out: since it opened. */
  readonly organizedOn?: CivilDate | null;
};

export type StaffingSettings = {
  /** STF-9: a seat of secretary or principal may stay vacant for so many days. */
  readonly vacancyDays: number;
};

export const DEFAULT_VACANCY_DAYS = 90;

export type FindingParams = Readonly<Record<string, string | number | string[]>>;

/** The outcome of one check on one day. Params are the same on every day of a standing period: dates, never ages. */
export type Finding = {
  readonly checkId: StaffingCheckId;
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
  readonly clause: string;
  readonly params: FindingParams;
};
