import type {
  Confidentiality,
  DecisionState,
  DisclosureMark,
  ItemResult,
  MatterCategory,
  MatterType,
  MeetingKind,
} from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One decision of a meeting. What was decided stays; what became of it is written beside it. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text') number: string;
  @Column('int') year: number;
  @Column('int') seq: number;
  @Column('text') body: MeetingKind;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'topic_id', nullable: true }) topicId: string | null;
  @Column('text', { name: 'matter_code', nullable: true }) matterCode: string | null;
  @Column('jsonb', { nullable: true }) matter: MatterType | null;
  @Column('text', { nullable: true }) category: MatterCategory | null;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text') result: ItemResult;
  @Column('text') confidentiality: Confidentiality;
  @Column('text') disclosure: DisclosureMark;
  @Column('bool') restricted: boolean;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('text', { name: 'decided_by_name', nullable: true }) decidedByName: string | null;
  @Column('text', { nullable: true }) responsible: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('bool', { name: 'entered_afterwards' }) enteredAfterwards: boolean;
  @Column('uuid', { name: 'supersedes_id', nullable: true }) supersedesId: string | null;
  @Column('uuid', { name: 'party_decision_id', nullable: true }) partyDecisionId: string | null;
  @Column('text') state: DecisionState;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('uuid', { name: 'superseded_by_id', nullable: true }) supersededById: string | null;
  @Column('date', { name: 'published_on', nullable: true }) publishedOn: string | null;
  @Column('text', { name: 'published_where', nullable: true }) publishedWhere: string | null;
  @Column('text', { name: 'published_by_name', nullable: true }) publishedByName: string | null;
  @Column('date', { name: 'superior_on', nullable: true }) superiorOn: string | null;
  @Column('text', { name: 'superior_document_no', nullable: true }) superiorDocumentNo: string | null;
  @Column('text', { name: 'superior_note', nullable: true }) superiorNote: string | null;
  @Column('text', { name: 'superior_entered_by_name', nullable: true }) superiorEnteredByName: string | null;
  @Column('uuid', { name: 'concerned_ids', array: true }) concernedIds: string[];
  @Column('date', { name: 'judged_semester', nullable: true }) judgedSemester: string | null;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}
