import type { ReadinessDimension, RolloutState } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From a day on a school is in a state. Never overwritten: a correction supersedes. */
@Entity('rollout_entry')
export class RolloutEntry {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text') state: RolloutState;
  @Column('text', { array: true }) readiness: ReadinessDimension[];
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('text', { name: 'document_no', nullable: true }) documentNo: string | null;
  @Column('bool') declared: boolean;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
}
