import { Column, PrimaryColumn } from 'typeorm';

/** What every part of a record has. */
export abstract class MeetingPart {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('bool') signed: boolean;
  @Column('int') version: number;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}
