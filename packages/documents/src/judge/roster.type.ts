import type {
  CommitteePortfolio,
  Membership,
  Ownership,
  PartyOrgType,
  Post,
  ReadinessDimension,
  RolloutState,
  SchoolStage,
  ScopeKind,
  Sex,
} from '@zhixiao/domain';
import type { RosterPost } from '../cell/posts.dictionary.js';
import type { ReasonCode, RosterDate, WarningCode } from '../cell/reading.type.js';
import type { RosterKind } from '../table/table.type.js';
import type { MatterFact, MeetingFact, MeetingItemRecord, MeetingRecord, MeetingWrite } from './meetings.type.js';

/** A division as the official list has it. Give the whole list (it is public): only then is another county told from a wrong word. */
export interface DivisionFact {
  readonly tenantId: number;
  /** Six digits. */
  readonly code: string;
  readonly name: string;
}

export interface SchoolFact {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly code: string | null;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The register as it stands, to tell what a second import changes. */
  readonly register?: RegisterFields;
}

export interface PersonFact {
  readonly tenantId: number;
  readonly personId: string;
  readonly name: string;
  /** YYYY-MM */
  readonly birthMonth: string | null;
}

/** An appointment that stands; current ones and past ones. */
export interface AppointmentFact {
  readonly tenantId: number;
  readonly appointmentId: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly personName: string;
  readonly birthMonth: string | null;
  readonly post: Post;
  readonly fullTime?: boolean;
  readonly started: RosterDate;
  readonly ended?: RosterDate | null;
}

/** The latest rollout state of a school. */
export interface RolloutFact {
  readonly schoolId: string;
  readonly state: RolloutState;
  readonly dimensionsDone: readonly ReadinessDimension[];
  readonly since: RosterDate;
}

/** All that a judgement may lean on: rows in, outcomes out, nothing else is looked at. */
export interface RosterFacts {
  /** Where the importer may write. */
  readonly importerScope: {
    readonly tenantIds: readonly number[];
    readonly ranges?: readonly { readonly lo: number; readonly hi: number }[];
  };
  readonly divisions: readonly DivisionFact[];
  readonly schools: readonly SchoolFact[];
  readonly people?: readonly PersonFact[];
  readonly appointments?: readonly AppointmentFact[];
  readonly rollout?: readonly RolloutFact[];
  readonly meetings?: readonly MeetingFact[];
  /** the catalogue of the school */
  readonly matters?: readonly MatterFact[];
  /** the civil date of the day on which it is judged */
  readonly today?: string;
  /** 截至日期 given by the user; else the file's own counts. */
  readonly dataAsOf?: RosterDate | null;
}

export type Outcome = 'imported' | 'rejected' | 'duplicate' | 'vacancy' | 'ignored';
export type Change = 'NEW' | 'UNCHANGED' | 'CHANGED';

/** One finding with its place, for the preview table. `text` is the cell's own. */
export interface Issue {
  readonly code: ReasonCode | WarningCode;
  readonly field?: string;
  readonly text?: string;
}

/** One person of a roster as the record that must exist afterwards. */
export interface PersonEntry {
  readonly name: string;
  readonly gender: '男' | '女' | null;
  readonly birthMonth: string | null;
  readonly ethnicity: string | null;
  readonly politicalStatus: string | null;
  readonly posts: readonly RosterPost[];
  readonly appointedOn: string;
  readonly appointedPrecision: 'month' | 'day';
  readonly endedOn?: string;
  readonly endedPrecision?: 'month' | 'day';
  readonly portfolios?: readonly CommitteePortfolio[];
  readonly documentNo?: string;
  readonly appointBy?: string;
  readonly portfolio?: string;
  readonly education?: string;
  readonly title?: string;
  readonly joinedOn?: string;
  readonly termEnd?: string;
}

interface SchoolKey {
  readonly divisionCode: string;
  readonly schoolCode: string | null;
  readonly schoolName: string;
}

/** Long form: one person. */
export type PersonRecord = SchoolKey & PersonEntry;
/** Wide form: the team of one school. */
export type TeamRecord = SchoolKey & {
  readonly people: readonly PersonEntry[];
  readonly vacancies: readonly RosterPost[];
};
/** A seat that the file calls vacant; writes nothing. */
export interface VacancyRecord {
  readonly schoolCode: string | null;
  readonly posts: readonly RosterPost[];
}

