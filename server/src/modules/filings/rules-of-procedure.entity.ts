import type { FilingState, RuledMeetingKind, RulesOfProcedure as RulesText } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rules_of_procedure')
export class RulesOfProcedure {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text', { name: 'meeting_kind' }) meetingKind: RuledMeetingKind;
  @Column('int') number: number;
  @Column('text') status: FilingState;
  @Column('jsonb') fields: RulesText;
  @Column('date', { name: 'adopted_on', nullable: true }) adoptedOn: string | null;
  @Column('text', { name: 'adopted_at_meeting', nullable: true }) adoptedAtMeeting: string | null;
  @Column('date', { name: 'staff_heard_on', nullable: true }) staffHeardOn: string | null;
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn: string | null;
  @Column('text', { name: 'submitted_by', nullable: true }) submittedBy: string | null;
  @Column('uuid', { name: 'submitted_by_account', nullable: true }) submittedByAccount: string | null;
  @Column('text', { nullable: true }) reviewer: string | null;
  @Column('uuid', { name: 'reviewed_by_account', nullable: true }) reviewedByAccount: string | null;
  @Column('text', { name: 'review_opinion', nullable: true }) reviewOpinion: string | null;
  @Column('date', { name: 'reviewed_on', nullable: true }) reviewedOn: string | null;
  @Column('text', { name: 'filing_no', nullable: true }) filingNo: string | null;
  @Column('date', { name: 'filed_on', nullable: true }) filedOn: string | null;
  @Column('daterange', { nullable: true }) valid: string | null;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('text', { name: 'created_by_name' }) createdByName: string;
}
