import type { ProcedureCheckId } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureSubject } from './topic-words.js';

/** 不按一般要求: asked for with a reason, accepted by the head of the meeting or not yet. */
@Entity('procedural_departure')
export class ProceduralDeparture {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text', { name: 'subject_type' }) subjectType: DepartureSubject;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { name: 'check_id' }) checkId: ProcedureCheckId;
  @Column('text') reason: string;
  @Column('date', { name: 'requested_on' }) requestedOn: string;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('text', { name: 'requested_by_name' }) requestedByName: string;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: string | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('text', { name: 'approved_by_name', nullable: true }) approvedByName: string | null;
  @Column('bool') restricted: boolean;
  @Column('int') version: number;
}
