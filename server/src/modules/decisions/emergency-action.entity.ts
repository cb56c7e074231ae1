import type { EmergencyState, MeetingKind, Post } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 紧急处置: taken by a head alone, put before the next meeting of the body that would have decided. */
@Entity('emergency_action')
export class EmergencyAction {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('text') body: MeetingKind;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text') reason: string;
  @Column('date', { name: 'taken_on' }) takenOn: string;
  @Column('uuid', { name: 'taken_by_id' }) takenById: string;
  @Column('text', { name: 'taken_by_name' }) takenByName: string;
  @Column('text', { name: 'taken_by_post' }) takenByPost: Post;
  @Column('text') state: EmergencyState;
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn: string | null;
  @Column('uuid', { name: 'confirmed_meeting_id', nullable: true }) confirmedMeetingId: string | null;
  @Column('uuid', { name: 'confirmed_item_id', nullable: true }) confirmedItemId: string | null;
  @Column('text', { name: 'entered_by_name', nullable: true }) enteredByName: string | null;
  @Column('uuid', { name: 'concerned_ids', array: true }) concernedIds: string[];
  @Column('bool') restricted: boolean;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}
