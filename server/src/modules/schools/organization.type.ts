import type { PartyOrgType } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { PartyOrgTypeEnum, graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('PartyOrganization', { implements: NodeType, description: '党组织在所查日期的情况' })
export class PartyOrganizationType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => String) name: string;
  @Field(() => PartyOrgTypeEnum) orgType: PartyOrgType;
  @Field(() => Boolean, { nullable: true, description: '是否设委员会' }) hasCommittee: boolean | null;
  @Field(() => Int, { nullable: true }) fullMembers: number | null;
  @Field(() => Int, { nullable: true }) probationaryMembers: number | null;
  @Field(() => DateScalar, { nullable: true }) termStart: string | null;
  @Field(() => DateScalar, { nullable: true }) termEnd: string | null;
  @Field(() => DateScalar, { nullable: true }) termExtendedUntil: string | null;
  @Field(() => String, { nullable: true }) approvalNo: string | null;
  @Field(() => PartyOrganizationType, { nullable: true }) superior: object | null;
  @Field(() => [PartyOrganizationType]) subordinates: object[];
  @Field(() => DateScalar) validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: '最后一天的次日' }) validTo: string | null;
  @Field(() => Int) version: number;
}

export const OrganizationConnectionType = connectionOf('PartyOrganization', () => PartyOrganizationType);

@InputType({ description: '党组织筛选' })
class OrganizationFilter {
  @Field(() => String, { nullable: true, description: '名称包含' }) q?: string;
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => [PartyOrgTypeEnum], { nullable: true }) orgType?: PartyOrgType[];
}

const OrganizationOrderEnum = graphqlEnum('OrganizationOrder', ['NAME_ASC', 'NAME_DESC'], '党组织排序');

export const OrganizationListArgs = pagedArgs({
  filter: OrganizationFilter,
  order: [OrganizationOrderEnum, 'NAME_ASC'],
  asOf: true,
});
