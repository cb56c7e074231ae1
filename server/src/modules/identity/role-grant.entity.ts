import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { name: 'account_name' }) accountName: string;
  @Column('text', { nullable: true }) username: string | null;
  @Column('text') role: string;
  @Column('uuid', { name: 'school_id', nullable: true }) schoolId: string | null;
  @Column('daterange') valid: string;
  @Column('text', { name: 'granted_by' }) grantedBy: string;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('int') version: number;
}
