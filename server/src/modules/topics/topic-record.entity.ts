import type { CivilDate, HearingAudience, HearingChannel, Post } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TopicRecordKind } from './topic-words.js';

/** Who signed that there is no major disagreement, under which post. */
export interface Signature {
  readonly personId: string;
  readonly personName: string;
  readonly post: Post;
  readonly signedOn: CivilDate;
}

/** One thing that was done to prepare a topic. What was recorded stays; a better record supersedes it. */
@Entity('topic_record')
export class TopicRecord {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'topic_id' }) topicId: string;
  @Column('text') kind: TopicRecordKind;
  @Column('date', { name: 'held_on' }) heldOn: string;
  @Column('text') result: string;
  @Column('uuid', { name: 'participant_ids', array: true }) participantIds: string[];
  @Column('text', { name: 'participant_names', array: true }) participantNames: string[];
  @Column('text', { nullable: true }) channel: HearingChannel | null;
  @Column('text', { nullable: true }) audience: HearingAudience | null;
  @Column('bool', { nullable: true }) approved: boolean | null;
  @Column('bool', { nullable: true }) agreed: boolean | null;
  @Column('jsonb') signatures: Signature[];
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('bool') restricted: boolean;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
  @Column('text', { name: 'superseded_by_name', nullable: true }) supersededByName: string | null;
  @Column('text', { name: 'superseded_reason', nullable: true }) supersededReason: string | null;
}
