import type { CommitteePortfolio, DatePrecision, Post } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('appointment')
export class Appointment {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'person_name' }) personName: string;
  @Column('text') post: Post;
  @Column('text', { nullable: true }) portfolio: CommitteePortfolio | null;
  @Column('bool', { name: 'full_time', nullable: true }) fullTime: boolean | null;
  @Column('bool') acting: boolean;
  @Column('daterange') valid: string;
  @Column('text', { name: 'start_precision' }) startPrecision: DatePrecision;
  @Column('text', { name: 'end_precision', nullable: true }) endPrecision: DatePrecision | null;
  @Column('date', { name: 'end_month', nullable: true }) endMonth: string | null;
  @Column('date', { name: 'tenure_end', nullable: true }) tenureEnd: string | null;
  @Column('date', { name: 'probation_until', nullable: true }) probationUntil: string | null;
  @Column('text', { name: 'document_no', nullable: true }) documentNo: string | null;
  @Column('text', { nullable: true }) authority: string | null;
  @Column('text', { name: 'end_document_no', nullable: true }) endDocumentNo: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('text') source: 'ENTERED' | 'IMPORTED';
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
  @Column('uuid', { name: 'superseded_by', nullable: true }) supersededBy: string | null;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn: string | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: string | null;
  @Column('int') version: number;
}
