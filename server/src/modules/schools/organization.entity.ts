import type { PartyOrgType } from '@zhixiao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('party_organization')
export class PartyOrganization {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
}

/** What is true of a party organisation from one day to another. */
@Entity('party_organization_version')
export class PartyOrganizationVersion {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('daterange') valid: string;
  @Column('text') name: string;
  @Column('text', { name: 'org_type' }) orgType: PartyOrgType;
  @Column('bool', { name: 'has_committee', nullable: true }) hasCommittee: boolean | null;
  @Column('int', { name: 'full_members', nullable: true }) fullMembers: number | null;
  @Column('int', { name: 'probationary_members', nullable: true }) probationaryMembers: number | null;
  @Column('date', { name: 'term_start', nullable: true }) termStart: string | null;
  @Column('date', { name: 'term_end', nullable: true }) termEnd: string | null;
  @Column('date', { name: 'term_extended_until', nullable: true }) termExtendedUntil: string | null;
  @Column('text', { name: 'approval_no', nullable: true }) approvalNo: string | null;
  @Column('uuid', { name: 'superior_id', nullable: true }) superiorId: string | null;
  @Column('text', { array: true }) assumed: string[];
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
}

/** Which organisation leads which school, from one day to another. */
@Entity('school_organization')
export class SchoolOrganization {
  @PrimaryColumn('int', { name: 'tenant_id' }) tenantId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'school_id' }) schoolId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('daterange') valid: string;
  @Column('text', { nullable: true }) reason: string | null;
}
