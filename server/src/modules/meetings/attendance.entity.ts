import type { AttendanceCapacity, AttendanceStatus, PresenceSpan } from '@zhixiao/domain';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from './meeting-part.entity.js';

@Entity('attendance')
export class Attendance extends MeetingPart {
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text', { name: 'person_name' }) personName: string;
  @Column('text', { nullable: true }) post: string | null;
  @Column('text') capacity: AttendanceCapacity;
  @Column('text', { nullable: true }) status: AttendanceStatus | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt: Date | null;
  @Column('timestamptz', { name: 'left_at', nullable: true }) leftAt: Date | null;
  @Column('jsonb') spans: readonly PresenceSpan[];
  @Column('bool', { name: 'by_own_account' }) byOwnAccount: boolean;
  @Column('text', { name: 'written_opinion', nullable: true }) writtenOpinion: string | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}

/** 委托他人主持, given by the head (PM-1, OM-1). */
@Entity('meeting_delegation')
export class MeetingDelegation extends MeetingPart {
  @Column('uuid', { name: 'from_id' }) fromId: string;
  @Column('text', { name: 'from_name' }) fromName: string;
  @Column('uuid', { name: 'to_id' }) toId: string;
  @Column('text', { name: 'to_name' }) toName: string;
  @Column('text') reason: string;
  @Column('date', { name: 'given_on' }) givenOn: string;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
