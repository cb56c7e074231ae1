import type { MatterType, MatterTypeChange } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a tenant says on one type of matters. Never overwritten: the next supersedes. */
@Entity('matter_type_layer')
export class MatterTypeLayer {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('bool') adds: boolean;
  @Column('jsonb') patch: MatterType | MatterTypeChange;
  @Column('text') reason: string;
  @Column('text', { name: 'document_no', nullable: true }) documentNo: string | null;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('text', { name: 'created_by_name' }) createdByName: string;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
}
