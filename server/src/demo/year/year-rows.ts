import type {
  CivilDate,
  Confidentiality,
  DecisionState,
  EmergencyState,
  FilingState,
  ItemResult,
  MatterCategory,
  MatterType,
  MeetingKind,
  NotHeldReason,
  Post,
  ProcedureCheckId,
  RuledMeetingKind,
  RulesOfProcedure,
  TaskRole,
  TaskState,
} from '@zhixiao/domain';
import type {
  StoredAttendance,
  StoredItem,
  StoredMeeting,
  StoredOpinion,
  StoredRecusal,
} from '../../modules/meetings/index.js';
import type { ItemVerdict, MeetingVerdict } from '../../modules/meetings/index.js';
import type { StoredRecord, StoredRound, StoredTopic } from '../../modules/topics/index.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Who wrote a row, and when. */
export interface Written {
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface DemoRules extends Written {
  readonly id: string;
  readonly meetingKind: RuledMeetingKind;
  readonly number: number;
  readonly status: FilingState;
  readonly fields: RulesOfProcedure;
  readonly adoptedOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
  readonly filedOn: CivilDate | null;
  /** the day of the next filing */
  readonly endedOn: CivilDate | null;
}

export type DemoRecord = Mutable<StoredRecord> & Written & { result: string; recordedByName: string };

export type DemoRound = Mutable<StoredRound> &
  Readonly<{ toPost: Post; askedAt: string; askedBy: string; askedByName: string }> & {
    answeredAt: string | null;
    statedByName: string | null;
    confirmedAt: string | null;
    changesAcceptedAt: string | null;
    changesAcceptedByName: string | null;
  };

/** A topic as the database will have it, with its parts. */
export type DemoTopic = Mutable<Omit<StoredTopic, 'records' | 'rounds'>> & {
  records: DemoRecord[];
  rounds: DemoRound[];
  confirmedAt: string | null;
  readonly createdAt: string;
};

export interface DemoDepartureFrom {
  readonly id: string;
  readonly subjectType: 'TOPIC' | 'MEETING' | 'ITEM';
  readonly subjectId: string;
  readonly checkId: ProcedureCheckId;
  readonly reason: string;
  readonly requestedOn: CivilDate;
  readonly requestedBy: string;
  readonly requestedByName: string;
  approvedOn: CivilDate | null;
  approvedBy: string | null;
  approvedByName: string | null;
  restricted: boolean;
  readonly createdAt: string;
}

export type DemoAttendance = Mutable<StoredAttendance> &
  Written & {
    arrivedAt: string | null;
    leftAt: string | null;
    byOwnAccount: boolean;
    writtenOpinion: string | null;
  };

type Part = Written & { readonly id: string };
export type DemoRecusal = StoredRecusal & Part & { readonly reason: string; readonly recordedByName: string };
export type DemoOpinion = StoredOpinion &
  Part & {
    readonly recordedByName: string;
    readonly saidAt: string;
    /** what was stated on paper, once its person has confirmed it */
    confirmedAt?: string;
    confirmedBy?: string;
  };
export type DemoBallot = StoredItem['ballots'][number] &
  Part & { readonly castAt: string; readonly statedOnPaper: boolean };

export type DemoItem = Mutable<Omit<StoredItem, 'recusals' | 'opinions' | 'ballots' | 'published'>> &
  Written &
  Mutable<ItemVerdict> & {
    recusals: DemoRecusal[];
    opinions: DemoOpinion[];
    ballots: DemoBallot[];
    published: boolean;
    publishedAt: string | null;
    publishedBy: string | null;
    leadId: string | null;
    decidedAt: string | null;
    decidedById: string | null;
    decidedByName: string | null;
    makesDecision: boolean;
    releasedAt: string | null;
    /** no column: the topic itself */
    topic: DemoTopic | null;
  };

export interface DemoDelegation extends Written {
  readonly id: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
  readonly reason: string;
  readonly givenAt: string;
  readonly givenOn: CivilDate;
}

export interface DemoCorrection extends Written {
  readonly id: string;
  readonly itemId: string | null;
  readonly text: string;
  readonly reason: string;
  readonly signedById: string;
  readonly signedByName: string;
  readonly signedAt: string;
}

/** A meeting as the database will have it, with its parts. */
export type DemoMeeting = Mutable<Omit<StoredMeeting, 'attendance' | 'items' | 'delegation'>> &
  Written &
  Mutable<MeetingVerdict> & {
    attendance: DemoAttendance[];
    items: DemoItem[];
    delegation: DemoDelegation | null;
    corrections: DemoCorrection[];
    createdByName: string;
    noticeAt: string | null;
    papersAt: string | null;
    openedAt: string | null;
    closedAt: string | null;
    notHeldReason: NotHeldReason | null;
    notHeldNote: string | null;
    putOffTo: CivilDate | null;
    chairSignedAt: string | null;
    recorderSignedAt: string | null;
    issuedAt: string | null;
    issuedByName: string | null;
    checkedAt: string | null;
  };

export interface DemoDecision extends Written {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly seq: number;
  readonly body: MeetingKind;
  readonly meetingId: string;
  readonly itemId: string;
  readonly topicId: string | null;
  readonly matterCode: string | null;
  readonly matter: MatterType | null;
  readonly category: MatterCategory | null;
  readonly title: string;
  readonly text: string;
  readonly result: ItemResult;
  readonly confidentiality: Confidentiality;
  readonly disclosure: MatterType['disclosure'];
  readonly decidedOn: CivilDate;
  readonly decidedByName: string | null;
  readonly responsible: string | null;
  readonly dueOn: CivilDate | null;
  readonly enteredAfterwards: boolean;
  readonly supersedesId: string | null;
  readonly partyDecisionId: string | null;
  restricted: boolean;
  state: DecisionState;
  endedOn: CivilDate | null;
  supersededById: string | null;
  publishedOn: CivilDate | null;
  publishedWhere: string | null;
  publishedByName: string | null;
  superiorOn: CivilDate | null;
  superiorDocumentNo: string | null;
  superiorNote: string | null;
  superiorEnteredByName: string | null;
  concernedIds: string[];
  judgedSemester: CivilDate | null;
  version: number;
  /** no columns: what it came from and what hangs on it */
  readonly item: DemoItem;
  readonly meeting: DemoMeeting;
  tasks: DemoTask[];
  reports: DemoExecutionReport[];
}

export interface DemoTaskReport extends Written {
  readonly id: string;
  readonly kind: 'PROGRESS' | 'DONE' | 'SENT_BACK' | 'CLOSED' | 'REOPENED' | 'CANCELLED';
  readonly reportedOn: CivilDate;
  readonly byId: string | null;
  readonly byName: string;
  readonly recordedByName: string;
  readonly percent: number;
  readonly text: string;
}

export interface DemoTask extends Written {
  readonly id: string;
  readonly decisionId: string;
  readonly title: string;
  readonly note: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueOn: CivilDate | null;
  readonly assignedOn: CivilDate;
  readonly assignedById: string | null;
  readonly assignedByName: string;
  state: TaskState;
  percent: number;
  doneOn: CivilDate | null;
  closedOn: CivilDate | null;
  closedById: string | null;
  closedByName: string | null;
  closeNote: string | null;
  version: number;
  readonly roles: readonly {
    readonly id: string;
    readonly role: TaskRole;
    readonly personId: string;
    readonly personName: string;
  }[];
  reports: DemoTaskReport[];
}

export interface DemoExecutionReport extends Written {
  readonly id: string;
  readonly reportedOn: CivilDate;
  readonly reportedById: string;
  readonly reportedByName: string;
  readonly recordedByName: string;
  readonly text: string;
  readonly meetingId: string | null;
}

export interface DemoEmergency extends Written {
  readonly id: string;
  readonly body: MeetingKind;
  readonly title: string;
  readonly text: string;
  readonly reason: string;
  readonly takenOn: CivilDate;
  readonly takenById: string;
  readonly takenByName: string;
  readonly takenByPost: Post;
  readonly concernedIds: readonly string[];
  state: EmergencyState;
  confirmedOn: CivilDate | null;
  confirmedMeetingId: string | null;
  confirmedItemId: string | null;
  enteredByName: string | null;
  version: number;
}

export interface DemoNotice {
  readonly id: string;
  readonly accountId: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly restricted: boolean;
  readonly createdAt: string;
}
