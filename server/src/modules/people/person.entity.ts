import type { Membership, Sex } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_key' }) personKey: string;
  @Column('text') name: string;
  @Column('text', { name: 'name_pinyin' }) namePinyin: string;
  @Column('text', { name: 'name_initials' }) nameInitials: string;
  @Column('text', { nullable: true }) sex: Sex | null;
  @Column('text', { name: 'birth_month', nullable: true }) birthMonth: string | null;
  @Column('text', { nullable: true }) ethnicity: string | null;
  @Column('text', { nullable: true }) education: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') membership: Membership;
  @Column('date', { name: 'party_joined_on', nullable: true }) partyJoinedOn: string | null;
  @Column('date', { name: 'party_full_on', nullable: true }) partyFullOn: string | null;
  @Column('uuid', { name: 'school_ids', array: true }) schoolIds: string[];
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
  @Column('int') version: number;
}
