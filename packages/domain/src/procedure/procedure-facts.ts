import type { CivilDate } from '../civil-date.js';
import type { SeatFacts } from '../staffing-facts.js';
import type { ScopeKind } from '../vocabulary.js';
import type { ProcedureCheckId } from './finding.js';
import type { DecisionState } from './decision-words.js';
import type { MatterType } from './matter-type.js';
import type {
  AttendanceCapacity,
  AttendanceStatus,
  DecisionForm,
  HeadPost,
  ItemKind,
  ItemResult,
  MeetingKind,
  MeetingState,
  RecordMode,
  Stance,
  VoteChoice,
  VoteForm,
} from './meeting-words.js';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import type {
  AdviceKind,
  CommunicationResult,
  ConsultationOpinion,
  ConsultedSide,
  HearingAudience,
  HearingChannel,
} from './topic-words.js';

/**
 * What the record says: the thing itself; NOT_DONE where it says that it was not done; NO_RECORD where it says nothing.
 * Live both are a FAIL; of a meeting entered afterwards NO_RECORD stays NO_RECORD.
 */
export type Recorded<T> = T | 'NOT_DONE' | 'NO_RECORD';

export type PersonRef = { readonly personId: string; readonly personName: string };

/** The school as the procedure sees it: who sits where (of any day), and how its party organisation decides. */
export type ProcedureSchool = {
  readonly scope: ScopeKind;
  /** false: too small a branch for a committee, so that the members' assembly is its party meeting. */
  readonly hasCommittee: boolean;
  /** Full members with a vote in the members' assembly; null while unknown. */
  readonly fullMembers: number | null;
  readonly seats: readonly SeatFacts[];
};

/** 不按一般要求: asked for with a reason, then accepted by the chair (or the head) or not yet. */
export type ProceduralDeparture = {
  readonly checkId: ProcedureCheckId;
  /** Topic, item or decision concerned; null: the meeting. */
  readonly subjectId: string | null;
  readonly requestedOn: CivilDate;
  /** null while it waits. */
  readonly acceptedOn: CivilDate | null;
};

/** What every check may ask. `on` is the day of the meeting, or today for a topic without one. */
export type ProcedureContext = {
  readonly school: ProcedureSchool;
  readonly on: CivilDate;
  readonly recordMode: RecordMode;
  /** The rules in force on that day for that meeting (`rulesInForce`); null: none, then what they say is not asked. */
  readonly rules: RulesOfProcedure | null;
  readonly departures: readonly ProceduralDeparture[];
};

export type DatedRecord = { readonly on: CivilDate };
export type CommunicationFacts = DatedRecord & {
  readonly result: CommunicationResult;
  /** Who signed it; must hold both heads (combined: the deputy as well). */
  readonly signedBy: readonly string[];
};
export type DeliberationFacts = DatedRecord & { readonly participants: readonly PersonRef[] };
export type HearingFacts = DatedRecord & {
  readonly channel: HearingChannel;
  readonly audience: HearingAudience;
  /** 讨论通过; null where it was only heard. */
  readonly approved: boolean | null;
};
export type AdviceFacts = DatedRecord & { readonly kind: AdviceKind };

/** One round of 会前听取意见. A new round may be opened after a disagreement or a change of the proposal. */
export type ConsultationRound = {
  readonly round: number;
  readonly side: ConsultedSide;
  /** Who was asked. */
  readonly person: PersonRef;
  /** null while the other side has not answered. */
  readonly opinion: ConsultationOpinion | null;
  /** AGREE_WITH_CHANGES: have the changes been taken in? */
  readonly changesAccepted: boolean;
  /** The person's own account said so; false: only stated in a paper record (待确认). */
  readonly confirmedByPerson: boolean;
  readonly on: CivilDate | null;
};

/** Who confirmed the topic, under which post (意见（五）（六）). */
export type ConfirmationFacts = PersonRef & { readonly actingAs: HeadPost | 'OTHER'; readonly on: CivilDate };

/** The decision that a topic changes (PRE-10); decisionId null: the paper names one that is not in the register. */
export type ChangedDecision = {
  readonly decisionId: string | null;
  readonly body: MeetingKind | null;
  readonly state: DecisionState | null;
};

