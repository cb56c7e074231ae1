import type {
  Confidentiality,
  ConsultationStatus,
  ConsultedSide,
  Decider,
  Gate,
  HeadPost,
  HearingAudience,
  ItemKind,
  MatterCategory,
  MatterType,
  MeetingKind,
  Post,
  TopicState,
} from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotDoneFact } from './topic-words.js';

@Entity('topic')
export class Topic {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text', { name: 'meeting_kind' }) meetingKind: MeetingKind;
  @Column('text', { name: 'item_kind' }) itemKind: ItemKind;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text', { name: 'matter_code' }) matterCode: string;
  @Column('jsonb') matter: MatterType;
  @Column('text') category: MatterCategory;
  @Column('text') decider: Decider;
  @Column('numeric', { nullable: true }) amount: number | null;
  @Column('bool', { name: 'vital_interest', nullable: true }) vitalInterest: boolean | null;
  @Column('text', { array: true }) audiences: HearingAudience[];
  @Column('bool', { nullable: true }) specialised: boolean | null;
  @Column('bool', { name: 'two_thirds' }) twoThirds: boolean;
  @Column('bool') important: boolean;
  @Column('text') confidentiality: Confidentiality;
  @Column('bool') restricted: boolean;
  @Column('uuid', { name: 'proposer_id', nullable: true }) proposerId: string | null;
  @Column('text', { name: 'proposer_name', nullable: true }) proposerName: string | null;
  @Column('text', { name: 'proposer_post', nullable: true }) proposerPost: Post | null;
  @Column('date', { name: 'proposed_on', nullable: true }) proposedOn: string | null;
  @Column('uuid', { name: 'lead_id', nullable: true }) leadId: string | null;
  @Column('text', { name: 'lead_name', nullable: true }) leadName: string | null;
  @Column('text', { name: 'unscheduled_reason', nullable: true }) unscheduledReason: string | null;
  @Column('text') state: TopicState;
  @Column('text', { name: 'held_back_reason', nullable: true }) heldBackReason: string | null;
  @Column('date', { name: 'held_back_on', nullable: true }) heldBackOn: string | null;
  @Column('text', { name: 'returned_reason', nullable: true }) returnedReason: string | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
  @Column('text', { name: 'consultation_status' }) consultationStatus: ConsultationStatus;
  @Column('text', { name: 'consulted_side', nullable: true }) consultedSide: ConsultedSide | null;
  @Column('jsonb') gates: Gate[];
  @Column('uuid', { name: 'confirmed_by_id', nullable: true }) confirmedById: string | null;
  @Column('text', { name: 'confirmed_by_name', nullable: true }) confirmedByName: string | null;
  @Column('text', { name: 'confirmed_as', nullable: true }) confirmedAs: HeadPost | null;
  @Column('bool', { name: 'confirmed_acting', nullable: true }) confirmedActing: boolean | null;
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { name: 'implements_decision_id', nullable: true }) implementsDecisionId: string | null;
  @Column('uuid', { name: 'reconsiders_decision_id', nullable: true }) reconsidersDecisionId: string | null;
  @Column('bool', { name: 'entered_afterwards' }) enteredAfterwards: boolean;
  @Column('date', { name: 'paper_on', nullable: true }) paperOn: string | null;
  @Column('text', { name: 'not_done', array: true }) notDone: NotDoneFact[];
  @Column('uuid', { name: 'concerned_ids', array: true }) concernedIds: string[];
  @Column('uuid', { name: 'waiting_ids', array: true }) waitingIds: string[];
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('text', { name: 'created_by_name' }) createdByName: string;
}
