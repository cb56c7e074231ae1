import type { ConsultationOpinion, ConsultedSide, Post } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One round of asking the other side before the meeting (意见（九）). */
@Entity('consultation')
export class Consultation {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'topic_id' }) topicId: string;
  @Column('int') round: number;
  @Column('text') side: ConsultedSide;
  @Column('uuid', { name: 'to_person_id' }) toPersonId: string;
  @Column('text', { name: 'to_person_name' }) toPersonName: string;
  @Column('text', { name: 'to_post' }) toPost: Post;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('text', { name: 'asked_by_name' }) askedByName: string;
  @Column('text', { nullable: true }) opinion: ConsultationOpinion | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column('date', { name: 'answered_on', nullable: true }) answeredOn: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('bool', { name: 'stated_on_paper' }) statedOnPaper: boolean;
  @Column('text', { name: 'stated_by_name', nullable: true }) statedByName: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'changes_accepted_at', nullable: true }) changesAcceptedAt: Date | null;
  @Column('text', { name: 'changes_accepted_by_name', nullable: true }) changesAcceptedByName: string | null;
  @Column('bool') restricted: boolean;
  @Column('int') version: number;
}
