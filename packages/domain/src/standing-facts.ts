import type { StaffingCheckId } from './checks.js';
import type { CivilDate, DateRange } from './civil-date.js';
import type { ScopeSettings } from './scope.js';
import type { DepartureFacts, Finding, SeatFacts, StaffingSettings } from './staffing-facts.js';
import type { CheckOutcome, Ownership, PartyOrgType, RolloutState, SchoolStage, ScopeKind } from './vocabulary.js';

/** What is effective-dated about a school itself. */
export type SchoolAttributes = {
  readonly code: string | null;
  readonly name: string;
  readonly stage: SchoolStage;
  readonly ownership: Ownership | null;
  readonly legalPerson: boolean | null;
  /** Fields that an import assumed and nobody has confirmed. */
  readonly assumed: readonly string[];
  readonly town: string | null;
  readonly classes: number | null;
  readonly students: number | null;
  readonly staff: number | null;
};

/** One version of the organisation that leads the school. No version on a day: no organisation on that day. */
export type OrganizationFacts = DateRange & {
  readonly orgId: string;
  readonly orgName: string;
  readonly orgType: PartyOrgType;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number | null;
  readonly probationaryMembers: number | null;
  readonly termStart: CivilDate | null;
  readonly termEnd: CivilDate | null;
  readonly termExtendedUntil: CivilDate | null;
};

export type RolloutFacts = {
  readonly state: RolloutState;
  readonly effectiveOn: CivilDate;
  readonly declared: boolean;
  readonly documentNo: string | null;
};

/** All dated facts of one school, as recorded and not superseded, in any order (entries of one day: last one wins). */
export type SchoolFacts = {
  readonly schoolId: string;
  readonly openedOn: CivilDate;
  /** The first day on which the school is no more. */
  readonly closedOn: CivilDate | null;
  readonly attributes: readonly (DateRange & SchoolAttributes)[];
  readonly organizations: readonly OrganizationFacts[];
  readonly seats: readonly SeatFacts[];
  readonly departures: readonly DepartureFacts[];
  readonly rollout: readonly RolloutFacts[];
};

export type StandingSettings = StaffingSettings & ScopeSettings;

/** How a school stands: one flat row, the same on every day of its period. */
export type Standing = SchoolAttributes & {
  readonly schoolId: string;
  readonly scope: ScopeKind;
  readonly orgId: string | null;
  readonly orgName: string | null;
  readonly orgType: PartyOrgType | null;
  readonly hasCommittee: boolean | null;
  readonly fullMembers: number | null;
  readonly probationaryMembers: number | null;
  /** Full and probationary together; null while the full members are unknown. */
  readonly members: number | null;
  readonly committeeTermEnd: CivilDate | null;
  /** Term running or duly extended; null without an organisation or without dates. */
  readonly termInForce: boolean | null;
  readonly secretaryId: string | null;
  readonly secretaryName: string | null;
  readonly secretaryActing: boolean;
  readonly principalId: string | null;
  readonly principalName: string | null;
  readonly principalActing: boolean;
  /** 一肩挑 true, 分设 false, null while a seat is vacant. */
  readonly combined: boolean | null;
  readonly secretaryVacantSince: CivilDate | null;
  readonly principalVacantSince: CivilDate | null;
  readonly fullTimeDeputyVacantSince: CivilDate | null;
  readonly fullTimeDeputyCount: number;
  readonly needsFullTimeDeputy: boolean;
  readonly hasFullTimeDeputy: boolean;
  /** A full member (正式党员). */
  readonly principalIsMember: boolean;
  readonly memberPrincipalIsDeputy: boolean;
  readonly memberViceHeads: number;
  readonly memberViceHeadsInCommittee: number;
  readonly rolloutState: RolloutState;
  /** The first day of the present state; null while nothing was ever recorded. */
  readonly rolloutSince: CivilDate | null;
  readonly rolloutDeclared: boolean;
  readonly rolloutDocumentNo: string | null;
  readonly outcomes: Readonly<Record<StaffingCheckId, CheckOutcome>>;
  /** Everything but PASS and NOT_APPLICABLE, in catalogue order. */
  readonly findings: readonly Finding[];
  /** FAIL and DEPARTURE_PENDING by severity. */
  readonly hardFindings: number;
  readonly defaultFindings: number;
  readonly advisoryFindings: number;
  readonly departuresPending: number;
  readonly departuresApproved: number;
};

/** A standing with the days for which it holds; `to` is exclusive, null for ever. */
export type StandingPeriod = DateRange & Standing;