export type TopicFacts = {
  readonly topicId: string;
  /** For which meeting it is meant. */
  readonly meetingKind: MeetingKind;
  readonly itemKind: ItemKind;
  readonly matter: MatterType;
  readonly proposer: Recorded<PersonRef>;
  readonly proposedOn: CivilDate;
  /** NOT_DONE: brought up without having been confirmed. */
  readonly confirmation: Recorded<ConfirmationFacts>;
  readonly memberInCharge: Recorded<PersonRef>;
  /** Per item: null keeps the preset of the matter's type. */
  readonly vitalInterest: boolean | null;
  readonly audiences: readonly HearingAudience[];
  /** Per item: null keeps the preset; where the type says ASK it has to be answered. */
  readonly technical: boolean | null;
  /** Further two-thirds items and important topics beyond the type's mark; never fewer. */
  readonly twoThirds: boolean;
  readonly important: boolean;
  /** The sum in fen; null where no money is concerned. */
  readonly amount: number | null;
  readonly proposal: Recorded<DatedRecord>;
  readonly investigation: Recorded<DatedRecord>;
  readonly communication: Recorded<CommunicationFacts>;
  readonly cadreDeliberation: Recorded<DeliberationFacts>;
  readonly individualDeliberations: Recorded<readonly DeliberationFacts[]>;
  readonly consultation: Recorded<readonly ConsultationRound[]>;
  readonly hearings: Recorded<readonly HearingFacts[]>;
  readonly expertAssessment: Recorded<DatedRecord>;
  readonly advice: Recorded<readonly AdviceFacts[]>;
  /** null: it changes no decision. */
  readonly changes: ChangedDecision | null;
};

/**
 * From which item to which somebody was there: 0 is the opening, null the end. Several spans where one came back; none
 * said: one who is PRESENT was there throughout, one who came LATE from the first item on.
 */
export type PresenceSpan = { readonly fromItem: number; readonly toItem: number | null };

export type AttendanceFacts = PersonRef & {
  readonly capacity: AttendanceCapacity;
  /** null: not signed in yet. */
  readonly status: AttendanceStatus | null;
  readonly spans: readonly PresenceSpan[];
  /** Why an observer or invitee attends who is not of the admin team (PM-7). */
  readonly reason: string | null;
};

/** 应到、实到 as the record states them, where there is no list of names (paper, members' assembly). */
export type StatedCounts = { readonly expected: number; readonly present: number };

export type VoteCounts = { readonly inFavour: number; readonly against: number; readonly abstained: number };
export type Ballot = { readonly personId: string; readonly choice: VoteChoice };
/** A counted vote holds no person; only a named one does. A secret ballot never has ballots. */
export type VoteFacts =
  | {
      readonly form: Exclude<VoteForm, 'OPEN_BALLOT'>;
      readonly counts: VoteCounts;
      readonly tellers: readonly string[];
    }
  | { readonly form: 'OPEN_BALLOT'; readonly ballots: readonly Ballot[] };

export type OpinionFacts = { readonly personId: string; readonly stance: Stance };

export type ItemFacts = {
  readonly itemId: string;
  /** 1, 2, … in the order in which they are taken. */
  readonly order: number;
  /** null for an item without a topic (传达学习). */
  readonly topic: TopicFacts | null;
  readonly kind: ItemKind;
  /** Those with a recorded interest in it, and those who left for it. */
  readonly interested: readonly PersonRef[];
  readonly recusedIds: readonly string[];
  /** How many were there for this item where only numbers are recorded; null: as at the opening. */
  readonly statedPresent: number | null;
  readonly vote: VoteFacts | null;
  /** Each attending member's opinion before the principal decided (OM-5). */
  readonly opinions: Recorded<readonly OpinionFacts[]>;
  readonly chairSpokeLast: Recorded<'SPOKE_LAST'>;
  readonly result: ItemResult | null;
  readonly decidedThrough: Recorded<DecisionForm>;
  /** The party decision that an implementation item carries out (OM-7). */
  readonly implements: Recorded<{ readonly decisionId: string }>;
};

export type ChairFacts = PersonRef & {
  /** Entrusted by the head in a recorded delegation. */
  readonly delegatedById: string | null;
};

export type MeetingFacts = ProcedureContext & {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly chair: Recorded<ChairFacts>;
  readonly noticeSent: Recorded<DatedRecord>;
  readonly papersSent: Recorded<DatedRecord>;
  /** NO_RECORD: no list of names. */
  readonly attendance: Recorded<readonly AttendanceFacts[]>;
  readonly stated: StatedCounts | null;
  readonly items: readonly ItemFacts[];
  readonly chairSigned: Recorded<DatedRecord>;
  readonly recorderSigned: Recorded<DatedRecord>;
  /** The record was changed after it was signed, otherwise than by an appended correction. */
  readonly changedAfterSigning: boolean;
};

/** The school half-year in which reports are counted (学期); `to` is the day after the last one. */
export type Semester = { readonly from: CivilDate; readonly to: CivilDate };

export type DecisionFacts = {
  readonly decisionId: string;
  readonly body: MeetingKind;
  readonly matter: MatterType;
  readonly state: DecisionState;
  readonly decidedOn: CivilDate;
  /** The last day on which it was in force; null while it is. */
  readonly endedOn: CivilDate | null;
  /** Execution reports to the party organisation (REC-5). */
  readonly executionReports: Recorded<readonly DatedRecord[]>;
};