export type ProgressStage =
  | 'NOT_STARTED'
  | 'SURVEYED'
  | 'PREP_IDEOLOGICAL'
  | 'PREP_ORGANISATIONAL'
  | 'PREP_WORK'
  | 'READY'
  | 'ADJUSTED'
  | 'RUNNING'
  | 'DEFERRED';

export interface ProgressRecord {
  readonly divisionCode: string;
  readonly schoolName: string;
  readonly stage: ProgressStage;
  /** Month or day, as the file says it; null before 已调整. */
  readonly adjustedOn: string | null;
}

/** L1, the columns of the school register that the file gives. A field without a column or without a value is absent. */
export interface RegisterFields {
  readonly stage?: SchoolStage | null;
  readonly ownership?: Ownership | null;
  readonly legalPerson?: boolean | null;
  readonly authority?: string | null;
  readonly town?: string | null;
  readonly group?: string | null;
  readonly classes?: number | null;
  readonly students?: number | null;
  readonly staff?: number | null;
  readonly members?: number | null;
  readonly membersInService?: number | null;
  readonly orgName?: string | null;
  /** NONE: 未建. */
  readonly orgType?: PartyOrgType | 'NONE' | null;
  readonly hasCommittee?: boolean | null;
  readonly approvalNo?: string | null;
  readonly superior?: string | null;
  readonly subBranches?: number | null;
  readonly termStart?: string | null;
  readonly termEnd?: string | null;
  readonly scope?: ScopeKind | null;
  readonly remark?: string | null;
}
export type RegisterRecord = SchoolKey & RegisterFields;

export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One appointment to write: what a row of either form comes down to. */
export interface AppointmentWrite {
  readonly tenantId: number;
  readonly schoolId: string;
  /** Of a person already known in the tenant. Two writes with the same personKey are one person. */
  readonly personId?: string;
  readonly personKey: string;
  readonly person: PersonEntry & { readonly sex: Sex | null; readonly membership: Membership };
  readonly post: Post;
  readonly fullTime: boolean;
  readonly started: RosterDate;
  readonly ended: RosterDate | null;
  /** Of the appointment that stands already. */
  readonly appointmentId?: string;
  readonly change: Change;
  readonly differences: readonly Difference[];
}

/** One rollout state to write, in the domain's words. */
export interface RolloutWrite {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly state: RolloutState;
  readonly dimensionsDone: readonly ReadinessDimension[];
  /** 调整时间, else the file's 截至日期; null where neither is known: ask the user. */
  readonly effective: RosterDate | null;
  readonly documentNo?: string;
  readonly delayReason?: string;
  readonly remark?: string;
  readonly change: Change;
  readonly differences: readonly Difference[];
}

/** One school to write; without schoolId it is new. */
export interface SchoolWrite {
  readonly tenantId: number;
  readonly schoolId?: string;
  readonly record: RegisterRecord;
  readonly change: Change;
  readonly differences: readonly Difference[];
}

export interface RecordOf {
  readonly ROSTER: PersonRecord | TeamRecord | VacancyRecord;
  readonly PROGRESS: ProgressRecord;
  readonly SCHOOL_REGISTER: RegisterRecord;
  readonly MEETINGS: MeetingRecord | MeetingItemRecord;
}
export interface WriteOf {
  readonly ROSTER: AppointmentWrite;
  readonly PROGRESS: RolloutWrite;
  readonly SCHOOL_REGISTER: SchoolWrite;
  readonly MEETINGS: MeetingWrite;
}

/** What becomes of one row. `record` stands with imported and vacancy rows, `writes` with imported ones. */
export interface JudgedRow<K extends RosterKind = RosterKind> {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: Outcome;
  readonly reasons: readonly ReasonCode[];
  readonly warnings: readonly WarningCode[];
  readonly issues: readonly Issue[];
  readonly duplicateOf?: { readonly sheet: string; readonly row: number };
  readonly tenantId?: number;
  readonly schoolId?: string;
  readonly record?: RecordOf[K];
  readonly writes: readonly WriteOf[K][];
  /** NEW if anything is written anew, else CHANGED, else UNCHANGED; absent where nothing is imported. */
  readonly change?: Change;
}
