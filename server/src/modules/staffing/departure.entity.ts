import type { StaffingCheckId } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DepartureStatus = 'PENDING' | 'APPROVED' | 'WITHDRAWN';

@Entity('staffing_departure')
export class StaffingDeparture {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text', { name: 'check_id' }) checkId: StaffingCheckId;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text') reason: string;
  @Column('text') status: DepartureStatus;
  @Column('date', { name: 'requested_on' }) requestedOn: string;
  @Column('text', { name: 'requested_by' }) requestedBy: string;
  @Column('uuid', { name: 'requested_by_account' }) requestedByAccount: string;
  @Column('text', { nullable: true }) approver: string | null;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: string | null;
  @Column('date', { name: 'review_on', nullable: true }) reviewOn: string | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
  @Column('int') version: number;
}
