import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report to the party organisation on how a decision is carried out (意见（四）9, REC-5). */
@Entity('execution_report')
export class ExecutionReport {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'decision_id' }) decisionId: string;
  @Column('date', { name: 'reported_on' }) reportedOn: string;
  @Column('uuid', { name: 'reported_by_id' }) reportedById: string;
  @Column('text', { name: 'reported_by_name' }) reportedByName: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('text') text: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('uuid', { name: 'attachment_ids', array: true }) attachmentIds: string[];
  @Column('bool') restricted: boolean;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}
