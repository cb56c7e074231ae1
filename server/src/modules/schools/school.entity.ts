import type { Ownership, SchoolStage } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('school')
export class School {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('date', { name: 'opened_on' }) openedOn: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
}

/** What is true of a school from one day to another. */
@Entity('school_version')
export class SchoolVersion {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('daterange') valid: string;
  @Column('text') name: string;
  @Column('text') stage: SchoolStage;
  @Column('text', { nullable: true }) ownership: Ownership | null;
  @Column('bool', { name: 'legal_person', nullable: true }) legalPerson: boolean | null;
  @Column('text', { array: true }) assumed: string[];
  @Column('text', { nullable: true }) town: string | null;
  @Column('int', { nullable: true }) classes: number | null;
  @Column('int', { nullable: true }) students: number | null;
  @Column('int', { nullable: true }) staff: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
}
